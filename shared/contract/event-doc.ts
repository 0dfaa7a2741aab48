import { z } from 'zod';
import type { BookKey } from '../domain/board-state.ts';
import { PROOF_TABS } from '../domain/proof.ts';
import { HANDOVER_ITEMS } from '../domain/handover.ts';
import type { EventId, RepId } from '../domain/ids.ts';
import { CAUSES, EXCLUSION_RULES, FACTORS, type Receipt, type Scored } from '../domain/suggestion.ts';
import { LIGHTS } from '../domain/task.ts';
import { CHANGE_CAUSES, ENDINGS, TICK_REFUSALS, type Effect, type Nearest } from '../decide/effects.ts';
import type { EventRecord } from '../ports/store.ts';
import type { CellProblem } from '../sheet/cell-problem.ts';
import type { RuleProblem } from './policy.ts';
import { SETTINGS, type Accepts, type SettingName } from './settings.ts';
import { policySchema } from './policy-doc.ts';
import { teamDaySchema } from './team-day-doc.ts';
import { handoverLineSchema, handoverSchema } from './handover-doc.ts';
import { droppedMailSchema, mailChoiceSchema, waitingMailSchema } from './mail-doc.ts';
import {
  bookEntrySchema as entry,
  code,
  learntSchema,
  partReasonSchema as partReason,
  pendingSchema as pending,
  repSchema,
  countedRowSchema,
  taskSchema as task,
} from './store-doc.ts';
import {
  cellSchema,
  daySchema,
  instantSchema,
  receiptIdSchema,
  repIdSchema,
  taskIdSchema,
} from './stored-ids.ts';

/** What a stored event must look like when it is read back: the receipts and every kind of effect. */
const scored: z.ZodType<Scored> = z.looseObject({
  rep: repIdSchema,
  name: z.string(),
  score: z.number(),
  parts: z.array(
    z.looseObject({
      factor: z.enum(FACTORS),
      value: z.number(),
      weight: z.number(),
      points: z.number(),
      reason: partReason,
    }),
  ),
});

const receipt: z.ZodType<Receipt> = z.looseObject({
  id: receiptIdSchema,
  taskId: taskIdSchema,
  at: instantSchema,
  cause: z.enum(CAUSES),
  cell: cellSchema,
  chosen: scored,
  incumbent: scored.exactOptional(),
  runnerUp: scored.exactOptional(),
  excluded: z.array(
    z.looseObject({
      rep: repIdSchema,
      name: z.string(),
      rule: z.enum(EXCLUSION_RULES),
    }),
  ),
  policyVersion: z.number(),
  turningPoint: z.discriminatedUnion('code', [
    code(['LOAD_OF_CHOSEN'], { rep: z.string(), above: z.number(), then: z.string() }),
    code(['LOAD_OF_OTHER'], { rep: z.string(), below: z.number() }),
    code(['NO_OTHER'], {}),
  ]),
});

const cellProblem: z.ZodType<CellProblem> = z.looseObject({
  column: z.string(),
  given: z.string(),
  problem: z.discriminatedUnion('code', [
    code(['NOT_A_CHOICE'], { vocabulary: z.string() }),
    code(['TOO_LONG'], { max: z.number(), length: z.number() }),
    code(['UNKNOWN_REP'], { nearest: z.string().exactOptional() }),
    code(['UNKNOWN_TAG'], { known: z.array(z.string()) }),
    code(
      [
        'NOT_A_NUMBER',
        'NEGATIVE',
        'NOT_A_DATE',
        'IN_THE_FUTURE',
        'FORMULA_ERROR',
        'NOT_AN_EMAIL',
        'MISSING',
        'NAME_TAKEN',
        'NOT_AFTER_START',
      ],
      {},
    ),
  ]),
});

const kind = <const K extends string, S extends z.ZodRawShape>(name: K, data: S) =>
  z.looseObject({ kind: z.literal(name), ...data });
const accepts: z.ZodType<Accepts> = z.discriminatedUnion('kind', [
  kind('number', { min: z.number(), max: z.number(), whole: z.boolean() }),
  kind('choice', { choices: z.array(z.string()) }),
  kind('days', {}),
  kind('weekdays', {}),
  kind('weekday', {}),
  kind('time', {}),
  kind('timeZone', {}),
  kind('text', { max: z.number() }),
]);
const setting = z.enum(Object.keys(SETTINGS) as [SettingName, ...SettingName[]]);
const ruleProblem: z.ZodType<RuleProblem> = z.discriminatedUnion('code', [
  code(['NOT_ACCEPTED'], { setting, given: z.string(), accepts }),
  code(['TWICE', 'ALL_WEIGHTS_ZERO'], { setting }),
  code(['UNKNOWN_RULE'], { key: z.string() }),
  code(['MUST_NOT_EXCEED'], { setting, other: setting }),
]);

const nearest: z.ZodType<Nearest> = z.looseObject({
  rep: repIdSchema,
  name: z.string(),
  load: z.number(),
  resumeAt: z.number(),
  keyTasks: z.number(),
  keyLimit: z.number(),
});

const effect = <const T extends string, S extends z.ZodRawShape>(type: T, data: S) =>
  z.looseObject({ type: z.literal(type), ...data });
const book = repIdSchema as z.ZodType<RepId> as z.ZodType<BookKey>;
const gate = { rep: repIdSchema, load: z.number(), keyTasks: z.number() };
const tab = z.enum(['tasks', 'team']);
const leaveDeal = z.looseObject({ taskId: taskIdSchema, customer: z.string(), title: z.string() });

/** One schema per kind of effect: a new kind without one does not compile. */
const EFFECTS: { readonly [T in Effect['type']]: z.ZodType<Extract<Effect, { type: T }>> } = {
  taskAdded: effect('taskAdded', { task, entry, copyOf: taskIdSchema.exactOptional() }),
  taskChanged: effect('taskChanged', {
    before: task,
    task,
    entry,
    changes: z.array(z.enum(['owner', 'value', 'difficulty', 'stage', 'status', 'progress', 'text'])),
    cause: z.enum(CHANGE_CAUSES),
    receipt: z.string().exactOptional(),
  }),
  taskArchived: effect('taskArchived', { before: task, task, cause: z.enum(['vanished', 'undo']) }),
  taskRestored: effect('taskRestored', { before: task, task, entry }),
  taskQueued: effect('taskQueued', { entry }),
  taskDequeued: effect('taskDequeued', { entry }),
  queueRefilled: effect('queueRefilled', { waiting: z.array(entry) }),
  nobodyFree: effect('nobodyFree', { taskId: taskIdSchema, at: instantSchema, nearest: nearest.nullable() }),
  capacityReturned: effect('capacityReturned', { rep: repIdSchema }),
  suggestionMade: effect('suggestionMade', { pending, receipt }),
  suggestionEnded: effect('suggestionEnded', { pending, how: z.enum(ENDINGS) }),
  suggestionSnoozed: effect('suggestionSnoozed', { pending }),
  suggestionWoken: effect('suggestionWoken', { pending }),
  repChanged: effect('repChanged', { before: repSchema.nullable(), rep: repSchema }),
  repPaused: effect('repPaused', gate),
  repResumed: effect('repResumed', gate),
  overLimit: effect('overLimit', { rep: repIdSchema, taskId: taskIdSchema, load: z.number() }),
  lightTurned: effect('lightTurned', { book, entry, from: z.enum(LIGHTS), days: z.number() }),
  staleRaised: effect('staleRaised', { book, entry, days: z.number() }),
  rowRefused: effect('rowRefused', {
    tab,
    row: z.number(),
    id: z.string(),
    problems: z.array(cellProblem),
  }),
  notesCleared: effect('notesCleared', { tab, id: z.string(), columns: z.array(z.string()) }),
  idGiven: effect('idGiven', {
    tab: z.enum(['tasks', 'team', ...PROOF_TABS]),
    row: z.number(),
    id: z.string(),
  }),
  ownerCellSet: effect('ownerCellSet', { taskId: taskIdSchema, to: repIdSchema.nullable() }),
  actionCellCleared: effect('actionCellCleared', { taskId: taskIdSchema }),
  contestCellsSet: effect('contestCellsSet', { rep: repIdSchema }),
  undoCellCleared: effect('undoCellCleared', { auditId: z.string(), done: z.boolean() }),
  rowRestored: effect('rowRestored', { task }),
  policyChanged: effect('policyChanged', { policy: policySchema, version: z.number() }),
  policyRefused: effect('policyRefused', {
    problems: z.array(ruleProblem),
    again: z.literal(true).exactOptional(),
  }),
  proofRowsCounted: effect('proofRowsCounted', {
    tab: z.enum(PROOF_TABS),
    rows: z.array(
      z.looseObject({
        id: z.string(),
        before: countedRowSchema.nullable(),
        after: countedRowSchema.nullable(),
      }),
    ),
  }),
  tagsReviewed: effect('tagsReviewed', { reps: z.array(repIdSchema) }),
  tagsLearnt: effect('tagsLearnt', {
    reps: z.array(z.looseObject({ rep: repIdSchema, learnt: learntSchema.nullable() })),
  }),
  handoverChanged: effect('handoverChanged', {
    before: task,
    task,
    what: z.enum(['written', 'confirmed', 'released']),
    items: z.array(z.enum(HANDOVER_ITEMS)),
  }),
  handoverRefused: effect('handoverRefused', {
    taskId: taskIdSchema,
    handover: handoverSchema,
    column: z.string(),
    why: z.enum(TICK_REFUSALS),
  }),
  handoverLate: effect('handoverLate', { line: handoverLineSchema, late: z.enum(['giver', 'taker']) }),
  contactKept: effect('contactKept', { before: task, task, entry, row: z.number() }),
  contactShown: effect('contactShown', { taskId: taskIdSchema, rep: repIdSchema }),
  movedMany: effect('movedMany', { from: repIdSchema, tasks: z.array(taskIdSchema) }),
  leaveBegan: effect('leaveBegan', {
    rep: repIdSchema,
    since: daySchema,
    until: daySchema.nullable(),
    long: z.boolean(),
    moving: z.int(),
    waiting: z.int(),
    moves: z.array(leaveDeal),
    waits: z.array(leaveDeal),
  }),
  leaveEnded: effect('leaveEnded', {
    rep: repIdSchema,
    on: daySchema,
    rampDays: z.int(),
    lent: z.int(),
  }),
  mailDropped: effect('mailDropped', { rep: repIdSchema.exactOptional(), dropped: droppedMailSchema }),
  mailChosen: effect('mailChosen', { rep: repIdSchema, mail: mailChoiceSchema }),
  dayClosed: effect('dayClosed', { day: teamDaySchema }),
  tabsRestored: effect('tabsRestored', { tabs: z.array(z.enum(['tasks', 'team', 'rules'])) }),
  runDone: effect('runDone', {
    run: z.enum(['weekly', 'day']),
    due: instantSchema,
    first: z.literal(true).exactOptional(),
  }),
  imported: effect('imported', { tasks: z.number(), reps: z.number() }),
};

type Variants = Parameters<typeof z.discriminatedUnion>[1];
export const effectSchema = z.discriminatedUnion(
  'type',
  Object.values(EFFECTS) as unknown as Variants,
) as unknown as z.ZodType<Effect>;

export const eventRecordSchema: z.ZodType<EventRecord> = z.looseObject({
  id: z.string().min(1) as unknown as z.ZodType<EventId>,
  at: instantSchema,
  kind: z.string(),
  actor: z.string().nullable(),
  batch: z.string().exactOptional(),
  revision: z.number(),
  policyVersion: z.number(),
  auditFrom: z.number(),
  effects: z.array(effectSchema),
  delivered: z.boolean(),
  toldAt: instantSchema.exactOptional(),
  mail: waitingMailSchema.exactOptional(),
});
