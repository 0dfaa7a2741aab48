import { parseDay, plusDays, type Day, type Instant } from '../domain/day.ts';
import { TZDate } from '@date-fns/tz';
import type { RawCell } from '../ports/board.ts';

/** Day 0 of a spreadsheet's date serials. */
const SERIAL_ZERO = '1899-12-30' as Day;

/** `dayOfSerial(46349)` is 2026-11-23. A time of day is cut off. */
export const dayOfSerial = (serial: number): Day => plusDays(SERIAL_ZERO, Math.floor(serial));

const UTC_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

export const serialOfDay = (day: Day): number => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return (Date.UTC(year, month - 1, date) - UTC_ZERO) / DAY_MS;
};

/** Date and time as a spreadsheet shows it in the team's zone: whole minutes are enough for an audit row. */
export const serialOfInstant = (at: Instant, timeZone: string): number => {
  const local = new TZDate(at, timeZone);
  const minutes = local.getHours() * 60 + local.getMinutes();
  const day = Date.UTC(local.getFullYear(), local.getMonth(), local.getDate());
  return (day - UTC_ZERO) / DAY_MS + minutes / 1440;
};

const WRITTEN_DATE = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/;

/** A day typed as a date cell or as text, year first. Day-first and month-first spellings are too easily mistaken. */
export const readDay = (raw: RawCell): Day | null => {
  if (typeof raw === 'number') return raw >= 1 && raw < 80_000 ? dayOfSerial(raw) : null;
  const match = typeof raw === 'string' ? WRITTEN_DATE.exec(raw.normalize('NFKC').trim()) : null;
  if (match === null) return null;
  const [, year = '', month = '', day = ''] = match;
  return parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
};

/** A number typed as such or as text with separators and a currency sign: `¥12,000` is 12000. */
export const readNumber = (raw: RawCell): number | null => {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : null;
  if (typeof raw !== 'string') return null;
  const text = raw
    .normalize('NFKC')
    .trim()
    .replace(/^[¥$€£]\s*/, '');
  const wan = /^(-?[\d.,]+)\s*万$/.exec(text);
  const digits = (wan?.[1] ?? text).replace(/,(?=\d{3}(\D|$))/g, '');
  if (!/^-?\d+(\.\d+)?$/.test(digits)) return null;
  // Read as one decimal number: 0.57 × 10000 would be 5699.999999999999.
  return Number(wan ? `${digits}e4` : digits);
};

/** What stands in a cell as text, trimmed; numbers as people would type them. */
export const readText = (raw: RawCell): string => (raw === null ? '' : String(raw).trim());

/** The values with which a spreadsheet shows that a formula failed. */
const FORMULA_ERROR = /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|ERROR!)$/;
export const isFormulaError = (raw: RawCell): boolean => typeof raw === 'string' && FORMULA_ERROR.test(raw);

export const isChecked = (raw: RawCell): boolean =>
  raw === true || (typeof raw === 'string' && /^true$/i.test(raw));
