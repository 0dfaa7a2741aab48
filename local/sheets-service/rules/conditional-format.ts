import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { moveRelative } from '../formula/rewrite-references.ts';
import type { CellFormat, GridRange, SheetState } from '../model/book.ts';
import { eightBitColor } from '../model/colors.ts';
import { contains } from '../person/check-protection.ts';
import { conditionHolds, type ConditionContext } from './condition-holds.ts';

type Rule = sheets_v4.Schema$ConditionalFormatRule;
type Point = sheets_v4.Schema$InterpolationPoint;

/** The format that the sheet's rules add to a cell: that of the first rule that is true. */
export function conditionalFormat(
  context: ConditionContext,
  sheet: SheetState,
  row: number,
  column: number,
): CellFormat | undefined {
  for (const rule of sheet.meta.conditionalFormats ?? []) {
    if (!rule.ranges?.some((range) => contains(range, { row, column }))) continue;
    const format = rule.booleanRule
      ? booleanFormat(rule, context, sheet, row, column)
      : gradientFormat(rule, context, sheet, row, column);
    if (format) return format;
  }
  return undefined;
}

function booleanFormat(
  { ranges, booleanRule }: Rule,
  context: ConditionContext,
  sheet: SheetState,
  row: number,
  column: number,
): CellFormat | undefined {
  const condition = booleanRule?.condition;
  if (!condition) return undefined;
  const anchor = { row: ranges?.[0]?.startRowIndex ?? 0, column: ranges?.[0]?.startColumnIndex ?? 0 };
  const here = relativeCondition(condition, row - anchor.row, column - anchor.column);
  const value = context.evaluator.valueAt(sheet, row, column);
  return conditionHolds(here, value, context, { sheet, row, column }) ? booleanRule.format : undefined;
}

/** A formula is written for the first cell of its range; for the others its references move along. */
export function relativeCondition(
  condition: sheets_v4.Schema$BooleanCondition,
  rows: number,
  columns: number,
): sheets_v4.Schema$BooleanCondition {
  if (rows === 0 && columns === 0) return condition;
  const values = condition.values?.map((value) =>
    value.userEnteredValue?.startsWith('=') && condition.type === 'CUSTOM_FORMULA'
      ? { ...value, userEnteredValue: moveRelative(value.userEnteredValue, rows, columns) }
      : value,
  );
  return { ...condition, ...(values && { values }) };
}

function gradientFormat(
  { ranges, gradientRule }: Rule,
  context: ConditionContext,
  sheet: SheetState,
  row: number,
  column: number,
): CellFormat | undefined {
  const value = context.evaluator.valueAt(sheet, row, column)?.numberValue;
  if (value == null || !gradientRule) return undefined;
  const numbers = numbersIn(ranges ?? [], context, sheet);
  const points = [gradientRule.minpoint, gradientRule.midpoint, gradientRule.maxpoint]
    .filter((point) => point !== undefined)
    .map((point) => ({
      at: position(point, numbers),
      color: point.colorStyle?.rgbColor ?? point.color ?? {},
    }));
  const upper = points.find(({ at }) => at >= value) ?? points.at(-1);
  const lower = points.findLast(({ at }) => at <= value) ?? points[0];
  if (!upper || !lower) return undefined;
  const share = upper.at === lower.at ? 0 : (value - lower.at) / (upper.at - lower.at);
  const mix = (a: number | null | undefined, b: number | null | undefined) =>
    (a ?? 0) + ((b ?? 0) - (a ?? 0)) * share;
  const color = eightBitColor({
    red: mix(lower.color.red, upper.color.red),
    green: mix(lower.color.green, upper.color.green),
    blue: mix(lower.color.blue, upper.color.blue),
  });
  return { backgroundColor: color, backgroundColorStyle: { rgbColor: color } };
}

const sortedNumbers = new WeakMap<ConditionContext, Map<SheetState, Map<readonly GridRange[], number[]>>>();

/** The numbers of a rule's ranges in order; worked out once per rule and reading. */
function numbersIn(ranges: readonly GridRange[], context: ConditionContext, sheet: SheetState): number[] {
  const bySheet = sortedNumbers.get(context) ?? new Map<SheetState, Map<readonly GridRange[], number[]>>();
  sortedNumbers.set(context, bySheet);
  const byRange = bySheet.get(sheet) ?? new Map<readonly GridRange[], number[]>();
  bySheet.set(sheet, byRange);
  const known = byRange.get(ranges);
  if (known) return known;
  const numbers: number[] = [];
  sheet.rows.forEach((line, row) =>
    line?.cells.forEach((_, column) => {
      if (!ranges.some((range) => contains(range, { row, column }))) return;
      const value = context.evaluator.valueAt(sheet, row, column)?.numberValue;
      if (value != null) numbers.push(value);
    }),
  );
  numbers.sort((a, b) => a - b);
  byRange.set(ranges, numbers);
  return numbers;
}

function position({ type, value }: Point, numbers: readonly number[]): number {
  const [least, most] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
  const given = Number(value ?? 0);
  if (type === 'MIN') return least;
  if (type === 'MAX') return most;
  if (type === 'PERCENT') return least + ((most - least) * given) / 100;
  if (type !== 'PERCENTILE') return given;
  const place = ((numbers.length - 1) * given) / 100;
  const [below, above] = [numbers[Math.floor(place)] ?? least, numbers[Math.ceil(place)] ?? most];
  return below + (above - below) * (place - Math.floor(place));
}
