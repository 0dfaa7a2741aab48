import { dateOfSerial, serialOf, serialOfInstant } from '../values/serial-date.ts';
import { formatByPattern } from '../values/format-value.ts';
import { parseInput } from '../values/parse-input.ts';
import { CRITERIA_FUNCTIONS } from './criteria-functions.ts';
import type { FormulaScope } from './evaluate-formula.ts';
import { FormulaError, toNumber, toText, type Matrix, type Scalar } from './formula-values.ts';

type OwnFunction = (values: readonly (Scalar | Matrix)[], scope: FormulaScope) => Scalar | Matrix;

const first = (value: Scalar | Matrix | undefined): Scalar =>
  Array.isArray(value) ? (value[0]?.[0] ?? null) : (value ?? null);

/** The numbers among the arguments: inside ranges only real numbers count, given directly all that read as one. */
function numbers(values: readonly (Scalar | Matrix)[]): number[] {
  return values.flatMap((value) => {
    if (Array.isArray(value)) return value.flat().filter((item) => typeof item === 'number');
    const number = value === null ? undefined : toNumber(value);
    return typeof number === 'number' ? [number] : [];
  });
}

const sum = (list: readonly number[]) => list.reduce((total, number) => total + number, 0);
const cells = (values: readonly (Scalar | Matrix)[]): Scalar[] =>
  values.flatMap((value) => (Array.isArray(value) ? value.flat() : [value]));

/** A function of numbers, each taken from one argument. */
const numeric =
  (calculate: (...numbers: number[]) => Scalar): OwnFunction =>
  (values) => {
    const list = values.map((value) => toNumber(first(value)));
    const error = list.find((value) => value instanceof FormulaError);
    return error ?? calculate(...(list as number[]));
  };

const NUM = new FormulaError('NUM');

/** DATE takes months and days out of range: month 13 is January of the next year. */
function date(year: number, month: number, day: number): Scalar {
  const monthIndex = Math.floor(month) - 1;
  const start = serialOf(
    Math.floor(year) + Math.floor(monthIndex / 12),
    (((monthIndex % 12) + 12) % 12) + 1,
    1,
  );
  return start === undefined ? NUM : start + Math.floor(day) - 1;
}

/** The same day `months` later, or the last day of a shorter month. */
function monthsLater(serial: number, months: number): { year: number; month: number; day: number } {
  const { year, month, day } = dateOfSerial(serial);
  const index = month - 1 + Math.trunc(months);
  return { year: year + Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1, day };
}

function edate(serial: number, months: number): Scalar {
  const { year, month, day } = monthsLater(serial, months);
  return serialOf(year, month, day) ?? eomonth(serial, months);
}

function eomonth(serial: number, months: number): Scalar {
  const { year, month } = monthsLater(serial, months + 1);
  return (serialOf(year, month, 1) ?? 0) - 1;
}

const WEEK_STARTS: Readonly<Record<number, number>> = { 1: 0, 2: 1, 3: 1 };

/** Day of the week: type 1 counts from Sunday = 1, type 2 from Monday = 1, type 3 from Monday = 0. */
function weekday(serial: number, type = 1): Scalar {
  const start = WEEK_STARTS[type];
  if (start === undefined) return NUM;
  const sundayFirst = (((Math.floor(serial) - 1) % 7) + 7) % 7;
  const offset = (sundayFirst - start + 7) % 7;
  return type === 3 ? offset : offset + 1;
}

const clock = (part: (seconds: number) => number) =>
  numeric((serial) => part(Math.round((serial - Math.floor(serial)) * 86_400)));

const now =
  (withTime: boolean): OwnFunction =>
  (_values, { book, now: instant }) =>
    serialOfInstant(instant, book.meta.properties.timeZone ?? 'Etc/GMT', withTime);

const text: OwnFunction = ([value, pattern]) => {
  const shown = toText(first(pattern));
  if (shown instanceof FormulaError) return shown;
  const subject = first(value);
  return formatByPattern(shown, subject instanceof FormulaError ? null : subject);
};

const value: OwnFunction = ([given], { book }) => {
  const subject = first(given);
  if (typeof subject !== 'string') return toNumber(subject);
  const context = { locale: book.meta.properties.locale ?? 'en_US', thisYear: 2000 };
  return parseInput(subject, context).value?.numberValue ?? new FormulaError('VALUE');
};

/** Joins what is not empty when asked to. */
const textJoin: OwnFunction = ([delimiter, skipEmpty, ...rest]) => {
  const parts = cells(rest).map((item) => toText(item) as string);
  const joined = toText(first(delimiter));
  if (joined instanceof FormulaError) return joined;
  return parts.filter((part) => part !== '' || first(skipEmpty) !== true).join(joined);
};

/** Functions where a spreadsheet's rules differ from the library's, or that need the workbook. */
export const OWN_FUNCTIONS: Readonly<Record<string, OwnFunction>> = {
  SUM: (values) => sum(numbers(values)),
  AVERAGE: (values) => {
    const list = numbers(values);
    return list.length === 0 ? new FormulaError('DIVIDE_BY_ZERO') : sum(list) / list.length;
  },
  MIN: (values) =>
    numbers(values).reduce((least, number) => Math.min(least, number), numbers(values)[0] ?? 0),
  MAX: (values) => numbers(values).reduce((most, number) => Math.max(most, number), numbers(values)[0] ?? 0),
  COUNT: (values) => numbers(values).length,
  COUNTA: (values) => cells(values).filter((item) => item !== null).length,
  COUNTBLANK: (values) => cells(values).filter((item) => item === null || item === '').length,
  JOIN: ([delimiter, ...rest], scope) => textJoin([delimiter ?? '', false, ...rest], scope),
  TEXTJOIN: textJoin,
  TEXT: text,
  VALUE: value,
  TODAY: now(false),
  NOW: now(true),
  DATE: numeric(date),
  YEAR: numeric((serial) => dateOfSerial(serial).year),
  MONTH: numeric((serial) => dateOfSerial(serial).month),
  DAY: numeric((serial) => dateOfSerial(serial).day),
  HOUR: clock((seconds) => Math.floor(seconds / 3600) % 24),
  MINUTE: clock((seconds) => Math.floor(seconds / 60) % 60),
  SECOND: clock((seconds) => seconds % 60),
  WEEKDAY: numeric(weekday),
  DAYS: numeric((end, start) => Math.floor(end) - Math.floor(start)),
  EDATE: numeric(edate),
  EOMONTH: numeric(eomonth),
  NA: () => new FormulaError('N_A'),
  ...CRITERIA_FUNCTIONS,
};
