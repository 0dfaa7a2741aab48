import type { ResolvedRange } from '../a1/resolve-range.ts';
import { cellAt, hasValue, type SheetState } from '../model/book.ts';
import type { CellRange } from '../service-api.ts';

type Box = Omit<CellRange, 'sheetId'>;

/**
 * The table that `values.append` continues: the last block of touching filled cells that reaches into the
 * range. Undefined when the range holds no filled cell; the data then goes to the range's first cell.
 *
 * @example A1:C2 and B4:D6 filled: `Sheet1`, `C5` and `A3:G10` give B4:D6, `A1` gives A1:C2, `E4` gives none.
 */
export function findTable(range: ResolvedRange): Box | undefined {
  const seed = lastFilledCell(range);
  return seed && grow(range.sheet, seed);
}

/** The filled cell furthest down; of several in that row the leftmost. */
function lastFilledCell({ sheet, startRow, endRow, startColumn, endColumn }: ResolvedRange): Box | undefined {
  for (let row = Math.min(endRow, sheet.rows.length) - 1; row >= startRow; row -= 1) {
    for (let column = startColumn; column < endColumn; column += 1) {
      if (!hasValue(cellAt(sheet, row, column))) continue;
      return { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
    }
  }
  return undefined;
}

/** Widens the box while a filled cell touches it, corners included. */
function grow(sheet: SheetState, seed: Box): Box {
  let { startRow, endRow, startColumn, endColumn } = seed;
  for (;;) {
    while (filled(sheet, startRow - 1, startRow, startColumn - 1, endColumn + 1)) startRow -= 1;
    while (filled(sheet, endRow, endRow + 1, startColumn - 1, endColumn + 1)) endRow += 1;
    const left = filled(sheet, startRow - 1, endRow + 1, startColumn - 1, startColumn);
    const right = filled(sheet, startRow - 1, endRow + 1, endColumn, endColumn + 1);
    if (!left && !right) return { startRow, endRow, startColumn, endColumn };
    if (left) startColumn -= 1;
    if (right) endColumn += 1;
  }
}

function filled(
  sheet: SheetState,
  startRow: number,
  endRow: number,
  startColumn: number,
  endColumn: number,
): boolean {
  for (let row = Math.max(startRow, 0); row < Math.min(endRow, sheet.rows.length); row += 1) {
    for (let column = Math.max(startColumn, 0); column < endColumn; column += 1) {
      if (hasValue(cellAt(sheet, row, column))) return true;
    }
  }
  return false;
}
