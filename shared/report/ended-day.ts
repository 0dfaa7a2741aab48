import type { BoardState } from '../domain/board-state.ts';
import { dayAt, startOfDay, type Instant } from '../domain/day.ts';
import { NO_COUNTS, type TeamDay } from '../domain/team-day.ts';
import { dueRuns } from '../schedule/due-runs.ts';
import { teamDay } from './make-report.ts';

/**
 * How the team stood when yesterday ended, for the first sweep of a day; null when yesterday has been closed
 * already. What happened between midnight and that sweep is in it: a quarter of an hour at most while sweeps run.
 * The counts are added by the decision, from the head as it then is. Every book must be loaded.
 */
export const endedDay = (state: BoardState, at: Instant): Omit<TeamDay, 'counts'> | null => {
  const { team } = state;
  if (!dueRuns(team, at).includes('day')) return null;
  const { timeZone } = team.policy;
  const { counts: _later, ...ended } = teamDay(
    state,
    NO_COUNTS,
    startOfDay(dayAt(at, timeZone), timeZone) - 1,
  );
  return ended;
};
