import type { RawCell } from '../../shared/ports/board.ts';
import type { sheets_v4 } from './google-sheets-client.ts';

/** Something to be put at a place of a sheet. */
export interface Placed<T> {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly value: T;
}

/** A full rectangle of cells. */
export interface Block<T> {
  readonly sheetId: number;
  readonly startRow: number;
  readonly startColumn: number;
  readonly values: readonly (readonly T[])[];
}

/** Google Sheets refuses longer cells; the whole call would fail for one of them. */
const LONGEST_TEXT = 50_000;

const clipped = (text: string): string =>
  text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`;

const checked = (value: number): number => {
  if (Number.isFinite(value)) return value;
  throw new Error(`A cell cannot hold the number ${value}.`);
};

/** For `values.*` calls with RAW input. There null means "leave alone", so an empty text clears. */
export const plainValue = (value: RawCell): string | number | boolean =>
  value === null
    ? ''
    : typeof value === 'string'
      ? clipped(value)
      : typeof value === 'number'
        ? checked(value)
        : value;

/** For `updateCells` and `appendCells`. Text is a stringValue whatever it begins with: never a formula. */
export const cellData = (value: RawCell): sheets_v4.Schema$CellData => {
  if (value === null || value === '') return {};
  if (typeof value === 'string') return { userEnteredValue: { stringValue: clipped(value) } };
  if (typeof value === 'number') return { userEnteredValue: { numberValue: checked(value) } };
  return { userEnteredValue: { boolValue: value } };
};

/**
 * Joins cells that touch into rectangles: first along rows, then runs of the same width on following rows.
 * Of several values for one cell the last counts.
 */
export const joinBlocks = <T>(cells: readonly Placed<T>[]): readonly Block<T>[] => {
  const distinct = new Map(cells.map((cell) => [`${cell.sheetId}:${cell.row}:${cell.column}`, cell]));
  const ordered = [...distinct.values()].sort(
    (a, b) => a.sheetId - b.sheetId || a.row - b.row || a.column - b.column,
  );
  return joinRows(joinCells(ordered));
};

interface Run<T> {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly values: T[];
}

const joinCells = <T>(ordered: readonly Placed<T>[]): readonly Run<T>[] => {
  const runs: Run<T>[] = [];
  for (const { sheetId, row, column, value } of ordered) {
    const last = runs.at(-1);
    if (last?.sheetId === sheetId && last.row === row && last.column + last.values.length === column)
      last.values.push(value);
    else runs.push({ sheetId, row, column, values: [value] });
  }
  return runs;
};

const joinRows = <T>(runs: readonly Run<T>[]): readonly Block<T>[] => {
  const blocks: (Omit<Block<T>, 'values'> & { readonly values: T[][] })[] = [];
  // The block that ends on the row above, by sheet, left edge and width.
  const open = new Map<string, (typeof blocks)[number]>();
  for (const { sheetId, row, column, values } of runs) {
    const key = `${sheetId}:${column}:${values.length}`;
    const above = open.get(key);
    if (above !== undefined && above.startRow + above.values.length === row) above.values.push(values);
    else {
      const block = { sheetId, startRow: row, startColumn: column, values: [values] };
      blocks.push(block);
      open.set(key, block);
    }
  }
  return blocks;
};

export const gridRangeOf = ({
  sheetId,
  startRow,
  startColumn,
  values,
}: Block<unknown>): sheets_v4.Schema$GridRange => ({
  sheetId,
  startRowIndex: startRow,
  endRowIndex: startRow + values.length,
  startColumnIndex: startColumn,
  endColumnIndex: startColumn + (values[0]?.length ?? 0),
});
