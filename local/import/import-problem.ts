import type { CellProblem } from '../../shared/sheet/cell-problem.ts';

/** Why nothing can be imported: a folder or a file as a whole. Nothing has been written when one is returned. */
export type ImportProblem =
  | { readonly code: 'NO_FOLDER'; readonly folder: string }
  /** The folder holds neither a CRM export nor tabs of a board. */
  | { readonly code: 'NOTHING_KNOWN'; readonly folder: string; readonly found: readonly string[] }
  | { readonly code: 'FILE_MISSING'; readonly file: string; readonly folder: string }
  | { readonly code: 'TWO_FILES'; readonly file: string; readonly other: string }
  | { readonly code: 'NOT_READABLE'; readonly file: string; readonly reason: string }
  | { readonly code: 'NOT_UTF8'; readonly file: string; readonly line: number }
  | { readonly code: 'QUOTE_NOT_CLOSED'; readonly file: string; readonly line: number }
  | { readonly code: 'EMPTY_FILE'; readonly file: string; readonly columns: readonly string[] }
  | {
      readonly code: 'WRONG_HEADER';
      readonly file: string;
      readonly missing: readonly string[];
      readonly found: readonly string[];
    }
  | { readonly code: 'COLUMN_TWICE'; readonly file: string; readonly column: string };

/** What became of the row or cell that a {@link RowProblem} speaks of. */
export type RowOutcome = 'rowLeftOut' | 'cellLeftEmpty' | 'kept';

/** Something wrong in one row. `line` is the line of the file on which the row begins, the header being 1. */
export interface RowProblem {
  readonly file: string;
  readonly line: number;
  readonly column?: string;
  /** The beginning of what stands there, at most 60 characters. */
  readonly given: string;
  readonly problem: RowFault;
  readonly outcome: RowOutcome;
}

export type RowFault =
  | { readonly code: 'ROW_LENGTH'; readonly expected: number; readonly found: number }
  | { readonly code: 'NO_NAME' }
  | { readonly code: 'NOT_A_STAGE'; readonly accepted: readonly string[] }
  | { readonly code: 'NOT_A_DATE' | 'NOT_A_NUMBER' | 'NEGATIVE' | 'DATE_MISSING' }
  | { readonly code: 'CLOSED_BEFORE_ENGAGED'; readonly engaged: string }
  | { readonly code: 'OUTCOME_ON_OPEN_DEAL' }
  | { readonly code: 'SAME_ROW' | 'NAME_TAKEN'; readonly firstLine: number }
  | { readonly code: 'UNKNOWN_AGENT' | 'UNKNOWN_PRODUCT' | 'UNKNOWN_ACCOUNT'; readonly file: string }
  | { readonly code: 'CELL'; readonly cell: CellProblem['problem'] };
