import type { ExtendedValue, StoredCell } from '../model/book.ts';
import { parseInput, type InputContext, type ParsedInput } from './parse-input.ts';

/**
 * A cell after a plain value was entered: formats, notes and rules stay, rich text of the old value goes. A
 * number format that comes with the typed text (a date, a percent) is taken only by cells that have none.
 * The very same cell comes back when nothing changes; undefined when nothing is left in it.
 */
export function enterValue(
  before: StoredCell | undefined,
  given: unknown,
  input: 'RAW' | 'USER_ENTERED',
  context: InputContext,
): StoredCell | undefined {
  const parsed = parsedValue(given, input, context, before);
  if (!parsed.value) return emptied(before);
  const { userEnteredValue: old, textFormatRuns: runs, ...rest } = before ?? {};
  const format = rest.userEnteredFormat;
  const takesFormat = parsed.numberFormat && !format?.numberFormat;
  if (old && !takesFormat && !runs && sameValue(old, parsed.value)) return before;
  return {
    userEnteredValue: parsed.value,
    ...rest,
    ...(takesFormat && { userEnteredFormat: { ...format, numberFormat: parsed.numberFormat } }),
  };
}

function emptied(before: StoredCell | undefined): StoredCell | undefined {
  const { userEnteredValue, textFormatRuns, ...rest } = before ?? {};
  if (!userEnteredValue && !textFormatRuns) return before;
  return Object.keys(rest).length > 0 ? rest : undefined;
}

function parsedValue(
  given: unknown,
  input: 'RAW' | 'USER_ENTERED',
  context: InputContext,
  before: StoredCell | undefined,
): ParsedInput {
  if (typeof given === 'number') return { value: { numberValue: given } };
  if (typeof given === 'boolean') return { value: { boolValue: given } };
  const text = typeof given === 'string' ? given : '';
  if (input === 'USER_ENTERED') return parseInput(text, context, before?.userEnteredFormat);
  return text === '' ? {} : { value: { stringValue: text } };
}

/** True when both say the same value. */
export function sameValue(a: ExtendedValue, b: ExtendedValue): boolean {
  return (
    a.stringValue === b.stringValue &&
    a.numberValue === b.numberValue &&
    a.boolValue === b.boolValue &&
    a.formulaValue === b.formulaValue &&
    a.errorValue?.type === b.errorValue?.type
  );
}
