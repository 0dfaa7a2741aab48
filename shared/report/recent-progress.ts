import { dayAt, daysBetween, type Day } from '../domain/day.ts';
import type { BookEntry } from '../domain/task.ts';

/** Days that "this week" means: today and the six before. */
export const WEEK_DAYS = 7;

/**
 * Whether somebody showed progress on a task within the last seven days, today included. The day on which the
 * owner got it is no progress.
 */
export const progressedLately = (
  { progressOn, since }: Pick<BookEntry, 'progressOn' | 'since'>,
  today: Day,
  timeZone: string,
): boolean => daysBetween(progressOn, today) < WEEK_DAYS && progressOn !== dayAt(since, timeZone);
