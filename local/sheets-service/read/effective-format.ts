import type { CellFormat, ExtendedValue } from '../model/book.ts';
import { DEFAULT_FORMAT } from '../model/new-book.ts';

const NO_FORMAT: CellFormat = {};
type ByRule = Map<CellFormat, Map<string, CellFormat>>;
const cache = new WeakMap<CellFormat, ByRule>();

/**
 * The format a cell is shown with: the workbook's defaults, over them what was set on the cell, over that what
 * a conditional format adds. Numbers stand right, booleans in the middle, other values left, unless told
 * otherwise. Equal inputs give the same object.
 */
export function effectiveFormat(
  entered: CellFormat | undefined,
  value: ExtendedValue | undefined,
  rules: CellFormat = NO_FORMAT,
): CellFormat {
  const format = entered ?? NO_FORMAT;
  const alignment = valueAlignment(value);
  const byRule: ByRule = cache.get(format) ?? new Map<CellFormat, Map<string, CellFormat>>();
  cache.set(format, byRule);
  const known = byRule.get(rules) ?? new Map<string, CellFormat>();
  byRule.set(rules, known);
  const result = known.get(alignment) ?? merged(format, alignment, rules);
  known.set(alignment, result);
  return result;
}

function valueAlignment(value: ExtendedValue | undefined): string {
  if (!value) return '';
  if (value.numberValue != null) return 'RIGHT';
  return value.boolValue != null || value.errorValue ? 'CENTER' : 'LEFT';
}

function merged(entered: CellFormat, alignment: string, rules: CellFormat): CellFormat {
  const { textFormat, ...own } = entered;
  const { textFormat: ruleText, ...ruleFormat } = rules;
  return {
    ...DEFAULT_FORMAT,
    ...(alignment && { horizontalAlignment: alignment }),
    hyperlinkDisplayType: 'PLAIN_TEXT',
    ...own,
    ...ruleFormat,
    textFormat: { ...DEFAULT_FORMAT.textFormat, fontFamily: 'Arial', ...textFormat, ...ruleText },
  };
}
