import type { BoardState } from '../domain/board-state.ts';
import { dayAt, type Instant } from '../domain/day.ts';
import type { Effect } from '../decide/effects.ts';
import type { WritePlan } from '../ports/board.ts';
import type { EventRecord } from '../ports/store.ts';
import { auditRows } from './audit-rows.ts';
import { dirtyReps, dirtyTasks, findEntry } from './dirty.ts';
import { startPlan, type PlanDraft } from './plan-draft.ts';
import { dashboardCells, repCells } from './rep-cells.ts';
import { taskCells } from './task-cells.ts';
import { tellEffect } from './tell-effect.ts';
import { tellSuggestions } from './tell-suggestions.ts';

/** What is known when the sheet is told: the committed events, the state after them, and how much of it. */
export interface Telling {
  readonly records: readonly EventRecord[];
  readonly state: BoardState;
  readonly at: Instant;
  /** Every book is loaded whole, so that counts over a rep's tasks are right. */
  readonly allBooks: boolean;
}

/**
 * Effects → what to write, as absolute cell values keyed by row id (spec 2). Cells show the state after the
 * last event, so telling twice, or telling several events at once, gives the same sheet.
 */
export const planWrites = (telling: Telling): WritePlan => {
  const { records, state, allBooks } = telling;
  const effects = records.flatMap((record) => record.effects);
  const today = dayAt(telling.at, state.team.policy.timeZone);
  const plan = startPlan(givenRows(effects));
  for (const effect of effects) {
    if (effect.type === 'idGiven') plan.giveId(effect.tab, effect.row, effect.id);
  }
  for (const id of dirtyTasks(effects, state, allBooks)) {
    const found = findEntry(state, id);
    if (found !== null) plan.set('tasks', id, taskCells(found.entry, found.owner, state.team, today));
  }
  tellReps(telling, effects, plan);
  for (const record of records) tellSuggestions(record, state, plan);
  for (const effect of effects) tellEffect(effect, state, today, plan);
  for (const record of records) for (const row of auditRows(record, state)) plan.append('audit', row);
  return plan.plan();
};

const givenRows = (effects: readonly Effect[]): ReadonlyMap<string, number> =>
  new Map(effects.flatMap((effect) => (effect.type === 'idGiven' ? [[effect.id, effect.row] as const] : [])));

const tellReps = ({ state, at, allBooks }: Telling, effects: readonly Effect[], plan: PlanDraft): void => {
  const { team, books } = state;
  const today = dayAt(at, team.policy.timeZone);
  const isNew = (id: string): boolean =>
    effects.some((effect) => effect.type === 'repChanged' && effect.before === null && effect.rep.id === id);
  for (const id of dirtyReps(effects, state)) {
    const rep = team.reps[id];
    if (rep === undefined) continue;
    plan.set('team', id, repCells(rep, team, today));
    if (rep.fields.role === 'supervisor') continue;
    const values = dashboardCells(rep, team, allBooks ? (books[id] ?? {}) : null);
    if (isNew(id)) plan.append('dashboard', { id, ...values });
    else plan.set('dashboard', id, values);
  }
};
