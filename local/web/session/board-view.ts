/** What a way of showing the board (grid or cards) has to offer the session. */
import type { BoardSheet } from '../book/board-book.ts';
import type { RowShift } from '../book/row-identity.ts';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface BoardView {
  /** Draws these cells from the sheet's present state. */
  showCells(sheet: BoardSheet, cells: readonly CellPlace[]): void;
  /** A tab was fetched again: rules, sizes and shape may differ; `changed` lists the cells that do. */
  showSheet(sheet: BoardSheet, changed: readonly CellPlace[]): void;
  /** Tabs were added, removed, renamed or reordered. */
  showTabs(sheets: readonly BoardSheet[]): void;
  /** Somebody else inserted or deleted rows: move what is shown before cells are drawn. */
  shiftRows(sheet: BoardSheet, shift: RowShift): void;
  /** True while a person is typing into a cell of this tab; a refetched tab waits until that is over. */
  isEditing(sheetId: number): boolean;
  /** Undo steps of before refer to rows that have moved. */
  forgetUndo(): void;
}

/** A sentence for the person, shown until dismissed or replaced. */
export interface BoardNotice {
  readonly kind: 'locked' | 'refused' | 'moved' | 'info';
  readonly message: string;
  /** What was typed, so that it is not lost. */
  readonly text?: string;
}

export interface SessionStatus {
  readonly connected: boolean;
  readonly waiting: number;
  readonly deciding: number;
  readonly problem: string | undefined;
}
