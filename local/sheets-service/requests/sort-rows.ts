import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { formatRange } from '../a1/a1-notation.ts';
import type { ResolvedRange } from '../a1/resolve-range.ts';
import { invalidArgument } from '../http/api-error.ts';
import type { ExtendedValue } from '../model/book.ts';
import type { BookDraft } from '../model/book-draft.ts';
import type { ReadContext } from '../read/read-context.ts';
import { filteredRows } from '../rules/filtered-rows.ts';
import { gridRange, intersects } from './merges.ts';

/**
 * Sorts the rows of a range, whole cells with format, note and rule. Ascending puts numbers before text and
 * text before booleans, descending the other way round; empty cells come last either way. Rows that compare
 * equal keep their order, hidden and filtered rows keep their place. Developer metadata belongs to the row
 * itself and does not move.
 */
export function sortRows(
  draft: BookDraft,
  range: ResolvedRange,
  specs: readonly sheets_v4.Schema$SortSpec[],
  context: ReadContext,
): void {
  const { sheet, startRow, startColumn, endColumn } = range;
  checkSortable(range, specs);
  const height = Math.max(Math.min(range.endRow, sheet.rows.length) - startRow, 0);
  const filtered = filteredRows(sheet, context.conditions);
  const shown = Array.from({ length: height }, (_, offset) => offset).filter(
    (offset) => !filtered.has(startRow + offset) && !sheet.rows[startRow + offset]?.info?.hiddenByUser,
  );
  const keys = specs.map((spec) => {
    const column = spec.dimensionIndex ?? 0;
    return shown.map((offset) => context.evaluator.valueAt(sheet, startRow + offset, column));
  });
  const sorted = shown.map((_, place) => place);
  sorted.sort((a, b) => {
    for (const [index, spec] of specs.entries()) {
      const result = compareValues(keys[index]?.[a], keys[index]?.[b], spec.sortOrder === 'DESCENDING');
      if (result !== 0) return result;
    }
    return a - b;
  });
  const order = Array.from({ length: height }, (_, offset) => offset);
  sorted.forEach((from, place) => (order[shown[place] ?? 0] = shown[from] ?? 0));
  if (order.every((from, offset) => from === offset)) return;
  draft.apply({ kind: 'permute', sheetId: range.sheetId, startRow, startColumn, endColumn, order });
}

function checkSortable(range: ResolvedRange, specs: readonly sheets_v4.Schema$SortSpec[]): void {
  const { startColumn, endColumn, sheet } = range;
  for (const spec of specs) {
    const column = spec.dimensionIndex ?? 0;
    if (column >= startColumn && column < endColumn) continue;
    throw invalidArgument(
      `The sort column ${column} must lie within the range, columns ${startColumn} to ${endColumn - 1}.`,
    );
  }
  const vertical = sheet.meta.merges?.find(
    (merge) =>
      intersects(merge, gridRange(range)) && (merge.endRowIndex ?? 0) - (merge.startRowIndex ?? 0) > 1,
  );
  if (!vertical) return;
  const place = formatRange({
    startRow: vertical.startRowIndex ?? 0,
    endRow: vertical.endRowIndex ?? 0,
    startColumn: vertical.startColumnIndex ?? 0,
    endColumn: vertical.endColumnIndex ?? 0,
  });
  throw invalidArgument(
    `You can't sort a range containing vertical merges. There is a vertical merge at ${place}`,
  );
}

function compareValues(
  a: ExtendedValue | undefined,
  b: ExtendedValue | undefined,
  descending: boolean,
): number {
  if (!a || !b) return Number(!a) - Number(!b);
  const result = rank(a) - rank(b) || compareSameKind(a, b);
  return descending ? -result : result;
}

function rank(value: ExtendedValue): number {
  if (value.numberValue != null) return 0;
  if (value.stringValue != null) return 1;
  return value.boolValue != null ? 2 : 3;
}

const collator = new Intl.Collator('en', { sensitivity: 'base' });

function compareSameKind(a: ExtendedValue, b: ExtendedValue): number {
  if (a.numberValue != null && b.numberValue != null) return a.numberValue - b.numberValue;
  if (a.stringValue != null && b.stringValue != null) return collator.compare(a.stringValue, b.stringValue);
  return Number(a.boolValue ?? false) - Number(b.boolValue ?? false);
}
