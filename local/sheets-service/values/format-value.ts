import { format } from 'numfmt';
import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import type { ExtendedValue } from '../model/book.ts';
import { localeFormats } from './locale-formats.ts';

const OPTIONS = { leap1900: false, dateSpanLarge: true, throws: false } as const;

/** Shows a value as the cell shows it: `1234.5` with `#,##0.00` is `1,234.50`. */
export function formatValue(
  value: ExtendedValue,
  numberFormat: sheets_v4.Schema$NumberFormat | undefined,
  locale: string,
): string {
  if (value.stringValue != null) return value.stringValue;
  if (value.boolValue != null) return value.boolValue ? 'TRUE' : 'FALSE';
  if (value.numberValue != null) return formatNumber(value.numberValue, numberFormat, locale);
  if (value.errorValue) return ERROR_TEXTS[value.errorValue.type ?? ''] ?? '#ERROR!';
  return value.formulaValue ?? '';
}

export const ERROR_TEXTS: Readonly<Record<string, string>> = {
  ERROR: '#ERROR!',
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  LOADING: 'Loading...',
};

function formatNumber(
  value: number,
  numberFormat: sheets_v4.Schema$NumberFormat | undefined,
  locale: string,
): string {
  const pattern = numberFormat && patternOf(numberFormat, locale);
  return pattern === undefined ? formatPlain(value) : formatByPattern(pattern, value);
}

/** Applies an Excel-style pattern, e.g. `yyyy-mm-dd` to 46023 or `0.0%` to 0.5. */
export function formatByPattern(pattern: string, value: string | number | boolean | null): string {
  return format(pattern, value, OPTIONS);
}

/** The pattern of a number format; a type alone means the locale's usual one. Undefined means automatic. */
export function patternOf(numberFormat: sheets_v4.Schema$NumberFormat, locale: string): string | undefined {
  if (numberFormat.pattern) return numberFormat.pattern;
  const formats = localeFormats(locale);
  switch (numberFormat.type) {
    case 'DATE':
      return formats.datePattern;
    case 'TIME':
      return formats.timePattern;
    case 'DATE_TIME':
      return `${formats.datePattern} H:mm:ss`;
    case 'NUMBER':
      return '#,##0.00';
    case 'PERCENT':
      return '0.00%';
    case 'CURRENCY':
      return `"${formats.currency}"#,##0.00`;
    case 'SCIENTIFIC':
      return '0.00E+00';
    default:
      return undefined;
  }
}

/** Automatic format: whole numbers in full up to 15 digits, fractions to ten significant digits. */
export function formatPlain(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-6) return scientific(value);
  return String(Number(value.toPrecision(10)));
}

function scientific(value: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(5).split('e');
  const power = Number(exponent);
  const padded = String(Math.abs(power)).padStart(2, '0');
  return `${Number(mantissa)}E${power < 0 ? '-' : '+'}${padded}`;
}
