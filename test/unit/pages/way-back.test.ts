import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BookEntry } from '../../../shared/domain/task.ts';
import { wayBackOf } from '../../../shared/pages/way-back.ts';
import { aBoard, aPolicy, rid, type TaskSpec } from '../../support/board-builder.ts';

const RATINGS = {
  3: { value: 'high', difficulty: 'hard' },
  2: { value: 'high', difficulty: 'easy' },
  1.5: { value: 'medium', difficulty: 'easy' },
  0.5: { value: 'low', difficulty: 'easy' },
} as const;
type Points = 0.5 | 1.5 | 2 | 3;

/** The book of a rep who holds tasks of these points. */
const bookWith = (points: readonly Points[]): readonly BookEntry[] => {
  const tasks = Object.fromEntries(
    points.map((one, index): [string, TaskSpec] => [`t${index}`, { owner: 'wang', ...RATINGS[one] }]),
  );
  return Object.values(aBoard({ reps: { wang: {} }, tasks }).books[rid('wang')] ?? {});
};
const policy = aPolicy();

describe('the shortest way back under the limit', () => {
  it('is empty for whoever is not above it', () => {
    expect(wayBackOf(10, bookWith([3, 2]), policy)).toEqual({ tasks: [], load: 10 });
  });

  it('names the lightest task that is enough alone', () => {
    const { tasks, load } = wayBackOf(12, bookWith([3, 2, 0.5]), policy);
    expect([tasks.map(({ points }) => points), load]).toEqual([[2], 10]);
  });

  it('begins with the heaviest where one is not enough', () => {
    const { tasks, load } = wayBackOf(14.5, bookWith([3, 1.5, 0.5, 2]), policy);
    expect([tasks.map(({ points }) => points), load]).toEqual([[3, 1.5], 10]);
  });

  it('is empty when all tasks together are not enough, and the load stays what it is', () => {
    expect(wayBackOf(14, bookWith([0.5]), policy)).toEqual({ tasks: [], load: 14 });
  });

  it('is never longer than any other list that would do', () => {
    const points = fc.array(fc.constantFrom<Points>(0.5, 1.5, 2, 3), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(points, fc.integer({ min: 0, max: 30 }), (held, half) => {
        const load = 8 + half / 2;
        const { tasks } = wayBackOf(load, bookWith(held), policy);
        const sizes = subsets(held)
          .filter((one) => load - one.reduce((sum, value) => sum + value, 0) <= policy.load.limit)
          .map((one) => one.length);
        expect(tasks.length).toBe(sizes.length === 0 ? 0 : Math.min(...sizes));
      }),
    );
  });
});

const subsets = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  list.reduce<readonly (readonly T[])[]>((all, one) => [...all, ...all.map((set) => [...set, one])], [[]]);
