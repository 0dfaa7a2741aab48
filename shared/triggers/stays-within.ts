import type { Team } from '../domain/board-state.ts';
import type { RatingCell } from '../domain/rep.ts';
import type { Scored } from '../domain/suggestion.ts';
import { isKey, keyTasksOf } from '../scoring/load.ts';

/** Whether somebody would still be within both limits after taking a task: relief must not overload the next one. */
export const staysWithin =
  (team: Team, cell: RatingCell) =>
  ({ rep, parts }: Scored): boolean => {
    const load = parts.find(({ factor }) => factor === 'headroom')?.reason;
    const keys = keyTasksOf(team.reps[rep]?.open ?? {}) + (isKey(cell) ? 1 : 0);
    return (load?.code !== 'LOAD' || load.after <= load.limit) && keys <= team.policy.load.keyLimit;
  };
