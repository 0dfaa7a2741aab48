import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_PLAN, type BoardRead } from '../../../shared/ports/board.ts';
import { figureId, planDashboard } from '../../../shared/outbox/plan-dashboard.ts';
import { loadParts, workloadCells } from '../../../shared/outbox/workload-cells.ts';
import { teamReport } from '../../../shared/report/make-report.ts';
import { TEAM_FIGURES, teamFigures } from '../../../shared/report/team-figures.ts';
import { TABS } from '../../../shared/sheet/layout.ts';
import { boards, SEEDED } from '../../support/arbitraries.ts';
import { aBoard, DAY_MS, NOW, rid, TODAY } from '../../support/board-builder.ts';

const columnsOf = (tab: 'dashboard' | 'workload') =>
  Object.fromEntries(TABS[tab].columns.map(({ key }, index) => [key, index]));
const EMPTY_TABS: BoardRead = {
  rows: { dashboard: [], workload: [] },
  ids: {},
  columns: { dashboard: columnsOf('dashboard'), workload: columnsOf('workload') },
};
/** The tabs as they stand after a plan that only appends. */
const after = (plan: ReturnType<typeof planDashboard>): BoardRead => {
  const rows = (tab: 'dashboard' | 'workload') =>
    plan.appends
      .filter((row) => row.tab === tab)
      .map(({ values }, index) => ({ row: index + 2, cells: values }));
  return { ...EMPTY_TABS, rows: { dashboard: rows('dashboard'), workload: rows('workload') } };
};

describe('the figures of a team', () => {
  test('count what the board shows', () => {
    const state = aBoard({
      reps: { wang: { name: '老王', paused: true }, lisa: { name: 'Lisa' }, chen: {}, amy: {} },
      tasks: {
        a: { owner: 'wang', value: 'high', difficulty: 'hard', idle: 9 },
        b: { owner: 'wang', value: 'high', difficulty: 'hard', idle: 5 },
        c: { owner: 'lisa', value: 'medium', difficulty: 'easy', idle: 1 },
        d: { owner: 'chen', value: 'low', difficulty: 'easy' },
        e: { owner: 'amy', value: 'low', difficulty: 'easy' },
        f: { waitingSince: NOW - DAY_MS },
      },
      team: { counts: { [TODAY]: { moves: 3, created: 1, progressed: 0, won: 0, lost: 0 } } },
    });
    const figures = teamFigures(teamReport(state, [], NOW));
    expect(figures).toMatchObject({ open: 6, red: 1, yellow: 1, paused: 1, waiting: 1, moves: 0.5 });
    // 6 + 1.5 + 0.5 of 8.5 points.
    expect(figures.topThree).toBe(94);
  });

  test('say nothing where there is nothing to divide by', () => {
    const figures = teamFigures(teamReport(aBoard({ reps: { wang: {} } }), [], NOW));
    expect(figures).toMatchObject({ open: 0, moves: null, topThree: null });
  });
});

describe('the parts of a load', () => {
  test.each([
    [12, 10, { within: 10, over: 2, room: 0 }],
    [7.5, 10, { within: 7.5, over: 0, room: 2.5 }],
    [10, 10, { within: 10, over: 0, room: 0 }],
    [0, 10, { within: 0, over: 0, room: 10 }],
  ])('of %d with a limit of %d', (load, limit, parts) => expect(loadParts(load, limit)).toEqual(parts));

  test('add up to the load, and to the limit where it is not reached', () => {
    const half = fc.integer({ min: 0, max: 80 }).map((n) => n / 2);
    fc.assert(
      fc.property(half, half, (load, limit) => {
        const { within, over, room } = loadParts(load, limit);
        expect(within + over).toBeCloseTo(load, 6);
        expect(within + room).toBeCloseTo(limit, 6);
        expect(Math.min(over, room)).toBe(0);
      }),
      SEEDED,
    );
  });
});

describe('what the Dashboard and Workload tabs show', () => {
  const state = aBoard({
    reps: { wang: { name: '老王' }, lisa: { name: 'Lisa' }, boss: { role: 'supervisor' } },
    tasks: { a: { owner: 'wang', idle: 2 }, b: { owner: 'wang', idle: 20, light: 'red' } },
  });

  test('is a row for each figure and each rep, the supervisor left out; told once, nothing is left to tell', () => {
    const plan = planDashboard(EMPTY_TABS, state, NOW);
    expect(plan.appends.filter(({ tab }) => tab === 'dashboard').map(({ values }) => values['id'])).toEqual(
      TEAM_FIGURES.map(figureId),
    );
    const reps = plan.appends.filter(({ tab }) => tab === 'workload').map(({ values }) => values['rep']);
    expect(reps).toEqual(['老王', 'Lisa']);
    expect(planDashboard(after(plan), state, NOW)).toEqual(EMPTY_PLAN);
  });

  test('changes with time alone: only the cells that differ are written', () => {
    const shown = after(planDashboard(EMPTY_TABS, state, NOW));
    const { cells, appends } = planDashboard(shown, state, NOW + 6 * DAY_MS);
    expect(appends).toEqual([]);
    expect(cells).toContainEqual({
      tab: 'dashboard',
      at: { id: 'team:progressed' },
      column: 'now',
      value: 0,
    });
    expect(cells).toContainEqual({
      tab: 'workload',
      at: { id: rid('wang') },
      column: 'progressed',
      value: 0,
    });
    expect(cells.every(({ column }) => column !== 'load')).toBe(true);
  });

  test('is nothing for a tab that is not there', () => {
    expect(planDashboard({ rows: {}, ids: {}, columns: {} }, state, NOW)).toEqual(EMPTY_PLAN);
  });

  test('every cell of a row has its column', () => {
    fc.assert(
      fc.property(boards, (any) => {
        for (const { tab, values } of planDashboard(EMPTY_TABS, any, NOW).appends) {
          const known = new Set(TABS[tab].columns.map(({ key }) => key));
          expect(Object.keys(values).filter((key) => !known.has(key))).toEqual([]);
        }
      }),
      SEEDED,
    );
  });

  test('lights and progress are left as they are when the rep’s book is not at hand', () => {
    const rep = state.team.reps[rid('wang')]!;
    expect(workloadCells(rep, state, TODAY)).toMatchObject({ red: 1, progressed: 1 });
    const part = workloadCells(rep, { ...state, whole: [] }, TODAY);
    expect(part).not.toHaveProperty('red');
    expect(part).not.toHaveProperty('progressed');
    expect(part).toMatchObject({ open: 2 });
  });
});
