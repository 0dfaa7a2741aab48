import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wayBackOf } from '../../../shared/pages/way-back.ts';
import type { WayBack } from '../../../shared/ports/person-home.ts';
import { aBoard, aPolicy, rid, type TaskSpec } from '../../support/board-builder.ts';

const RATINGS = {
  3: { value: 'high', difficulty: 'hard' },
  2: { value: 'high', difficulty: 'easy' },
  1.5: { value: 'medium', difficulty: 'easy' },
  0.5: { value: 'low', difficulty: 'easy' },
} as const;
type Points = 0.5 | 1.5 | 2 | 3;
const isKey = (points: Points): boolean => points >= 2;

interface Lines {
  readonly limit?: number;
  readonly resumeAt?: number;
  readonly keyLimit?: number;
}

/** The way back of a rep who holds tasks of these points. */
const wayBackWith = (points: readonly Points[], paused: boolean, lines: Lines): WayBack | null => {
  const tasks = Object.fromEntries(
    points.map((one, index): [string, TaskSpec] => [`t${index}`, { owner: 'wang', ...RATINGS[one] }]),
  );
  const { team, books } = aBoard({ reps: { wang: {} }, tasks });
  const load = { limit: 10, resumeAt: 8, keyLimit: 99, ...lines };
  return wayBackOf(
    team.reps[rid('wang')]!.open,
    paused,
    Object.values(books[rid('wang')] ?? {}),
    aPolicy({ load }),
  );
};
const pointsIn = (way: WayBack | null): readonly number[] | null =>
  way === null ? null : way.tasks.map(({ points }) => points);

describe('the shortest way back under the limit', () => {
  it('is none for whoever is not above it', () => {
    expect(wayBackWith([3, 2], false, { limit: 5 })).toBeNull();
  });

  it('names the lightest task that is enough alone', () => {
    const way = wayBackWith([3, 2, 0.5, 1.5], false, { limit: 5 });
    expect([pointsIn(way), way?.load, way?.line, way?.to]).toEqual([[2], 5, 'limit', 5]);
  });

  it('begins with the heaviest where one is not enough', () => {
    const way = wayBackWith([3, 1.5, 0.5, 2], false, { limit: 2.5 });
    expect([pointsIn(way), way?.load]).toEqual([[3, 1.5], 2.5]);
  });

  it('of somebody who is paused goes to the resume line, as they would stay paused at the limit', () => {
    expect(wayBackWith([3, 3, 3], true, { limit: 10, resumeAt: 8 })).toMatchObject({
      line: 'resume',
      to: 8,
      tasks: [{ points: 3 }],
      load: 6,
    });
    expect(wayBackWith([3, 3, 2], true, { limit: 10, resumeAt: 8 })).toBeNull();
  });

  it('hands over key tasks where there are too many of them, however light the load', () => {
    expect(pointsIn(wayBackWith([0.5, 3, 2, 3], false, { limit: 99, keyLimit: 2 }))).toEqual([2]);
  });

  it('is empty when all tasks together are not enough, and the load stays what it is', () => {
    const way = wayBackOf({ 'high/hard': 4 }, false, [], aPolicy({ load: { limit: 10 } }));
    expect(way).toEqual({ line: 'limit', to: 10, tasks: [], load: 12 });
  });

  it('is never longer than any other list that would do, by points and by key tasks', () => {
    const points = fc.array(fc.constantFrom<Points>(0.5, 1.5, 2, 3), { minLength: 1, maxLength: 8 });
    const lines = fc.record({ limit: fc.integer({ min: 0, max: 12 }), keyLimit: fc.nat({ max: 5 }) });
    fc.assert(
      fc.property(points, lines, (held, { limit, keyLimit }) => {
        const sum = (list: readonly Points[]): number => list.reduce<number>((all, one) => all + one, 0);
        const fits = (gone: readonly Points[]): boolean =>
          sum(held) - sum(gone) <= limit && held.filter(isKey).length - gone.filter(isKey).length <= keyLimit;
        const best = Math.min(
          ...subsets(held)
            .filter(fits)
            .map((one) => one.length),
        );
        expect(pointsIn(wayBackWith(held, false, { limit, keyLimit }))?.length ?? 0).toBe(best);
      }),
    );
  });
});

const subsets = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  list.reduce<readonly (readonly T[])[]>((all, one) => [...all, ...all.map((set) => [...set, one])], [[]]);
