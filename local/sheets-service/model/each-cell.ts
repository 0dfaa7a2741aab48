import type { CellRange } from '../service-api.ts';
import type { SheetState, StoredCell } from './book.ts';

type Box = Omit<CellRange, 'sheetId'>;

/** Visits the stored cells of a box, row by row; places that hold nothing are passed over. */
export function eachStoredCell(
  sheet: SheetState,
  box: Box,
  visit: (cell: StoredCell, row: number, column: number) => void,
): void {
  const endRow = Math.min(box.endRow, sheet.rows.length);
  for (let row = box.startRow; row < endRow; row += 1) {
    const cells = sheet.rows[row]?.cells ?? [];
    const endColumn = Math.min(box.endColumn, cells.length);
    for (let column = box.startColumn; column < endColumn; column += 1) {
      const cell = cells[column];
      if (cell) visit(cell, row, column);
    }
  }
}

/** Visits every place of a box, row by row. */
export function eachPlace(box: Box, visit: (row: number, column: number) => void): void {
  for (let row = box.startRow; row < box.endRow; row += 1) {
    for (let column = box.startColumn; column < box.endColumn; column += 1) visit(row, column);
  }
}
