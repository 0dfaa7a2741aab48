import type { LocaleFormats } from './locale-formats.ts';
import { serialOf } from './serial-date.ts';

/** A recognised date, time or both: day number and the number format that shows it as it was typed. */
export interface ParsedDate {
  readonly serial: number;
  readonly type: 'DATE' | 'TIME' | 'DATE_TIME';
  readonly pattern: string;
}

interface DatePart {
  readonly serial: number;
  readonly pattern: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * Reads a date, a time, or a date followed by a time, in the forms a spreadsheet takes: `1/2/2026`, `2026-01-02`,
 * `Jan 2, 2026`, `2 January 2026`, `2026年1月2日`, `10:30`, `10:30:15 PM`, `25:30`.
 * `1/2` means this year. Undefined when the text is none of them or names no real day.
 */
export function parseDateTime(
  text: string,
  formats: LocaleFormats,
  thisYear: number,
): ParsedDate | undefined {
  const date = parseDate(text, formats, thisYear);
  if (date) return { ...date, type: 'DATE' };
  const time = parseTime(text);
  if (time) return { ...time, type: 'TIME' };
  const split = /^(.+?)[ T]+(\d{1,2}:\S.*)$/.exec(text);
  const datePart = split && parseDate(split[1] ?? '', formats, thisYear);
  const timePart = split && parseTime(split[2] ?? '');
  if (!datePart || !timePart || timePart.serial >= 1) return undefined;
  return {
    serial: datePart.serial + timePart.serial,
    type: 'DATE_TIME',
    pattern: `${datePart.pattern} ${timePart.pattern}`,
  };
}

function parseDate(text: string, formats: LocaleFormats, thisYear: number): DatePart | undefined {
  return (
    yearFirst(text) ??
    numeric(text, formats) ??
    numericNoYear(text, formats, thisYear) ??
    named(text, thisYear)
  );
}

function yearFirst(text: string): DatePart | undefined {
  const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (chinese) return made(chinese[1], chinese[2], chinese[3], 'yyyy"年"m"月"d"日"');
  const match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (!match) return undefined;
  const padded = match[3]?.length === 2 && match[4]?.length === 2;
  const separator = match[2] ?? '-';
  const pattern = padded ? `yyyy${separator}mm${separator}dd` : `yyyy${separator}m${separator}d`;
  return made(match[1], match[3], match[4], pattern);
}

function numeric(text: string, formats: LocaleFormats): DatePart | undefined {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (!match || (match[2] === '.' && formats.dateOrder !== 'DMY')) return undefined;
  const [, first, separator, second, year] = match;
  if (formats.dateOrder === 'YMD') return undefined;
  if (formats.dateOrder === 'DMY') return made(year, second, first, ['dd', 'mm', 'yyyy'].join(separator));
  return made(year, first, second, ['M', 'd', 'yyyy'].join(separator));
}

function numericNoYear(text: string, formats: LocaleFormats, thisYear: number): DatePart | undefined {
  const chinese = /^(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (chinese) return made(thisYear, chinese[1], chinese[2], 'm"月"d"日"');
  const match = /^(\d{1,2})([-/])(\d{1,2})$/.exec(text);
  if (!match) return undefined;
  const [, first, separator, second] = match;
  if (formats.dateOrder === 'DMY') return made(thisYear, second, first, ['d', 'm'].join(separator));
  return made(thisYear, first, second, ['M', 'd'].join(separator));
}

function named(text: string, thisYear: number): DatePart | undefined {
  const monthFirst = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:,? (\d{4}))?$/.exec(text);
  if (monthFirst) {
    const month = monthNamed(monthFirst[1]);
    const pattern = `${month?.pattern} d${monthFirst[3] ? ', yyyy' : ''}`;
    return month && made(monthFirst[3] ?? thisYear, month.number, monthFirst[2], pattern);
  }
  const dayFirst = /^(\d{1,2})([ -])([A-Za-z]{3,9})(?:\2(\d{4}))?$/.exec(text);
  if (!dayFirst) return undefined;
  const month = monthNamed(dayFirst[3]);
  const pattern = ['d', month?.pattern, ...(dayFirst[4] ? ['yyyy'] : [])].join(dayFirst[2]);
  return month && made(dayFirst[4] ?? thisYear, month.number, dayFirst[1], pattern);
}

function monthNamed(name: string | undefined): { number: number; pattern: string } | undefined {
  const lower = (name ?? '').toLowerCase();
  const short = MONTHS.indexOf(lower);
  if (short >= 0) return { number: short + 1, pattern: 'mmm' };
  const full = FULL_MONTHS.indexOf(lower);
  return full >= 0 ? { number: full + 1, pattern: 'mmmm' } : undefined;
}

type Digits = string | number | undefined;

/** Two-digit years up to 29 lie in this century, later ones in the last. */
function made(year: Digits, month: Digits, day: Digits, pattern: string): DatePart | undefined {
  const short = String(year).length <= 2;
  const full = Number(year) + (short ? (Number(year) < 30 ? 2000 : 1900) : 0);
  const serial = serialOf(full, Number(month), Number(day));
  return serial === undefined ? undefined : { serial, pattern };
}

function parseTime(text: string): DatePart | undefined {
  const match = /^(\d{1,4}):(\d{2})(?::(\d{2})(\.\d{1,3})?)?(?: ?(am|pm))?$/i.exec(text);
  if (!match) return undefined;
  const [, hourText, minuteText, secondText, fraction, half] = match;
  const [minutes, seconds] = [Number(minuteText), Number(secondText ?? 0) + Number(fraction ?? 0)];
  let hours = Number(hourText);
  if (minutes > 59 || seconds >= 60) return undefined;
  if (half) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  }
  const serial = (hours * 3600 + minutes * 60 + seconds) / 86_400;
  return { serial, pattern: timePattern(hours, secondText !== undefined, half !== undefined) };
}

function timePattern(hours: number, withSeconds: boolean, twelveHour: boolean): string {
  const tail = withSeconds ? ':mm:ss' : ':mm';
  if (twelveHour) return `h${tail} am/pm`;
  return hours >= 24 ? `[h]${tail}` : `H${tail}`;
}
