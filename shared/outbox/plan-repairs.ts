import { UNOWNED, type BoardState } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import { PROOF_TABS } from '../domain/proof.ts';
import type { BoardRead, ReadRow, WritePlan } from '../ports/board.ts';
import { mergePlans } from './merge-plans.ts';
import { startPlan, type PlanDraft } from './plan-draft.ts';
import { proofCells } from './proof-cells.ts';
import { repCells } from './rep-cells.ts';
import { idOfRow, repairRow } from './repair-row.ts';
import { taskCells } from './task-cells.ts';

/**
 * Compares what Peineng's columns show with what they should show, over the whole board, and plans only the
 * differences. Heals whatever an interrupted or misplaced write, a paste over our columns or a restored
 * version of the file has left behind. `state` holds all books whole.
 */
export const planRepairs = (read: BoardRead, state: BoardState, today: Day): WritePlan => {
  const plan = startPlan(new Map());
  repairTasks(read.rows.tasks ?? [], state, today, plan);
  for (const row of read.rows.team ?? []) {
    const rep = state.team.reps[idOfRow(row)];
    if (rep !== undefined) repairRow(plan, 'team', row, repCells(rep, state.team, today));
  }
  return mergePlans([plan.plan(), planProofRepairs(read, state, today)]);
};

/**
 * The same for rows of History, Ratings and Visit notes alone; one that has no id yet is told where it stands.
 * `state.proofs` says which deals stand on the Tasks tab too.
 */
export const planProofRepairs = (
  read: Pick<BoardRead, 'rows'>,
  state: Pick<BoardState, 'team' | 'proofs'>,
  today: Day,
): WritePlan => {
  const rows = PROOF_TABS.flatMap((tab) =>
    (read.rows[tab] ?? []).map((row) => ({ tab, row, id: idOfRow(row) || `${tab}:${row.row}` })),
  );
  const plan = startPlan(
    new Map(rows.flatMap(({ id, row }) => (idOfRow(row) === '' ? [[id, row.row] as const] : []))),
  );
  for (const { tab, row, id } of rows) repairRow(plan, tab, row, proofCells(tab, row, state, today), id);
  return plan.plan();
};

const repairTasks = (
  rows: readonly ReadRow[],
  { team, books }: BoardState,
  today: Day,
  plan: PlanDraft,
): void => {
  const owners = new Map<string, string>();
  for (const [key, book] of Object.entries(books)) for (const id of Object.keys(book)) owners.set(id, key);
  for (const row of rows) {
    const key = owners.get(idOfRow(row)) ?? '';
    const entry = books[key]?.[idOfRow(row)];
    const owner = key === UNOWNED ? undefined : key;
    if (entry === undefined) continue;
    const { why, ...cells } = taskCells(entry, owner, team, today);
    // The warning that an owner is over the limit is true, and stays, for as long as they are paused.
    const warned = why === null && owner !== undefined && team.reps[owner]?.paused === true;
    repairRow(plan, 'tasks', row, warned ? cells : { ...cells, why });
  }
};
