import type { BoardState } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import type { BookEntry } from '../domain/task.ts';
import { CONTACT_TYPED } from '../moves/contact-cell.ts';
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
  /**
   * Every id with the one row that is its own, so that the rows may be decided some at a time: a copy is then
   * known for one even when its model is decided in another go.
   */
  readonly ids: Ids;
}

type Ids = NonNullable<BoardRead['ids']['tasks']>;

/**
 * Compares every row of the Tasks tab with the books, by fingerprint, so that a sort or a whole-board check
 * reads no more tasks than really changed. A row that lost its id (one that could not be written in time, or was
 * wiped or typed over) gets it back when exactly one missing task has the same content. `state` holds all books
 * whole.
 */
export const compareBoard = (
  rows: readonly ReadRow[],
  ids: Ids,
  state: BoardState,
  today: Day,
): BoardDifference => {
  const entries = new Map<string, BookEntry>(
    Object.values(state.books).flatMap((book) => Object.entries(book)),
  );
  const own = ownRows(ids);
  const lostIds = idsByContent(entries, own);
  const adopted = new Set<string>();
  const withLostId = (row: ReadRow, print: string): ReadRow | null => {
    const lost = lostIds.get(print);
    if (typeof lost !== 'string' || adopted.has(lost)) return null;
    adopted.add(lost);
    return { ...row, cells: { ...row.cells, id: lost }, lostId: true };
  };
  const changed = rows.flatMap((row): readonly ReadRow[] => {
    const id = readText(row.cells['id'] ?? null);
    if (isBlank('tasks', row) && !entries.has(id)) return [];
    const read = readTaskRow(row, state.team, today);
    if (!read.ok) return [row];
    const print = rowPrint(read.value.fields);
    const known = own.get(id) === row.row ? entries.get(id) : undefined;
    if (known === undefined) return [withLostId(row, print) ?? row];
    const typed = row.cells['contact'] === CONTACT_TYPED;
    const quiet = !typed && read.value.action === undefined && state.team.noted[id] === undefined;
    return known.rowPrint === print && quiet ? [] : [row];
  });
  const vanished = [...entries.keys()].filter((id) => !own.has(id) && !adopted.has(id));
  return { changed, vanished, ids: [...own].map(([id, row]) => ({ id, row })) };
};

/** Of rows with the same id the first is the model, the others are copies. */
const ownRows = (ids: Ids): ReadonlyMap<string, number> => {
  const own = new Map<string, number>();
  for (const { id, row } of ids) if (row < (own.get(id) ?? Infinity)) own.set(id, row);
  return own;
};

/** Tasks whose id stands nowhere, by what their row said; null where several said the same. */
const idsByContent = (
  entries: ReadonlyMap<string, BookEntry>,
  own: ReadonlyMap<string, number>,
): ReadonlyMap<string, string | null> => {
  const missing = new Map<string, string | null>();
  for (const [id, { rowPrint: print }] of entries)
    if (!own.has(id)) missing.set(print, missing.has(print) ? null : id);
  return missing;
};
