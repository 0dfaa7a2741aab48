import { daysBetween, isoWeekday, plusDays, type Day, type Weekday } from './day.ts';
import type { Policy } from './policy.ts';

/** Which days are worked: by weekday, but never on holidays, and always on the extra days. */
export interface WorkingCalendar {
  readonly workingDays: readonly Weekday[];
  readonly holidays: readonly Day[];
  /** Days worked although weekday or holiday list say otherwise (调休). */
  readonly extraWorkingDays: readonly Day[];
}

export const calendarOf = ({ week, stale }: Policy): WorkingCalendar => ({
  ...week,
  holidays: stale.holidays,
});

/** Whether the team works on that day. Named days win over the weekday, and "worked" over "holiday". */
export const isWorkingDay = (day: Day, calendar: WorkingCalendar): boolean =>
  calendar.extraWorkingDays.includes(day) ||
  (calendar.workingDays.includes(isoWeekday(day)) && !calendar.holidays.includes(day));

/**
 * Working days after `from` up to and including `to`: with Monday to Friday, Friday to the next Monday is 1.
 * Longer than a week is counted in weeks first and the named days are put right afterwards, so that an ancient
 * date costs no more than a recent one.
 */
export const workingDaysBetween = (from: Day, to: Day, calendar: WorkingCalendar): number => {
  const total = daysBetween(from, to);
  if (total <= 0) return 0;
  const worked = new Set(calendar.workingDays);
  const byWeekday = (day: Day): boolean => worked.has(isoWeekday(day));
  const weeks = Math.floor(total / 7);
  let count = weeks * worked.size;
  for (let step = weeks * 7 + 1; step <= total; step += 1) {
    if (byWeekday(plusDays(from, step))) count += 1;
  }
  for (const day of new Set([...calendar.holidays, ...calendar.extraWorkingDays])) {
    if (day > from && day <= to) count += Number(isWorkingDay(day, calendar)) - Number(byWeekday(day));
  }
  return count;
};

/** The first working day at or after `day`, or null when none comes within two years. */
export const nextWorkingDay = (day: Day, calendar: WorkingCalendar): Day | null => {
  for (let ahead = 0; ahead <= 732; ahead += 1) {
    const one = plusDays(day, ahead);
    if (isWorkingDay(one, calendar)) return one;
  }
  return null;
};
