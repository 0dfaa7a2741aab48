import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BoardState } from '../../../shared/domain/board-state.ts';
import { repId } from '../../../shared/domain/ids.ts';
import { TASK_TYPES } from '../../../shared/domain/task.ts';
import { dashboardView } from '../../../shared/pages/dashboard-view.ts';
import { listText, readList, taskList, type TaskQuery } from '../../../shared/report/task-list.ts';
import { boards, SEEDED } from '../../support/arbitraries.ts';
import { aBoard, NOW, tid } from '../../support/board-builder.ts';

const ALL = { rep: null, type: null, tier: null, mine: false } as const;
const queryOf = (text: string): TaskQuery => {
  const { what, rep, type } = readList(text)!;
  return { ...ALL, what, rep: rep === undefined ? null : repId(rep), type: type ?? null };
};

type Table = ReturnType<typeof dashboardView>['tables'][number];

/** Each cell of a rep's row that leads somewhere says how many tasks are there, or what they weigh. */
const expectCells = (
  state: BoardState,
  columns: Table['columns'],
  { cells, rep }: Table['rows'][number],
): void => {
  for (const [index, { key, list }] of columns.entries()) {
    if (list === undefined) continue;
    const rows = taskList(state, queryOf(list.replace('@', `@${rep!}`)), NOW);
    const sum = rows.reduce((all, { points }) => all + points, 0);
    if (key === 'load') expect(sum).toBeCloseTo(cells[index]!, 5);
    else expect([key, rows.length]).toEqual([key, cells[index]]);
  }
};

describe('the tasks behind a number', () => {
  test('are as many as the number says, for every number of the page under every filter', () => {
    fc.assert(
      fc.property(boards, fc.constantFrom(null, ...TASK_TYPES), fc.nat(), (state, type, pick) => {
        const reps = [null, ...Object.values(state.team.reps).map(({ id }) => id)];
        const filter = { rep: reps[pick % reps.length] ?? null, type };
        const view = dashboardView({ state, days: [], at: NOW }, filter, 'en');
        for (const { key, value, list } of view.figures) {
          if (list === null) continue;
          const rows = taskList(state, queryOf(list), NOW);
          if (key !== 'load') expect([key, rows.length]).toEqual([key, Number(value)]);
        }
        const table = view.tables.find(({ id }) => id === 'reps');
        for (const row of table?.rows ?? []) expectCells(state, table!.columns, row);
      }),
      SEEDED,
    );
  });

  test('name owner, type and days, longest without progress first, and nobody where nobody owns them', () => {
    const state = aBoard({
      reps: { wang: { name: '老王' } },
      tasks: {
        a: { owner: 'wang', value: 'high', difficulty: 'hard', idle: 9 },
        b: { value: 'low', difficulty: 'easy', idle: 20 },
      },
    });
    expect(taskList(state, { ...ALL, what: 'open' }, NOW)).toMatchObject([
      { taskId: tid('b'), owner: null, type: 'volume' },
      { taskId: tid('a'), owner: '老王', type: 'strategic', light: 'red', points: 3 },
    ]);
    expect(taskList(state, { ...ALL, what: 'stale' }, NOW).map(({ taskId }) => taskId)).toEqual([tid('a')]);
    expect(taskList(state, { ...ALL, what: 'open', mine: true }, NOW, () => false)).toEqual([]);
  });

  test('are found again from the short text, and a list that there is not is none', () => {
    expect(readList(listText('red', 'wang', 'growth'))).toEqual({ what: 'red', rep: 'wang', type: 'growth' });
    expect(listText('open', null)).toBe('open');
    expect(readList(listText('open', null, 'volume'))).toEqual({ what: 'open', type: 'volume' });
    expect(readList('constructor')).toBeNull();
    expect(readList('')).toBeNull();
  });
});
