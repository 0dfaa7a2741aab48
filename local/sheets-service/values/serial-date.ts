/** Spreadsheet day numbers: whole days since 1899-12-30, the time of day as a fraction. */
const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);

/** Day number of a calendar date (month 1 to 12), or undefined when there is no such day. */
export function serialOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return Math.round((date.getTime() - EPOCH_MS) / DAY_MS);
}

/** Day number of an instant as a clock in `timeZone` shows it; with its time of day when `withTime`. */
export function serialOfInstant(instant: number, timeZone: string, withTime: boolean): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value ?? 0);
  const days = serialOf(part('year'), part('month'), part('day')) ?? 0;
  const seconds = part('hour') * 3600 + part('minute') * 60 + part('second');
  return withTime ? days + seconds / 86_400 : days;
}

/** The calendar parts of a day number. */
export function dateOfSerial(serial: number): { year: number; month: number; day: number } {
  const date = new Date(EPOCH_MS + Math.floor(serial) * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
