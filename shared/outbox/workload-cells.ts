import type { BoardState } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import type { RatingCell, Rep } from '../domain/rep.ts';
import { TASK_TYPES, type TaskType } from '../domain/task.ts';
import type { RawCell } from '../ports/board.ts';
import { progressedLately } from '../report/recent-progress.ts';
import { keyTasksOf, loadOf, roundedLoad, tasksOf, typeOf } from '../scoring/load.ts';
import { repCells } from './rep-cells.ts';

/**
 * A load cut at the limit: what lies within it, what sticks out, and the room left. Stacked as one bar they show
 * the limit as the place where the room, or the part within, ends.
 *
 * @example loadParts(12, 10) // { within: 10, over: 2, room: 0 }
 * @example loadParts(7.5, 10) // { within: 7.5, over: 0, room: 2.5 }
 */
export const loadParts = (
  load: number,
  limit: number,
): { readonly within: number; readonly over: number; readonly room: number } => ({
  within: Math.min(load, limit),
  over: roundedLoad(Math.max(0, load - limit)),
  room: roundedLoad(Math.max(0, limit - load)),
});

/**
 * A row of the Workload tab. Most of it follows from the rep's tallies; lights and progress need every task of
 * the rep, so they are there only when the whole book is at hand.
 */
export const workloadCells = (
  rep: Rep,
  { team, books, whole }: BoardState,
  today: Day,
): Readonly<Record<string, RawCell>> => {
  const byType: Record<TaskType, number> = { strategic: 0, growth: 0, volume: 0, selective: 0 };
  for (const [cell, count] of Object.entries(rep.open)) byType[typeOf(cell as RatingCell)] += count;
  const load = loadOf(rep.open, team.policy);
  const { limit } = team.policy.load;
  const { light = null, status = null, monthPoints = null, periodPoints = null } = repCells(rep, team, today);
  return {
    rep: rep.fields.name,
    light,
    load,
    limit,
    keyTasks: keyTasksOf(rep.open),
    open: tasksOf(rep.open),
    ...Object.fromEntries(TASK_TYPES.map((type) => [type, byType[type]])),
    ...(whole.includes(rep.id) ? fromBook(rep, { team, books }, today) : {}),
    monthPoints,
    periodPoints,
    status,
    ...loadParts(load, limit),
  };
};

const fromBook = (
  { id }: Rep,
  { team, books }: Pick<BoardState, 'team' | 'books'>,
  today: Day,
): Readonly<Record<string, RawCell>> => {
  const open = Object.values(books[id] ?? {}).filter(({ status }) => status === 'open');
  const lights = { green: 0, yellow: 0, red: 0 };
  for (const { light } of open) lights[light] += 1;
  const { timeZone } = team.policy;
  return { ...lights, progressed: open.filter((entry) => progressedLately(entry, today, timeZone)).length };
};
