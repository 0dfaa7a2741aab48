import { daysBetween, type Day } from '../domain/day.ts';
import type { Policy } from '../domain/policy.ts';
import { calendarOf, workingDaysBetween } from '../domain/working-calendar.ts';
import type { BookEntry, Light } from '../domain/task.ts';
import { cellOf, typeOf } from '../scoring/load.ts';

/** Days without progress, as the rules count them. Never negative. */
export const staleDays = (progressOn: Day, today: Day, policy: Policy): number =>
  Math.max(
    0,
    policy.stale.count === 'working'
      ? workingDaysBetween(progressOn, today, calendarOf(policy))
      : daysBetween(progressOn, today),
  );

/** Days without progress after which a task is red. */
export const redAfter = (entry: BookEntry, { stale }: Policy): number =>
  stale.redDaysByType[typeOf(cellOf(entry.rating))] ?? stale.redDays;

/** Yellow from 5 days, red after 7, by default (spec 3.3). Closed tasks are green. */
export const staleLight = (entry: BookEntry, days: number, policy: Policy): Light => {
  if (entry.status !== 'open') return 'green';
  const red = redAfter(entry, policy);
  if (days > red) return 'red';
  return days >= Math.min(policy.stale.yellowDays, red) ? 'yellow' : 'green';
};

/**
 * The number of days at which a task is raised with the supervisor: first when it turns red, then again each
 * `repeatDays`: with the defaults at 7 (on day 8), 14, 21 … A raise already made is not made again.
 */
export const raiseLevel = (entry: BookEntry, days: number, policy: Policy): number => {
  const red = redAfter(entry, policy);
  if (entry.status !== 'open' || days <= red) return 0;
  return red + Math.floor((days - red) / policy.stale.repeatDays) * policy.stale.repeatDays;
};
