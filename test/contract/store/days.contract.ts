import { describe, expect, it } from 'vitest';
import type { Day } from '../../../shared/domain/day.ts';
import { teamId } from '../../../shared/domain/ids.ts';
import type { Month } from '../../../shared/domain/points-ledger.ts';
import { NO_COUNTS, type TeamDay } from '../../../shared/domain/team-day.ts';
import { LISA, WANG } from './sample-board.ts';
import type { StoreUnderTest } from './store-under-test.ts';

const month = (text: string): Month => text as Month;
const day = (text: string, changes: Partial<TeamDay> = {}): TeamDay => ({
  day: text as Day,
  counts: { ...NO_COUNTS, moves: 2, won: 1 },
  reps: [
    {
      rep: WANG,
      load: 9.5,
      keyTasks: 3,
      lights: { green: 4, yellow: 1, red: 2 },
      types: { strategic: 1, growth: 2, volume: 3, selective: 1 },
    },
    {
      rep: LISA,
      load: 0,
      keyTasks: 0,
      lights: { green: 0, yellow: 0, red: 0 },
      types: { strategic: 0, growth: 0, volume: 0, selective: 0 },
    },
  ],
  waiting: 3,
  paused: 1,
  ...changes,
});

/** The history of a team's days: nothing lost, nothing twice, one read a month. */
export const dayContract = (at: StoreUnderTest): void => {
  const close = (one: TeamDay, event = `close ${one.day}`) =>
    at.run(event, () => [{ type: 'dayClosed', day: one }]);

  describe('days', () => {
    it('are given back as they were closed, oldest first, whatever the order of their closing', async () => {
      const days = [day('2026-12-01', { waiting: 0 }), day('2026-11-30', { paused: 9 }), day('2026-11-02')];
      for (const one of days) await close(one);
      expect(await at.store.days(at.id, month('2026-11'), month('2026-12'))).toEqual(days.toReversed());
      expect(await at.store.days(at.id, month('2026-12'), month('2026-12'))).toEqual([days[0]]);
    });

    it('stay as they were when a neighbour is closed, and take the last word when closed again', async () => {
      await close(day('2026-11-01'));
      await close(day('2026-11-02'));
      await close(day('2026-11-01', { waiting: 7 }), 'once more');
      const kept = await at.store.days(at.id, month('2026-11'), month('2026-11'));
      expect(kept).toEqual([day('2026-11-01', { waiting: 7 }), day('2026-11-02')]);
    });

    it('cost one write to close, beside head and event, and one read a month to see', async () => {
      at.counter.reset();
      await close(day('2026-11-23'));
      expect(at.counter.counts()).toMatchObject({ reads: 1, writes: 3 });
      at.counter.reset();
      await at.store.days(at.id, month('2026-08'), month('2026-11'));
      expect(at.counter.counts()).toMatchObject({ reads: 4, writes: 0 });
    });

    it('are none for months without any, for a team nobody knows, and backwards', async () => {
      await close(day('2026-11-23'));
      expect(await at.store.days(at.id, month('2025-11'), month('2026-10'))).toEqual([]);
      expect(await at.store.days(teamId('no-such-sheet'), month('2026-11'), month('2026-11'))).toEqual([]);
      expect(await at.store.days(teamId('a/b'), month('2026-11'), month('2026-11'))).toEqual([]);
      expect(await at.store.days(at.id, month('2026-12'), month('2026-11'))).toEqual([]);
    });

    it('cross the turn of a year', async () => {
      for (const text of ['2026-12-31', '2027-01-01']) await close(day(text));
      const kept = await at.store.days(at.id, month('2026-12'), month('2027-01'));
      expect(kept.map((one) => one.day)).toEqual(['2026-12-31', '2027-01-01']);
    });

    it('fit a month of 200 people into one document', async () => {
      const [one] = day('2026-10-01').reps;
      const reps = Array.from({ length: 200 }, (_, n) => ({
        ...one!,
        rep: `rep-${String(n).padStart(8, '0')}` as typeof WANG,
        load: 10.25,
        lights: { green: 100, yellow: 100, red: 100 },
      }));
      for (let date = 1; date <= 31; date += 1)
        await close(day(`2026-10-${String(date).padStart(2, '0')}`, { reps }));
      const kept = await at.store.days(at.id, month('2026-10'), month('2026-10'));
      expect(kept.map(({ reps: { length } }) => length)).toEqual(Array(31).fill(200));
      const document = await at.firestore
        .collection('teams')
        .doc(at.id)
        .collection('days')
        .doc('2026-10')
        .get();
      expect(Buffer.byteLength(JSON.stringify(document.data()))).toBeLessThan(400_000);
    });

    it('name the document and the day that cannot be understood', async () => {
      await close(day('2026-11-23'));
      const document = at.firestore.collection('teams').doc(at.id).collection('days').doc('2026-11');
      await document.set({ days: { '2026-11-23': '{"reps":[[1]]}' } });
      await expect(at.store.days(at.id, month('2026-11'), month('2026-11'))).rejects.toThrow(
        /days\/2026-11 days.2026-11-23 cannot be understood/,
      );
    });
  });
};
