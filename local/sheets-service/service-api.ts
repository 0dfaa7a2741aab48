/**
 * What the local Sheets service offers in process, beside Google's HTTP API: the things that a person at a
 * keyboard does, and news of every change. The board in the browser and the Apps Script host are built on it.
 */
import type { sheets_v4 } from '../../functions/adapters/google-sheets-client.ts';

/** Zero-based, end-exclusive, like Google's GridRange but always complete. */
export interface CellRange {
  readonly sheetId: number;
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** One cell as a person typed it (`USER_ENTERED`); null or '' clears it, booleans come from checkboxes. */
export interface TypedCell {
  readonly row: number;
  readonly column: number;
  readonly input: string | number | boolean | null;
}

/** Everything a person can do to a book in the browser. */
export type PersonAction =
  | { readonly kind: 'setCells'; readonly sheetId: number; readonly cells: readonly TypedCell[] }
  | {
      readonly kind: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns';
      readonly sheetId: number;
      readonly start: number;
      readonly count: number;
    }
  | {
      readonly kind: 'moveRows';
      readonly sheetId: number;
      readonly start: number;
      readonly count: number;
      /** Row before which the block lands, counted before the move, as in Google's MoveDimensionRequest. */
      readonly before: number;
    }
  | {
      readonly kind: 'sortRange';
      readonly range: CellRange;
      readonly by: readonly { readonly column: number; readonly ascending: boolean }[];
    }
  | { readonly kind: 'renameSheet'; readonly sheetId: number; readonly title: string }
  | { readonly kind: 'addSheet'; readonly title: string }
  | { readonly kind: 'deleteSheet'; readonly sheetId: number };

/** Who acts. `clientId` names the browser window, so that it can skip news of its own doing. */
export interface Person {
  readonly email: string;
  readonly clientId: string;
}

/** A refused action: nothing of it was applied. `cell` names the first offending cell when there is one. */
export interface ActionRefusal {
  readonly ok: false;
  readonly code: 'PROTECTED' | 'VALIDATION' | 'NOT_FOUND' | 'OUT_OF_BOUNDS';
  readonly message: string;
  readonly cell?: { readonly sheetId: number; readonly row: number; readonly column: number };
}

export type ActionResult = { readonly ok: true; readonly revision: number } | ActionRefusal;

/**
 * What Google hands to onEdit and onChange handlers, before Apps Script wraps it. `value` and `oldValue` are
 * there only for a single-cell edit; `change` events carry no range. API writes never produce either.
 */
export type TriggerEvent =
  | {
      readonly type: 'edit';
      readonly spreadsheetId: string;
      readonly range: CellRange;
      readonly value?: string;
      readonly oldValue?: string;
      readonly user: string;
    }
  | {
      readonly type: 'change';
      readonly spreadsheetId: string;
      readonly changeType:
        | 'EDIT'
        | 'INSERT_ROW'
        | 'INSERT_COLUMN'
        | 'REMOVE_ROW'
        | 'REMOVE_COLUMN'
        | 'INSERT_GRID'
        | 'REMOVE_GRID'
        | 'FORMAT'
        | 'OTHER';
      readonly user: string;
    };

/** News for open windows. `structure` means: fetch this sheet (or the book when sheetId is absent) again. */
export interface BookChange {
  readonly spreadsheetId: string;
  /** Grows by one with every applied change of the book, whoever made it. */
  readonly revision: number;
  readonly origin: 'api' | 'person';
  readonly clientId?: string;
  readonly cells: readonly {
    readonly sheetId: number;
    readonly row: number;
    readonly column: number;
    /** As `spreadsheets.get` with includeGridData would return it; `{}` when now empty. */
    readonly data: sheets_v4.Schema$CellData;
  }[];
  readonly structure: readonly { readonly sheetId?: number }[];
}

export interface SheetsServiceApi {
  /** The book as `spreadsheets.get` answers, cells included when `includeGridData`. Throws when unknown. */
  getSpreadsheet(
    spreadsheetId: string,
    options?: { readonly includeGridData?: boolean; readonly sheetId?: number },
  ): sheets_v4.Schema$Spreadsheet;
  /** Current revision of the book, as in {@link BookChange.revision}. */
  revision(spreadsheetId: string): number;
  /** Applies what a person did, all of it or nothing, durably, then fires triggers and change news. */
  act(spreadsheetId: string, action: PersonAction, person: Person): Promise<ActionResult>;
  /** Listens to trigger events (for the Apps Script host). Returns the way to stop. */
  onTrigger(listener: (event: TriggerEvent) => void): () => void;
  /** Listens to change news (for open windows). Returns the way to stop. */
  onChange(listener: (change: BookChange) => void): () => void;
}
