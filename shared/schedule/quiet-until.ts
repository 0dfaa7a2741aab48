import { dayAt, instantOf, plusDays, startOfDay, type Day, type Instant } from '../domain/day.ts';
import type { Policy } from '../domain/policy.ts';
import { calendarOf, isWorkingDay, nextWorkingDay } from '../domain/working-calendar.ts';

/**
 * Null when mail and chat messages may go out at `at`; else the first instant at which they may. Quiet are the
 * hours from `mail.quietFrom` to `mail.quietTo`, and, unless the rules say to send, days that are not worked.
 *
 * @example quietUntil(Friday 21:00, defaults) // Monday 08:00, in the team's zone
 */
export const quietUntil = (at: Instant, policy: Policy): Instant | null => {
  let free = at;
  for (;;) {
    const next = endOfQuietHours(free, policy) ?? endOfDaysOff(free, policy);
    if (next === null) return free === at ? null : free;
    free = next;
  }
};

/** The day whose span from its start to the next day's start holds `at`, even where clocks go back at midnight. */
const dayHolding = (at: Instant, timeZone: string): Day => {
  const day = dayAt(at, timeZone);
  const next = plusDays(day, 1);
  return startOfDay(next, timeZone) <= at ? next : day;
};

const endOfQuietHours = (at: Instant, { mail, timeZone }: Policy): Instant | null => {
  const { quietFrom, quietTo } = mail;
  if (quietFrom === quietTo) return null;
  const overnight = quietFrom > quietTo ? 1 : 0;
  const today = dayAt(at, timeZone);
  for (const day of [plusDays(today, -1), today]) {
    const end = instantOf(plusDays(day, overnight), quietTo, timeZone);
    if (at >= instantOf(day, quietFrom, timeZone) && at < end) return end;
  }
  return null;
};

/** Where no working day comes within two years the calendar is wrong, and mail kept for ever helps nobody. */
const endOfDaysOff = (at: Instant, policy: Policy): Instant | null => {
  if (policy.mail.offDays === 'send') return null;
  const calendar = calendarOf(policy);
  const day = dayHolding(at, policy.timeZone);
  if (isWorkingDay(day, calendar)) return null;
  const next = nextWorkingDay(day, calendar);
  return next === null ? null : startOfDay(next, policy.timeZone);
};
