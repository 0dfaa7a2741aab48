import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import type { CellFormat, ExtendedValue } from '../model/book.ts';
import { localeFormats } from './locale-formats.ts';
import { parseDateTime } from './parse-date.ts';

export interface InputContext {
  readonly locale: string;
  /** For dates typed without a year. */
  readonly thisYear: number;
}

/** What typing a text into a cell gives: no value clears it; a format comes along with dates, percents, money. */
export interface ParsedInput {
  readonly value?: ExtendedValue;
  readonly numberFormat?: sheets_v4.Schema$NumberFormat;
}

/**
 * Reads a text as a spreadsheet does when a person types it (`USER_ENTERED`). A cell formatted as text takes
 * everything as text; a cell formatted as percent takes `5` for 5 %.
 *
 * @example parseInput('12.5%', context) // { value: { numberValue: 0.125 }, numberFormat: { type: 'PERCENT', … } }
 * @example parseInput("'007", context)  // { value: { stringValue: '007' } }
 */
export function parseInput(text: string, context: InputContext, format?: CellFormat): ParsedInput {
  if (text === '') return {};
  if (format?.numberFormat?.type === 'TEXT') return { value: { stringValue: text } };
  if (text.startsWith("'")) return text.length > 1 ? { value: { stringValue: text.slice(1) } } : {};
  if (text.startsWith('=') && text.length > 1) return { value: { formulaValue: text } };
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return { value: { boolValue: trimmed.toLowerCase() === 'true' } };
  const number = parseNumber(trimmed);
  if (number) return percentCell(number, format);
  const date = parseDateTime(trimmed, localeFormats(context.locale), context.thisYear);
  if (date) {
    return {
      value: { numberValue: date.serial },
      numberFormat: { type: date.type, pattern: date.pattern },
    };
  }
  return { value: { stringValue: text } };
}

function percentCell(parsed: ParsedInput, format: CellFormat | undefined): ParsedInput {
  const number = parsed.value?.numberValue;
  if (number == null || parsed.numberFormat || format?.numberFormat?.type !== 'PERCENT') return parsed;
  return { value: { numberValue: number / 100 } };
}

const NUMBER =
  /^(?<open>\()?(?<sign>[+-])?(?<money>[$€£¥₩])?(?<sign2>[+-])?(?<digits>\d{1,3}(?:,\d{3})+|\d+)?(?<decimals>\.\d*)?(?<exponent>[eE][+-]?\d+)?(?<percent> ?%)?(?<close>\))?$/;

/** `1,234.5`, `-$3`, `(12)`, `45%`, `1e3`, `.5`; undefined for anything else. */
function parseNumber(text: string): ParsedInput | undefined {
  const parts = NUMBER.exec(text)?.groups;
  if (!parts || !wellFormed(parts)) return undefined;
  const size = sizeOf(parts) / (parts['percent'] ? 100 : 1);
  if (!Number.isFinite(size)) return undefined;
  const negative = parts['open'] !== undefined || parts['sign'] === '-' || parts['sign2'] === '-';
  const numberFormat = typedFormat(parts);
  return {
    value: { numberValue: negative && size !== 0 ? -size : size },
    ...(numberFormat && { numberFormat }),
  };
}

function sizeOf({ digits = '', decimals = '', exponent = '' }: Record<string, string | undefined>): number {
  return Number(`${digits.replaceAll(',', '') || '0'}${decimals === '.' ? '' : decimals}${exponent}`);
}

function wellFormed(parts: Record<string, string | undefined>): boolean {
  if (parts['digits'] === undefined && !/^\.\d/.test(parts['decimals'] ?? '')) return false;
  if ((parts['open'] === undefined) !== (parts['close'] === undefined)) return false;
  if (parts['open'] !== undefined && parts['sign'] !== undefined) return false;
  return parts['sign'] === undefined || parts['sign2'] === undefined;
}

function typedFormat(parts: Record<string, string | undefined>): sheets_v4.Schema$NumberFormat | undefined {
  const cents = (parts['decimals'] ?? '.').length > 1;
  const { money, percent, exponent, digits } = parts;
  if (money) return { type: 'CURRENCY', pattern: `"${money}"#,##0${cents ? '.00' : ''}` };
  if (percent) return { type: 'PERCENT', pattern: cents ? '0.00%' : '0%' };
  if (exponent) return { type: 'SCIENTIFIC', pattern: '0.00E+00' };
  if (digits?.includes(',')) return { type: 'NUMBER', pattern: cents ? '#,##0.00' : '#,##0' };
  return undefined;
}
