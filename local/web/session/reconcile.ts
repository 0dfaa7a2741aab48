/**
 * Brings the window up to date with a freshly fetched answer: tabs, rows that moved, cells that differ. What the
 * person has typed and not yet sent is moved to where its rows are now, or handed back when they are gone.
 */
import type { BookAnswer } from '../../board/board-protocol.ts';
import type { PersonAction } from '../../sheets-service/service-api.ts';
import { boardSheet, cellAt, type BoardSheet } from '../book/board-book.ts';
import { rowMap, rowShift, type RowMap } from '../book/row-identity.ts';
import type { BoardSession } from './board-session.ts';
import type { CellPlace } from './board-view.ts';
import { shiftSheet } from './shift-sheet.ts';

/** Replaces the session's tabs by those of the answer and has the view draw the difference. */
export function reconcile(session: BoardSession, answer: BookAnswer, sheets: Map<number, BoardSheet>): void {
  const previous = new Map(sheets);
  sheets.clear();
  const refetched: BoardSheet[] = [];
  for (const item of answer.sheets) {
    const fresh = boardSheet(item);
    const known = previous.get(fresh.sheetId);
    // A tab without cells in this answer keeps the cells it has.
    const kept = known?.loaded && !fresh.loaded ? withNewName(known, fresh) : fresh;
    sheets.set(fresh.sheetId, kept);
    if (fresh.loaded) refetched.push(fresh);
  }
  session.title = answer.title;
  session.view?.showTabs([...sheets.values()]);
  for (const fresh of refetched) replaceSheet(session, previous.get(fresh.sheetId), fresh);
}

function withNewName(known: BoardSheet, fresh: BoardSheet): BoardSheet {
  return { ...known, title: fresh.title, hidden: fresh.hidden, tabColor: fresh.tabColor };
}

function replaceSheet(session: BoardSession, before: BoardSheet | undefined, after: BoardSheet): void {
  const { view } = session;
  if (!before?.loaded) {
    view?.showSheet(after, allCells(after));
    return;
  }
  const map = rowMap(before, after);
  const movedRows = hasMoved(before, map);
  if (movedRows) relocateTyped(session, after.sheetId, map);
  const shift = rowShift(before, after);
  if (shift) {
    view?.shiftRows(after, shift);
    const kind = shift.kind === 'insert' ? 'insertRows' : 'deleteRows';
    shiftSheet(before, { kind, sheetId: after.sheetId, start: shift.start, count: shift.count });
  }
  if (movedRows) view?.forgetUndo();
  const changed = differences(before, after).filter(
    ({ row, column }) => !session.pending.get(after.sheetId, row, column),
  );
  view?.showSheet(after, changed);
}

function hasMoved(before: BoardSheet, map: RowMap): boolean {
  return before.cells.some((cells, row) => cells.length > 0 && map(row) !== row);
}

function relocateTyped(session: BoardSession, sheetId: number, map: RowMap): void {
  session.pending.relocate(sheetId, { row: map });
  const dropped = session.queue.rewrite(({ action }) => relocated(action, sheetId, map));
  for (const item of dropped) {
    session.options.notify({ kind: 'moved', message: '', text: item.texts.join('\t') });
  }
}

function relocated(action: PersonAction, sheetId: number, map: RowMap): PersonAction | undefined {
  if (action.kind === 'setCells' && action.sheetId === sheetId) {
    const cells = action.cells.flatMap((cell) => {
      const row = map(cell.row);
      return row === undefined ? [] : [{ ...cell, row }];
    });
    return cells.length === action.cells.length ? { ...action, cells } : undefined;
  }
  return actsOnRows(action, sheetId) ? relocatedBlock(action, map) : action;
}

type RowsAction = Extract<PersonAction, { start: number }>;

function actsOnRows(action: PersonAction, sheetId: number): action is RowsAction {
  return 'start' in action && action.sheetId === sheetId && action.kind.endsWith('Rows');
}

// Rows that are no longer side by side cannot be inserted at, deleted or moved as one block.
function relocatedBlock(action: RowsAction, map: RowMap): PersonAction | undefined {
  const start = map(action.start);
  if (start === undefined) return undefined;
  if (action.kind === 'insertRows') return { ...action, start };
  for (let offset = 1; offset < action.count; offset += 1) {
    if (map(action.start + offset) !== start + offset) return undefined;
  }
  if (action.kind !== 'moveRows') return { ...action, start };
  const before = map(action.before);
  return before === undefined ? undefined : { ...action, start, before };
}

function allCells(sheet: BoardSheet): CellPlace[] {
  return sheet.cells.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell ? [{ row, column }] : [])),
  );
}

function differences(before: BoardSheet, after: BoardSheet): CellPlace[] {
  const places: CellPlace[] = [];
  const rows = Math.max(before.cells.length, after.cells.length);
  for (let row = 0; row < rows; row += 1) {
    const columns = Math.max(before.cells[row]?.length ?? 0, after.cells[row]?.length ?? 0);
    for (let column = 0; column < columns; column += 1) {
      const now = cellAt(after, row, column);
      if (JSON.stringify(cellAt(before, row, column)) !== JSON.stringify(now)) places.push({ row, column });
    }
  }
  return places;
}
