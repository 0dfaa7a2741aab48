/**
 * A board with people at it, for property tests: a sheet of rows that people edit, sort, copy and delete, the
 * state Peineng remembers, and the cells Peineng writes back. Nothing here knows the rules.
 */
import type { RuleRow } from '../../shared/contract/policy.ts';
import type { BoardEvent, TasksRead } from '../../shared/decide/board-event.ts';
import { decide } from '../../shared/decide/decide.ts';
import type { Effect } from '../../shared/decide/effects.ts';
import { evolveAll } from '../../shared/decide/evolve.ts';
import { UNOWNED, type BoardState } from '../../shared/domain/board-state.ts';
import type { Instant } from '../../shared/domain/day.ts';
import { eventId, type RepId } from '../../shared/domain/ids.ts';
import type { ReadRow } from '../../shared/ports/board.ts';
import { cellsOfRep, cellsOfTask, freshIds, type Cells } from './board-events.ts';
import { DAY_MS, NOW } from './board-builder.ts';

/** What somebody does at the board. Numbers pick a row, a rep or an audit row, whatever their count. */
export type Step =
  | { readonly do: 'paste'; readonly rows: readonly Cells[] }
  | { readonly do: 'edit'; readonly pick: number; readonly typed: Cells }
  | { readonly do: 'assign'; readonly pick: number; readonly to: number }
  | { readonly do: 'answer'; readonly pick: number; readonly action: string }
  | { readonly do: 'copy' | 'delete' | 'sort' | 'fire' | 'undo'; readonly pick: number }
  | { readonly do: 'hire'; readonly typed: Cells }
  | { readonly do: 'team'; readonly pick: number; readonly typed: Cells }
  | { readonly do: 'rules'; readonly rows: readonly RuleRow[] }
  | { readonly do: 'wait'; readonly days: number };

export interface World {
  readonly initial: BoardState;
  readonly state: BoardState;
  readonly tasks: readonly Cells[];
  readonly team: readonly Cells[];
  readonly rules: readonly RuleRow[];
  readonly at: Instant;
  /** Everything that was ever decided, in order. */
  readonly history: readonly Effect[];
  readonly events: number;
}

export const startWorld = (state: BoardState): World => ({
  initial: state,
  state,
  tasks: Object.values(state.tasks)
    .filter((task) => task.status !== 'archived')
    .map((task) => cellsOfTask(task, state)),
  team: Object.values(state.team.reps).map((rep) => cellsOfRep(rep)),
  rules: [],
  at: NOW,
  history: [],
  events: 0,
});

/** One step taken: what was decided, and the worlds before and after. */
export interface Taken {
  readonly before: World;
  readonly event: BoardEvent;
  readonly effects: readonly Effect[];
  readonly after: World;
}

/** A person does something; Peineng reads, decides, remembers and writes back. */
export const take = (world: World, step: Step): Taken => {
  const { edited, event } = happen(world, step);
  return settle(edited, event);
};

/** Peineng deals with an event in a world whose sheet has been edited already. */
export const settle = (world: World, event: BoardEvent): Taken => {
  const effects = decide(wholeOf(world.state), event);
  const told = effects.reduce(tell, world);
  const after = {
    ...told,
    state: evolveAll(world.state, effects),
    history: [...world.history, ...effects],
    events: world.events + 1,
  };
  return { before: world, event, effects, after };
};

/** Everything is loaded: each book from cover to cover, the empty ones too. */
export const wholeOf = (state: BoardState): BoardState => ({
  ...state,
  whole: [UNOWNED, ...(Object.keys(state.team.reps) as RepId[])],
});

const at = <T>(list: readonly T[], pick: number): { item: T; index: number } | null => {
  const index = list.length === 0 ? -1 : pick % list.length;
  const item = list[index];
  return item === undefined ? null : { item, index };
};

const replaced = <T>(list: readonly T[], index: number, item: T): readonly T[] =>
  list.map((one, place) => (place === index ? item : one));

const idOf = (cells: Cells): string => String(cells['id'] ?? '');

/** The event a step causes, and the sheet after the person's hand. */
const happen = (world: World, step: Step): { edited: World; event: BoardEvent } => {
  const now = { ...world, at: world.at + (step.do === 'wait' ? step.days * DAY_MS : 60_000) };
  const edited = byHand(now, step);
  switch (step.do) {
    case 'hire':
    case 'team':
    case 'fire':
      return { edited, event: teamEvent(edited) };
    case 'rules':
      return { edited, event: rulesEvent(edited) };
    case 'wait':
      return { edited, event: sweepEvent(edited) };
    case 'undo':
      return { edited, event: undoEvent(edited, step.pick) };
    default:
      return { edited, event: tasksEvent(edited, rowsOfStep(edited, step)) };
  }
};

const byHand = (world: World, step: Step): World => {
  switch (step.do) {
    case 'paste':
      return { ...world, tasks: [...world.tasks, ...step.rows] };
    case 'edit':
      return typeInto(world, at(world.tasks, step.pick)?.index, step.typed);
    case 'assign': {
      const name = at(world.team, step.to)?.item['name'] ?? null;
      return typeInto(world, at(world.tasks, step.pick)?.index, { owner: name });
    }
    case 'answer':
      return typeInto(world, suggestedRow(world, step.pick), { action: step.action });
    case 'copy': {
      const row = at(world.tasks, step.pick);
      if (row === null) return world;
      const tasks = [...world.tasks];
      tasks.splice((step.pick * 7) % (tasks.length + 1), 0, row.item);
      return { ...world, tasks };
    }
    case 'delete': {
      const row = at(world.tasks, step.pick);
      return { ...world, tasks: world.tasks.filter((_, index) => index !== row?.index) };
    }
    case 'sort':
      return { ...world, tasks: rotated(world.tasks, step.pick), team: rotated(world.team, step.pick) };
    case 'hire':
      return { ...world, team: [...world.team, step.typed] };
    case 'team': {
      const row = at(world.team, step.pick);
      return row === null
        ? world
        : { ...world, team: replaced(world.team, row.index, { ...row.item, ...step.typed }) };
    }
    case 'fire': {
      const row = at(world.team, step.pick);
      return { ...world, team: world.team.filter((_, index) => index !== row?.index) };
    }
    case 'rules':
      return { ...world, rules: step.rows };
    default:
      return world;
  }
};

const rotated = (rows: readonly Cells[], by: number): readonly Cells[] => {
  const cut = rows.length === 0 ? 0 : by % rows.length;
  return [...rows.slice(cut), ...rows.slice(0, cut)].reverse();
};

const typeInto = (world: World, index: number | undefined, typed: Cells): World => {
  const row = index === undefined ? undefined : world.tasks[index];
  if (index === undefined || row === undefined) return world;
  return { ...world, tasks: replaced(world.tasks, index, { ...row, ...typed }) };
};

/** A row with an unanswered suggestion, if there is one; else any. */
const suggestedRow = (world: World, pick: number): number | undefined => {
  const asked = world.tasks.flatMap((row, index) =>
    world.state.team.pending[idOf(row)] === undefined ? [] : [index],
  );
  return at(asked, pick)?.item ?? at(world.tasks, pick)?.index;
};

const asRows = (cells: readonly Cells[]): readonly ReadRow[] =>
  cells.map((one, index) => ({ row: index + 2, cells: one }));

const happening = (world: World) => ({
  id: eventId(`event-${String(world.events).padStart(4, '0')}`),
  at: world.at,
  actor: null,
});

const rowsOfStep = (world: World, step: Step): readonly ReadRow[] => {
  const rows = asRows(world.tasks);
  if (step.do === 'paste') return rows.slice(rows.length - step.rows.length);
  if (step.do === 'edit' || step.do === 'assign') {
    const row = at(rows, step.pick);
    return row === null ? [] : [row.item];
  }
  return rows;
};

/** Fresh ids never repeat within a world and ascend with time. */
const idsFor = (world: World, count: number): readonly string[] => freshIds(count, world.events * 100);

export const tasksEvent = (world: World, rows: readonly ReadRow[] = asRows(world.tasks)): TasksRead => {
  const all = asRows(world.tasks);
  const ids = all.flatMap(({ row, cells }) => (idOf(cells) === '' ? [] : [{ row, id: idOf(cells) }]));
  const there = new Set(ids.map((one) => one.id));
  const known = Object.values(world.state.books).flatMap((book) => Object.keys(book));
  return {
    kind: 'tasks',
    ...happening(world),
    rows,
    ids,
    freshIds: idsFor(world, rows.length),
    origin: 'edit',
    vanished: known.filter((id) => !there.has(id)),
  };
};

export const teamEvent = (world: World): BoardEvent => ({
  kind: 'team',
  ...happening(world),
  rows: asRows(world.team),
  freshIds: idsFor(world, world.team.length).map((id) => `y${id.slice(1)}`),
});

export const rulesEvent = (world: World): BoardEvent => ({
  kind: 'rules',
  ...happening(world),
  rows: world.rules,
});

export const sweepEvent = (world: World): BoardEvent => ({
  kind: 'sweep',
  ...happening(world),
  books: [],
});

const UNDOABLE: readonly Effect['type'][] = ['taskChanged', 'taskArchived', 'taskAdded', 'policyChanged'];

const undoEvent = (world: World, pick: number): BoardEvent => {
  const effect = at(
    world.history.filter((one) => UNDOABLE.includes(one.type)),
    pick,
  )?.item;
  return effect === undefined
    ? sweepEvent(world)
    : { kind: 'undo', ...happening(world), auditId: `audit-${pick}`, effect };
};

/** What an effect writes into people's cells; the rest of the sheet people do not type into. */
const tell = (world: World, effect: Effect): World => {
  const change = (
    tab: 'tasks' | 'team',
    which: (cells: Cells, index: number) => boolean,
    typed: Cells,
  ): World => ({
    ...world,
    [tab]: world[tab].map((cells, index) => (which(cells, index) ? { ...cells, ...typed } : cells)),
  });
  switch (effect.type) {
    case 'idGiven':
      return effect.tab !== 'tasks' && effect.tab !== 'team'
        ? world
        : change(effect.tab, (_, index) => index === effect.row - 2, { id: effect.id });
    case 'ownerCellSet': {
      const name = effect.to === null ? null : (world.state.team.reps[effect.to]?.fields.name ?? null);
      return change('tasks', (cells) => idOf(cells) === effect.taskId, { owner: name });
    }
    case 'actionCellCleared':
      return change('tasks', (cells) => idOf(cells) === effect.taskId, { action: null });
    case 'rowRestored':
      return { ...world, tasks: [...world.tasks, cellsOfTask(effect.task, world.state)] };
    case 'taskArchived':
      return effect.cause === 'vanished'
        ? world
        : { ...world, tasks: world.tasks.filter((cells) => idOf(cells) !== effect.task.id) };
    default:
      return world;
  }
};
