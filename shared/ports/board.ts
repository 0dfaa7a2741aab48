import type { Instant } from '../domain/day.ts';
import type { Language } from '../domain/rep.ts';
import type { TeamId } from '../domain/ids.ts';
import type { TabKey } from '../sheet/layout.ts';

/** A cell's content: numbers for numbers and date serials, null for empty. */
export type RawCell = string | number | boolean | null;

/** One row as read, by column key. `row` is its zero-based place in the sheet at the moment of reading. */
export interface ReadRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, RawCell>>;
  /** The id in `cells` is known from elsewhere: it does not stand in the sheet and has to be written. */
  readonly lostId?: true;
}

/** What to read in one call: some rows of a tab, or all of them; id columns alone for finding rows. */
export interface ReadRequest {
  readonly rows: readonly { readonly tab: TabKey; readonly startRow: number; readonly endRow: number }[];
  readonly whole: readonly TabKey[];
  readonly ids: readonly TabKey[];
}

export interface BoardRead {
  /** When the reading began, as whoever asked for it noted. */
  readonly readAt?: Instant;
  readonly rows: Readonly<Partial<Record<TabKey, readonly ReadRow[]>>>;
  /** Row ids in sheet order with their places; the same id may stand in two rows after a copy. */
  readonly ids: Readonly<Partial<Record<TabKey, readonly { readonly row: number; readonly id: string }[]>>>;
  /** Where each column stands now, by key, zero-based. */
  readonly columns: Readonly<Partial<Record<TabKey, Readonly<Record<string, number>>>>>;
}

/** Cells are addressed by the row's id and the column's key; only a row without an id goes by its place. */
export type RowAddress = { readonly id: string } | { readonly row: number };

/** Everything to be told to the sheet in one call. Values are written RAW: text is never evaluated. */
export interface WritePlan {
  readonly cells: readonly {
    readonly tab: TabKey;
    readonly at: RowAddress;
    readonly column: string;
    readonly value: RawCell;
  }[];
  /** null takes the note away. */
  readonly notes: readonly {
    readonly tab: TabKey;
    readonly at: RowAddress;
    readonly column: string;
    readonly text: string | null;
  }[];
  /** New rows below the last one; `values.id` makes a repeated append recognisable. */
  readonly appends: readonly { readonly tab: TabKey; readonly values: Readonly<Record<string, RawCell>> }[];
}

export const EMPTY_PLAN: WritePlan = { cells: [], notes: [], appends: [] };

export type BoardFailure =
  /** A tab or the whole spreadsheet is gone, or the key row was destroyed: set-up must be run again. */
  | { readonly code: 'TAB_MISSING'; readonly tab: TabKey | null }
  | { readonly code: 'NO_ACCESS' }
  | { readonly code: 'UNAVAILABLE' };

/** Thrown by adapters; `retryable` says whether trying again later can help. */
export class BoardError extends Error {
  readonly failure: BoardFailure;
  readonly retryable: boolean;
  constructor(failure: BoardFailure, message: string) {
    super(message);
    this.name = 'BoardError';
    this.failure = failure;
    this.retryable = failure.code === 'UNAVAILABLE';
  }
}

export interface Board {
  /** One call to the Sheets API, whatever is asked for. Throws {@link BoardError}. */
  read(team: TeamId, request: ReadRequest): Promise<BoardRead>;
  /**
   * One call to the Sheets API (none for an empty plan). `read` tells where the rows are; an address whose
   * row is no longer there is left out. With `again` the plan may have been written before: appended rows
   * whose id already stands in the tab are left out, which costs one more read.
   */
  write(team: TeamId, plan: WritePlan, read: BoardRead, again?: boolean): Promise<void>;
  /**
   * Creates what is missing: tabs, headers, dropdowns, colours, protection, charts. Leaves what is there alone.
   * With `charts: 'keep'` a chart that somebody has deleted stays deleted: nobody asked for set-up.
   */
  setUp(
    team: TeamId,
    language: Language,
    charts?: 'make' | 'keep',
  ): Promise<{ readonly created: readonly TabKey[] }>;
}
