import { resolveGridRange, type ResolvedRange } from '../a1/resolve-range.ts';
import { invalidArgument } from '../http/api-error.ts';
import type { GridRange, SheetState } from '../model/book.ts';
import { eachStoredCell } from '../model/each-cell.ts';
import { withoutValue } from '../values/write-values.ts';
import { changeMeta, required, type RequestContext, type RequestHandler } from './request-context.ts';

/** Merges a range whole, by columns or by rows; only the value of each upper left cell survives. */
export const mergeCells: RequestHandler<'mergeCells'> = (context, request) => {
  const range = resolveGridRange(context.draft.book, required(request.range, "'range'"));
  const blocks = mergeBlocks(range, request.mergeType ?? 'MERGE_ALL').filter(
    ({ height, width }) => height * width > 1,
  );
  const merges = blocks.map(({ merge }) => merge);
  const kept = (range.sheet.meta.merges ?? []).filter((old) => {
    if (!intersects(old, gridRange(range))) return true;
    if (inside(old, range)) return false;
    throw invalidArgument('You must select all cells in a merged range to merge or unmerge them.');
  });
  changeMeta(context, range.sheet, { merges: [...kept, ...merges] });
  for (const merge of merges) clearHidden(context, range.sheet, merge);
  return undefined;
};

interface Block {
  readonly merge: GridRange;
  readonly height: number;
  readonly width: number;
}

function mergeBlocks(range: ResolvedRange, type: string): Block[] {
  const { startRow, endRow, startColumn, endColumn, sheetId } = range;
  const block = (top: number, bottom: number, left: number, right: number): Block => ({
    merge: {
      sheetId,
      startRowIndex: top,
      endRowIndex: bottom,
      startColumnIndex: left,
      endColumnIndex: right,
    },
    height: bottom - top,
    width: right - left,
  });
  const indexes = (start: number, end: number) => Array.from({ length: end - start }, (_, i) => start + i);
  if (type === 'MERGE_ROWS')
    return indexes(startRow, endRow).map((row) => block(row, row + 1, startColumn, endColumn));
  if (type === 'MERGE_COLUMNS') {
    return indexes(startColumn, endColumn).map((column) => block(startRow, endRow, column, column + 1));
  }
  return [block(startRow, endRow, startColumn, endColumn)];
}

function clearHidden({ draft }: RequestContext, sheet: SheetState, merge: GridRange): void {
  const [startRow, startColumn] = [merge.startRowIndex ?? 0, merge.startColumnIndex ?? 0];
  const box = { startRow, startColumn, endRow: merge.endRowIndex ?? 0, endColumn: merge.endColumnIndex ?? 0 };
  const sheetId = sheet.meta.properties.sheetId;
  eachStoredCell(sheet, box, (cell, row, column) => {
    if ((row === startRow && column === startColumn) || !cell.userEnteredValue) return;
    draft.apply({ kind: 'cell', sheetId, row, column, cell: withoutValue(cell) ?? null });
  });
}

/** Takes apart all merges that lie within a range. */
export const unmergeCells: RequestHandler<'unmergeCells'> = (context, request) => {
  const range = resolveGridRange(context.draft.book, required(request.range, "'range'"));
  const left = (range.sheet.meta.merges ?? []).filter((merge) => {
    if (!intersects(merge, gridRange(range))) return true;
    if (inside(merge, range)) return false;
    throw invalidArgument('You must select all cells in a merged range to merge or unmerge them.');
  });
  changeMeta(context, range.sheet, { merges: left.length > 0 ? left : undefined });
  return undefined;
};

/** A resolved range in the API's own form. */
export function gridRange(range: Omit<ResolvedRange, 'sheet' | 'singleCell'>): GridRange {
  return {
    sheetId: range.sheetId,
    startRowIndex: range.startRow,
    endRowIndex: range.endRow,
    startColumnIndex: range.startColumn,
    endColumnIndex: range.endColumn,
  };
}

/** True when two ranges of the same sheet share a cell; open sides reach to the edge. */
export function intersects(a: GridRange, b: GridRange): boolean {
  const overlap = (s1?: number | null, e1?: number | null, s2?: number | null, e2?: number | null) =>
    (s1 ?? 0) < (e2 ?? Infinity) && (s2 ?? 0) < (e1 ?? Infinity);
  return (
    overlap(a.startRowIndex, a.endRowIndex, b.startRowIndex, b.endRowIndex) &&
    overlap(a.startColumnIndex, a.endColumnIndex, b.startColumnIndex, b.endColumnIndex)
  );
}

function inside(merge: GridRange, range: ResolvedRange): boolean {
  return (
    (merge.startRowIndex ?? 0) >= range.startRow &&
    (merge.endRowIndex ?? Infinity) <= range.endRow &&
    (merge.startColumnIndex ?? 0) >= range.startColumn &&
    (merge.endColumnIndex ?? Infinity) <= range.endColumn
  );
}
