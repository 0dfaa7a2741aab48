import type { Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import type { RepId } from '../domain/ids.ts';
import type { Task } from '../domain/task.ts';
import { isOnLeave } from '../scoring/absence.ts';

/**
 * Who a deal is lent by after a change of it. Whoever moves it out of the hands of somebody on leave lends it,
 * be it an accepted suggestion, a set or a typed name; it stays lent while others pass it on during that leave.
 * It is a loan no more once it is back, closed, or moved on after the lender's return.
 */
export const lentAfter = (team: Team, before: Task, task: Task, today: Day): RepId | undefined => {
  if (task.status !== 'open') return undefined;
  const { owner } = task.fields;
  if (owner === before.fields.owner || owner === undefined) return before.lentBy;
  const lender = [before.lentBy, before.fields.owner ?? before.heldBefore].find(
    (id) => id !== undefined && isOnLeave(team.reps[id], today),
  );
  return lender === owner ? undefined : lender;
};

/** Keeps each lender's count of deals that others cover. */
export const withLent = (team: Team, before: Task | undefined, task: Task): Team => {
  const [old, now] = [before, task].map((one) => (one?.status === 'open' ? one.lentBy : undefined));
  return old === now ? team : counted(counted(team, old, -1), now, 1);
};

const counted = (team: Team, id: RepId | undefined, change: 1 | -1): Team => {
  const rep = id === undefined ? undefined : team.reps[id];
  if (rep === undefined) return team;
  const { lent = 0, ...rest } = rep;
  const count = lent + change;
  return { ...team, reps: { ...team.reps, [rep.id]: count === 0 ? rest : { ...rest, lent: count } } };
};
