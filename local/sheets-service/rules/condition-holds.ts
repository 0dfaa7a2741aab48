import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { resolveA1 } from '../a1/resolve-range.ts';
import { evaluateFormula } from '../formula/evaluate-formula.ts';
import type { Book, ExtendedValue, SheetState } from '../model/book.ts';
import type { Evaluator } from '../read/evaluate.ts';
import { formatValue } from '../values/format-value.ts';
import { parseInput, type InputContext } from '../values/parse-input.ts';

type Condition = sheets_v4.Schema$BooleanCondition;

/** What conditions are judged against. */
export interface ConditionContext {
  readonly book: Book;
  readonly evaluator: Evaluator;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly input: InputContext;
  /** Day number of today in the workbook's time zone. */
  readonly today: number;
}

/** The cell a condition is about; only formulas need to know. */
export interface ConditionPlace {
  readonly sheet: SheetState;
  readonly row: number;
  readonly column: number;
}

type Judge = (
  value: ExtendedValue | undefined,
  given: readonly string[],
  context: ConditionContext,
  place: ConditionPlace | undefined,
) => boolean;

const numeric =
  (judge: (value: number, a: number, b: number) => boolean): Judge =>
  (value, given, { input }) => {
    const [a, b] = [numberOf(given[0], input), numberOf(given[1], input)];
    return value?.numberValue != null && a !== undefined && judge(value.numberValue, a, b ?? a);
  };

const textual =
  (judge: (text: string, wanted: string) => boolean): Judge =>
  (value, given, { input }) =>
    value !== undefined && judge(textOf(value, input).toLowerCase(), (given[0] ?? '').toLowerCase());

const dated =
  (judge: (value: number, a: number, b: number) => boolean): Judge =>
  (value, given, context) => {
    const [a, b] = given.map((text) => dateOf(text, context));
    return value?.numberValue != null && a !== undefined && judge(Math.floor(value.numberValue), a, b ?? a);
  };

const oneOfList: Judge = (value, given, { input }) =>
  value !== undefined && given.includes(textOf(value, input));

const oneOfRange: Judge = (value, given, { book, evaluator, input }) => {
  if (!value) return false;
  const range = resolveA1(book, (given[0] ?? '').replace(/^=/, '').replaceAll('$', ''));
  const wanted = textOf(value, input);
  for (let row = range.startRow; row < Math.min(range.endRow, range.sheet.rows.length); row += 1) {
    for (let column = range.startColumn; column < range.endColumn; column += 1) {
      const found = evaluator.valueAt(range.sheet, row, column);
      if (found && textOf(found, input) === wanted) return true;
    }
  }
  return false;
};

const checkbox: Judge = (value, given, { input }) =>
  value !== undefined && (given.length > 0 ? given.includes(textOf(value, input)) : value.boolValue != null);

/** True when the formula gives TRUE or a number other than zero. */
const customFormula: Judge = (_value, given, { book, evaluator, now }, place) => {
  if (!place) return true;
  const result = evaluateFormula(given[0] ?? '', { ...place, book, now, valueAt: evaluator.valueAt });
  return result === true || (typeof result === 'number' && result !== 0);
};

const JUDGES: Readonly<Record<string, Judge>> = {
  NUMBER_GREATER: numeric((value, a) => value > a),
  NUMBER_GREATER_THAN_EQ: numeric((value, a) => value >= a),
  NUMBER_LESS: numeric((value, a) => value < a),
  NUMBER_LESS_THAN_EQ: numeric((value, a) => value <= a),
  NUMBER_EQ: numeric((value, a) => value === a),
  NUMBER_NOT_EQ: numeric((value, a) => value !== a),
  NUMBER_BETWEEN: numeric((value, a, b) => value >= Math.min(a, b) && value <= Math.max(a, b)),
  NUMBER_NOT_BETWEEN: numeric((value, a, b) => value < Math.min(a, b) || value > Math.max(a, b)),
  TEXT_CONTAINS: textual((text, wanted) => text.includes(wanted)),
  TEXT_NOT_CONTAINS: textual((text, wanted) => !text.includes(wanted)),
  TEXT_STARTS_WITH: textual((text, wanted) => text.startsWith(wanted)),
  TEXT_ENDS_WITH: textual((text, wanted) => text.endsWith(wanted)),
  TEXT_EQ: textual((text, wanted) => text === wanted),
  TEXT_NOT_EQ: textual((text, wanted) => text !== wanted),
  TEXT_IS_EMAIL: textual((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)),
  TEXT_IS_URL: textual((text) => /^(https?:\/\/|ftp:\/\/|mailto:)?[^\s.]+\.\S+$/.test(text)),
  DATE_EQ: dated((value, a) => value === a),
  DATE_NOT_EQ: dated((value, a) => value !== a),
  DATE_BEFORE: dated((value, a) => value < a),
  DATE_AFTER: dated((value, a) => value > a),
  DATE_ON_OR_BEFORE: dated((value, a) => value <= a),
  DATE_ON_OR_AFTER: dated((value, a) => value >= a),
  DATE_BETWEEN: dated((value, a, b) => value >= a && value <= b),
  DATE_NOT_BETWEEN: dated((value, a, b) => value < a || value > b),
  DATE_IS_VALID: (value) => value?.numberValue != null,
  ONE_OF_LIST: oneOfList,
  ONE_OF_RANGE: oneOfRange,
  BOOLEAN: checkbox,
  CUSTOM_FORMULA: customFormula,
  BLANK: (value) => value === undefined || value.stringValue === '',
  NOT_BLANK: (value) => value !== undefined && value.stringValue !== '',
};

/** Whether a value meets a condition of a validation rule, filter or conditional format. */
export function conditionHolds(
  condition: Condition | undefined,
  value: ExtendedValue | undefined,
  context: ConditionContext,
  place?: ConditionPlace,
): boolean {
  const judge = JUDGES[condition?.type ?? ''];
  if (!judge) return true;
  const given = condition?.values?.map((one) => one.userEnteredValue ?? one.relativeDate ?? '') ?? [];
  return judge(value, given, context, place);
}

function textOf(value: ExtendedValue, { locale }: InputContext): string {
  return formatValue(value, undefined, locale);
}

function numberOf(text: string | undefined, input: InputContext): number | undefined {
  return text === undefined ? undefined : (parseInput(text, input).value?.numberValue ?? undefined);
}

const RELATIVE: Readonly<Record<string, number>> = {
  PAST_YEAR: -365,
  PAST_MONTH: -30,
  PAST_WEEK: -7,
  YESTERDAY: -1,
  TODAY: 0,
  TOMORROW: 1,
};

function dateOf(text: string, { today, input }: ConditionContext): number | undefined {
  const days = RELATIVE[text];
  return days === undefined ? numberOf(text, input) : today + days;
}
