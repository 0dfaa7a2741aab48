import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveDays } from '../../../local/import/move-days.ts';
import type { TeamSeed } from '../../../local/import/team-seed.ts';
import { daysBetween, plusDays, type Day } from '../../../shared/domain/day.ts';
import { dayOfSerial, serialOfDay } from '../../../shared/sheet/cell-value.ts';

const DAY = '2024-02-28' as Day;
const seedOf = (offsets: readonly number[]): TeamSeed => ({
  team: [{ cells: { name: 'Ada', backOn: serialOfDay(DAY) } }],
  tasks: offsets.map((offset) => ({
    cells: { customer: 'A', amount: 45_000, lastProgress: serialOfDay(plusDays(DAY, offset)) },
    signals: { engagedOn: plusDays(DAY, offset) },
    createdOn: plusDays(DAY, offset),
  })),
  history: [{ cells: { customer: 'B', closedOn: 'soon' } }],
  language: 'en',
  timeZone: 'UTC',
});

describe('moving the days of an import', () => {
  it('puts the newest on the day asked for and keeps every gap, across leap days and years', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -4_000, max: 4_000 }),
        (offsets, away) => {
          const asOf = plusDays(DAY, away);
          const { seed, days } = moveDays(seedOf(offsets), asOf);
          const progress = seed.tasks.map(({ cells }) => dayOfSerial(Number(cells['lastProgress'])));
          expect(progress.toSorted().at(-1)).toBe(asOf);
          expect(progress).toEqual(seed.tasks.map(({ createdOn }) => createdOn));
          expect(progress).toEqual(seed.tasks.map(({ signals }) => signals?.engagedOn));
          expect(progress.map((day) => daysBetween(progress[0]!, day))).toEqual(
            offsets.map((offset) => offset - offsets[0]!),
          );
          expect(days?.last).toBe(plusDays(DAY, Math.max(...offsets)));
        },
      ),
    );
  });

  it('touches nothing that is not a day', () => {
    const { seed } = moveDays(seedOf([0]), plusDays(DAY, 10));
    expect(seed.tasks[0]!.cells).toMatchObject({ customer: 'A', amount: 45_000 });
    expect(seed.history[0]!.cells['closedOn']).toBe('soon');
    expect(seed.team[0]!.cells['backOn']).toBe(serialOfDay(plusDays(DAY, 10)));
  });

  it('leaves a seed as it is without a day to move to, or without days to move', () => {
    const seed = seedOf([1, 2]);
    expect(moveDays(seed, undefined).seed).toBe(seed);
    expect(moveDays(seedOf([]), DAY)).toEqual({ seed: seedOf([]) });
  });
});
