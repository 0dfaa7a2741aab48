import { expect } from 'vitest';
import { auditCount } from '../../shared/decide/audit-facts.ts';
import type { Effect } from '../../shared/decide/effects.ts';
import { bookOf, evolve, evolveAll, WAITING_KEPT } from '../../shared/decide/evolve.ts';
import { UNOWNED, type BoardState } from '../../shared/domain/board-state.ts';
import { dayAt, type Instant } from '../../shared/domain/day.ts';
import type { Tally } from '../../shared/domain/rep.ts';
import { exclusion, heldWithout } from '../../shared/scoring/candidates.ts';
import { cellOf, isOverloaded, mayResume, tallyPlus, typeOf } from '../../shared/scoring/load.ts';
import { entryOf } from '../../shared/triggers/entry.ts';

/** What must be true of any board at any time. */
export const expectConsistent = (state: BoardState): void => {
  expectTalliesRecount(state);
  expectBooksPartitionTasks(state);
  expectWaitingListTrue(state);
  expectPendingOnOpenTasks(state);
  expectLoansRecount(state);
};

/** What each lender is said to have lent is what open deals say; nobody covers a deal for themselves. */
const expectLoansRecount = ({ team, tasks }: BoardState): void => {
  const lent: Record<string, number> = {};
  for (const { status, fields, lentBy } of Object.values(tasks)) {
    if (status !== 'open' || lentBy === undefined) continue;
    expect(lentBy).not.toBe(fields.owner);
    lent[lentBy] = (lent[lentBy] ?? 0) + 1;
  }
  for (const rep of Object.values(team.reps)) expect(rep.lent ?? 0, rep.id).toBe(lent[rep.id] ?? 0);
};

/** The counts that load is computed from equal a count over all tasks: nothing drifts, closed work is 0. */
const expectTalliesRecount = ({ team, tasks }: BoardState): void => {
  const counted: Record<string, Tally> = {};
  for (const { status, fields, rating } of Object.values(tasks)) {
    if (status !== 'open' || fields.owner === undefined) continue;
    counted[fields.owner] = tallyPlus(counted[fields.owner] ?? {}, cellOf(rating), 1);
  }
  for (const rep of Object.values(team.reps)) expect(rep.open, rep.id).toEqual(counted[rep.id] ?? {});
};

/** Every task on the board stands in its owner's book, once, with a line that says what the task says. */
const expectBooksPartitionTasks = ({ tasks, books }: BoardState): void => {
  const places = Object.entries(books).flatMap(([key, book]) =>
    Object.values(book).map((entry) => `${entry.taskId} in ${key}`),
  );
  const wanted = Object.values(tasks).filter((task) => task.status !== 'archived');
  expect(places.sort()).toEqual(wanted.map((task) => `${task.id} in ${bookOf(task)}`).sort());
  for (const task of wanted) {
    const entry = books[bookOf(task)]?.[task.id] ?? null;
    expect(entry).toEqual(entryOf(task, entry));
  }
};

/** The queue holds the waiting tasks and no others, oldest first. */
const expectWaitingListTrue = ({ team, books }: BoardState): void => {
  const waiting = Object.values(books[UNOWNED] ?? {})
    .filter((entry) => entry.waitingSince !== undefined)
    .sort((a, b) => (a.waitingSince ?? 0) - (b.waitingSince ?? 0) || (a.taskId < b.taskId ? -1 : 1));
  expect(team.waiting).toEqual(waiting.slice(0, WAITING_KEPT));
};

const expectPendingOnOpenTasks = ({ team, tasks, books }: BoardState): void => {
  for (const [id, pending] of Object.entries(team.pending)) {
    const task = tasks[id];
    expect(pending.taskId).toBe(id);
    expect(task?.status).toBe('open');
    expect(pending.from).toBe(task?.fields.owner);
    expect(pending.to).not.toBe(task?.fields.owner);
    expect(pending.cell).toBe(task && cellOf(task.rating));
    expect(books[UNOWNED]?.[id]?.waitingSince, 'a task with a suggestion does not wait').toBeUndefined();
  }
};

/** Pauses follow the load: above a limit paused, at the resume line not, supervisors never looked at. */
export const expectPausesFollowLoad = ({ team }: BoardState): void => {
  for (const rep of Object.values(team.reps)) {
    if (rep.fields.role === 'supervisor') continue;
    const { open, paused } = rep;
    if (isOverloaded(open, team.policy)) expect(paused, `${rep.id} is overloaded`).toBe(true);
    if (mayResume(open, team.policy)) expect(paused, `${rep.id} has room`).toBe(false);
  }
};

/**
 * Nobody waits while somebody has room (spec 3.2: the queue drains the moment capacity appears), and the
 * supervisor's "nobody has room" stands only as long as it is true.
 */
export const expectNobodyWaitsInVain = ({ team }: BoardState, at: Instant): void => {
  const today = dayAt(at, team.policy.timeZone);
  const free = Object.values(team.reps)
    .filter((rep) => exclusion(rep, heldWithout(team, rep, null, null), team, today) === null)
    .map((rep) => rep.id);
  const waiting = team.waiting.filter((entry) => entry.quietUntil === undefined || entry.quietUntil <= today);
  if (waiting.length > 0) expect(free, `has room while ${waiting[0]?.taskId ?? ''} waits`).toEqual([]);
  if (team.nobodyFreeSince !== undefined) expect(free, 'has room, though nobody is said to').toEqual([]);
};

/** Each suggestion named somebody who could take the task at that very moment, and says why. */
export const expectSuggestionsEligible = (
  before: BoardState,
  effects: readonly Effect[],
  at: Instant,
): void => {
  let state = before;
  for (const effect of effects) {
    if (effect.type === 'suggestionMade') {
      const { team } = state;
      const { pending, receipt } = effect;
      const rep = team.reps[pending.to]!;
      const held = heldWithout(team, rep, pending.taskId, null);
      expect(exclusion(rep, held, team, dayAt(at, team.policy.timeZone))).toBeNull();
      expect(typeOf(pending.cell)).not.toBe('selective');
      expect(receipt.chosen.rep).toBe(pending.to);
      for (const scored of [receipt.chosen, receipt.incumbent, receipt.runnerUp]) {
        if (scored === undefined) continue;
        const sum = scored.parts.reduce((total, part) => total + part.points, 0);
        expect(sum).toBeCloseTo(scored.score, 6);
      }
    }
    state = evolve(state, effect);
  }
};

/** Replaying what was recorded gives the present state, and audit rows are numbered without gaps. */
export const expectReplayable = (
  initial: BoardState,
  history: readonly Effect[],
  state: BoardState,
): void => {
  expect(evolveAll(initial, history)).toEqual(state);
  const audited = history.reduce((sum, effect) => sum + auditCount(effect), 0);
  expect(state.team.auditSeq - initial.team.auditSeq).toBe(audited);
};
