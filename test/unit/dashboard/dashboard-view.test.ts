import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plusDays, type Day } from '../../../shared/domain/day.ts';
import { LANGUAGES } from '../../../shared/domain/rep.ts';
import { TASK_TYPES } from '../../../shared/domain/task.ts';
import { NO_COUNTS, type TeamDay } from '../../../shared/domain/team-day.ts';
import { dashboardView, type DashboardView } from '../../../shared/pages/dashboard-view.ts';
import { HISTORY_DAYS } from '../../../shared/pages/dashboard-history.ts';
import { boards, SEEDED } from '../../support/arbitraries.ts';
import { aBoard, DAY_MS, NOW, rid, TODAY } from '../../support/board-builder.ts';

const state = aBoard({
  reps: { wang: { name: '老王' }, lisa: { name: 'Lisa' }, grace: { name: 'Grace', availability: 'left' } },
  tasks: {
    a: { owner: 'wang', value: 'high', difficulty: 'hard', idle: 9 },
    b: { owner: 'lisa', value: 'high', difficulty: 'hard' },
    c: { owner: 'lisa', value: 'low', difficulty: 'easy' },
    d: { owner: 'grace', value: 'low', difficulty: 'easy' },
  },
});
const NOBODY = { rep: null, type: null };
const aDay = (day: Day, load: number, moves = 0): TeamDay => ({
  day,
  counts: { ...NO_COUNTS, moves },
  reps: [
    {
      rep: rid('wang'),
      load,
      keyTasks: 0,
      lights: { green: 1, yellow: 0, red: 0 },
      types: { strategic: 1, growth: 0, volume: 0, selective: 0 },
    },
  ],
  waiting: 2,
  paused: 1,
});
const view = (filter: Parameters<typeof dashboardView>[1] = NOBODY, days: readonly TeamDay[] = []) =>
  dashboardView({ state, days, at: NOW }, filter, 'zh-CN');
const table = (given: DashboardView, id: string) => given.tables.find((one) => one.id === id);
const cell = (given: DashboardView, id: string, row: string, column: string) => {
  const found = table(given, id)!;
  const at = found.columns.findIndex(({ key }) => key === column);
  return found.rows.find(({ label }) => label === row)?.cells[at];
};
const figure = (given: DashboardView, key: string) => given.figures.find((one) => one.key === key)?.value;

describe('the dashboard as data', () => {
  test('orders reps by load and says who gets nothing new', () => {
    expect(table(view(), 'reps')!.rows.map(({ label }) => label)).toEqual(['Lisa', '老王', 'Grace (离职)']);
    expect(cell(view(), 'reps', 'Lisa', 'within')).toBe(3.5);
    expect(figure(view(), 'open')).toBe('4');
  });

  test('a filter by type counts loads, lights and figures of that type alone, and leaves out what has no type', () => {
    const only = view({ rep: null, type: 'strategic' });
    expect(cell(only, 'reps', 'Lisa', 'load')).toBe(3);
    expect(figure(only, 'open')).toBe('2');
    expect(figure(only, 'red')).toBe('1');
    expect(figure(only, 'moves')).toBeUndefined();
    expect(only.charts.map(({ id }) => id)).not.toContain('points');
    expect(only.notes.join()).toContain('攻坚');
  });

  test('a filter by rep shows their figures and nobody else’s', () => {
    const wang = view({ rep: rid('wang'), type: null });
    expect(table(wang, 'reps')!.rows.map(({ label }) => label)).toEqual(['老王']);
    expect(figure(wang, 'load')).toBe('3 / 10');
    expect(figure(wang, 'open')).toBe('1');
    expect(figure(wang, 'topThree')).toBeUndefined();
    expect(JSON.stringify(wang)).not.toContain('Lisa');
  });

  test('history begins with the first day kept, leaves gaps empty and ends with today as it stands', () => {
    const past = view(NOBODY, [aDay(plusDays(TODAY, -3), 4), aDay(plusDays(TODAY, -1), 5), aDay(TODAY, 99)]);
    const rows = table(past, 'days')!.rows.map(({ label, cells }) => [label, cells[0]]);
    expect(rows).toEqual([
      ['2026-11-20', 4],
      ['2026-11-21', null],
      ['2026-11-22', 5],
      ['2026-11-23', 7],
    ]);
    expect(cell(past, 'days', '2026-11-22', 'waiting')).toBe(2);
  });

  test('history of somebody who came later begins with nothing, not with zeros', () => {
    const lisa = view({ rep: rid('lisa'), type: null }, [aDay(plusDays(TODAY, -1), 5)]);
    expect(cell(lisa, 'days', '2026-11-22', 'load')).toBeNull();
    expect(cell(lisa, 'days', '2026-11-23', 'load')).toBe(3.5);
    expect(cell(lisa, 'days', '2026-11-23', 'limit')).toBe(10);
  });

  test('days from before the last ninety are not shown, and weeks add up what was counted', () => {
    const days = [
      aDay(plusDays(TODAY, -HISTORY_DAYS), 1),
      aDay(plusDays(TODAY, -8), 2, 3),
      aDay(plusDays(TODAY, -7), 2, 1),
    ];
    const past = view(NOBODY, days);
    expect(table(past, 'days')!.rows).toHaveLength(9);
    expect(cell(past, 'weeks', '2026-11-10', 'moves')).toBe(4);
    expect(cell(past, 'weeks', '2026-11-17', 'moves')).toBe(0);
  });

  test('without history there is no empty chart of it', () => {
    expect(view().charts.map(({ table: from }) => from)).not.toContain('days');
  });

  test('whatever the board and the filter: every chart has its table and columns, every row its cells', () => {
    const filters = fc.record({
      rep: fc.constantFrom(null, rid('wang'), rid('r0')),
      type: fc.constantFrom(null, ...TASK_TYPES),
    });
    fc.assert(
      fc.property(boards, filters, fc.constantFrom(...LANGUAGES), (any, filter, language) => {
        const days = [aDay(plusDays(TODAY, -5), 3)];
        const made = dashboardView({ state: any, days, at: NOW + DAY_MS }, filter, language);
        for (const chart of made.charts) {
          const from = made.tables.find(({ id }) => id === chart.table)!;
          const keys = from.columns.map(({ key }) => key);
          for (const { column } of chart.series) expect(keys).toContain(column);
        }
        for (const { columns, rows } of made.tables)
          for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
      }),
      SEEDED,
    );
  });

  test('nothing it says ranks people by wins or promises a sale', () => {
    for (const language of LANGUAGES) {
      const text = JSON.stringify(dashboardView({ state, days: [], at: NOW }, NOBODY, language));
      expect(text).not.toMatch(/win rate|赢单率|排名第|提升业绩|won"/i);
    }
  });
});
