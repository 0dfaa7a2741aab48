import { clockTimeOf, type ClockTime } from '../domain/clock-time.ts';

const DAY_MINUTES = 1440;
const HALF_BEFORE = /^(上午|早上|早晨|凌晨|中午|下午|傍晚|晚上)\s*/;
const HALF_AFTER = /\s*([ap])\.?m\.?$/;
const BY_CLOCK = /^(\d{1,2})[:.h](\d{2})(?::00)?$/;
const IN_CHINESE = /^(\d{1,2})\s*[点时](?:\s*(半|\d{1,2})分?)?$/;
const FULL_HOUR = /^(\d{1,2})(h?)$/;

/**
 * A time of day as people type it, or as a spreadsheet keeps it: the fraction of a day. Null for anything else;
 * whole numbers above 0 are refused: 8 may be meant as an hour, but a spreadsheet's 1 is 24:00.
 *
 * @example readClockTime(0.3541666666666667) // '08:30'
 * @example readClockTime('下午8点半') // '20:30'
 */
export const readClockTime = (raw: string | number): ClockTime | null => {
  if (typeof raw === 'number') return ofFraction(raw);
  const text = raw.normalize('NFKC').trim().toLowerCase();
  const half = HALF_BEFORE.exec(text)?.[1] ?? HALF_AFTER.exec(text)?.[1] ?? null;
  const typed = partsOf(text.replace(HALF_BEFORE, '').replace(HALF_AFTER, ''), half !== null);
  if (typed === null) return null;
  const hour = half === null ? typed.hour : onTwoHalves(typed.hour, half);
  return hour === null || hour > 23 || typed.minute > 59 ? null : clockTimeOf(hour * 60 + typed.minute);
};

const ofFraction = (fraction: number): ClockTime | null => {
  const minutes = Math.round(fraction * DAY_MINUTES);
  return fraction >= 0 && minutes < DAY_MINUTES ? clockTimeOf(minutes) : null;
};

/** `8` alone names no time; with the half of the day, or as `8h`, it is the full hour. */
const partsOf = (text: string, halfGiven: boolean): { hour: number; minute: number } | null => {
  const match = BY_CLOCK.exec(text) ?? IN_CHINESE.exec(text);
  if (match !== null) {
    const [, hour, minute = '0'] = match;
    return { hour: Number(hour), minute: minute === '半' ? 30 : Number(minute) };
  }
  const [, hour, h = ''] = FULL_HOUR.exec(text) ?? [];
  return hour === undefined || (h === '' && !halfGiven) ? null : { hour: Number(hour), minute: 0 };
};

/** First and last hour, on 24, that a half of the day can mean. */
const HALVES: Readonly<Record<string, readonly [number, number]>> = {
  a: [0, 11],
  p: [12, 23],
  凌晨: [0, 6],
  早上: [4, 11],
  早晨: [4, 11],
  上午: [6, 12],
  中午: [11, 14],
  下午: [12, 19],
  傍晚: [16, 20],
  晚上: [17, 24],
};

/** The hour as typed, or twelve hours on, or 12 as 0: whichever the half of the day allows. Null when none does. */
const onTwoHalves = (hour: number, half: string): number | null => {
  const [first, last] = HALVES[half] ?? [0, 23];
  const fitting = [hour, hour + 12, hour - 12].find(
    (one) => one >= first && one <= last && !(hour > 12 && one !== hour),
  );
  return fitting === undefined ? null : fitting % 24;
};
