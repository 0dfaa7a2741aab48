import { describe, expect, it } from 'vitest';
import { UNOWNED, type BoardState } from '../../../shared/domain/board-state.ts';
import { MAIL_GRACE_MS } from '../../../shared/domain/mail-waits.ts';
import { eventId, teamId, type TaskId } from '../../../shared/domain/ids.ts';
import type { Slice, Store } from '../../../shared/ports/store.ts';
import { LISA, WANG, added, entry, task, team } from './sample-board.ts';
import { NOTHING_MORE, nothingMore, type StoreUnderTest } from './store-under-test.ts';

/** Teams and transactions: nothing twice, nothing lost. */
export const transactionContract = (at: StoreUnderTest): void => {
  describe('teams', () => {
    it('answers with the team that is already there instead of writing over it', async () => {
      const second = await at.store.createTeam(team(at.id, { policyVersion: 9 }));
      expect(second.policyVersion).toBe(1);
      expect(await at.store.team(at.id)).toEqual(team(at.id));
    });

    it('knows no team that was not created', async () => {
      const nobody = teamId('no-such-sheet');
      expect(await at.store.team(nobody)).toBeNull();
      expect(await at.store.load(nobody, NOTHING_MORE)).toBeNull();
      expect(await at.store.load(nobody, { ...NOTHING_MORE, allBooks: true })).toBeNull();
      const outcome = await at.store.transact(
        nobody,
        { id: eventId('e1'), at: 1, kind: 'edit', actor: null },
        nothingMore,
        () => [{ type: 'imported', tasks: 1, reps: 0 }],
      );
      expect(outcome).toEqual({ kind: 'unknownTeam' });
      expect(at.counter.counts().writes).toBe(0);
    });

    it('lists the teams it holds', async () => {
      expect(await at.store.teams()).toContain(at.id);
    });

    it.each([
      ['empty', ''],
      ['with a slash', 'a/b'],
      ['of two dots', '..'],
      ['reserved', '__all__'],
      ['too long', 'x'.repeat(1501)],
    ])('takes a team id for unknown that is %s: no document can have it', async (_, odd) => {
      expect(await at.store.team(teamId(odd))).toBeNull();
      expect(await at.store.undelivered(teamId(odd), 5)).toEqual([]);
      await expect(at.store.createTeam(team(teamId(odd)))).rejects.toMatchObject({ code: 'NOT_STORABLE' });
    });
  });

  describe('a transaction', () => {
    it('keeps what was decided: the task, its line in the book, the tally and the event', async () => {
      const one = task('t1', WANG, { ownerSince: 5, signals: { listPrice: 4821, decisionMakers: 2 } });
      const outcome = await at.run('e1', () => [added(one)]);
      const state = await at.load({ tasks: [one.id], books: [WANG, LISA] });
      expect(state.tasks).toEqual({ t1: one });
      expect(state.books).toEqual({ [WANG]: { t1: entry(one) }, [LISA]: {} });
      expect(state.team.reps[WANG]?.open).toEqual({ 'medium/easy': 1 });
      expect(state.team).toMatchObject({ revision: 1, auditSeq: 1 });
      if (outcome.kind !== 'committed') throw new Error(outcome.kind);
      expect(outcome.state.team).toEqual(state.team);
      expect(await at.store.event(at.id, eventId('e1'))).toEqual(outcome.record);
      expect(outcome.record).toEqual({
        id: 'e1',
        at: 1_000,
        kind: 'edit',
        actor: 'wang@example.test',
        revision: 1,
        policyVersion: 1,
        auditFrom: 0,
        effects: [added(one)],
        delivered: false,
        mail: { due: 1_000 + MAIL_GRACE_MS, waits: null },
      });
    });

    it('gives the decision the documents asked for, and empty books for those not there yet', async () => {
      const one = task('t1', WANG);
      await at.run('e1', () => [added(one)]);
      let seen: BoardState | undefined;
      await at.run(
        'e2',
        (state) => ((seen = state), []),
        () => ({ tasks: [one.id, 'gone' as TaskId, one.id], books: [WANG, LISA] }),
      );
      expect(seen?.tasks).toEqual({ t1: one });
      expect(seen?.books).toEqual({ [WANG]: { t1: entry(one) }, [LISA]: {} });
    });

    it('reads the book of every rep and of nobody for a sweep', async () => {
      await at.run('e1', () => [added(task('t1', WANG)), added(task('t2', LISA)), added(task('t3'))]);
      const seen: BoardState[] = [];
      const all = (): Slice => ({ ...NOTHING_MORE, allBooks: true });
      await at.run('e2', (state) => (seen.push(state), []), all);
      seen.push(await at.load(all()));
      for (const { books } of seen) {
        expect(Object.keys(books).sort()).toEqual([UNOWNED, LISA, WANG].sort());
        expect(books[UNOWNED]).toHaveProperty('t3');
        expect(books[LISA]).toHaveProperty('t2');
      }
    });

    it('writes nothing at all when nothing follows', async () => {
      const outcome = await at.run('e1', () => []);
      expect(outcome.kind).toBe('nothing');
      expect(at.counter.counts()).toMatchObject({ reads: 1, writes: 0 });
      expect(await at.store.event(at.id, eventId('e1'))).toBeNull();
    });

    it('does the same event once, also when it comes again later or through another instance', async () => {
      await at.run('e1', () => [added(task('t1', WANG))]);
      at.counter.reset();
      const again = await at.run('e1', () => [added(task('t2', WANG))]);
      const elsewhere = await at.run('e1', () => [added(task('t3', WANG))], nothingMore, at.another());
      expect([again.kind, elsewhere.kind]).toEqual(['duplicate', 'duplicate']);
      expect(at.counter.counts()).toMatchObject({ reads: 2, writes: 0 });
      const state = await at.load({ tasks: ['t2', 't3'] as TaskId[], books: [WANG] });
      expect(state.tasks).toEqual({});
      expect(Object.keys(state.books[WANG] ?? {})).toEqual(['t1']);
      expect(state.team.revision).toBe(1);
    });

    it('does the same event once when it comes twice at the same moment', async () => {
      const others = [0, 1, 2, 3].map(() => at.another());
      const outcomes = await Promise.all(
        others.map((other) => at.run('e1', () => [added(task('t1', WANG))], nothingMore, other)),
      );
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual([
        'committed',
        'duplicate',
        'duplicate',
        'duplicate',
      ]);
      expect((await at.store.team(at.id))?.reps[WANG]?.open).toEqual({ 'medium/easy': 1 });
    });

    it('passes on what a decision throws, and has written nothing', async () => {
      const broken = at.run('e1', () => {
        throw new Error('a bug');
      });
      await expect(broken).rejects.toThrow('a bug');
      expect((await at.store.team(at.id))?.revision).toBe(0);
      expect((await at.run('e1', () => [added(task('t1'))])).kind).toBe('committed');
    });
  });

  describe('many at once', () => {
    const racing = (through: (n: number) => Store) =>
      Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          at.run(
            `race-${n}`,
            () => [added(task(`t${n}`, n % 2 === 0 ? WANG : LISA))],
            nothingMore,
            through(n),
          ),
        ),
      );
    const nothingLost = async (): Promise<void> => {
      const { team: head, books } = await at.load({ tasks: [], books: [WANG, LISA] });
      expect(head.reps[WANG]?.open).toEqual({ 'medium/easy': 10 });
      expect(head.reps[LISA]?.open).toEqual({ 'medium/easy': 10 });
      expect(head).toMatchObject({ revision: 20, auditSeq: 20 });
      expect(Object.keys({ ...books[WANG], ...books[LISA] })).toHaveLength(20);
    };

    it('loses no edit of 20 through one instance, and begins none of them twice', async () => {
      const outcomes = await racing(() => at.store);
      expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['committed']));
      expect(at.counter.counts().reads).toBe(20);
      await nothingLost();
    });

    it('loses no edit of 20 through four instances that know nothing of each other', async () => {
      const instances = [0, 1, 2, 3].map(() => at.another());
      const outcomes = await racing((n) => instances[n % 4]!);
      expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['committed']));
      await nothingLost();
    }, 120_000);
  });
};
