import type { RawCell, RowAddress, WritePlan } from '../ports/board.ts';
import type { TabKey } from '../sheet/layout.ts';

/** A write plan in the making, with the rows that get their id in this very plan addressed by place. */
export interface PlanDraft {
  set(tab: TabKey, id: string, values: Readonly<Record<string, RawCell>>): void;
  giveId(tab: TabKey, row: number, id: string): void;
  note(tab: TabKey, id: string, column: string, text: string | null): void;
  append(tab: TabKey, values: Readonly<Record<string, RawCell>>): void;
  plan(): WritePlan;
}

export const startPlan = (given: ReadonlyMap<string, number>): PlanDraft => {
  const cells: WritePlan['cells'][number][] = [];
  const notes: WritePlan['notes'][number][] = [];
  const appends: WritePlan['appends'][number][] = [];
  const at = (id: string): RowAddress => {
    const row = given.get(id);
    return row === undefined ? { id } : { row };
  };
  return {
    set: (tab, id, values) => {
      const index = appends.findIndex((row) => row.tab === tab && row.values['id'] === id);
      const appended = appends[index];
      // A row that this plan appends is completed, not looked for.
      if (appended !== undefined) appends[index] = { tab, values: { ...appended.values, ...values } };
      else
        for (const [column, value] of Object.entries(values)) cells.push({ tab, at: at(id), column, value });
    },
    giveId: (tab, row, id) => cells.push({ tab, at: { row }, column: 'id', value: id }),
    note: (tab, id, column, text) => notes.push({ tab, at: at(id), column, text }),
    append: (tab, values) => appends.push({ tab, values }),
    plan: () => ({ cells, notes, appends }),
  };
};
