/** Cells that were typed and not yet answered: what the person sees there wins over what the server says. */
import type { CellContent } from '../book/cell-content.ts';
import type { CellPlace } from './board-view.ts';
import { shiftedRow, shiftedColumn, type Shifting } from './shift-sheet.ts';

interface Pending {
  content: CellContent;
  /** Unanswered actions that write this cell. */
  count: number;
}

export class PendingCells {
  #cells = new Map<string, Pending>();

  get(sheetId: number, row: number, column: number): CellContent | undefined {
    return this.#cells.get(keyOf(sheetId, row, column))?.content;
  }

  add(sheetId: number, edits: readonly (CellPlace & { readonly content: CellContent })[]): void {
    for (const { row, column, content } of edits) {
      const key = keyOf(sheetId, row, column);
      this.#cells.set(key, { content, count: (this.#cells.get(key)?.count ?? 0) + 1 });
    }
  }

  remove(sheetId: number, cells: readonly CellPlace[]): void {
    for (const { row, column } of cells) {
      const key = keyOf(sheetId, row, column);
      const pending = this.#cells.get(key);
      if (pending && pending.count > 1) pending.count -= 1;
      else this.#cells.delete(key);
    }
  }

  /** Moves the cells of a tab with its rows and columns. */
  shift(action: Shifting): void {
    this.relocate(
      action.kind === 'sortRange' ? action.range.sheetId : 'sheetId' in action ? action.sheetId : -1,
      {
        row: (row) => shiftedRow(action, row),
        column: (column) => shiftedColumn(action, column),
      },
    );
  }

  /** Moves the cells of a tab to where their rows were found; those of lost rows are forgotten. */
  relocate(
    sheetId: number,
    to: { row(row: number): number | undefined; column?(column: number): number | undefined },
  ): void {
    const moved = new Map<string, Pending>();
    for (const [key, pending] of this.#cells) {
      const [sheet = 0, row = 0, column = 0] = key.split(':').map(Number);
      if (sheet !== sheetId) moved.set(key, pending);
      else {
        const newRow = to.row(row);
        const newColumn = to.column ? to.column(column) : column;
        if (newRow !== undefined && newColumn !== undefined)
          moved.set(keyOf(sheet, newRow, newColumn), pending);
      }
    }
    this.#cells = moved;
  }
}

const keyOf = (sheetId: number, row: number, column: number): string => `${sheetId}:${row}:${column}`;
