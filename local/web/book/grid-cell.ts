/** Google's cell as a cell of the grid. */
import type { ICellData, IStyleData } from '@univerjs/core';
import type { CellData } from './board-book.ts';
import type { CellContent } from './cell-content.ts';

const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 3;

/** Value, type and formula; empty cells give `{}`. Formulas carry the value the server computed. */
export function gridValue(cell: CellData): ICellData {
  const value = cell.effectiveValue ?? cell.userEnteredValue;
  const formula = cell.userEnteredValue?.formulaValue;
  const shown = { ...(formula != null && { f: formula }) };
  if (!value) return shown;
  if (value.numberValue != null) return { ...shown, v: value.numberValue, t: NUMBER };
  if (value.boolValue != null) return { ...shown, v: value.boolValue ? 1 : 0, t: BOOLEAN };
  if (value.errorValue) return { ...shown, v: cell.formattedValue ?? '#ERROR!', t: TEXT };
  if (value.stringValue != null && value.stringValue !== '')
    return { ...shown, v: value.stringValue, t: TEXT };
  return shown;
}

/** A cell of a whole sheet, with its style by name. */
export function gridCell(cell: CellData, styleName: string | undefined): ICellData | undefined {
  const value = gridValue(cell);
  const data: ICellData = { ...value, ...(styleName !== undefined && { s: styleName }) };
  return Object.keys(data).length === 0 ? undefined : data;
}

/** A cell that replaces whatever the grid holds there: what it lacks is cleared. */
export function gridCellReplacing(cell: CellData, style: IStyleData | undefined, none: object): ICellData {
  const value = gridValue(cell);
  const s = { ...none, ...style };
  return { v: null, f: null, p: null, si: null, ...value, s };
}

/** Content as the grid would hold it, for cells typed by the person and not yet answered. */
export function gridValueOfContent(content: CellContent): ICellData {
  switch (content.kind) {
    case 'empty':
      return {};
    case 'text':
      return { v: content.value, t: TEXT };
    case 'number':
      return { v: content.value, t: NUMBER };
    case 'bool':
      return { v: content.value ? 1 : 0, t: BOOLEAN };
    case 'formula':
      return { f: content.value };
  }
}
