import type { ClockTime } from '../domain/clock-time.ts';
import { dayAt, instantOf, isoWeekday, plusDays, type Instant, type Weekday } from '../domain/day.ts';

/** Once a week, on the clocks of a time zone. */
export interface Weekly {
  readonly weekday: Weekday;
  readonly time: ClockTime;
}

/**
 * The most recent time at or before `at` at which a weekly run was due. A time that the clocks leave out on that
 * day is the first instant after the gap; of a time that comes twice, the first.
 *
 * @example lastDue(Tuesday noon, { weekday: 1, time: '08:30' }, zone) // Monday 08:30, the day before
 */
export const lastDue = (at: Instant, { weekday, time }: Weekly, timeZone: string): Instant => {
  // From the next day on, since where clocks go back over midnight tomorrow's first minutes are over already.
  const start = plusDays(dayAt(at, timeZone), 1);
  const day = plusDays(start, -((isoWeekday(start) - weekday + 7) % 7));
  const due = instantOf(day, time, timeZone);
  return due <= at ? due : instantOf(plusDays(day, -7), time, timeZone);
};

/** No weekly run follows another within this time, so that moving the clock time or zone repeats none. */
const SETTLED_MS = 36 * 3_600_000;

/**
 * Whether a weekly run has to be done at `at`, when it was last done for `lastDone` (the time it was due, not
 * when it ran). However many were missed, one makes up for them; done is done, however often this is asked.
 */
export const isDue = (
  lastDone: Instant | undefined,
  at: Instant,
  weekly: Weekly,
  timeZone: string,
): boolean => lastDone === undefined || lastDue(at, weekly, timeZone) - lastDone >= SETTLED_MS;
