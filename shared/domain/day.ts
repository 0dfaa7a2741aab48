import { TZDate, tzOffset } from '@date-fns/tz';
import { format } from 'date-fns';
import { minutesOf, type ClockTime } from './clock-time.ts';

/**
 * A calendar day in the team's time zone, `yyyy-MM-dd`. Staleness is counted in days, so days are what is
 * stored: a daylight-saving change or a server in another zone cannot shift them.
 */
export type Day = string & { readonly __day: unique symbol };

/** Milliseconds since 1970-01-01T00:00Z. Comes in with the event; the core never asks for the time. */
export type Instant = number;

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/**
 * Days since 1970-01-01. Counted in UTC, which has no clock changes and leaves out no day: calculating in the
 * server's own zone would make the answer depend on where it stands.
 */
const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const dayOfNumber = (number: number): Day => new Date(number * DAY_MS).toISOString().slice(0, 10) as Day;

/** The day `text` names, or null unless it is a real date: `2026-02-30` is refused. */
export const parseDay = (text: string): Day | null => {
  if (!DAY_PATTERN.test(text)) return null;
  const number = dayNumber(text as Day);
  return Number.isFinite(number) && dayOfNumber(number) === text ? (text as Day) : null;
};

/** The calendar day at `at` in an IANA time zone. `dayAt(0, 'Asia/Shanghai')` is `1970-01-01`. */
export const dayAt = (at: Instant, timeZone: string): Day =>
  format(new TZDate(at, timeZone), 'yyyy-MM-dd') as Day;

/** Whole calendar days from one day to a later one; negative when `to` lies before `from`. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

export const plusDays = (day: Day, days: number): Day => dayOfNumber(dayNumber(day) + days);

/** Monday to Sunday as ISO 8601 counts them. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** 1 = Monday … 7 = Sunday. Day 4 was a Monday. `isoWeekday('2026-11-23')` is 1. */
export const isoWeekday = (day: Day): Weekday => (((((dayNumber(day) - 4) % 7) + 7) % 7) + 1) as Weekday;

const MINUTE_MS = 60_000;
const offsetAt = (at: Instant, timeZone: string): number => tzOffset(timeZone, new Date(at)) * MINUTE_MS;

/**
 * When the clocks of a time zone show `time` on `day`. A time that the clocks leave out, because they go forward
 * or because the whole day is left out, is the first instant after the gap; of a time that comes twice, the first.
 *
 * @example instantOf('2026-03-29', '02:30', 'Europe/Berlin') // 01:00Z, when the clocks jump from 2 to 3
 */
export const instantOf = (day: Day, time: ClockTime, timeZone: string): Instant => {
  const asUtc = dayNumber(day) * DAY_MS + minutesOf(time) * MINUTE_MS;
  // No zone is further than 14 hours from UTC, and no zone changes its clocks twice within three days.
  const byOld = asUtc - offsetAt(asUtc - 1.5 * DAY_MS, timeZone);
  const byNew = asUtc - offsetAt(asUtc + 1.5 * DAY_MS, timeZone);
  const shown = [byOld, byNew].filter((at) => at + offsetAt(at, timeZone) === asUtc);
  return shown.length > 0 ? Math.min(...shown) : changeBetween(byNew, byOld, timeZone);
};

/** The first instant with the offset of `late`, when the clocks change once after `early`. */
const changeBetween = (early: Instant, late: Instant, timeZone: string): Instant => {
  const offset = offsetAt(late, timeZone);
  let [before, from] = [early, late];
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (offsetAt(middle, timeZone) === offset) from = middle;
    else before = middle;
  }
  return from;
};

/** The first instant of a day in a time zone; not midnight where the clocks leave midnight out. */
export const startOfDay = (day: Day, timeZone: string): Instant => instantOf(day, '00:00', timeZone);
