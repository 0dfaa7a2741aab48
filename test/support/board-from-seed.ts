import { parsePolicy } from '../../shared/contract/policy.ts';
import { SETTINGS } from '../../shared/contract/settings.ts';
import type { BoardEvent } from '../../shared/decide/board-event.ts';
import { decide } from '../../shared/decide/decide.ts';
import type { Effect } from '../../shared/decide/effects.ts';
import { evolve } from '../../shared/decide/evolve.ts';
import { UNOWNED, type BoardState, type BookKey } from '../../shared/domain/board-state.ts';
import type { Day, Instant } from '../../shared/domain/day.ts';
import { eventId, teamId } from '../../shared/domain/ids.ts';
import type { ReadRow } from '../../shared/ports/board.ts';
import type { TeamSeed } from '../../local/import/team-seed.ts';

/** A board on which a seed has been put, decided by the real core: no clock, no store, no sheet. */
export interface SeededBoard {
  readonly state: BoardState;
  /** Every effect of taking the seed in and of the sweep after it. */
  readonly effects: readonly Effect[];
  /** What follows from typing something into one cell of a task's row. */
  edit(row: number, column: string, typed: string): readonly Effect[];
}

const ids = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(10, '0')}`);

const rowsOf = (rows: readonly { readonly cells: ReadRow['cells'] }[]): readonly ReadRow[] =>
  rows.map(({ cells }, index) => ({ row: index + 2, cells }));

/** Noon in Shanghai. */
const noonOf = (day: Day): Instant => Date.parse(`${day}T04:00:00Z`);

export const boardFromSeed = (seed: TeamSeed, today: Day): SeededBoard => {
  const rules = {
    [SETTINGS.language.key]: seed.language,
    [SETTINGS.timeZone.key]: seed.timeZone,
    ...seed.rules,
  };
  const policy = parsePolicy(Object.entries(rules).map(([key, raw]) => ({ key, raw })));
  if (!policy.ok) throw new Error(JSON.stringify(policy.error));
  const effects: Effect[] = [];
  const at = noonOf(today);
  let state: BoardState = {
    team: {
      id: teamId('sample'),
      policy: policy.value,
      policyVersion: 1,
      rulesProblems: 0,
      reps: {},
      pending: {},
      waiting: [],
      noted: {},
      auditSeq: 0,
      revision: 0,
      installedBy: [],
    },
    tasks: {},
    books: {},
    whole: [],
  };
  const run = (event: BoardEvent): readonly Effect[] => {
    const whole: readonly BookKey[] = [UNOWNED, ...Object.values(state.team.reps).map((rep) => rep.id)];
    const decided = decide({ ...state, whole }, event);
    state = decided.reduce(evolve, state);
    effects.push(...decided);
    return decided;
  };
  const happening = (name: string) => ({ id: eventId(name), at, actor: null });
  const taskIds = ids('task', seed.tasks.length);
  const tasksRead = {
    kind: 'tasks',
    ids: [],
    vanished: [],
  } as const;
  run({
    ...happening('1-team'),
    kind: 'team',
    rows: rowsOf(seed.team),
    freshIds: ids('rep', seed.team.length),
  });
  run({
    ...happening('2-import'),
    ...tasksRead,
    origin: 'import',
    rows: rowsOf(seed.tasks),
    freshIds: taskIds,
    signals: Object.fromEntries(
      seed.tasks.flatMap(({ signals }, index) => (signals === undefined ? [] : [[index + 2, signals]])),
    ),
  });
  run({ ...happening('3-sweep'), kind: 'sweep', books: [] });
  return {
    state,
    effects,
    edit: (row, column, typed) => {
      const id = taskIds[row - 2] ?? '';
      const cells = { ...seed.tasks[row - 2]?.cells, id, [column]: typed };
      return run({
        ...happening('4-edit'),
        ...tasksRead,
        origin: 'edit',
        ids: taskIds.map((one, index) => ({ id: one, row: index + 2 })),
        rows: [{ row, cells }],
        freshIds: ids('fresh', 1),
      });
    },
  };
};
