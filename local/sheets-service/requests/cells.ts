import { resolveGridRange } from '../a1/resolve-range.ts';
import { invalidArgument } from '../http/api-error.ts';
import { cellAt, type CellData, type SheetState } from '../model/book.ts';
import { cellWriter, WRITABLE_CELL_FIELDS, type CellWriter } from '../model/write-cell.ts';
import type { CellRange } from '../service-api.ts';
import {
  required,
  requestMask,
  sheetOf,
  type RequestContext,
  type RequestHandler,
} from './request-context.ts';

type Box = Omit<CellRange, 'sheetId'>;

/** Writes rows of cells; with a `range`, cells of it that the rows do not cover lose the masked fields. */
export const updateCells: RequestHandler<'updateCells'> = (context, request) => {
  const mask = requestMask(request.fields, WRITABLE_CELL_FIELDS);
  const write = cellWriter(context.draft.book, mask);
  const { sheet, box, bounded } = updateTarget(context, request);
  const rows = request.rows ?? [];
  checkRows(rows, box);
  if (bounded) {
    writeBox(context, sheet, box, write, (row, column) => rows[row]?.values?.[column]);
    return undefined;
  }
  rows.forEach((row, offset) =>
    row.values?.forEach((source, place) =>
      writeAt(context, sheet, [box.startRow + offset, box.startColumn + place], write, source),
    ),
  );
  return undefined;
};

function updateTarget(
  { draft }: RequestContext,
  request: Parameters<typeof updateCells>[1],
): { sheet: SheetState; box: Box; bounded: boolean } {
  if (request.range) {
    const range = resolveGridRange(draft.book, request.range);
    return { sheet: range.sheet, box: range, bounded: true };
  }
  const start = required(request.start, "'start' or 'range'");
  const sheet = sheetOf(draft.book, start.sheetId);
  const [startRow, startColumn] = [start.rowIndex ?? 0, start.columnIndex ?? 0];
  checkCoordinate(sheet, startRow, startColumn);
  return {
    sheet,
    box: { startRow, startColumn, endRow: sheet.rowCount, endColumn: sheet.columnCount },
    bounded: false,
  };
}

/** Refuses a cell beyond the grid in Google's words. */
export function checkCoordinate(sheet: SheetState, row: number, column: number): void {
  if (row >= sheet.rowCount) {
    throw invalidArgument(`GridCoordinate.rowIndex[${row}] is after last row in grid[${sheet.rowCount - 1}]`);
  }
  if (column >= sheet.columnCount) {
    throw invalidArgument(
      `GridCoordinate.columnIndex[${column}] is after last column in grid[${sheet.columnCount - 1}]`,
    );
  }
}

function checkRows(rows: readonly { values?: CellData[] }[], box: Box): void {
  const height = box.endRow - box.startRow;
  const width = box.endColumn - box.startColumn;
  if (rows.length > height) {
    throw invalidArgument(
      `Attempting to write row: ${box.endRow}, beyond the last requested row of: ${box.endRow - 1}`,
    );
  }
  if (rows.some((row) => (row.values?.length ?? 0) > width)) {
    throw invalidArgument(
      `Attempting to write column: ${box.endColumn}, beyond the last requested column of: ${box.endColumn - 1}`,
    );
  }
}

/** Writes the same cell into every cell of a range. */
export const repeatCell: RequestHandler<'repeatCell'> = (context, request) => {
  const mask = requestMask(request.fields, WRITABLE_CELL_FIELDS);
  const range = resolveGridRange(context.draft.book, required(request.range, "'range'"));
  const write = cellWriter(context.draft.book, mask);
  const source = request.cell ?? {};
  writeBox(context, range.sheet, range, write, () => source);
  return undefined;
};

/** Writes rows after the last row that holds data, adding rows to the grid when it is full. */
export const appendCells: RequestHandler<'appendCells'> = (context, request) => {
  const mask = requestMask(request.fields, WRITABLE_CELL_FIELDS);
  const sheet = sheetOf(context.draft.book, request.sheetId);
  const sheetId = sheet.meta.properties.sheetId;
  const rows = request.rows ?? [];
  const start = lastFilledRow(sheet) + 1;
  checkRows(rows, { startRow: start, endRow: Infinity, startColumn: 0, endColumn: sheet.columnCount });
  const missing = start + rows.length - sheet.rowCount;
  if (missing > 0) {
    context.draft.apply({
      kind: 'splice',
      sheetId,
      dimension: 'ROWS',
      at: sheet.rowCount,
      remove: 0,
      insert: missing,
    });
  }
  const write = cellWriter(context.draft.book, mask);
  rows.forEach((row, offset) =>
    row.values?.forEach((source, column) => writeAt(context, sheet, [start + offset, column], write, source)),
  );
  return undefined;
};

/** Index of the last row with a value in any cell; -1 when there is none. */
export function lastFilledRow(sheet: SheetState): number {
  return sheet.rows.findLastIndex((row) => row?.cells.some((cell) => cell?.userEnteredValue !== undefined));
}

/** Writes every cell of a box; `source` gets coordinates counted from the box's corner. */
export function writeBox(
  context: RequestContext,
  sheet: SheetState,
  box: Box,
  write: CellWriter,
  source: (row: number, column: number) => CellData | undefined,
): void {
  for (let row = box.startRow; row < box.endRow; row += 1) {
    for (let column = box.startColumn; column < box.endColumn; column += 1) {
      writeAt(context, sheet, [row, column], write, source(row - box.startRow, column - box.startColumn));
    }
  }
}

function writeAt(
  { draft }: RequestContext,
  sheet: SheetState,
  [row, column]: readonly [number, number],
  write: CellWriter,
  source: CellData | undefined,
): void {
  const before = cellAt(sheet, row, column);
  const cell = write(before, source);
  if (!cell && !before) return;
  draft.apply({ kind: 'cell', sheetId: sheet.meta.properties.sheetId, row, column, cell: cell ?? null });
}
