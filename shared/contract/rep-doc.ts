import { z } from 'zod';
import type { Month } from '../domain/points-ledger.ts';
import {
  CONTEST_STATES,
  type CountedRow,
  type Learnt,
  type LearntTag,
  type ProofTally,
  type Quarter,
  type Slot,
} from '../domain/proof.ts';
import {
  AVAILABILITIES,
  LANGUAGES,
  ROLES,
  TAG_FAMILIES,
  TIERS,
  type Rep,
  type RepFields,
  type Skills,
} from '../domain/rep.ts';
import { mailChoiceSchema } from './mail-doc.ts';
import { branded, cellSchema, daySchema, instantSchema, repIdSchema } from './stored-ids.ts';

/** What stored people must look like when they are read back, and what is proved about them. */
const tagLists = z.looseObject({
  industry: z.array(z.string()),
  style: z.array(z.string()),
  rhythm: z.array(z.string()),
  tools: z.array(z.string()),
});
const contestList = z.array(
  z.looseObject({ tag: z.string(), state: z.enum(CONTEST_STATES), reason: z.string().exactOptional() }),
);

const repFields: z.ZodType<RepFields> = z.looseObject({
  name: z.string(),
  email: z.string().exactOptional(),
  role: z.enum(ROLES),
  supervisor: z.string().exactOptional(),
  tier: z.enum(TIERS),
  tierOpen: z.literal(true).exactOptional(),
  tags: tagLists,
  contested: contestList.exactOptional(),
  availability: z.enum(AVAILABILITIES),
  leaveFrom: daySchema.exactOptional(),
  backOn: daySchema.exactOptional(),
  language: z.enum(LANGUAGES).exactOptional(),
  mail: mailChoiceSchema.exactOptional(),
});

export const monthSchema = branded<Month>(z.string().regex(/^\d{4}-\d{2}$/));
export const quarterSchema = branded<Quarter>(z.string().regex(/^\d{4}Q[1-4]$/));

const learntTag: z.ZodType<LearntTag> = z.looseObject({
  family: z.enum(TAG_FAMILIES),
  tag: z.string(),
  source: z.enum(['deals', 'opinions']),
  n: z.number(),
  weight: z.number(),
  rate: z.number(),
  low: z.number(),
  high: z.number(),
  mean: z.number(),
  last: monthSchema,
  expires: monthSchema,
  enough: z.boolean(),
  least: z.int(),
});

const learnt: z.ZodType<Learnt> = z.looseObject({
  tier: z.enum(TIERS),
  hardWins: z.number(),
  months: z.number(),
  tags: z.array(learntTag),
});

export const skillsSchema: z.ZodType<Skills> = z.looseObject({
  fields: z.looseObject({
    tier: z.enum(TIERS),
    tierOpen: z.literal(true).exactOptional(),
    tags: tagLists,
    contested: contestList.exactOptional(),
  }),
  learnt: learnt.exactOptional(),
});

export const repSchema: z.ZodType<Rep> = z.looseObject({
  id: repIdSchema,
  fields: repFields,
  formerNames: z.array(z.string()),
  // Counts may be put wrong by a bug but must never stop a board; load never goes below 0 elsewhere.
  open: z.partialRecord(cellSchema, z.int()),
  paused: z.boolean(),
  lastAssignedAt: instantSchema,
  learnt: learnt.exactOptional(),
  away: z.looseObject({ since: daySchema, until: daySchema.exactOptional() }).exactOptional(),
  back: z.looseObject({ on: daySchema, rampDays: z.int() }).exactOptional(),
  lent: z.int().exactOptional(),
});

/** Counts by rep, slot and quarter. */
export const tallySchema: z.ZodType<ProofTally> = z.record(
  z.string(),
  z.record(
    z.string() as unknown as z.ZodType<Slot, Slot>,
    z.record(z.string(), z.tuple([z.int(), z.int(), z.int(), z.int(), z.int()])),
  ),
);
export const learntSchema = learnt;

const slot = z.string() as unknown as z.ZodType<Slot, Slot>;
/** What a row of History, Ratings or Visit notes was counted for. */
export const countedRowSchema: z.ZodType<CountedRow> = z.looseObject({
  proof: z.looseObject({
    rep: z.union([repIdSchema, z.literal('')]),
    quarter: quarterSchema,
    month: z.literal([0, 1, 2]),
    marks: z.array(z.looseObject({ slot, hits: z.int(), of: z.int() })),
  }),
  day: daySchema.exactOptional(),
  twin: z.literal(true).exactOptional(),
});
/** A line of the record of proof: a counted row, or a deal closed on the Tasks tab. */
export const proofEntrySchema = z.union([countedRowSchema, z.literal(true)]);
