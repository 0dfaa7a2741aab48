import type { BoardState } from '../domain/board-state.ts';
import { byText, taskId, type TaskId } from '../domain/ids.ts';
import type { ReadRow } from '../ports/board.ts';
import { readText } from '../sheet/cell-value.ts';
import { isBlank } from '../sheet/read-row.ts';
import type { PlacedId, TasksRead } from './board-event.ts';

/** Which task a row is. */
export interface IdentifiedRow {
  readonly row: ReadRow;
  readonly id: TaskId;
  /** The row does not carry this id yet. */
  readonly given: boolean;
  readonly copyOf?: TaskId;
}

/** What our ids look like. A row with such an id that nobody knows was given it before the store heard of it. */
export const ID_PATTERN = /^[0-9a-z]{10,20}$/;

/**
 * Finds out which task each row is (spec 2). A copied row carries the id of its model: the one that was there
 * before keeps it (the row outside the edit, else the one whose place is higher up), the other becomes a new
 * task. The result is ordered by id, so that the order of rows in the sheet changes nothing.
 */
export const identifyRows = (state: BoardState, event: TasksRead): readonly IdentifiedRow[] => {
  const places = placesById(event.ids);
  const inEdit = new Set(event.rows.map((row) => row.row));
  const fresh = [...event.freshIds].sort(byText);
  const next = (): TaskId => {
    const id = fresh.shift();
    if (id === undefined) throw new Error(`event ${event.id} brought too few fresh ids`);
    return taskId(id);
  };
  const rows = [...event.rows].sort((a, b) => a.row - b.row);
  return rows
    .flatMap((row): readonly IdentifiedRow[] => {
      const id = readText(row.cells['id'] ?? null);
      const heardOf = state.tasks[id] !== undefined || state.team.noted[id] !== undefined;
      if (isBlank('tasks', row) && !heardOf) return [];
      if (row.lostId === true) return [{ row, id: taskId(id), given: true }];
      if (!ID_PATTERN.test(id)) return [{ row, id: next(), given: true }];
      const original = originalPlace(places.get(id) ?? [], inEdit);
      if (original !== undefined && original !== row.row)
        return [{ row, id: next(), given: true, copyOf: taskId(id) }];
      return [{ row, id: taskId(id), given: false }];
    })
    .sort((a, b) => byText(a.id, b.id));
};

export const placesById = (ids: readonly PlacedId[]): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  for (const { id, row } of ids) places.set(id, [...(places.get(id) ?? []), row]);
  return places;
};

/** Where the row that an id belongs to stands: outside the edit if anywhere, else highest up. */
export const originalPlace = (places: readonly number[], inEdit: ReadonlySet<number>): number | undefined => {
  const outside = places.filter((place) => !inEdit.has(place));
  const choice = outside.length > 0 ? outside : places;
  return choice.length === 0 ? undefined : Math.min(...choice);
};
