import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import type { ResolvedRange } from '../a1/resolve-range.ts';
import { invalidArgument } from '../http/api-error.ts';
import type { ExtendedValue } from '../model/book.ts';
import type { BookDraft } from '../model/book-draft.ts';
import type { Evaluator } from '../read/evaluate.ts';

/**
 * Sorts the rows of a range, whole cells with format, note and rule. Numbers come before text, text before
 * booleans; descending turns that round, but empty cells stay last either way. Rows that compare equal keep
 * their order. Developer metadata belongs to the row itself and does not move.
 */
export function sortRows(
  draft: BookDraft,
  range: ResolvedRange,
  specs: readonly sheets_v4.Schema$SortSpec[],
  { evaluator }: { evaluator: Evaluator },
): void {
  const { sheet, startRow, endRow, startColumn, endColumn } = range;
  for (const spec of specs) {
    const column = spec.dimensionIndex ?? 0;
    if (column < startColumn || column >= endColumn) {
      throw invalidArgument(
        `The sort column ${column} must lie within the range, columns ${startColumn} to ${endColumn - 1}.`,
      );
    }
  }
  const height = Math.max(Math.min(endRow, sheet.rows.length) - startRow, 0);
  const keys = specs.map((spec) =>
    Array.from({ length: height }, (_, offset) =>
      evaluator.valueAt(sheet, startRow + offset, spec.dimensionIndex ?? 0),
    ),
  );
  const order = Array.from({ length: height }, (_, offset) => offset);
  order.sort((a, b) => {
    for (const [index, spec] of specs.entries()) {
      const result = compareValues(keys[index]?.[a], keys[index]?.[b], spec.sortOrder === 'DESCENDING');
      if (result !== 0) return result;
    }
    return a - b;
  });
  if (order.every((from, offset) => from === offset)) return;
  draft.apply({ kind: 'permute', sheetId: range.sheetId, startRow, startColumn, endColumn, order });
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
