import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { columnName } from '../a1/a1-notation.ts';
import { nameRange, type ResolvedRange } from '../a1/resolve-range.ts';
import { invalidArgument } from '../http/api-error.ts';
import { cellAt, type StoredCell } from '../model/book.ts';
import type { BookDraft } from '../model/book-draft.ts';
import { eachStoredCell } from '../model/each-cell.ts';
import type { CellRange } from '../service-api.ts';
import { enterValue } from './enter-value.ts';
import type { InputContext } from './parse-input.ts';
import type { ReadOptions } from './read-values.ts';

export interface WriteOptions {
  readonly input: 'RAW' | 'USER_ENTERED';
  readonly majorDimension: ReadOptions['majorDimension'];
}

/** What was written where; counts as the API reports them. */
export interface WrittenRange extends CellRange {
  readonly cells: number;
}

/** Google refuses a write without this word, and the unspecified one. */
export function inputOption(given: string | null | undefined): 'RAW' | 'USER_ENTERED' {
  if (given === 'RAW' || given === 'USER_ENTERED') return given;
  if (given == null || given === '' || given === 'INPUT_VALUE_OPTION_UNSPECIFIED') {
    throw invalidArgument("'valueInputOption' is required but not specified");
  }
  throw invalidArgument(
    `Invalid value at 'value_input_option' (type.googleapis.com/google.apps.sheets.v4.ValueInputOption), "${given}"`,
  );
}

/** The rows to write, whatever way round they came. Throws when they are not lists of plain values. */
export function rowsToWrite(values: unknown, dimension: WriteOptions['majorDimension']): unknown[][] {
  if (values == null) return [];
  const lines = values as unknown[][];
  lines.forEach((line, index) => line.forEach((value, place) => checkPlain(value, index, place)));
  if (dimension === 'ROWS') return lines;
  const height = lines.reduce((longest, line) => Math.max(longest, line.length), 0);
  return Array.from({ length: height }, (_, row) => lines.map((line) => line[row] ?? null));
}

function checkPlain(value: unknown, line: number, place: number): void {
  if (typeof value !== 'object' || value === null) return;
  const kind = Array.isArray(value) ? 'list_value' : 'struct_value';
  throw invalidArgument(`Invalid values[${line}][${place}]: ${kind} ${JSON.stringify(value)}`);
}

/**
 * Writes rows from the top-left cell of a range. A range of one cell lets the data reach as far as the grid
 * goes. Null leaves a cell alone, `""` clears its value.
 */
export function writeValues(
  draft: BookDraft,
  range: ResolvedRange,
  values: unknown[][],
  input: WriteOptions['input'],
  context: InputContext,
): WrittenRange {
  const width = values.reduce((widest, row) => Math.max(widest, row.length), 0);
  checkFits(range, values.length, width);
  let cells = 0;
  values.forEach((line, rowOffset) =>
    line.forEach((given, columnOffset) => {
      if (given === null) return;
      const [row, column] = [range.startRow + rowOffset, range.startColumn + columnOffset];
      const before = cellAt(range.sheet, row, column);
      const cell = enterValue(before, given, input, context);
      cells += 1;
      if (cell !== before)
        draft.apply({ kind: 'cell', sheetId: range.sheetId, row, column, cell: cell ?? null });
    }),
  );
  return {
    sheetId: range.sheetId,
    startRow: range.startRow,
    endRow: range.startRow + Math.max(values.length, 1),
    startColumn: range.startColumn,
    endColumn: range.startColumn + Math.max(width, 1),
    cells,
  };
}

function checkFits(range: ResolvedRange, height: number, width: number): void {
  const lastRow = range.singleCell ? range.sheet.rowCount : range.endRow;
  const lastColumn = range.singleCell ? range.sheet.columnCount : range.endColumn;
  const refuse = (where: string) =>
    invalidArgument(`Requested writing within range [${nameRange(range)}], but tried writing to ${where}`);
  if (range.startRow + height > lastRow) throw refuse(`row [${lastRow + 1}]`);
  if (range.startColumn + width > lastColumn) throw refuse(`column [${columnName(lastColumn)}]`);
}

/** The cell without its value; formats, notes and rules stay. Undefined when nothing else was there. */
export function withoutValue(cell: StoredCell): StoredCell | undefined {
  const { userEnteredValue: _value, textFormatRuns: _runs, ...rest } = cell;
  return Object.keys(rest).length > 0 ? rest : undefined;
}

/** Clears the values of a range; returns nothing: the API answers only with the range. */
export function clearValues(draft: BookDraft, range: ResolvedRange): void {
  eachStoredCell(range.sheet, range, (cell, row, column) => {
    if (!cell.userEnteredValue) return;
    draft.apply({ kind: 'cell', sheetId: range.sheetId, row, column, cell: withoutValue(cell) ?? null });
  });
}

/** The answer of one written range. */
export function updateResponse(
  spreadsheetId: string,
  range: ResolvedRange,
  written: WrittenRange,
): sheets_v4.Schema$UpdateValuesResponse {
  return {
    spreadsheetId,
    updatedRange: nameRange({ ...written, sheet: range.sheet }),
    ...(written.cells > 0 && {
      updatedRows: written.endRow - written.startRow,
      updatedColumns: written.endColumn - written.startColumn,
      updatedCells: written.cells,
    }),
  };
}
