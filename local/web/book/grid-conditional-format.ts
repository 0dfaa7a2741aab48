/**
 * The conditional formats that the engine itself draws: gradients, and formulas that `formula-condition.ts` does not
 * know. Everything else is coloured by `cell-colours.ts`.
 */
import type { IRange } from '@univerjs/core';
import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { areaOf, type BoardSheet } from './board-book.ts';
import { compileColours } from './cell-colours.ts';
import { hexColor, textStyle } from './grid-style.ts';

/** The grid's rule in the shape its engine reads; its own types would pull the engine. */
export interface GridConditionalFormat {
  readonly cfId: string;
  readonly ranges: IRange[];
  readonly stopIfTrue: boolean;
  readonly rule: Readonly<Record<string, unknown>>;
}

type Condition = Readonly<Record<string, unknown>>;

/** The rules left to the engine, in Google's order. */
export function gridConditionalFormats(sheet: BoardSheet): GridConditionalFormat[] {
  return compileColours(sheet).left.flatMap((item, index) => {
    const rule = item.booleanRule ? highlight(item.booleanRule) : colorScale(item.gradientRule);
    const ranges = (item.ranges ?? []).map((range) => inclusive(areaOf(range, sheet))).filter(isNotEmpty);
    if (!rule || ranges.length === 0) return [];
    return [{ cfId: `cf-${sheet.sheetId}-${index + 1}`, ranges, stopIfTrue: false, rule }];
  });
}

const inclusive = (area: ReturnType<typeof areaOf>): IRange => ({
  startRow: area.startRow,
  endRow: area.endRow - 1,
  startColumn: area.startColumn,
  endColumn: area.endColumn - 1,
});

const isNotEmpty = (range: IRange): boolean =>
  range.endRow >= range.startRow && range.endColumn >= range.startColumn;

function highlight(rule: sheets_v4.Schema$BooleanRule): Condition | undefined {
  const condition = conditionOf(rule.condition);
  if (!condition) return undefined;
  const format = rule.format ?? {};
  const background = hexColor(format.backgroundColorStyle?.rgbColor ?? format.backgroundColor);
  const style = { ...textStyle(format.textFormat), ...(background && { bg: { rgb: background } }) };
  const kept = Object.entries(style).filter(([, value]) => value !== undefined);
  return { type: 'highlightCell', ...condition, style: Object.fromEntries(kept) };
}

function conditionOf(condition: sheets_v4.Schema$BooleanCondition | undefined): Condition | undefined {
  if (condition?.type !== 'CUSTOM_FORMULA') return undefined;
  return { subType: 'formula', value: asFormula(condition.values?.[0]?.userEnteredValue ?? '') };
}

const asFormula = (text: string): string => (text.startsWith('=') ? text : `=${text}`);

function colorScale(rule: sheets_v4.Schema$GradientRule | undefined): Condition | undefined {
  const points = [rule?.minpoint, rule?.midpoint, rule?.maxpoint].filter((point) => point !== undefined);
  if (points.length < 2) return undefined;
  const config = points.map((point, index) => ({
    index,
    color: hexColor(point.colorStyle?.rgbColor ?? point.color) ?? '#ffffff',
    value: scaleValue(point),
  }));
  return { type: 'colorScale', config };
}

function scaleValue(point: sheets_v4.Schema$InterpolationPoint): Condition {
  switch (point.type) {
    case 'MIN':
      return { type: 'min' };
    case 'MAX':
      return { type: 'max' };
    case 'PERCENT':
      return { type: 'percent', value: Number(point.value) };
    case 'PERCENTILE':
      return { type: 'percentile', value: Number(point.value) };
    default:
      return { type: 'num', value: Number(point.value) };
  }
}
