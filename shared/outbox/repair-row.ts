import type { RawCell, ReadRow } from '../ports/board.ts';
import { readText } from '../sheet/cell-value.ts';
import type { TabKey } from '../sheet/layout.ts';
import type { PlanDraft } from './plan-draft.ts';

/** The id of a row as read; empty for none. */
export const idOfRow = (row: ReadRow): string => readText(row.cells['id'] ?? null);

/** Plans what a row should show where it shows something else. */
export const repairRow = (
  plan: PlanDraft,
  tab: TabKey,
  row: ReadRow,
  wanted: Readonly<Record<string, RawCell>>,
  id: string = idOfRow(row),
): void => {
  const wrong = Object.entries(wanted).filter(([column, value]) => (row.cells[column] ?? null) !== value);
  if (wrong.length > 0) plan.set(tab, id, Object.fromEntries(wrong));
};
