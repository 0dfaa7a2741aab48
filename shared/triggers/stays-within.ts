import type { Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import type { RatingCell } from '../domain/rep.ts';
import type { Scored } from '../domain/suggestion.ts';
import { isKey, keyTasksOf } from '../scoring/load.ts';
import { newWorkLimit } from '../scoring/ramp.ts';

/**
 * Whether somebody would still be within their limits after taking a task, unanswered suggestions included: the
 * points, the key tasks, and on the first days after a leave the smaller limit for new work.
 */
export const staysWithin =
  (team: Team, cell: RatingCell, today: Day) =>
  ({ rep: id, parts }: Scored): boolean => {
    const rep = team.reps[id];
    if (rep === undefined) return false;
    const load = parts.find(({ factor }) => factor === 'headroom')?.reason;
    const keys = keyTasksOf(rep.open) + (isKey(cell) ? 1 : 0);
    const limit = newWorkLimit(rep, team.policy, today);
    return (load?.code !== 'LOAD' || load.after <= limit) && keys <= team.policy.load.keyLimit;
  };
