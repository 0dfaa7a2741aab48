import type { BoardState } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import type { BookEntry } from '../domain/task.ts';
import type { BoardRead, ReadRow } from '../ports/board.ts';
import { readText } from '../sheet/cell-value.ts';
import { isBlank } from '../sheet/read-row.ts';
import { readTaskRow } from '../sheet/read-task-row.ts';
import { rowPrint } from '../triggers/entry.ts';

/** How the Tasks tab differs from what is remembered. */
export interface BoardDifference {
  /** Rows that say something new: changed, added, copied, unreadable, or answering a suggestion. */
  readonly changed: readonly ReadRow[];
  /** Tasks whose row has gone. */
  readonly vanished: readonly string[];
}

/**
 * Compares every row of the Tasks tab with the books, by fingerprint, so that a sort or a whole-board check
 * reads no more tasks than really changed. A row that lost its id (an id that could not be written in time)
 * gets it back when exactly one missing task has the same content. `state` holds all books whole.
 */
export const compareBoard = (
  rows: readonly ReadRow[],
  ids: NonNullable<BoardRead['ids']['tasks']>,
  state: BoardState,
  today: Day,
): BoardDifference => {
  const entries = new Map<string, BookEntry>(
    Object.values(state.books).flatMap((book) => Object.entries(book)),
  );
  const places = new Map<string, number>();
  for (const { id } of ids) places.set(id, (places.get(id) ?? 0) + 1);
  const missing = new Map<string, string | null>();
  for (const [id, entry] of entries) {
    if (!places.has(id)) missing.set(entry.rowPrint, missing.has(entry.rowPrint) ? null : id);
  }
  const adopted = new Set<string>();
  const withLostId = (row: ReadRow, print: string): ReadRow | null => {
    const lost = missing.get(print);
    if (typeof lost !== 'string' || adopted.has(lost)) return null;
    adopted.add(lost);
    return { ...row, cells: { ...row.cells, id: lost }, lostId: true };
  };
  const changed = rows.flatMap((row): readonly ReadRow[] => {
    const id = readText(row.cells['id'] ?? null);
    if (id === '' && isBlank('tasks', row)) return [];
    const read = readTaskRow(row, state.team, today);
    if (!read.ok) return [row];
    const print = rowPrint(read.value.fields);
    if (id === '') return [withLostId(row, print) ?? row];
    const same = entries.get(id)?.rowPrint === print && places.get(id) === 1;
    const quiet = read.value.action === undefined && state.team.noted[id] === undefined;
    return same && quiet ? [] : [row];
  });
  const vanished = [...entries.keys()].filter((id) => !places.has(id) && !adopted.has(id));
  return { changed, vanished };
};
