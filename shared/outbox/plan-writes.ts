import type { BoardState } from '../domain/board-state.ts';
import { dayAt, type Day, type Instant } from '../domain/day.ts';
import type { Effect } from '../decide/effects.ts';
import type { WritePlan } from '../ports/board.ts';
import type { EventRecord } from '../ports/store.ts';
import { auditRows } from './audit-rows.ts';
import { dirtyReps, dirtyTasks, findEntry } from './dirty.ts';
import { tellHandovers } from './handover-rows.ts';
import { startPlan, type PlanDraft } from './plan-draft.ts';
import { repCells } from './rep-cells.ts';
import { taskCells, waitingText } from './task-cells.ts';
import { tellEffect } from './tell-effect.ts';
import { tellSuggestions } from './tell-suggestions.ts';
import { workloadCells } from './workload-cells.ts';

/** What is known when the sheet is told: committed events and the state after them. */
export interface Telling {
  readonly records: readonly EventRecord[];
  readonly state: BoardState;
}

/**
 * Effects → what to write, as absolute cell values keyed by row id (spec 2). Cells show the state after the
 * last event, so telling twice, or telling several events at once, gives the same sheet.
 */
export const planWrites = ({ records, state }: Telling, at: Instant): WritePlan => {
  const effects = records.flatMap((record) => record.effects);
  const today = dayAt(at, state.team.policy.timeZone);
  const plan = startPlan(givenRows(effects));
  for (const effect of effects) {
    if (effect.type === 'idGiven' && effect.row >= 0) plan.giveId(effect.tab, effect.row, effect.id);
  }
  for (const id of dirtyTasks(effects, state)) {
    const found = findEntry(state, id);
    if (found !== null) plan.set('tasks', id, taskCells(found.entry, found.owner, state.team, today));
  }
  tellQueue(state, effects, plan);
  tellReps(state, effects, today, plan);
  for (const record of records) tellSuggestions(record, state, plan);
  tellHandovers(effects, state, plan);
  for (const effect of effects) tellEffect(effect, state, today, plan);
  for (const record of records) for (const row of auditRows(record, state)) plan.append('audit', row);
  return plan.plan();
};

const MOVES_THE_QUEUE: readonly Effect['type'][] = [
  'taskQueued',
  'taskDequeued',
  'queueRefilled',
  'taskArchived',
];

/** Whoever leaves the queue moves everybody behind them: the rows say where each stands now. */
const tellQueue = ({ team }: BoardState, effects: readonly Effect[], plan: PlanDraft): void => {
  const moved = effects.some(
    (effect) =>
      MOVES_THE_QUEUE.includes(effect.type) ||
      (effect.type === 'taskChanged' && effect.before.fields.owner === undefined),
  );
  if (!moved) return;
  for (const entry of team.waiting)
    if (team.pending[entry.taskId] === undefined)
      plan.set('tasks', entry.taskId, { why: waitingText(entry, team) });
};

/** Rows that get their id in this plan. A negative row is one whose place is no longer sure: it is left alone. */
const givenRows = (effects: readonly Effect[]): ReadonlyMap<string, number> =>
  new Map(
    effects.flatMap((effect) =>
      effect.type === 'idGiven' && effect.row >= 0 ? [[effect.id, effect.row] as const] : [],
    ),
  );

const tellReps = (state: BoardState, effects: readonly Effect[], today: Day, plan: PlanDraft): void => {
  const { team } = state;
  const isNew = (id: string): boolean =>
    effects.some((effect) => effect.type === 'repChanged' && effect.before === null && effect.rep.id === id);
  for (const id of dirtyReps(effects, state)) {
    const rep = team.reps[id];
    if (rep === undefined) continue;
    plan.set('team', id, repCells(rep, team, today));
    if (rep.fields.role === 'supervisor') continue;
    const values = workloadCells(rep, state, today);
    if (isNew(id)) plan.append('workload', { id, ...values });
    else plan.set('workload', id, values);
  }
};
