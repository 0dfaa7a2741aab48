import { describe, expect, it } from 'vitest';
import { MAIL_GRACE_MS } from '../../../shared/domain/mail-waits.ts';
import { eventId, teamId } from '../../../shared/domain/ids.ts';
import { added, task } from './sample-board.ts';
import type { StoreUnderTest } from './store-under-test.ts';

/** Keys are ids and addresses, dots and all. */
const LATELY = { 'rep-lisa': 310, 'boss@example.test': 320 };

const id = (text: string) => eventId(text);

/** Who waits for mail, who is sending it, and what that costs. */
export const mailContract = (at: StoreUnderTest): void => {
  const due = async (when: number, limit = 100) =>
    (await at.store.dueMail(at.id, when, limit)).map((one) => one.id);

  describe('waiting mail', () => {
    it('of an event is left to whoever committed it, and due when they must have died', async () => {
      await at.run('e1', () => [added(task('t1'))]);
      const record = await at.store.event(at.id, id('e1'));
      const end = (record?.at ?? 0) + MAIL_GRACE_MS;
      expect(record?.mail).toEqual({ due: end, waits: null });
      expect(await due(end - 1)).toEqual([]);
      expect(await due(end)).toEqual(['e1']);
    });

    it('is one write together with the sheet’s mark, is found when the first is due, and is forgotten', async () => {
      await at.run('e1', () => [added(task('t1'))]);
      const waits = { 'rep-lisa': { due: 50, tries: 0 }, 'boss@example.test': { due: 40, tries: 3 } };
      at.counter.reset();
      await at.store.mark(at.id, [{ id: id('e1'), told: 1, waits }]);
      expect(at.counter.counts()).toMatchObject({ reads: 0, writes: 1 });
      expect(await at.store.event(at.id, id('e1'))).toMatchObject({
        delivered: true,
        mail: { due: 40, waits },
      });
      expect(await at.store.undelivered(at.id, 5)).toEqual([]);
      expect(await due(39)).toEqual([]);
      expect(await due(40)).toEqual(['e1']);
      await at.store.mark(at.id, [{ id: id('e1'), waits: {} }]);
      expect((await at.store.event(at.id, id('e1')))?.mail).toBeUndefined();
      expect(await due(Number.MAX_SAFE_INTEGER)).toEqual([]);
    });

    it('and the sheet’s mark do not touch each other', async () => {
      await at.run('e1', () => [added(task('t1'))]);
      await at.store.mark(at.id, [{ id: id('e1'), waits: { 'rep-lisa': { due: 1, tries: 0 } } }]);
      expect((await at.store.undelivered(at.id, 5)).map((one) => one.id)).toEqual(['e1']);
      await at.store.mark(at.id, [{ id: id('e1'), told: 1 }]);
      expect(await due(1)).toEqual(['e1']);
    });

    it('is read in the order of the commits, page by page, as far as is asked, at a read each', async () => {
      const many = Array.from({ length: 310 }, (_, n) => `e-${(997 * n) % 1000}`);
      for (const event of many) await at.run(event, () => [added(task('t1'))]);
      const waits = { 'rep-lisa': { due: 9, tries: 0 } };
      await at.store.mark(
        at.id,
        many.map((event) => ({ id: id(event), told: 1, waits })),
      );
      at.counter.reset();
      expect(await due(9, 5000)).toEqual(many);
      expect(at.counter.counts().reads).toBe(310);
      expect(await due(9, 303)).toHaveLength(303);
      expect(await at.store.dueMail(teamId('another-sheet'), 9, 10)).toEqual([]);
    });
  });

  describe('the run that sends it', () => {
    it('belongs to one of many who claim it at once', async () => {
      const rivals = ['a', 'b', 'c', 'd'].map((by) => at.another().claimMailRun(at.id, by, 100, 200));
      const runs = (await Promise.all(rivals)).filter((run) => run !== null);
      expect(runs).toHaveLength(1);
      expect(runs[0]).toMatchObject({ at: 100, sent: [] });
    });

    it('is taken over as it stands once its time is over, and its former owner notes nothing more', async () => {
      await at.store.claimMailRun(at.id, 'first', 100, 200);
      expect(await at.store.noteMailSent(at.id, 'first', 'rep-lisa', 300)).toBe(true);
      expect(await at.store.claimMailRun(at.id, 'second', 299, 400)).toBeNull();
      expect(await at.store.claimMailRun(at.id, 'second', 300, 400)).toEqual({
        by: 'second',
        at: 100,
        sent: ['rep-lisa'],
        lately: {},
      });
      expect(await at.store.noteMailSent(at.id, 'first', 'rep-wang', 500)).toBe(false);
      await at.store.endMailRun(at.id, 'first', { 'rep-lisa': 9 });
      expect(await at.store.claimMailRun(at.id, 'third', 350, 500)).toBeNull();
      await at.store.endMailRun(at.id, 'second', LATELY);
      expect(await at.store.claimMailRun(at.id, 'third', 350, 500)).toEqual({
        by: 'third',
        at: 350,
        sent: [],
        lately: LATELY,
      });
      expect(await at.store.noteMailSent(at.id, 'second', 'rep-wang', 600)).toBe(false);
    });
  });
};
