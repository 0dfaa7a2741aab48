import { describe, expect, it } from 'vitest';
import { eventId, teamId, type TaskId } from '../../../shared/domain/ids.ts';
import type { EventMark } from '../../../shared/ports/store.ts';
import { LISA, WANG, added, entry, handedOver, task } from './sample-board.ts';
import type { StoreUnderTest } from './store-under-test.ts';

/** Told to the sheet, and nobody waits for mail. */
const over = (id: string): EventMark => ({ id: eventId(id), told: 1, waits: {} });

/** What is in which document, what it costs, and what is refused. */
export const documentContract = (at: StoreUnderTest): void => {
  describe('books', () => {
    it('moves a line from one book to another without having read either', async () => {
      const one = task('t1', WANG);
      await at.run('e1', () => [added(one), added(task('t2', WANG))]);
      await at.run(
        'e2',
        () => [handedOver(one, LISA)],
        () => ({ tasks: [one.id], books: [] }),
      );
      const { books, tasks } = await at.load({ tasks: [one.id], books: [WANG, LISA] });
      expect(Object.keys(books[WANG] ?? {})).toEqual(['t2']);
      expect(Object.keys(books[LISA] ?? {})).toEqual(['t1']);
      expect(tasks['t1']?.fields.owner).toBe(LISA);
    });

    it('leaves an empty book when the last line goes, and takes a line out of a book never made', async () => {
      const one = task('t1', WANG);
      await at.run('e1', () => [added(one)]);
      await at.run('e2', () => [handedOver(one, LISA)]);
      await at.run('e3', () => [handedOver(task('t9', 'rep-new' as typeof WANG), LISA)]);
      const { books } = await at.load({ tasks: [], books: [WANG, 'rep-new' as typeof WANG, LISA] });
      expect(books[WANG]).toEqual({});
      expect(books['rep-new']).toEqual({});
      expect(Object.keys(books[LISA] ?? {}).sort()).toEqual(['t1', 't9']);
    });

    it('really takes away what an entry, a task or a team no longer has', async () => {
      const before = task('t1', WANG, { quietUntil: '2026-12-01' as never });
      const waiting = entry(before, { waitingSince: 7, quietUntil: '2026-12-01' as never });
      await at.run('e1', () => [
        { type: 'taskAdded', task: before, entry: waiting },
        { type: 'nobodyFree', taskId: before.id, at: 7, nearest: null },
      ]);
      const { quietUntil: _gone, ...after } = before;
      await at.run('e2', () => [
        {
          type: 'taskChanged',
          before,
          task: after,
          entry: entry(after),
          changes: ['text'],
          cause: 'person',
        },
        { type: 'capacityReturned', rep: WANG },
      ]);
      const state = await at.load({ tasks: [before.id], books: [WANG] });
      expect(state.tasks['t1']).toEqual(after);
      expect(state.books[WANG]).toEqual({ t1: entry(after) });
      expect(state.team).not.toHaveProperty('nobodyFreeSince');
    });

    it('lets the last of several writes of one line count', async () => {
      const one = task('t1', WANG);
      const light = { type: 'lightTurned', book: WANG, from: 'green', days: 8 } as const;
      await at.run('e1', () => [
        added(one),
        { ...light, entry: entry(one, { light: 'yellow' }) },
        { ...light, entry: entry(one, { light: 'red' }) },
      ]);
      expect((await at.load({ tasks: [], books: [WANG] })).books[WANG]?.['t1']?.light).toBe('red');
    });

    it('holds a book of 2,000 lines', async () => {
      const many = Array.from({ length: 2_000 }, (_, n) => task(`t${String(n).padStart(4, '0')}`, WANG));
      for (let start = 0; start < many.length; start += 500) {
        const outcome = await at.run(`chunk-${start}`, () => many.slice(start, start + 500).map(added));
        expect(outcome.kind).toBe('committed');
      }
      const { books, team: head } = await at.load({ tasks: [], books: [WANG] });
      expect(Object.keys(books[WANG] ?? {})).toHaveLength(2_000);
      expect(books[WANG]?.['t1999']).toEqual(entry(many[1_999]!));
      expect(head.reps[WANG]?.open).toEqual({ 'medium/easy': 2_000 });
    });
  });

  describe('the cost of an edit', () => {
    it('is 3 reads and 5 writes when a task changes hands, and 1 write to mark it delivered', async () => {
      const one = task('t1', WANG);
      await at.run('e1', () => [added(one)]);
      at.counter.reset();
      await at.run(
        'e2',
        () => [handedOver(one, LISA)],
        () => ({ tasks: [one.id], books: [LISA] }),
      );
      expect(at.counter.counts()).toMatchObject({ reads: 3, writes: 5, commits: 1 });
      await at.store.mark(at.id, [over('e2')]);
      expect(at.counter.counts()).toMatchObject({ reads: 3, writes: 6 });
    });

    it('is one read per document for a look outside transactions', async () => {
      await at.load({ tasks: ['t1'] as TaskId[], books: [WANG, WANG] });
      expect(at.counter.counts()).toMatchObject({ reads: 3, writes: 0 });
    });
  });

  describe('the outbox', () => {
    it('gives what is undelivered oldest first, whatever the ids, and forgets what is marked', async () => {
      for (const event of ['zz', 'mm', 'aa']) await at.run(event, () => [added(task(`t-${event}`))]);
      const ids = async (limit: number) => (await at.store.undelivered(at.id, limit)).map((one) => one.id);
      expect(await ids(10)).toEqual(['zz', 'mm', 'aa']);
      expect(await ids(2)).toEqual(['zz', 'mm']);
      await at.store.mark(at.id, [over('zz'), over('aa')]);
      await at.store.mark(at.id, [over('zz')]);
      expect(await ids(10)).toEqual(['mm']);
      expect((await at.store.event(at.id, eventId('zz')))?.delivered).toBe(true);
      expect((await at.store.event(at.id, eventId('mm')))?.delivered).toBe(false);
    });

    it('is each team’s own, and asks for nothing when there is nothing to mark', async () => {
      await at.run('e1', () => [added(task('t1'))]);
      expect(await at.store.undelivered(teamId('another-sheet'), 10)).toEqual([]);
      at.counter.reset();
      await at.store.mark(at.id, []);
      expect(at.counter.counts().commits).toBe(0);
    });
  });

  describe('recent moves', () => {
    it('are the newest events that moved a deal, newest first, at one read each whatever else happened', async () => {
      const one = task('t1', WANG);
      await at.run('e0', () => [added(one)]);
      for (const event of ['m-b', 'm-a', 'm-c']) {
        await at.run(event, () => [handedOver(one, LISA)]);
        for (const other of [1, 2, 3]) await at.run(`${event}-${other}`, () => [added(task('t2'))]);
      }
      await at.store.mark(at.id, [over('m-a')]);
      at.counter.reset();
      const found = await at.store.recentMoves(at.id, 2);
      expect(found.map(({ id, delivered }) => [id, delivered])).toEqual([
        ['m-c', false],
        ['m-a', true],
      ]);
      expect(at.counter.counts()).toMatchObject({ reads: 2, writes: 0 });
      expect(await at.store.recentMoves(teamId('another-sheet'), 2)).toEqual([]);
    });
  });

  describe('refusals', () => {
    it('refuses an event that does not fit one document, and says how to go on', async () => {
      const long = Array.from({ length: 500 }, (_, n) =>
        added(
          task(`t${n}`, WANG, {
            fields: {
              customer: '客'.repeat(400),
              title: '商机',
              stage: 'engaging',
              owner: WANG,
            },
          }),
        ),
      );
      await expect(at.run('e1', () => long)).rejects.toThrow(
        /Event e1 \(edit\) holds 500 effects.*smaller chunks/,
      );
      expect((await at.store.team(at.id))?.revision).toBe(0);
    });

    it('refuses undefined instead of dropping it, and names the field', async () => {
      const bad = task('t1', WANG, { quietUntil: undefined as never });
      await expect(at.run('e1', () => [added(bad)])).rejects.toThrow(/quietUntil is undefined/);
      const nan = task('t1', WANG, { signals: { listPrice: Number.NaN } });
      await expect(at.run('e1', () => [added(nan)])).rejects.toThrow(/listPrice is NaN/);
      expect((await at.store.team(at.id))?.revision).toBe(0);
    });

    it('names document and field when something stored cannot be understood', async () => {
      await at.run('e1', () => [added(task('t1', WANG))]);
      const head = at.firestore.collection('teams').doc(at.id);
      await head.collection('tasks').doc('t1').update({ 'rating.value': 'huge' });
      await head.collection('books').doc(WANG).update({ 'entries.t1': '{"taskId":"t1"}' });
      await expect(at.load({ tasks: ['t1'] as TaskId[], books: [] })).rejects.toThrow(
        new RegExp(`teams/${at.id}/tasks/t1 .*rating.value`),
      );
      await expect(at.load({ tasks: [], books: [WANG] })).rejects.toThrow(
        /books\/rep-wang entries.t1 .*customer/,
      );
      await head.update({ [`reps.${WANG}`]: '{half' });
      await expect(at.store.team(at.id)).rejects.toMatchObject({ code: 'BROKEN_DOCUMENT', retryable: false });
    });

    it('keeps fields of a newer version that it does not know', async () => {
      const head = at.firestore.collection('teams').doc(at.id);
      await head.update({ colour: 'blue' });
      await at.run('e1', () => [added(task('t1', WANG))]);
      expect((await head.get()).get('colour')).toBe('blue');
    });
  });
};
