import type { RowAddress, WritePlan } from '../ports/board.ts';
import type { TabKey } from '../sheet/layout.ts';
import { startPlan } from './plan-draft.ts';

/**
 * Several plans as one write, in order: of two values for one cell the later counts, a row that an earlier
 * plan appends is completed instead of looked for, and a row that gets its id in an earlier plan is addressed
 * by its place in the later ones too.
 */
export const mergePlans = (plans: readonly WritePlan[]): WritePlan => {
  const given = new Map<string, number>();
  for (const { cells } of plans) {
    for (const { at, column, value } of cells)
      if (column === 'id' && 'row' in at) given.set(String(value), at.row);
  }
  const merged = startPlan(given);
  const cells = new Map<string, WritePlan['cells'][number]>();
  const notes = new Map<string, WritePlan['notes'][number]>();
  for (const plan of plans) {
    for (const row of plan.appends) merged.append(row.tab, row.values);
    for (const cell of plan.cells) {
      if ('id' in cell.at && merged.isAppended(cell.tab, cell.at.id)) {
        merged.set(cell.tab, cell.at.id, { [cell.column]: cell.value });
      } else
        cells.set(keyOf(cell.tab, placed(cell.at, given), cell.column), {
          ...cell,
          at: placed(cell.at, given),
        });
    }
    for (const note of plan.notes) {
      notes.set(keyOf(note.tab, placed(note.at, given), note.column), {
        ...note,
        at: placed(note.at, given),
      });
    }
  }
  return { cells: [...cells.values()], notes: [...notes.values()], appends: merged.plan().appends };
};

const placed = (at: RowAddress, given: ReadonlyMap<string, number>): RowAddress => {
  const row = 'id' in at ? given.get(at.id) : undefined;
  return row === undefined ? at : { row };
};

const keyOf = (tab: TabKey, at: RowAddress, column: string): string =>
  `${tab}/${'id' in at ? at.id : `#${at.row}`}/${column}`;
