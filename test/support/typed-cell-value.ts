/** How the in-memory book reads what a person typed: a small part of Google's USER_ENTERED rules. */
import type { sheets_v4 } from '../../functions/adapters/google-sheets-client.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);

/** The value part of a cell for an input; `{}` clears it. */
export function cellFromTyping(input: string | number | boolean | null): sheets_v4.Schema$CellData {
  if (input === null || input === '') return {};
  if (typeof input === 'boolean') return withValue({ boolValue: input }, input ? 'TRUE' : 'FALSE');
  if (typeof input === 'number') return withValue({ numberValue: input }, String(input));
  if (input.startsWith("'")) return withValue({ stringValue: input.slice(1) }, input.slice(1));
  if (input.startsWith('=')) {
    return { userEnteredValue: { formulaValue: input }, effectiveValue: { stringValue: input } };
  }
  const date = DATE.exec(input);
  if (date) {
    const days =
      (Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) - SERIAL_EPOCH) / 86_400_000;
    return {
      ...withValue({ numberValue: days }, input),
      userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } },
    };
  }
  if (/^(true|false)$/i.test(input)) return cellFromTyping(input.toLowerCase() === 'true');
  if (/^-?\d+(\.\d+)?$/.test(input)) return cellFromTyping(Number(input));
  return withValue({ stringValue: input }, input);
}

function withValue(value: sheets_v4.Schema$ExtendedValue, text: string): sheets_v4.Schema$CellData {
  return { userEnteredValue: value, effectiveValue: value, formattedValue: text };
}
