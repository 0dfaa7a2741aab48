import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';

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
