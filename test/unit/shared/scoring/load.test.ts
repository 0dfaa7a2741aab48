import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RatingCell, Rep, Tally } from '../../../../shared/domain/rep.ts';
import {
  isKey,
  isOverloaded,
  keyTasksOf,
  loadOf,
  mayResume,
  pausedNow,
  pointsOf,
  tallyPlus,
  tasksOf,
  typeOf,
} from '../../../../shared/scoring/load.ts';
import { aBoard, aPolicy, rid } from '../../../support/board-builder.ts';
import { SEEDED } from '../../../support/arbitraries.ts';

const policy = aPolicy();

test.each<[RatingCell, string, number, boolean]>([
  ['high/hard', 'strategic', 3, true],
  ['high/medium', 'growth', 2, true],
  ['high/easy', 'growth', 2, true],
  ['medium/hard', 'selective', 1.5, false],
  ['medium/medium', 'volume', 1.5, false],
  ['medium/easy', 'volume', 1.5, false],
  ['low/hard', 'selective', 0.5, false],
  ['low/medium', 'volume', 0.5, false],
  ['low/easy', 'volume', 0.5, false],
])('%s is a %s task of %d points; key: %s', (cell, type, points, key) => {
  expect(typeOf(cell)).toBe(type);
  expect(pointsOf(cell, policy)).toBe(points);
  expect(isKey(cell)).toBe(key);
});

test('load, key tasks and tasks are summed over all cells', () => {
  const tally: Tally = { 'high/hard': 2, 'high/easy': 1, 'medium/hard': 1, 'low/easy': 3 };
  expect(loadOf(tally, policy)).toBe(2 * 3 + 2 + 1.5 + 3 * 0.5);
  expect(keyTasksOf(tally)).toBe(3);
  expect(tasksOf(tally)).toBe(7);
  expect(loadOf({}, policy)).toBe(0);
});

test('ninety tasks of a tenth of a point weigh nine, not a hair more', () => {
  const tenths = aPolicy({ points: { low: 0.1 } });
  expect(loadOf({ 'low/easy': 30, 'low/medium': 60 }, tenths)).toBe(9);
  expect(mayResume({ 'low/easy': 30, 'low/medium': 60 }, tenths)).toBe(true);
});

test('adding a task and taking it away again leaves the counts as they were', () => {
  const cells = fc.constantFrom<RatingCell>('high/hard', 'medium/easy', 'low/medium');
  fc.assert(
    fc.property(fc.array(cells, { maxLength: 20 }), cells, (all, cell) => {
      const tally = all.reduce<Tally>((sum, one) => tallyPlus(sum, one, 1), {});
      expect(tallyPlus(tallyPlus(tally, cell, 1), cell, -1)).toEqual(tally);
      expect(Object.values(tally)).not.toContain(0);
    }),
    SEEDED,
  );
});

describe('the pause', () => {
  const desk = (open: Tally, paused: boolean): Rep => ({
    ...aBoard({ reps: { lisa: {} } }).team.reps[rid('lisa')]!,
    open,
    paused,
  });
  const points = (n: number): Tally => ({ 'low/easy': n * 2 });

  test.each<[string, Tally, boolean, boolean]>([
    ['at the limit nobody is paused', points(10), false, false],
    ['above the limit one is', points(10.5), false, true],
    ['four strategic tasks are above it already', { 'high/hard': 4 }, false, true],
    ['paused, one stays so between the lines', points(9.5), true, true],
    ['at the resume line one may work again', points(9), true, false],
    ['not paused, one stays so between the lines', points(9.5), false, false],
  ])('%s', (_name, open, paused, expected) => {
    expect(pausedNow(desk(open, paused), policy)).toBe(expected);
  });

  test('with light weights the number of key tasks binds: eight are fine, nine pause', () => {
    const light = aPolicy({ points: { strategic: 1, growth: 1 } });
    expect(isOverloaded({ 'high/hard': 8 }, light)).toBe(false);
    expect(isOverloaded({ 'high/hard': 9 }, light)).toBe(true);
    expect(isOverloaded({ 'high/hard': 5, 'high/easy': 4 }, light)).toBe(true);
    expect(pausedNow(desk({ 'high/hard': 9 }, true), light)).toBe(true);
    expect(pausedNow(desk({ 'high/hard': 8 }, true), light)).toBe(false);
    expect(isOverloaded({ 'low/easy': 18 }, light)).toBe(false);
  });

  test('nobody flaps: from any load, the pause settles at once', () => {
    fc.assert(
      fc.property(fc.nat({ max: 30 }), fc.boolean(), (halves, paused) => {
        const once = pausedNow(desk({ 'low/easy': halves }, paused), policy);
        expect(pausedNow(desk({ 'low/easy': halves }, once), policy)).toBe(once);
      }),
      SEEDED,
    );
  });
});
