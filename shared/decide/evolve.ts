import { UNOWNED, type BoardState, type Book, type BookKey, type Team } from '../domain/board-state.ts';
import { dayAt } from '../domain/day.ts';
import type { TaskId } from '../domain/ids.ts';
import { withMail } from '../domain/mail-choice.ts';
import { DROPPED_KEPT } from '../domain/mail-waits.ts';
import { textPrint } from '../domain/text-print.ts';
import type { Learnt } from '../domain/proof.ts';
import type { Rep } from '../domain/rep.ts';
import type { BookEntry, Task } from '../domain/task.ts';
import type { RuleProblem } from '../contract/policy.ts';
import { withCounted } from '../moves/count-day.ts';
import { foldMoves } from '../moves/fold-moves.ts';
import { cellOf, tallyPlus } from '../scoring/load.ts';
import type { CellProblem } from '../sheet/cell-problem.ts';
import type { ProofWrite } from '../tags/proof-books.ts';
import { auditCount } from './audit-facts.ts';
import type { Effect } from './effects.ts';
import { foldProof, foldProofBooks, proofWrites } from './fold-proof.ts';

/** The book a task stands in. */
export const bookOf = (task: Task): BookKey => task.fields.owner ?? UNOWNED;

/** One line to put into a book (`entry`) or to take out of it (null). */
export interface EntryWrite {
  readonly book: BookKey;
  readonly taskId: TaskId;
  readonly entry: BookEntry | null;
}

/** What one effect does to the books, in order. The rest of a book need not be loaded. */
export const entryWrites = (effect: Effect): readonly EntryWrite[] => {
  switch (effect.type) {
    case 'taskAdded':
    case 'taskRestored':
      return [{ book: bookOf(effect.task), taskId: effect.task.id, entry: effect.entry }];
    case 'taskChanged': {
      const [from, to] = [bookOf(effect.before), bookOf(effect.task)];
      const put: EntryWrite = { book: to, taskId: effect.task.id, entry: effect.entry };
      return from === to ? [put] : [{ book: from, taskId: effect.task.id, entry: null }, put];
    }
    case 'taskArchived':
      return [{ book: bookOf(effect.before), taskId: effect.before.id, entry: null }];
    case 'taskQueued':
    case 'taskDequeued':
      return [{ book: UNOWNED, taskId: effect.entry.taskId, entry: effect.entry }];
    case 'contactKept':
      return [{ book: bookOf(effect.task), taskId: effect.task.id, entry: effect.entry }];
    case 'lightTurned':
    case 'staleRaised':
      return [{ book: effect.book, taskId: effect.entry.taskId, entry: effect.entry }];
    default:
      return [];
  }
};

/** Everything that effects write beside the team's head: whole tasks, lines of books, and of the record of proof. */
export const touched = (
  effects: readonly Effect[],
): {
  readonly tasks: readonly TaskId[];
  readonly entries: readonly EntryWrite[];
  readonly proofs: readonly ProofWrite[];
} => {
  const tasks = new Set<TaskId>();
  for (const effect of effects) {
    if ('task' in effect && effect.type !== 'rowRestored') tasks.add(effect.task.id);
  }
  return { tasks: [...tasks], entries: effects.flatMap(entryWrites), proofs: effects.flatMap(proofWrites) };
};

/**
 * Folds one effect into the state. Every change of state goes through here: replaying the recorded effects
 * from the beginning gives the present state.
 */
export const evolve = (state: BoardState, effect: Effect): BoardState => {
  let next: BoardState = foldProofBooks(state, effect);
  for (const write of entryWrites(effect)) next = { ...next, books: withEntry(next.books, write) };
  if ('task' in effect && effect.type !== 'rowRestored') {
    next = { ...next, tasks: { ...next.tasks, [effect.task.id]: effect.task } };
  }
  const folded = withCounted(foldProof(next.team, evolveTeam(next.team, effect), effect), effect);
  const team =
    'task' in effect && effect.type !== 'rowRestored' ? movesFolded(state, folded, effect) : folded;
  const audited = auditCount(effect);
  return { ...next, team: audited === 0 ? team : { ...team, auditSeq: team.auditSeq + audited } };
};

const movesFolded = (
  { tasks }: BoardState,
  team: Team,
  effect: Exclude<Extract<Effect, { task: Task }>, { type: 'rowRestored' }>,
): Team => {
  const before = 'before' in effect ? effect.before : tasks[effect.task.id];
  const undone = effect.type === 'taskChanged' && effect.cause === 'undo';
  return foldMoves(team, before, effect.task, undone);
};

export const evolveAll = (state: BoardState, effects: readonly Effect[]): BoardState =>
  effects.reduce(evolve, state);

const NO_ENTRIES: Book = {};

const withEntry = (books: BoardState['books'], { book, taskId, entry }: EntryWrite): BoardState['books'] => {
  const { [taskId]: _old, ...others } = books[book] ?? NO_ENTRIES;
  return { ...books, [book]: entry === null ? others : { ...others, [taskId]: entry } };
};

const evolveTeam = (team: Team, effect: Effect): Team => {
  switch (effect.type) {
    case 'taskAdded':
    case 'taskRestored':
      // Whoever brings a deal keeps it, and it costs them no turn.
      return counted(refreshed(team, effect.entry), effect.task, 1);
    case 'taskChanged':
      return assigned(
        counted(counted(refreshed(team, effect.entry), effect.before, -1), effect.task, 1),
        effect.before,
        effect.task,
      );
    case 'taskArchived':
      return withoutWaiting(counted(team, effect.before, -1), effect.before.id);
    case 'taskQueued':
      return { ...team, waiting: inQueue(team.waiting, effect.entry) };
    case 'taskDequeued':
      return withoutWaiting(team, effect.entry.taskId);
    case 'lightTurned':
    case 'staleRaised':
      return refreshed(team, effect.entry);
    case 'queueRefilled':
      return { ...team, waiting: effect.waiting };
    case 'nobodyFree':
      return { ...team, nobodyFreeSince: effect.at };
    case 'capacityReturned': {
      const { nobodyFreeSince: _over, ...rest } = team;
      return rest;
    }
    case 'suggestionMade':
      return { ...team, pending: { ...team.pending, [effect.pending.taskId]: effect.pending } };
    case 'suggestionSnoozed':
    case 'suggestionWoken':
      return { ...team, pending: { ...team.pending, [effect.pending.taskId]: effect.pending } };
    case 'suggestionEnded': {
      const { [effect.pending.taskId]: _ended, ...pending } = team.pending;
      return { ...team, pending };
    }
    case 'repChanged':
      return { ...team, reps: { ...team.reps, [effect.rep.id]: effect.rep } };
    case 'repPaused':
    case 'repResumed':
      return withRep(team, effect.rep, (rep) => ({ ...rep, paused: effect.type === 'repPaused' }));
    case 'rowRefused':
      return { ...team, noted: { ...team.noted, [effect.id]: effect.problems.map(noteKey) } };
    case 'notesCleared': {
      const { [effect.id]: _read, ...noted } = team.noted;
      return { ...team, noted };
    }
    case 'policyChanged':
      return { ...team, policy: effect.policy, policyVersion: effect.version, rulesProblems: 0 };
    case 'tagsLearnt':
      return effect.reps.reduce(
        (all, { rep, learnt }) => withRep(all, rep, (one) => relearnt(one, learnt)),
        team,
      );
    case 'contactKept':
      return refreshed(team, effect.entry);
    case 'leaveBegan':
      return withRep(team, effect.rep, ({ back: _back, ...rep }) => ({
        ...rep,
        away: { since: effect.since, ...(effect.until === null ? {} : { until: effect.until }) },
      }));
    case 'leaveEnded':
      return withRep(team, effect.rep, ({ away: _away, ...rep }) => ({
        ...rep,
        back: { on: effect.on, rampDays: effect.rampDays },
      }));
    case 'handoverLate':
      return { ...team, handovers: { ...team.handovers, [effect.line.taskId]: effect.line } };
    case 'runDone':
      return { ...team, ran: { ...team.ran, ...ranNow(team, effect) } };
    case 'mailDropped':
      return { ...team, undelivered: [...(team.undelivered ?? []), effect.dropped].slice(-DROPPED_KEPT) };
    case 'mailChosen':
      return withRep(team, effect.rep, (rep) => ({ ...rep, fields: withMail(rep.fields, effect.mail) }));
    case 'policyRefused':
      return {
        ...team,
        rulesProblems: effect.problems.length,
        rulesPrint: problemsPrint(effect.problems),
      };
    default:
      return team;
  }
};

const ranNow = (
  { policy }: Team,
  { run, due }: Extract<Effect, { type: 'runDone' }>,
): NonNullable<Team['ran']> => (run === 'weekly' ? { weekly: due } : { day: dayAt(due, policy.timeZone) });

/** Which problems the Rules tab has: enough to see that they are the same as before. */
export const problemsPrint = (problems: readonly RuleProblem[]): string =>
  textPrint(JSON.stringify(problems));

/** What is remembered of a noted cell: enough to see that nothing new has to be said about it. */
export const noteKey = ({ column, given }: CellProblem): string => `${column}|${textPrint(given)}`;

/**
 * Rows with notes that the head keeps, at some 40 bytes each. Beyond them a bad row is left without a note until
 * others have been put right; it is refused all the same.
 */
export const NOTED_KEPT = 1000;

const withRep = (team: Team, id: string, change: (rep: Rep) => Rep): Team => {
  const rep = team.reps[id];
  return rep === undefined ? team : { ...team, reps: { ...team.reps, [id]: change(rep) } };
};

const relearnt = ({ learnt: _old, ...rep }: Rep, learnt: Learnt | null): Rep =>
  learnt === null ? rep : { ...rep, learnt };

/** Adds (or takes away) a task's load at its owner. Only open owned tasks count. */
const counted = (team: Team, task: Task, change: 1 | -1): Team =>
  task.status !== 'open' || task.fields.owner === undefined
    ? team
    : withRep(team, task.fields.owner, (rep) => ({
        ...rep,
        open: tallyPlus(rep.open, cellOf(task.rating), change),
      }));

/** Remembers when the owner last got something: ties in fit go to who has waited longest. */
const assigned = (team: Team, before: Task, task: Task): Team =>
  task.fields.owner === undefined ||
  task.fields.owner === before.fields.owner ||
  task.ownerSince === undefined
    ? team
    : withRep(team, task.fields.owner, (rep) => ({
        ...rep,
        lastAssignedAt: Math.max(rep.lastAssignedAt, task.ownerSince ?? 0),
      }));

/** Keeps the waiting list's copy of a task true, and drops it when the task no longer waits. */
const refreshed = (team: Team, entry: BookEntry): Team => {
  if (!team.waiting.some((one) => one.taskId === entry.taskId)) return team;
  return entry.waitingSince === undefined
    ? withoutWaiting(team, entry.taskId)
    : { ...team, waiting: team.waiting.map((one) => (one.taskId === entry.taskId ? entry : one)) };
};

const withoutWaiting = (team: Team, id: TaskId): Team => ({
  ...team,
  waiting: team.waiting.filter((one) => one.taskId !== id),
});

/** How many waiting tasks the head keeps; the rest wait in the book of unowned tasks until a sweep. */
export const WAITING_KEPT = 200;

const inQueue = (waiting: readonly BookEntry[], entry: BookEntry): readonly BookEntry[] =>
  [...waiting.filter((one) => one.taskId !== entry.taskId), entry]
    .sort((a, b) => (a.waitingSince ?? 0) - (b.waitingSince ?? 0) || (a.taskId < b.taskId ? -1 : 1))
    .slice(0, WAITING_KEPT);
