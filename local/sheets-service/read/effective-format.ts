import type { CellFormat, ExtendedValue } from '../model/book.ts';
import { DEFAULT_FORMAT } from '../model/new-book.ts';

const NO_FORMAT: CellFormat = {};
const cache = new WeakMap<CellFormat, Map<string, CellFormat>>();

/**
 * The format a cell is shown with: the workbook's defaults under what was set on the cell. Numbers stand
 * right, booleans in the middle, other values left, unless the cell says otherwise.
 */
export function effectiveFormat(
  entered: CellFormat | undefined,
  value: ExtendedValue | undefined,
): CellFormat {
  const format = entered ?? NO_FORMAT;
  const alignment = valueAlignment(value);
  const known = cache.get(format) ?? new Map<string, CellFormat>();
  cache.set(format, known);
  let result = known.get(alignment);
  if (!result) {
    result = merged(format, alignment);
    known.set(alignment, result);
  }
  return result;
}

function valueAlignment(value: ExtendedValue | undefined): string {
  if (!value) return '';
  if (value.numberValue != null) return 'RIGHT';
  return value.boolValue != null || value.errorValue ? 'CENTER' : 'LEFT';
}

function merged(entered: CellFormat, alignment: string): CellFormat {
  const { textFormat, ...own } = entered;
  return {
    ...DEFAULT_FORMAT,
    ...(alignment && { horizontalAlignment: alignment }),
    hyperlinkDisplayType: 'PLAIN_TEXT',
    ...own,
    textFormat: { ...DEFAULT_FORMAT.textFormat, fontFamily: 'Arial', ...textFormat },
  };
}
