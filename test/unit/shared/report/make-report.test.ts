import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UNOWNED, type BoardState } from '../../../../shared/domain/board-state.ts';
import { plusDays, type Day } from '../../../../shared/domain/day.ts';
import type { Month } from '../../../../shared/domain/points-ledger.ts';
import { NO_COUNTS, type TeamDay } from '../../../../shared/domain/team-day.ts';
import { teamDay, teamReport } from '../../../../shared/report/make-report.ts';
import { aBoard, DAY_MS, NOW, rid, tasksLike, tid, TODAY } from '../../../support/board-builder.ts';
import { boards, SEEDED } from '../../../support/arbitraries.ts';

const before = (days: number): Day => plusDays(TODAY, -days);

describe('a team report', () => {
  const board = aBoard({
    reps: {
      wang: { name: '老王', tier: 'senior' },
      lisa: { name: 'Lisa' },
      boss: { name: 'Boss', role: 'supervisor' },
      gone: { name: 'Gone', availability: 'left' },
      off: { name: 'Off', availability: 'leave', tier: 'newcomer' },
    },
    tasks: {
      w1: { owner: 'wang', value: 'high', difficulty: 'hard', idle: 9 },
      w2: { owner: 'wang', value: 'high', difficulty: 'easy', idle: 5 },
      w3: { owner: 'wang', value: 'low', idle: 6 },
      w4: { owner: 'wang', stage: 'won', idle: 20 },
      l1: { owner: 'lisa', value: 'low', difficulty: 'hard', idle: 7 },
      g1: { owner: 'gone', idle: 30 },
      u1: { waitingSince: NOW - 2 * DAY_MS },
      u2: { waitingSince: NOW - 5 * DAY_MS },
      u3: { idle: 12 },
    },
    team: {
      points: { [rid('wang')]: { '2026-11': 120, '2026-07': 30, '2026-06': 500 } },
    },
  });
  const report = teamReport(board, [], NOW);
  const of = (key: string) => report.reps.find(({ rep }) => rep === rid(key));

  test('speaks of reps, and of whoever left and still holds tasks, not of supervisors without any', () => {
    expect(report.reps.map(({ name }) => name)).toEqual(['Gone', 'Lisa', 'Off', '老王']);
    expect(of('off')).toMatchObject({ away: true, open: 0, load: 0 });
  });

  test('counts lights as of today, even where no sweep has turned them yet', () => {
    expect(of('wang')).toMatchObject({
      lights: { green: 0, yellow: 2, red: 1 },
      types: { strategic: 1, growth: 1, volume: 1, selective: 0 },
      open: 3,
      load: 5.5,
      limit: 10,
      keyTasks: 2,
      pointsInMonth: 12,
      pointsInPeriod: 15,
    });
  });

  test('adds what nobody owns to the open tasks and says how many', () => {
    expect(report).toMatchObject({ open: 8, unowned: 3 });
    expect(report.lights).toEqual({ green: 2, yellow: 3, red: 3 });
    expect(report.waiting).toEqual({ count: 2, oldestSince: NOW - 5 * DAY_MS });
  });

  test('lists owned stale tasks only, longest without progress first', () => {
    expect(report.stale.map(({ taskId, days, light }) => [taskId, days, light])).toEqual([
      [tid('g1'), 30, 'red'],
      [tid('w1'), 9, 'red'],
      [tid('l1'), 7, 'yellow'],
      [tid('w3'), 6, 'yellow'],
      [tid('w2'), 5, 'yellow'],
    ]);
  });

  test('takes progress of the last seven days, but not the day on which somebody got the task', () => {
    const fresh = aBoard({
      reps: { wang: {} },
      tasks: { a: { owner: 'wang' }, b: { owner: 'wang', idle: 6 } },
    });
    expect(teamReport(fresh, [], NOW).reps[0]?.progressed).toBe(2);
    const got = structuredClone(fresh);
    Object.assign(got.books[rid('wang')]![tid('a')]!, { since: NOW - 3_600_000 });
    expect(teamReport(got, [], NOW).reps[0]?.progressed).toBe(1);
    expect(of('lisa')?.progressed).toBe(0);
  });

  test('shares hard tasks by tier, and says nothing of tiers that hold none', () => {
    expect(report.hardShare).toEqual({ newcomer: null, growing: 1 / 2, senior: 1 / 3 });
  });

  test('has no shares of nothing', () => {
    const empty = teamReport(aBoard({ reps: { wang: {} } }), [], NOW);
    expect(empty).toMatchObject({ open: 0, movesPerTaskMonth: null, topThreeShare: null });
    expect(empty.waiting).toEqual({ count: 0, oldestSince: null });
    expect(empty.hardShare).toEqual({ newcomer: null, growing: null, senior: null });
  });

  test('measures the three most loaded against everybody', () => {
    const four = aBoard({
      reps: { a: {}, b: {}, c: {}, d: {} },
      tasks: {
        ...tasksLike(3, { owner: 'a', value: 'high' }, 'a'),
        b1: { owner: 'b' },
        c1: { owner: 'c' },
        d1: { owner: 'd', value: 'low' },
      },
    });
    expect(teamReport(four, [], NOW).topThreeShare).toBeCloseTo(9 / 9.5, 12);
  });

  test('counts a week and a month to the day, from the head first and from kept days where it knows nothing', () => {
    const moves = (n: number) => ({ ...NO_COUNTS, moves: n });
    const kept = (day: Day, n: number): TeamDay => ({
      day,
      counts: moves(n),
      reps: [],
      waiting: 0,
      paused: 0,
    });
    const state: BoardState = {
      ...board,
      team: {
        ...board.team,
        counts: { [TODAY]: moves(1), [before(6)]: moves(2), [before(7)]: moves(4), [before(29)]: moves(8) },
      },
    };
    const days = [kept(before(6), 1000), kept(before(10), 16), kept(before(30), 2000)];
    const counted = teamReport(state, days, NOW);
    expect(counted.week.moves).toBe(3);
    expect(counted.movesPerTaskMonth).toBe(31 / 8);
  });

  test('counts points of the month in the team’s zone', () => {
    const night = aBoard({
      reps: { wang: {} },
      team: { points: { [rid('wang')]: { ['2026-12' as Month]: 70 } } },
    });
    // 1 December 00:30 in Shanghai is still November in Greenwich.
    expect(teamReport(night, [], Date.UTC(2026, 10, 30, 16, 30)).reps[0]?.pointsInMonth).toBe(7);
  });
});

describe('any board', () => {
  test('is told as a recount of its tasks tells it', () => {
    fc.assert(
      fc.property(boards, (board) => {
        const report = teamReport(board, [], NOW);
        const open = Object.values(board.tasks).filter(({ status }) => status === 'open');
        expect(report.open).toBe(open.length);
        expect(report.unowned).toBe(open.filter(({ fields }) => fields.owner === undefined).length);
        const sum = (counts: Readonly<Record<string, number>>) =>
          Object.values(counts).reduce((total, one) => total + one, 0);
        expect([sum(report.lights), sum(report.types)]).toEqual([open.length, open.length]);
        for (const rep of report.reps) {
          const own = open.filter(({ fields }) => fields.owner === rep.rep);
          const typed = own.filter(({ rating }) => rating.value === 'high').length;
          expect(rep.open).toBe(own.length);
          expect(rep.keyTasks).toBe(typed);
          expect(rep.types.strategic + rep.types.growth).toBe(typed);
        }
        expect(report.reps.reduce((total, rep) => total + rep.open, report.unowned)).toBe(open.length);
        const stale = report.lights.yellow + report.lights.red;
        const unownedStale = Object.values(board.books[UNOWNED] ?? {}).filter(
          ({ status, progressOn }) => status === 'open' && progressOn <= before(5),
        );
        expect(report.stale).toHaveLength(stale - unownedStale.length);
      }),
      SEEDED,
    );
  });

  test('has a day that says of each rep what the report says', () => {
    fc.assert(
      fc.property(boards, (board) => {
        const report = teamReport(board, [], NOW);
        const day = teamDay(board, { ...NO_COUNTS, won: 3 }, NOW);
        expect(day.day).toBe(TODAY);
        expect(day.counts.won).toBe(3);
        expect(day.waiting).toBe(report.waiting.count);
        expect(day.reps).toEqual(
          report.reps.map(({ rep, load, keyTasks, lights, types }) => ({
            rep,
            load,
            keyTasks,
            lights,
            types,
          })),
        );
      }),
      SEEDED,
    );
  });
});
