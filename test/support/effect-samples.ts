import type { Handover } from '../../shared/domain/handover.ts';
import type { Month } from '../../shared/domain/points-ledger.ts';
import type { Effect } from '../../shared/decide/effects.ts';
import type { Day } from '../../shared/domain/day.ts';
import { eventId, receiptId, taskId } from '../../shared/domain/ids.ts';
import type { Quarter } from '../../shared/domain/proof.ts';
import type { Pending, Receipt, Scored } from '../../shared/domain/suggestion.ts';
import { DEFAULT_POLICY } from '../../shared/contract/policy.ts';
import { LISA, WANG, entry, handedOver, rep, task } from '../contract/store/sample-board.ts';

const DAY = '2026-11-30' as Day;
const read = { text: '喝茶 😀', source: 'person', confirmed: true } as const;
const gap = { text: '', source: 'none', confirmed: false } as const;
const earlier: Handover = {
  from: LISA,
  to: WANG,
  openedAt: 1,
  due: 2,
  items: { preferences: read, highlights: read, concerns: read },
  state: 'done',
};
const handover: Handover = {
  ...earlier,
  items: { ...earlier.items, preferences: gap },
  state: 'open',
  earlier,
};
export const full = task('t1', WANG, {
  fields: {
    customer: '远航',
    title: '采购',
    industry: '制造业',
    value: 'high',
    difficulty: 'hard',
    stage: 'proposal',
    amount: 12.5,
    owner: WANG,
    lastProgress: DAY,
    nextStep: '约谈 😀',
  },
  signals: { listPrice: 1, customerEmployees: 2, customerRevenue: 3.5, decisionMakers: 4, engagedOn: DAY },
  ownerSince: 9,
  quietUntil: DAY,
  handover,
  heldBefore: LISA,
  held: [{ rep: WANG, days: 3 }],
  earned: { month: '2026-11' as Month, shares: [{ rep: WANG, tenths: 300, as: 'owner' }] },
  contact: true,
  lentBy: LISA,
  given: { by: eventId('e1'), from: null },
});
export const fullEntry = entry(full, { industry: '制造业', waitingSince: 3, quietUntil: DAY });
export const pending: Pending = {
  taskId: taskId('t1'),
  to: LISA,
  from: WANG,
  cause: 'VALUE_UP',
  at: 5,
  receipt: receiptId(eventId('e1'), 0),
  score: 0.75,
  cell: 'high/hard',
  quietUntil: DAY,
};
const scored = (reason: Scored['parts'][number]['reason']): Scored => ({
  rep: LISA,
  name: 'Lisa',
  score: 0.75,
  parts: [{ factor: 'tier', value: 1, weight: 0.75, points: 0.75, reason }],
});
export const receipt: Receipt = {
  id: receiptId(eventId('e1'), 0),
  taskId: taskId('t1'),
  at: 5,
  cause: 'VALUE_UP',
  cell: 'high/hard',
  chosen: scored({ code: 'TIER', tier: 'senior', wanted: 'senior' }),
  incumbent: scored({ code: 'LOAD', before: 3, after: 6, limit: 10 }),
  runnerUp: scored({ code: 'NO_TAGS', tag: '制造业' }),
  excluded: [{ rep: WANG, name: '老王', rule: 'PAUSED' }],
  policyVersion: 1,
  turningPoint: { code: 'LOAD_OF_CHOSEN', rep: 'Lisa', above: 7.5, then: '老王' },
};

/** One of each kind: a kind without a sample does not compile. */
export const SAMPLES: { readonly [T in Effect['type']]: Extract<Effect, { type: T }> } = {
  taskAdded: { type: 'taskAdded', task: full, entry: fullEntry, copyOf: taskId('t0') },
  taskChanged: { ...(handedOver(full, LISA) as Extract<Effect, { type: 'taskChanged' }>), receipt: 'e0#1' },
  taskArchived: {
    type: 'taskArchived',
    before: full,
    task: { ...full, status: 'archived' },
    cause: 'vanished',
  },
  taskRestored: { type: 'taskRestored', before: full, task: full, entry: fullEntry },
  taskQueued: { type: 'taskQueued', entry: fullEntry },
  taskDequeued: { type: 'taskDequeued', entry: entry(full) },
  queueRefilled: { type: 'queueRefilled', waiting: [fullEntry] },
  nobodyFree: {
    type: 'nobodyFree',
    taskId: taskId('t1'),
    at: 5,
    nearest: { rep: WANG, name: '老王', load: 10.5, resumeAt: 9, keyTasks: 3, keyLimit: 8 },
  },
  capacityReturned: { type: 'capacityReturned', rep: WANG },
  suggestionMade: { type: 'suggestionMade', pending, receipt },
  suggestionEnded: { type: 'suggestionEnded', pending, how: 'kept' },
  suggestionSnoozed: { type: 'suggestionSnoozed', pending },
  suggestionWoken: { type: 'suggestionWoken', pending },
  repChanged: { type: 'repChanged', before: null, rep: rep(WANG, '老王') },
  repPaused: { type: 'repPaused', rep: WANG, load: 10.5, keyTasks: 3 },
  repResumed: { type: 'repResumed', rep: WANG, load: 9, keyTasks: 3 },
  overLimit: { type: 'overLimit', rep: WANG, taskId: taskId('t1'), load: 12 },
  lightTurned: { type: 'lightTurned', book: WANG, entry: fullEntry, from: 'green', days: 8 },
  staleRaised: { type: 'staleRaised', book: '_unowned', entry: fullEntry, days: 14 },
  rowRefused: {
    type: 'rowRefused',
    tab: 'tasks',
    row: 3,
    id: 't1',
    problems: [
      { column: 'value', given: '巨大', problem: { code: 'NOT_A_CHOICE', vocabulary: 'value' } },
      { column: 'owner', given: '王', problem: { code: 'UNKNOWN_REP', nearest: '老王' } },
      { column: 'title', given: 'x', problem: { code: 'TOO_LONG', max: 1, length: 2 } },
    ],
  },
  notesCleared: { type: 'notesCleared', tab: 'team', id: 'r1', columns: ['email'] },
  idGiven: { type: 'idGiven', tab: 'tasks', row: 2, id: 't1' },
  ownerCellSet: { type: 'ownerCellSet', taskId: taskId('t1'), to: null },
  actionCellCleared: { type: 'actionCellCleared', taskId: taskId('t1') },
  contestCellsSet: { type: 'contestCellsSet', rep: LISA },
  undoCellCleared: { type: 'undoCellCleared', auditId: 'a1', done: false },
  rowRestored: { type: 'rowRestored', task: full },
  policyChanged: { type: 'policyChanged', policy: DEFAULT_POLICY, version: 2 },
  policyRefused: {
    type: 'policyRefused',
    problems: [
      {
        code: 'NOT_ACCEPTED',
        setting: 'margin',
        given: '2',
        accepts: { kind: 'number', min: 0, max: 1, whole: false },
      },
      { code: 'UNKNOWN_RULE', key: 'x' },
      { code: 'MUST_NOT_EXCEED', setting: 'resumeAt', other: 'loadLimit' },
    ],
  },
  proofRowsCounted: {
    type: 'proofRowsCounted',
    tab: 'history',
    rows: [
      {
        id: 'h1',
        before: null,
        after: {
          proof: {
            rep: LISA,
            quarter: '2026Q3' as Quarter,
            month: 1,
            marks: [{ slot: 'industry/制造业', hits: 1, of: 1 }],
          },
          day: DAY,
          twin: true,
        },
      },
    ],
  },
  tagsReviewed: { type: 'tagsReviewed', reps: [LISA] },
  tagsLearnt: {
    type: 'tagsLearnt',
    reps: [
      {
        rep: WANG,
        learnt: {
          tier: 'senior',
          months: 30,
          hardWins: 9,
          tags: [
            {
              family: 'industry',
              tag: '制造业',
              source: 'deals',
              n: 42,
              weight: 31.5,
              rate: 0.71,
              low: 0.6,
              high: 0.8,
              mean: 0.63,
              last: '2026-08' as Month,
              expires: '2030-07' as Month,
              least: 10,
              enough: true,
            },
          ],
        },
      },
      { rep: LISA, learnt: null },
    ],
  },
  handoverChanged: {
    type: 'handoverChanged',
    before: full,
    task: full,
    what: 'confirmed',
    items: ['preferences', 'concerns'],
  },
  handoverRefused: {
    type: 'handoverRefused',
    taskId: taskId('t1'),
    handover,
    column: 'release',
    why: 'NOT_DUE',
  },
  handoverLate: {
    type: 'handoverLate',
    late: 'giver',
    line: {
      taskId: taskId('t1'),
      customer: '远航',
      title: '采购',
      from: WANG,
      to: LISA,
      openedAt: 1,
      due: 2,
      written: ['concerns'],
      confirmed: ['highlights'],
      gaps: ['preferences'],
      remindedAt: 3,
    },
  },
  contactKept: { type: 'contactKept', before: full, task: full, entry: fullEntry, row: 4 },
  leaveBegan: {
    type: 'leaveBegan',
    rep: WANG,
    since: DAY,
    until: null,
    long: true,
    moving: 1,
    waiting: 1,
    moves: [{ taskId: taskId('t1'), customer: '远航', title: '采购 😀' }],
    waits: [{ taskId: taskId('t2'), customer: '协和', title: '' }],
  },
  leaveEnded: { type: 'leaveEnded', rep: WANG, on: DAY, rampDays: 5, lent: 1 },
  contactShown: { type: 'contactShown', taskId: taskId('t1'), rep: LISA },
  movedMany: { type: 'movedMany', from: WANG, tasks: [taskId('t1')] },
  mailDropped: {
    type: 'mailDropped',
    rep: LISA,
    dropped: { at: 7, name: 'Lisa', kinds: ['suggestion', 'handover'], reason: 'REFUSED' },
  },
  mailChosen: { type: 'mailChosen', rep: WANG, mail: { pace: 'daily', groups: ['asks'] } },
  tabsRestored: { type: 'tabsRestored', tabs: ['tasks', 'rules'] },
  dayClosed: {
    type: 'dayClosed',
    day: {
      day: DAY,
      counts: { moves: 1, created: 2, progressed: 3, won: 4, lost: 5 },
      reps: [
        {
          rep: WANG,
          load: 9.5,
          keyTasks: 3,
          lights: { green: 1, yellow: 2, red: 3 },
          types: { strategic: 1, growth: 2, volume: 3, selective: 0 },
        },
      ],
      waiting: 2,
      paused: 1,
    },
  },
  runDone: { type: 'runDone', run: 'weekly', due: 7 },
  imported: { type: 'imported', tasks: 8_800, reps: 35 },
};
