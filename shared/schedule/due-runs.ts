import type { Run, Team } from '../domain/board-state.ts';
import { dayAt, startOfDay, type Instant } from '../domain/day.ts';
import { isDue, lastDue } from './last-due.ts';

/** In the order in which they are done: the weekly report speaks of days that are closed. */
const RUNS: readonly Run[] = ['day', 'weekly'];

/** The time for which a run is done, when it is done at `at`: the start of today, or the last report time. */
export const runDueAt = (run: Run, { policy }: Team, at: Instant): Instant =>
  run === 'weekly'
    ? lastDue(at, policy.reports, policy.timeZone)
    : startOfDay(dayAt(at, policy.timeZone), policy.timeZone);

/**
 * The team's regular runs that a sweep at `at` has to do. `day` closes the days before today, `weekly` sends the
 * reports. After any standstill each is done once. Runs that never were, of a new team, are not due: there is
 * nothing to report of the time before the team existed; see `newRuns`.
 */
export const dueRuns = (team: Team, at: Instant): readonly Run[] =>
  RUNS.filter((run) => {
    const { day, weekly } = team.ran ?? {};
    if (run === 'day') return day !== undefined && dayAt(at, team.policy.timeZone) > day;
    return weekly !== undefined && isDue(weekly, at, team.policy.reports, team.policy.timeZone);
  });

/** Runs of which the team knows nothing yet: they count as done by now, so that the next one is a whole one. */
export const newRuns = (team: Team): readonly Run[] => RUNS.filter((run) => team.ran?.[run] === undefined);
