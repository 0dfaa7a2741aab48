/**
 * Finds rows again after somebody else sorted, inserted or deleted rows. Rows are recognised by their hidden key
 * columns when the tab has some (a board keeps each task's id in one), else by all they hold.
 */
import { cellAt, type BoardSheet } from './board-book.ts';
import { contentOfCell } from './cell-content.ts';

/** For a row of the old state its place in the new one; undefined when it is gone or cannot be told. */
export type RowMap = (row: number) => number | undefined;

/** A block of rows that was inserted or deleted as a whole. */
export interface RowShift {
  readonly kind: 'insert' | 'delete';
  readonly start: number;
  readonly count: number;
}

/** How rows of `before` are found in `after`. */
export function rowMap(before: BoardSheet, after: BoardSheet): RowMap {
  const places = uniqueRows(after);
  const keys = uniqueKeys(before);
  const unmoved = before.rowCount === after.rowCount;
  return (row) => {
    const key = keys.get(row);
    const place = key === undefined ? undefined : places.get(key);
    if (place !== undefined) return place;
    // Empty rows and rows whose key is not unique stay where they are, unless the sheet grew or shrank.
    if (key !== undefined && unmoved && !places.has(key) && rowKey(after, row, hiddenColumns(after)) === key)
      return row;
    if (rowText(before, row) === rowText(after, row)) return row;
    return unmoved && key === undefined ? row : undefined;
  };
}

/** The single block whose insertion or deletion explains the change, when there is one. */
export function rowShift(before: BoardSheet, after: BoardSheet): RowShift | undefined {
  const difference = after.rowCount - before.rowCount;
  if (difference === 0) return undefined;
  const longer = difference > 0 ? after : before;
  const shorter = difference > 0 ? before : after;
  const count = Math.abs(difference);
  let start = 0;
  const last = Math.max(longer.cells.length, shorter.cells.length);
  while (start < last && rowText(longer, start) === rowText(shorter, start)) start += 1;
  for (let row = start; row < last; row += 1) {
    if (rowText(longer, row + count) !== rowText(shorter, row)) return undefined;
  }
  return { kind: difference > 0 ? 'insert' : 'delete', start, count };
}

function hiddenColumns(sheet: BoardSheet): number[] {
  return sheet.columns.flatMap((column, index) => (column?.hidden ? [index] : []));
}

function uniqueRows(sheet: BoardSheet): Map<string, number> {
  const places = new Map<string, number>();
  for (const [row, key] of uniqueKeys(sheet)) places.set(key, row);
  return places;
}

function uniqueKeys(sheet: BoardSheet): Map<number, string> {
  const hidden = hiddenColumns(sheet);
  const counts = new Map<string, number>();
  const keys = sheet.cells.map((_, row) => rowKey(sheet, row, hidden));
  for (const key of keys) if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map(keys.flatMap((key, row) => (key && counts.get(key) === 1 ? [[row, key] as const] : [])));
}

function rowKey(sheet: BoardSheet, row: number, hidden: readonly number[]): string | undefined {
  const keyed = hidden.map((column) => textAt(sheet, row, column)).join('\u0000');
  if (keyed.replaceAll('\u0000', '') !== '') return `#${keyed}`;
  const text = rowText(sheet, row);
  return text === '' ? undefined : text;
}

function textAt(sheet: BoardSheet, row: number, column: number): string {
  const content = contentOfCell(cellAt(sheet, row, column));
  return content.kind === 'empty' ? '' : `${content.kind}:${String(content.value)}`;
}

function rowText(sheet: BoardSheet, row: number): string {
  const cells = sheet.cells[row] ?? [];
  return cells
    .map((_, column) => textAt(sheet, row, column))
    .join('\u0001')
    .replace(/\u0001+$/, '');
}
