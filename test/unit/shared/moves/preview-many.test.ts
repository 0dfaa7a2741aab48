import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusalOfSet } from '../../../../shared/decide/decide-many.ts';
import type { ManyMoved } from '../../../../shared/decide/board-event.ts';
import { eventId, type RepId } from '../../../../shared/domain/ids.ts';
import { bytesOfMove, fittingOneSet, MANY_AT_ONCE, MANY_BYTES } from '../../../../shared/domain/many-size.ts';
import type { ManyWish } from '../../../../shared/ports/many-moves.ts';
import { isAway } from '../../../../shared/scoring/absence.ts';
import { cellOf, keyTasksOf, loadOf, typeOf } from '../../../../shared/scoring/load.ts';
import { previewMany } from '../../../../shared/triggers/preview-many.ts';
import { boards, SEEDED } from '../../../support/arbitraries.ts';
import { expectConsistent } from '../../../support/board-invariants.ts';
import { wholeOf } from '../../../support/board-world.ts';
import { aBoard, NOW, rid, tasksLike, tid, TODAY } from '../../../support/board-builder.ts';
import { given } from '../../../support/given.ts';

const boss = { role: 'supervisor', email: 'boss@example.com' } as const;
const LEAVER = aBoard({
  reps: {
    wang: { availability: 'left' },
    lisa: { tier: 'senior' },
    chen: {},
    away: { availability: 'leave' },
    boss,
  },
  tasks: {
    hard: { owner: 'wang', value: 'high', difficulty: 'hard' },
    easy: { owner: 'wang', value: 'low' },
    own: { owner: 'wang', source: 'own' },
    done: { owner: 'wang', stage: 'won' },
    chens: { owner: 'chen' },
  },
});
const setOf = (
  state: typeof LEAVER,
  wish: ManyWish,
  actor = 'boss@example.com',
): { event: ManyMoved; preview: ReturnType<typeof previewMany> } => {
  const preview = previewMany(state, wish, TODAY);
  const moves = preview.moves.map(({ taskId, to }) => ({ taskId, to }));
  const event: ManyMoved = {
    kind: 'many',
    id: eventId('event-many'),
    at: NOW,
    actor,
    from: wish.from,
    moves,
  };
  return { event, preview };
};

describe('a preview of many moves', () => {
  test("a leaver's whole book goes, heaviest first, each deal to whoever fits best", () => {
    const { preview } = setOf(LEAVER, { from: rid('wang') });
    expect(preview.moves.map(({ taskId, toName }) => [taskId, toName])).toEqual([
      [tid('hard'), 'lisa'],
      [tid('own'), 'chen'],
      [tid('easy'), 'chen'],
    ]);
    expect(preview).toMatchObject({ staying: [], more: 0 });
    expect(preview.loads).toEqual([
      { rep: rid('wang'), name: 'wang', before: 5, after: 0, limit: 10 },
      { rep: rid('lisa'), name: 'lisa', before: 0, after: 3, limit: 10 },
      { rep: rid('chen'), name: 'chen', before: 1.5, after: 3.5, limit: 10 },
    ]);
  });

  test('of somebody who is still here, own-sourced deals and those beyond the budget stay, and it says so', () => {
    const board = aBoard({
      reps: { wang: {}, lisa: {}, boss },
      tasks: {
        own: { owner: 'wang', source: 'own' },
        free: { owner: 'wang' },
        moved: { owner: 'wang', customer: 'Acme' },
      },
    });
    const once = given(board).when(setOf(board, { from: rid('wang') }).event).state;
    const { preview } = setOf(once, { from: rid('lisa') });
    expect(preview.staying.map(({ taskId, why }) => [taskId, why])).toEqual([
      [tid('free'), 'BUDGET'],
      [tid('moved'), 'BUDGET'],
    ]);
    expect(setOf(board, { from: rid('wang') }).preview.staying).toMatchObject([{ why: 'OWN_SOURCED' }]);
  });

  test('one type, to one person, as far as they have room: the rest stays', () => {
    const board = aBoard({
      reps: { wang: { availability: 'left' }, lisa: {}, chen: {} },
      tasks: {
        ...tasksLike(4, { owner: 'wang', value: 'high', difficulty: 'hard' }),
        small: { owner: 'wang', value: 'low' },
      },
    });
    const { preview } = setOf(board, { from: rid('wang'), type: 'strategic', to: rid('lisa') });
    expect(preview.moves.map(({ to }) => to)).toEqual(Array(3).fill(rid('lisa')));
    expect(preview.staying.map(({ why }) => why)).toEqual(['NOBODY_FREE']);
  });

  test('is the set that is then moved, and one tick takes back', () => {
    const { event, preview } = setOf(LEAVER, { from: rid('wang') });
    const outcome = given(LEAVER).when(event);
    expect(outcome.only('movedMany').tasks).toEqual(preview.moves.map(({ taskId }) => taskId));
    for (const { rep, after } of preview.loads)
      expect(loadOf(outcome.state.team.reps[rep]!.open, LEAVER.team.policy)).toBe(after);
  });

  test('never puts anybody over a limit, uses nobody away or paused, and the moves do what it said', () => {
    fc.assert(
      fc.property(boards, fc.nat(), fc.option(fc.nat(), { nil: undefined }), (board, who, toWhom) => {
        const ids = Object.keys(board.team.reps) as RepId[];
        const from = ids[who % ids.length]!;
        const to = toWhom === undefined ? undefined : ids[toWhom % ids.length]!;
        const state = wholeOf({ ...board, team: { ...board.team, installedBy: ['it@example.com'] } });
        const { event, preview } = setOf(
          state,
          { from, ...(to === undefined ? {} : { to }) },
          'it@example.com',
        );
        const open = Object.values(state.tasks).filter((t) => t.status === 'open' && t.fields.owner === from);
        expect(preview.moves.length + preview.staying.length).toBe(open.length);
        if (preview.moves.length === 0) return;
        const { state: after } = given(state).when(event);
        expectConsistent(after);
        for (const { rep, before, after: then } of preview.loads) {
          const one = after.team.reps[rep]!;
          expect(loadOf(one.open, state.team.policy)).toBe(then);
          if (rep === from) continue;
          expect(isAway(one, TODAY) || state.team.reps[rep]!.paused).toBe(false);
          expect(then).toBeLessThanOrEqual(state.team.policy.load.limit);
          expect(then).toBeGreaterThanOrEqual(before);
          expect(keyTasksOf(one.open)).toBeLessThanOrEqual(state.team.policy.load.keyLimit);
        }
      }),
      { ...SEEDED, numRuns: 150 },
    );
  });

  test('more deals than one set holds come up next, and the message says how many', () => {
    const board = aBoard({
      reps: { wang: { availability: 'left' }, lisa: {} },
      tasks: tasksLike(MANY_AT_ONCE + 7, { owner: 'wang', value: 'low' }),
      policy: { load: { limit: 1000 } },
    });
    const { event, preview } = setOf(board, { from: rid('wang') }, 'it@example.com');
    expect([preview.moves.length, preview.more]).toEqual([MANY_AT_ONCE, 7]);
    const state = { ...board, team: { ...board.team, installedBy: ['it@example.com'] } };
    const rest = setOf(given(state).when(event).state, { from: rid('wang') });
    expect([rest.preview.moves.length, rest.preview.more]).toEqual([7, 0]);
  });

  test('long handovers make a set smaller: what is recorded stays below what one document holds', () => {
    const long = '交接'.repeat(1000);
    const item = { text: long, source: 'person', confirmed: true } as const;
    const task = {
      ...LEAVER.tasks[tid('hard')]!,
      handover: { items: { preferences: item, highlights: item, concerns: item } },
    };
    const fitting = fittingOneSet(Array(MANY_AT_ONCE).fill(task) as never);
    expect(fitting).toBeLessThan(50);
    expect(fitting * bytesOfMove(task as never)).toBeLessThanOrEqual(MANY_BYTES);
    expect(bytesOfMove(task as never)).toBeGreaterThan(3 * 3 * 2000 * 3);
  });
});

describe('a set is refused as a whole', () => {
  const { event } = setOf(LEAVER, { from: rid('wang') });

  test('when a deal has been closed, moved on or has gone since, and says which', () => {
    const hard = LEAVER.tasks[tid('hard')]!;
    const change = (task: typeof hard | undefined) => {
      const { [hard.id]: _old, ...others } = LEAVER.tasks;
      return { ...LEAVER, tasks: task === undefined ? others : { ...others, [hard.id]: task } };
    };
    const why = (state: typeof LEAVER) => {
      expect(given(state).when(event).effects).toEqual([]);
      return refusalOfSet(state, event);
    };
    const moved = { ...hard, fields: { ...hard.fields, owner: rid('chen') } };
    const named = { taskId: hard.id, customer: hard.fields.customer, title: hard.fields.title };
    expect(why(change(moved))).toEqual({ kind: 'changed', deals: [{ ...named, why: 'MOVED_ON' }] });
    expect(why(change({ ...hard, status: 'won' }))).toMatchObject({ deals: [{ ...named, why: 'CLOSED' }] });
    expect(why(change(undefined))).toMatchObject({ deals: [{ customer: '', why: 'GONE' }] });
  });

  test('when whoever should get a deal is away by now', () => {
    const lisa = LEAVER.team.reps[rid('lisa')]!;
    const fields = { ...lisa.fields, availability: 'leave' } as const;
    const state = {
      ...LEAVER,
      team: { ...LEAVER.team, reps: { ...LEAVER.team.reps, [lisa.id]: { ...lisa, fields } } },
    };
    expect(refusalOfSet(state, event)).toMatchObject({ kind: 'changed', deals: [{ why: 'TARGET_AWAY' }] });
    expect(given(state).when(event).effects).toEqual([]);
  });

  test.each([['lisa@example.com'], [''], ['wang']])('when %s asks, who leads nobody here', (actor) => {
    expect(refusalOfSet(LEAVER, { ...event, actor })).toEqual({ kind: 'notAllowed' });
    expect(given(LEAVER).when({ ...event, actor }).effects).toEqual([]);
  });

  test("when another supervisor's name stands with the person", () => {
    const named = aBoard({
      reps: {
        wang: { supervisor: 'boss' },
        lisa: {},
        boss,
        other: { role: 'supervisor', email: 'o@example.com' },
      },
      tasks: { t1: { owner: 'wang' } },
    });
    const set = setOf(named, { from: rid('wang') }, 'o@example.com').event;
    expect(refusalOfSet(named, set)).toEqual({ kind: 'notAllowed' });
    expect(refusalOfSet(named, { ...set, actor: 'Boss@Example.com' })).toBeNull();
  });

  test('whatever type a deal is of, the types of a preview are those of the deals', () => {
    for (const { taskId, type } of setOf(LEAVER, { from: rid('wang') }).preview.moves)
      expect(type).toBe(typeOf(cellOf(LEAVER.tasks[taskId]!.rating)));
  });
});
