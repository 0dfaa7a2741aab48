/** Moves what the window knows of a tab when rows or columns are inserted, deleted or moved. */
import type { PersonAction } from '../../sheets-service/service-api.ts';
import type { BoardSheet } from '../book/board-book.ts';

export type Shifting = Exclude<PersonAction, { kind: 'setCells' }>;

/** Changes the sheet's cells as the action changes rows and columns. Other actions leave it alone. */
export function shiftSheet(sheet: BoardSheet, action: Shifting): void {
  switch (action.kind) {
    case 'insertRows':
      padRows(sheet, action.start);
      sheet.cells.splice(action.start, 0, ...Array.from({ length: action.count }, () => []));
      sheet.rowCount += action.count;
      break;
    case 'deleteRows':
      sheet.cells.splice(action.start, action.count);
      sheet.rowCount -= action.count;
      break;
    case 'moveRows': {
      padRows(sheet, Math.max(action.start + action.count, action.before));
      const moved = sheet.cells.splice(action.start, action.count);
      sheet.cells.splice(
        action.before > action.start ? action.before - action.count : action.before,
        0,
        ...moved,
      );
      break;
    }
    case 'insertColumns':
      for (const row of sheet.cells) {
        if (row.length > action.start) row.splice(action.start, 0, ...new Array<undefined>(action.count));
      }
      sheet.columnCount += action.count;
      break;
    case 'deleteColumns':
      for (const row of sheet.cells) row.splice(action.start, action.count);
      sheet.columnCount -= action.count;
      break;
    default:
      break;
  }
}

function padRows(sheet: BoardSheet, count: number): void {
  while (sheet.cells.length < count) sheet.cells.push([]);
}

/** Where a row is after the action; undefined when it was deleted. */
export function shiftedRow(action: Shifting, row: number): number | undefined {
  switch (action.kind) {
    case 'insertRows':
      return row >= action.start ? row + action.count : row;
    case 'deleteRows':
      return afterDelete(action.start, action.count, row);
    case 'moveRows':
      return afterMove(action.start, action.count, action.before, row);
    default:
      return row;
  }
}

/** Where a column is after the action; undefined when it was deleted. */
export function shiftedColumn(action: Shifting, column: number): number | undefined {
  switch (action.kind) {
    case 'insertColumns':
      return column >= action.start ? column + action.count : column;
    case 'deleteColumns':
      return afterDelete(action.start, action.count, column);
    default:
      return column;
  }
}

function afterDelete(start: number, count: number, index: number): number | undefined {
  if (index < start) return index;
  return index < start + count ? undefined : index - count;
}

function afterMove(start: number, count: number, before: number, index: number): number {
  const target = before > start ? before - count : before;
  if (index >= start && index < start + count) return target + index - start;
  const without = index >= start + count ? index - count : index;
  return without >= target ? without + count : without;
}
