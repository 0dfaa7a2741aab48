import type { RuleRow } from '../../shared/contract/policy.ts';
import type { BoardState } from '../../shared/domain/board-state.ts';
import type { Instant } from '../../shared/domain/day.ts';
import { eventId } from '../../shared/domain/ids.ts';
import type { Rep } from '../../shared/domain/rep.ts';
import type { Task, TaskSignals } from '../../shared/domain/task.ts';
import type { Effect } from '../../shared/decide/effects.ts';
import type {
  PlacedId,
  RulesRead,
  Swept,
  TasksRead,
  TeamRead,
  UndoTicked,
} from '../../shared/decide/board-event.ts';
import type { RawCell, ReadRow } from '../../shared/ports/board.ts';
import { serialOfDay } from '../../shared/sheet/cell-value.ts';
import { contestsText } from '../../shared/text/contest-words.ts';
import { spell } from '../../shared/text/spellings.ts';
import { NOW } from './board-builder.ts';

export type Cells = Readonly<Record<string, RawCell>>;

/** Unused ids in ascending order, in the form the shell makes them. */
export const freshIds = (count: number, from = 0): readonly string[] =>
  Array.from({ length: count }, (_, index) => `z${String(from + index).padStart(11, '0')}`);

/** A task's row as the sheet shows it, with what a case types into it. */
export const cellsOfTask = (task: Task, state: BoardState, typed: Cells = {}): Cells => {
  const { fields } = task;
  const owner = fields.owner === undefined ? undefined : state.team.reps[fields.owner];
  return {
    id: task.id,
    customer: fields.customer,
    title: fields.title,
    industry: fields.industry ?? null,
    value: fields.value === undefined ? null : spell('value', fields.value, 'zh-CN'),
    difficulty: fields.difficulty === undefined ? null : spell('difficulty', fields.difficulty, 'en'),
    stage: spell('stage', fields.stage, 'zh-CN'),
    amount: fields.amount ?? null,
    owner: owner?.fields.name ?? null,
    lastProgress: fields.lastProgress === undefined ? null : serialOfDay(fields.lastProgress),
    nextStep: fields.nextStep ?? null,
    ...typed,
  };
};

/** A rep's row of the Team tab as the sheet shows it. */
export const cellsOfRep = ({ id, fields }: Rep, typed: Cells = {}): Cells => ({
  id,
  name: fields.name,
  email: fields.email ?? null,
  role: spell('role', fields.role, 'zh-CN'),
  supervisor: fields.supervisor ?? null,
  tier: spell('tier', fields.tier, 'en'),
  industries: fields.tags.industry.join('、'),
  styles: fields.tags.style.join('、'),
  rhythm: fields.tags.rhythm.join('、'),
  tools: fields.tags.tools.join('、'),
  availability: spell('availability', fields.availability, 'en'),
  leaveFrom: fields.leaveFrom === undefined ? null : serialOfDay(fields.leaveFrom),
  backOn: fields.backOn === undefined ? null : serialOfDay(fields.backOn),
  contested: contestsText(fields.contested, 'en'),
  language: fields.language ?? null,
  ...typed,
});

export interface EventOptions {
  readonly at?: Instant;
  readonly event?: string;
  readonly actor?: string | null;
}

const happening = ({ at = NOW, event = 'event-1', actor = 'wang@example.com' }: EventOptions) => ({
  id: eventId(event),
  at,
  actor,
});

export interface TasksOptions extends EventOptions {
  readonly vanished?: readonly string[];
  /** Rows outside the edit that carry ids. */
  readonly elsewhere?: readonly PlacedId[];
  readonly origin?: 'edit' | 'import';
  readonly signals?: Readonly<Record<number, TaskSignals>>;
  readonly freshFrom?: number;
}

/** Rows of the Tasks tab, from row 2 down unless a row says where it stands. */
export const rowsRead = (rows: readonly (Cells | ReadRow)[], options: TasksOptions = {}): TasksRead => {
  const placed = rows.map((row, index): ReadRow => (isReadRow(row) ? row : { row: index + 2, cells: row }));
  const ids = placed.flatMap(({ row, cells }) => {
    const { id } = cells;
    return typeof id === 'string' && id !== '' ? [{ row, id }] : [];
  });
  const { vanished = [], elsewhere = [], origin = 'edit', signals, freshFrom = 0 } = options;
  return {
    kind: 'tasks',
    ...happening(options),
    rows: placed,
    ids: [...ids, ...elsewhere],
    freshIds: freshIds(placed.length, freshFrom),
    origin,
    vanished,
    ...(signals === undefined ? {} : { signals }),
  };
};

const isReadRow = (row: Cells | ReadRow): row is ReadRow =>
  typeof row['cells'] === 'object' && row['cells'] !== null;

export const teamRead = (rows: readonly Cells[], options: EventOptions = {}): TeamRead => ({
  kind: 'team',
  ...happening(options),
  rows: rows.map((cells, index) => ({ row: index + 2, cells })),
  freshIds: freshIds(rows.length, 500),
});

/** The Team tab as it stands, with what a case types into single rows: `{ [rid('lisa')]: { tier: '资深' } }`. */
export const teamWith = (
  state: BoardState,
  typed: Readonly<Record<string, Cells | 'gone'>>,
  options: EventOptions = {},
): TeamRead =>
  teamRead(
    Object.values(state.team.reps).flatMap((rep) => {
      const change = typed[rep.id];
      return change === 'gone' ? [] : [cellsOfRep(rep, change ?? {})];
    }),
    options,
  );

export const rulesRead = (rows: readonly RuleRow[], options: EventOptions = {}): RulesRead => ({
  kind: 'rules',
  ...happening(options),
  rows,
});

export const sweep = (options: EventOptions = {}): Swept => ({
  kind: 'sweep',
  ...happening(options),
  books: [],
});

export const undoTicked = (effect: Effect, options: EventOptions = {}): UndoTicked => ({
  kind: 'undo',
  ...happening(options),
  auditId: 'audit-row-1',
  effect,
});
