import type { RawCell, RowAddress, WritePlan } from '../ports/board.ts';
import type { TabKey } from '../sheet/layout.ts';

/** A write plan in the making, with the rows that get their id in this very plan addressed by place. */
export interface PlanDraft {
  set(tab: TabKey, id: string, values: Readonly<Record<string, RawCell>>): void;
  giveId(tab: TabKey, row: number, id: string): void;
  note(tab: TabKey, id: string, column: string, text: string | null): void;
  append(tab: TabKey, values: Readonly<Record<string, RawCell>>): void;
  /** Whether this plan appends the row. */
  isAppended(tab: TabKey, id: string): boolean;
  plan(): WritePlan;
}

export const startPlan = (given: ReadonlyMap<string, number>): PlanDraft => {
  const cells: WritePlan['cells'][number][] = [];
  const notes: WritePlan['notes'][number][] = [];
  const appends: WritePlan['appends'][number][] = [];
  const appended = new Map<string, number>();
  const at = (id: string): RowAddress => {
    const row = given.get(id);
    return row === undefined ? { id } : { row };
  };
  return {
    set: (tab, id, values) => {
      const index = appended.get(`${tab}/${id}`);
      // A row that this plan appends is completed, not looked for.
      if (index !== undefined) appends[index] = { tab, values: { ...appends[index]?.values, ...values } };
      else
        for (const [column, value] of Object.entries(values)) cells.push({ tab, at: at(id), column, value });
    },
    giveId: (tab, row, id) => cells.push({ tab, at: { row }, column: 'id', value: id }),
    note: (tab, id, column, text) => notes.push({ tab, at: at(id), column, text }),
    append: (tab, values) =>
      appended.set(`${tab}/${String(values['id'])}`, appends.push({ tab, values }) - 1),
    isAppended: (tab, id) => appended.has(`${tab}/${id}`),
    plan: () => ({ cells, notes, appends }),
  };
};
