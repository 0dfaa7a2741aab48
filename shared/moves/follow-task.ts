import type { Team } from '../domain/board-state.ts';
import type { Day, Instant } from '../domain/day.ts';
import type { Held } from '../domain/points-ledger.ts';
import type { Task } from '../domain/task.ts';
import { withoutEmpty } from '../domain/without-empty.ts';
import { cellOf, typeOf } from '../scoring/load.ts';
import { creditAfter, earningOf, monthOf } from './credit.ts';
import { inNewHands } from './handover.ts';
import { lentAfter } from './lending.ts';
import { partnerOf } from './partner.ts';

/** When and how a task changed. */
export interface Following {
  readonly at: Instant;
  readonly today: Day;
  /** The change shows progress of the owner (spec 3.3). */
  readonly progress: boolean;
  readonly undone?: boolean;
}

/**
 * What follows for the task itself from a change of it: the handover to a new owner, days held with progress,
 * what it earns when it is won, and whether it is lent. Every change of a task goes through here, whoever made it.
 */
export const followTask = (team: Team, before: Task, task: Task, following: Following): Task => {
  const { handover, heldBefore, held: _held, earned: _earned, lentBy: _lent, ...rest } = task;
  const moved = before.fields.owner !== task.fields.owner;
  const held = heldAfter(team, before, task, following);
  const hands = moved
    ? inNewHands(before, task.fields.owner, following.at, team.policy, following.undone)
    : withoutEmpty({ handover, heldBefore });
  return {
    ...rest,
    ...hands,
    ...withoutEmpty({
      held,
      earned: earnedAfter(team, before, task, held ?? [], following.today),
      lentBy: lentAfter(team, before, task, following.today),
    }),
  };
};

/** Progress counts for whoever had the deal before and after; what was closed already has no more of it. */
const heldAfter = (
  { policy }: Team,
  before: Task,
  task: Task,
  { progress, today }: Following,
): readonly Held[] | undefined => {
  const { owner } = before.fields;
  if (!progress || before.status !== 'open' || owner === undefined || owner !== task.fields.owner)
    return before.held;
  return creditAfter(before, owner, today, policy);
};

/** Won: it earns. Won no longer: what it earned is taken back. Deals that come in as won earn nothing. */
const earnedAfter = (
  team: Team,
  before: Task,
  task: Task,
  held: readonly Held[],
  today: Day,
): Task['earned'] => {
  if (task.status !== 'won') return undefined;
  if (before.status !== 'open') return before.earned;
  const type = typeOf(cellOf(task.rating));
  const partner = partnerOf(team, task.fields.owner)?.id ?? null;
  const earned = earningOf(type, held, partner, monthOf(today), team.policy);
  return earned.shares.length === 0 ? undefined : earned;
};
