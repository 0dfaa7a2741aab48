import type { Team } from '../domain/board-state.ts';
import { dayAt, daysBetween, plusDays, type Day } from '../domain/day.ts';
import type { Task } from '../domain/task.ts';
import { shortened } from '../sheet/cell-problem.ts';
import { textPrint } from '../domain/text-print.ts';

/** Longest a move is remembered, in days; and how many at most, whatever the setting. */
const REMEMBERED_DAYS = 365;
const REMEMBERED_MOVES = 50;

/** What stands for a customer: spellings that differ only in width, case or spaces are one customer. */
export const customerKey = (customer: string): string =>
  textPrint(shortened(customer).normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase());

const recent = (days: readonly Day[], today: Day): readonly Day[] =>
  days.filter((day) => daysBetween(day, today) < REMEMBERED_DAYS).slice(-REMEMBERED_MOVES);

/** Whether a change is a move of the customer: out of one pair of hands into another. */
export const isMove = (before: Task, task: Task): boolean => {
  const previous = before.fields.owner ?? before.heldBefore;
  return previous !== undefined && task.fields.owner !== undefined && previous !== task.fields.owner;
};

/** The moves of each customer after one more, or after one was taken back. */
export const transfersAfter = (team: Team, before: Task, task: Task, undone: boolean): Team['transfers'] => {
  const key = customerKey(task.fields.customer);
  const known = team.transfers?.[key] ?? [];
  const day = (at: number | undefined): Day => dayAt(at ?? 0, team.policy.timeZone);
  if (!undone) {
    const today = day(task.ownerSince);
    return { ...team.transfers, [key]: recent([...known, today], today) };
  }
  const at = known.lastIndexOf(day(before.ownerSince));
  if (at < 0) return team.transfers;
  const { [key]: _old, ...others } = team.transfers ?? {};
  const left = known.filter((_day, index) => index !== at);
  return left.length === 0 ? others : { ...others, [key]: left };
};

/**
 * The first day on which another move of this customer is within the budget (spec 3.6); null when one is now.
 *
 * @example two moves on 1 and 20 November with the defaults: no move before 20 December.
 */
export const budgetFreeOn = (team: Team, customer: string, today: Day): Day | null => {
  const { cooldownDays, perYear } = team.policy.transfers;
  const moves = recent(team.transfers?.[customerKey(customer)] ?? [], today);
  const last = moves.at(-1);
  const cooled = last === undefined || cooldownDays === 0 ? today : plusDays(last, cooldownDays);
  const oldest = perYear === 0 ? today : moves.at(-perYear);
  const counted = moves.length < perYear || oldest === undefined ? today : plusDays(oldest, REMEMBERED_DAYS);
  const free = cooled > counted ? cooled : counted;
  return free > today ? free : null;
};
