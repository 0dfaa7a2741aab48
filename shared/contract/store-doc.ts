import { z } from 'zod';
import type { Team } from '../domain/board-state.ts';
import type { Earning } from '../domain/points-ledger.ts';
import { CAUSES, FACTORS, type PartReason, type Pending } from '../domain/suggestion.ts';
import {
  CUSTOMER_VALUES,
  DIFFICULTIES,
  LIGHTS,
  SOURCES,
  STAGES,
  type BookEntry,
  type Rating,
  type Task,
  type TaskFields,
} from '../domain/task.ts';
import { policySchema } from './policy-doc.ts';
import { droppedMailSchema } from './mail-doc.ts';
import { monthSchema, repSchema, skillsSchema, tallySchema } from './rep-doc.ts';
import { countsByDaySchema } from './team-day-doc.ts';
import { handoverLineSchema, handoverSchema } from './handover-doc.ts';
import {
  cellSchema,
  daySchema,
  eventIdSchema,
  instantSchema,
  receiptIdSchema,
  repIdSchema,
  taskIdSchema,
  teamIdSchema,
} from './stored-ids.ts';

export {
  countedRowSchema,
  learntSchema,
  proofEntrySchema,
  quarterSchema,
  repSchema,
  tallySchema,
} from './rep-doc.ts';

/**
 * What stored documents must look like when they are read back. The database is a trust boundary like any
 * other: people edit documents by hand, and an older or newer version of the program may have written them.
 * Fields that are not known here are kept, so that going back one version loses nothing.
 */
const count = z.int().nonnegative();

const rating: z.ZodType<Rating> = z.looseObject({
  value: z.enum(CUSTOMER_VALUES),
  difficulty: z.enum(DIFFICULTIES),
  proposed: z.array(z.enum(['value', 'difficulty'])),
});

const taskFields: z.ZodType<TaskFields> = z.looseObject({
  customer: z.string(),
  title: z.string(),
  industry: z.string().exactOptional(),
  value: z.enum(CUSTOMER_VALUES).exactOptional(),
  difficulty: z.enum(DIFFICULTIES).exactOptional(),
  stage: z.enum(STAGES),
  amount: z.number().exactOptional(),
  owner: repIdSchema.exactOptional(),
  lastProgress: daySchema.exactOptional(),
  nextStep: z.string().exactOptional(),
  source: z.enum(SOURCES).exactOptional(),
});

const earningSchema: z.ZodType<Earning> = z.looseObject({
  month: monthSchema,
  shares: z.array(z.looseObject({ rep: repIdSchema, tenths: z.int(), as: z.enum(['owner', 'partner']) })),
});

export const taskSchema: z.ZodType<Task> = z.looseObject({
  id: taskIdSchema,
  fields: taskFields,
  rating,
  signals: z
    .looseObject({
      listPrice: z.number().exactOptional(),
      customerEmployees: z.number().exactOptional(),
      customerRevenue: z.number().exactOptional(),
      decisionMakers: z.number().exactOptional(),
      engagedOn: daySchema.exactOptional(),
    })
    .exactOptional(),
  status: z.enum(['open', 'won', 'lost', 'archived']),
  createdAt: instantSchema,
  createdBy: z.enum(['row', 'copy', 'import']),
  takenBack: z.literal(true).exactOptional(),
  progressOn: daySchema,
  ownerSince: instantSchema.exactOptional(),
  quietUntil: daySchema.exactOptional(),
  handover: handoverSchema.exactOptional(),
  heldBefore: repIdSchema.exactOptional(),
  held: z.array(z.looseObject({ rep: repIdSchema, days: z.number() })).exactOptional(),
  earned: earningSchema.exactOptional(),
  contact: z.literal(true).exactOptional(),
  lentBy: repIdSchema.exactOptional(),
  given: z.looseObject({ by: eventIdSchema, from: repIdSchema.nullable() }).exactOptional(),
});

export const bookEntrySchema: z.ZodType<BookEntry> = z.looseObject({
  taskId: taskIdSchema,
  customer: z.string(),
  title: z.string(),
  industry: z.string().exactOptional(),
  rating,
  status: z.enum(['open', 'won', 'lost']),
  progressOn: daySchema,
  since: instantSchema,
  waitingSince: instantSchema.exactOptional(),
  quietUntil: daySchema.exactOptional(),
  rowPrint: z.string(),
  light: z.enum(LIGHTS),
  raisedDays: z.number(),
  source: z.enum(SOURCES).exactOptional(),
  contact: z.literal(true).exactOptional(),
  lentBy: repIdSchema.exactOptional(),
});

/** Codes with their data: for reasons, problems and turning points. */
export const code = <const C extends readonly [string, ...string[]], S extends z.ZodRawShape>(
  codes: C,
  data: S,
) => z.looseObject({ code: z.enum(codes), ...data });

export const partReasonSchema: z.ZodType<PartReason> = z.discriminatedUnion('code', [
  code(['TIER'], {
    tier: z.string(),
    wanted: z.string(),
    from: z.looseObject({ months: z.number(), hardWins: z.number() }).exactOptional(),
  }),
  code(['HAS_TAG', 'CONTESTED_TAG', 'OTHER_TAGS', 'NO_TAGS'], { tag: z.string() }),
  code(['LEARNT'], {
    tag: z.string(),
    n: z.number(),
    rate: z.number(),
    mean: z.number(),
    contested: z.boolean(),
  }),
  code(['RATED'], { tag: z.string(), n: z.number(), rate: z.number(), contested: z.boolean() }),
  code(['TOO_LITTLE'], { tag: z.string(), n: z.number(), least: z.number() }),
  code(
    [
      'NOTHING_ASKED',
      'PRESENT_OWNER',
      'KNOWN_BEFORE_LEAVE',
      'NEW_TO_CUSTOMER',
      'SEAT_FREE',
      'NO_SEAT',
      'NO_SEAT_NEEDED',
    ],
    {},
  ),
  code(['LOAD'], { before: z.number(), after: z.number(), limit: z.number() }),
]);

export const pendingSchema: z.ZodType<Pending> = z.looseObject({
  taskId: taskIdSchema,
  to: repIdSchema,
  from: repIdSchema.exactOptional(),
  cause: z.enum(CAUSES),
  at: instantSchema,
  receipt: receiptIdSchema,
  score: z.number(),
  cell: cellSchema,
  quietUntil: daySchema.exactOptional(),
  main: z.looseObject({ factor: z.enum(FACTORS), reason: partReasonSchema }).exactOptional(),
  needs: z.literal('supervisor').exactOptional(),
});

export const teamSchema: z.ZodType<Team> = z.looseObject({
  id: teamIdSchema,
  policy: policySchema,
  policyVersion: count,
  rulesProblems: count,
  rulesPrint: z.string().exactOptional(),
  reps: z.record(z.string(), repSchema),
  pending: z.record(z.string(), pendingSchema),
  waiting: z.array(bookEntrySchema),
  nobodyFreeSince: instantSchema.exactOptional(),
  noted: z.record(z.string(), z.array(z.string())),
  handovers: z.record(z.string(), handoverLineSchema).exactOptional(),
  transfers: z.record(z.string(), z.array(daySchema)).exactOptional(),
  points: z.record(z.string(), z.record(z.string(), z.int())).exactOptional(),
  counts: countsByDaySchema.exactOptional(),
  closedDay: daySchema.exactOptional(),
  undelivered: z.array(droppedMailSchema).exactOptional(),
  auditSeq: count,
  revision: count,
  installedBy: z.array(z.string()),
  ran: z
    .looseObject({ weekly: instantSchema.exactOptional(), day: daySchema.exactOptional() })
    .exactOptional(),
  proof: z
    .looseObject({
      board: tallySchema,
      rows: tallySchema.exactOptional(),
      days: z.record(z.string(), z.int()).exactOptional(),
    })
    .exactOptional(),
  retagged: z.record(z.string(), skillsSchema).exactOptional(),
});
