import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../../../shared/contract/policy.ts';
import { plusDays, type Day } from '../../../../shared/domain/day.ts';
import type { Month } from '../../../../shared/domain/points-ledger.ts';
import { creditAfter, earningOf, periodOf, pointsIn, totalsWith } from '../../../../shared/moves/credit.ts';
import { aBoard, DAY_MS, NOW, rid, tid, type BoardSpec } from '../../../support/board-builder.ts';
import { cellsOfTask, rowsRead, type Cells } from '../../../support/board-events.ts';
import { given } from '../../../support/given.ts';
import type { BoardState } from '../../../../shared/domain/board-state.ts';

const D1 = '2026-11-01' as Day;
const NOVEMBER = '2026-11' as Month;

describe('days held with progress', () => {
  const steps = (...days: readonly number[]): number => {
    let task: Parameters<typeof creditAfter>[0] = { progressOn: D1 };
    for (const day of days) {
      const today = plusDays(D1, day);
      task = { progressOn: today, held: creditAfter(task, rid('wang'), today, DEFAULT_POLICY) };
    }
    return task.held?.[0]?.days ?? 0;
  };
  test.each([
    ['none without progress', [], 0],
    ['one for progress on the first day', [0], 1],
    ['one for any number of edits in a day', [0, 0, 0, 0], 1],
    ['each day since the progress before', [3], 4],
    ['a quiet month as long as it takes to turn red', [3, 29], 1 + 3 + 7],
  ])('%s', (_name, days, expected) => expect(steps(...days)).toBe(expected));
});

describe('what a won deal earns', () => {
  const held = [
    { rep: rid('lisa'), days: 18 },
    { rep: rid('wang'), days: 6 },
  ];
  test('is split by days held, after the partner of a strategic deal', () => {
    expect(earningOf('strategic', held, rid('boss'), NOVEMBER, DEFAULT_POLICY).shares).toEqual([
      { rep: rid('lisa'), tenths: 180, as: 'owner' },
      { rep: rid('wang'), tenths: 60, as: 'owner' },
      { rep: rid('boss'), tenths: 60, as: 'partner' },
    ]);
  });
  test('has no partner share for other types', () => {
    const { shares } = earningOf('selective', held, rid('boss'), NOVEMBER, DEFAULT_POLICY);
    expect(shares.map(({ tenths }) => tenths)).toEqual([113, 37]);
  });
  test('adds up exactly to the reward, whoever held it for how long', () => {
    const days = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(days, fc.constantFrom('strategic', 'growth', 'volume', 'selective'), (list, type) => {
        const owners = list.map((own, index) => ({ rep: rid(`r${index}`), days: own }));
        const { shares } = earningOf(type, owners, rid('boss'), NOVEMBER, DEFAULT_POLICY);
        const sum = shares.reduce((total, { tenths }) => total + tenths, 0);
        expect(sum).toBe(DEFAULT_POLICY.rewards[type] * 10);
      }),
    );
  });
  test('is nothing when nobody showed progress', () => {
    expect(earningOf('strategic', [], rid('boss'), NOVEMBER, DEFAULT_POLICY).shares).toEqual([]);
  });
  test('taken back leaves the totals as they were', () => {
    const earning = earningOf('growth', held, null, NOVEMBER, DEFAULT_POLICY);
    const before = { [rid('lisa')]: { '2026-10': 5 } };
    const after = totalsWith(totalsWith(before, earning, 1), earning, -1);
    expect(after).toEqual({ ...before, [rid('wang')]: {} });
  });
});

test.each([
  ['2026-11', 6, '2026-07'],
  ['2026-06', 6, '2026-01'],
  ['2026-11', 12, '2026-01'],
  ['2026-11', 5, '2026-11'],
  ['2026-11', 1, '2026-11'],
])('month %s is in the period of %i months from %s', (month, months, from) =>
  expect(periodOf(month as Month, months).from).toBe(from),
);

test('totals are of this month, and of the period so far', () => {
  const totals = { a: { '2026-06': 1000, '2026-07': 25, '2026-11': 10 } };
  expect(pointsIn(totals, 'a', '2026-11-23' as Day, 6)).toEqual({ month: 1, period: 3.5 });
  expect(pointsIn(undefined, 'a', '2026-11-23' as Day, 6)).toEqual({ month: 0, period: 0 });
});

describe('on the board', () => {
  const SPEC: BoardSpec = {
    reps: { wang: { name: '老王' }, lisa: { name: 'Lisa' }, boss: { name: 'Boss', role: 'supervisor' } },
    tasks: { t1: { owner: 'wang', value: 'high', difficulty: 'hard' } },
  };
  const edit = (state: BoardState, typed: Cells, day = 0): BoardState =>
    given(state).when(
      rowsRead([cellsOfTask(state.tasks[tid('t1')]!, state, typed)], {
        at: NOW + day * DAY_MS,
        event: `event-${day}`,
      }),
    ).state;
  const totals = (state: BoardState) =>
    Object.fromEntries(
      Object.entries(state.team.points ?? {}).map(([rep, months]) => [rep, months['2026-11'] ?? 0]),
    );

  test('passing a deal around earns nothing; the work on it does', () => {
    const passed = edit(edit(aBoard(SPEC), { owner: 'Lisa' }), { owner: '老王' }, 1);
    const won = edit(edit(passed, { owner: 'Lisa' }, 2), { stage: '赢单' }, 3);
    expect(totals(won)).toEqual({ [rid('lisa')]: 240, [rid('boss')]: 60 });
  });

  test('a handover splits by time held with progress', () => {
    const worked = edit(aBoard(SPEC), { nextStep: 'visit' }, 2);
    const won = edit(edit(worked, { owner: 'Lisa' }, 2), { stage: '赢单' }, 7);
    // 老王 1 + 2 days, Lisa 1 + 5: of the 24 points that are not the partner's, 8 and 16.
    expect(totals(won)).toEqual({ [rid('wang')]: 80, [rid('lisa')]: 160, [rid('boss')]: 60 });
  });

  test('reopening takes the points back, and winning again gives them once', () => {
    const won = edit(aBoard(SPEC), { stage: '赢单' }, 1);
    const open = edit(won, { stage: '谈判' }, 2);
    expect(totals(open)).toEqual({ [rid('wang')]: 0, [rid('boss')]: 0 });
    expect(totals(edit(open, { stage: '赢单' }, 2))).toEqual({ [rid('wang')]: 240, [rid('boss')]: 60 });
  });

  test('a deal that comes in as won earns nothing, and neither does a deleted row put back', () => {
    const board = aBoard(SPEC);
    const won = { customer: 'A', title: 'B', value: '高', difficulty: '难', stage: '赢单', owner: '老王' };
    expect(given(board).when(rowsRead([won])).state.team.points).toBeUndefined();
    const gone = given(edit(board, { stage: '赢单' })).when(rowsRead([], { vanished: [tid('t1')] })).state;
    const back = given(gone).when(
      rowsRead([cellsOfTask(board.tasks[tid('t1')]!, board, { stage: '赢单' })]),
    ).state;
    expect(totals(back)).toEqual(totals(gone));
  });
});
