/**
 * The few elementary changes that every request and every person's action is made of. They are what the
 * journal stores, so replaying needs neither a clock nor the code that decided on them.
 */
import type { BookMeta, DimensionState, SheetMeta, StoredCell } from './book.ts';

export type Dimension = 'ROWS' | 'COLUMNS';

export type Mutation =
  /** Replaces one cell; null empties it. */
  | {
      readonly kind: 'cell';
      readonly sheetId: number;
      readonly row: number;
      readonly column: number;
      readonly cell: StoredCell | null;
    }
  /** Replaces a whole row; used by snapshots and duplicated sheets. */
  | {
      readonly kind: 'row';
      readonly sheetId: number;
      readonly row: number;
      readonly cells: readonly (StoredCell | null)[];
      readonly info: DimensionState | null;
    }
  /** At `at`, takes out `remove` rows or columns, then puts in `insert` empty ones. */
  | {
      readonly kind: 'splice';
      readonly sheetId: number;
      readonly dimension: Dimension;
      readonly at: number;
      readonly remove: number;
      readonly insert: number;
    }
  /** Lands the block [start, start + count) before index `before`, counted before the move. */
  | {
      readonly kind: 'move';
      readonly sheetId: number;
      readonly dimension: Dimension;
      readonly start: number;
      readonly count: number;
      readonly before: number;
    }
  /** Reorders the cells of a block of rows: new row i is old row `order[i]`, both counted from `startRow`. */
  | {
      readonly kind: 'permute';
      readonly sheetId: number;
      readonly startRow: number;
      readonly startColumn: number;
      readonly endColumn: number;
      readonly order: readonly number[];
    }
  | {
      readonly kind: 'dimension';
      readonly sheetId: number;
      readonly dimension: Dimension;
      readonly index: number;
      readonly info: DimensionState | null;
    }
  | { readonly kind: 'sheetMeta'; readonly sheetId: number; readonly meta: SheetMeta }
  | {
      readonly kind: 'addSheet';
      readonly index: number;
      readonly meta: SheetMeta;
      readonly rowCount: number;
      readonly columnCount: number;
    }
  | { readonly kind: 'deleteSheet'; readonly sheetId: number }
  /** Sheet ids in their new order. */
  | { readonly kind: 'sheetOrder'; readonly order: readonly number[] }
  | { readonly kind: 'bookMeta'; readonly meta: BookMeta };
