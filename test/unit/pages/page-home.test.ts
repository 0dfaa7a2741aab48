import { describe, expect, it } from 'vitest';
import type { BoardState } from '../../../shared/domain/board-state.ts';
import { eventId } from '../../../shared/domain/ids.ts';
import type { Effect } from '../../../shared/decide/effects.ts';
import { booksOfMoves, moveLines } from '../../../shared/pages/move-lines.ts';
import { pageHome } from '../../../shared/pages/page-home.ts';
import { turnOf } from '../../../shared/pages/turn.ts';
import type { EventRecord } from '../../../shared/ports/store.ts';
import { aBoard, NOW, rid, tasksLike, tid, TODAY, type BoardSpec } from '../../support/board-builder.ts';
import { cellsOfTask, rowsRead, sweep, undoTicked } from '../../support/board-events.ts';
import { given } from '../../support/given.ts';

const homeOf = (state: BoardState, rep: string) =>
  pageHome({ state, receipts: {}, moved: [] }, state.team.reps[rid(rep)]!, NOW);

describe('own place for the next task', () => {
  const board = (spec: BoardSpec = {}) =>
    aBoard({
      reps: {
        free: { tier: 'senior' },
        busy: { tier: 'senior' },
        paused: { paused: true },
        away: { availability: 'leave' },
        boss: { role: 'supervisor' },
      },
      tasks: tasksLike(3, { owner: 'busy', value: 'low' }),
      ...spec,
    });
  const turn = (state: BoardState, rep: string) => turnOf(state.team, state.team.reps[rid(rep)]!, TODAY);

  it('is that of suggestions: more room comes first; whoever cannot take one has none', () => {
    const state = board();
    expect([turn(state, 'free'), turn(state, 'busy')]).toEqual([
      { place: 1, of: 2 },
      { place: 2, of: 2 },
    ]);
    for (const rep of ['paused', 'away', 'boss']) expect(turn(state, rep)).toBeNull();
  });

  it('is what an ordinary new task then does', () => {
    const state = board({
      reps: { free: {}, senior: { tier: 'senior' }, newcomer: { tier: 'newcomer' } },
      tasks: { new: { value: 'medium', difficulty: 'medium' } },
    });
    const first = Object.keys(state.team.reps).find(
      (id) => turnOf(state.team, state.team.reps[id]!, TODAY)?.place === 1,
    );
    expect(given(state).when(sweep()).only('suggestionMade').pending.to).toBe(first);
  });
});

describe('a suggestion', () => {
  it('shows the load of both sides before and after, with their limits', () => {
    const state = aBoard({
      reps: { wang: {}, lisa: {} },
      tasks: { t1: { owner: 'wang', value: 'high', difficulty: 'hard' }, t2: { owner: 'wang' } },
    });
    const pending = {
      taskId: tid('t1'),
      from: rid('wang'),
      to: rid('lisa'),
      cause: 'VALUE_UP',
      at: NOW,
      receipt: 'r#1' as never,
      score: 1,
      cell: 'high/hard',
    } as const;
    const home = homeOf(
      { ...state, team: { ...state.team, pending: { [pending.taskId]: pending } } },
      'wang',
    );
    expect(home.suggestions[0]).toMatchObject({
      as: 'owner',
      taker: { before: 0, after: 3, limit: 10, keysAfter: 1 },
      giver: { before: 4.5, after: 1.5, limit: 10, keysAfter: 0 },
      wayBack: null,
    });
  });

  it('of a deal nobody owns has no giver', () => {
    const { state } = given(aBoard({ reps: { lisa: {} }, tasks: { t1: {} } })).when(sweep());
    expect(homeOf(state, 'lisa').suggestions).toMatchObject([{ as: 'candidate', from: null, giver: null }]);
  });
});

describe('own tags', () => {
  it('count when they were typed or there is proof enough; others are shown as what they are', () => {
    const learnt = (tag: string, enough: boolean) =>
      ({
        family: 'industry',
        tag,
        source: 'deals',
        n: enough ? 30 : 2,
        weight: 1,
        rate: 0.6,
        low: 0.5,
        high: 0.7,
        mean: 0.5,
        last: '2026Q3',
        enough,
      }) as never;
    const board = aBoard({ reps: { lisa: { tags: { industry: ['typed'], tools: ['CRM'] } } } });
    const lisa = board.team.reps[rid('lisa')]!;
    const tags = [learnt('typed', false), learnt('proven', true), learnt('guessed', false)];
    const state = {
      ...board,
      team: {
        ...board.team,
        reps: { [lisa.id]: { ...lisa, learnt: { tier: 'growing', hardWins: 0, months: 3, tags } as const } },
      },
    };
    expect(homeOf(state, 'lisa').tags.map(({ tag, counts }) => [tag, counts])).toEqual([
      ['typed', true],
      ['proven', true],
      ['guessed', false],
      ['CRM', true],
    ]);
  });
});

describe('recent moves of a supervisor', () => {
  const BOARD = aBoard({
    reps: {
      wang: { supervisor: 'boss', email: 'wang@example.com' },
      lisa: { supervisor: 'boss' },
      kevin: { supervisor: 'other' },
      chen: { supervisor: 'other' },
      boss: { role: 'supervisor' },
      other: { role: 'supervisor' },
    },
    tasks: { t1: { owner: 'wang' }, t2: { owner: 'wang' }, t3: { owner: 'kevin' } },
  });
  const recordOf = (effects: readonly Effect[], actor: string | null = 'wang@example.com'): EventRecord => ({
    id: eventId('event-moves'),
    at: NOW,
    kind: 'tasks',
    actor,
    revision: 1,
    policyVersion: 1,
    auditFrom: 0,
    effects,
    delivered: true,
  });
  const moved = (...pairs: readonly (readonly [string, string])[]) =>
    given(BOARD).when(
      rowsRead(pairs.map(([task, owner]) => cellsOfTask(BOARD.tasks[tid(task)]!, BOARD, { owner }))),
    );
  const linesOf = (state: BoardState, effects: readonly Effect[], reader = 'boss') =>
    moveLines([recordOf(effects)], state, state.team.reps[rid(reader)]!);

  it('name the deals, from whom to whom and by whom, and point at the audit row', () => {
    const { effects, state } = moved(['t1', 'lisa']);
    const index = effects.findIndex(({ type }) => type === 'taskChanged');
    expect(linesOf(state, effects)).toEqual([
      {
        auditId: `event-moves#${index}`,
        at: NOW,
        actor: 'wang',
        automatic: false,
        from: ['wang'],
        to: ['lisa'],
        deals: [{ customer: 'customer of t1', title: 'deal t1' }],
        count: 1,
        open: 1,
      },
    ]);
  });

  it('made together, as by pasting owners, are one set that goes by its event', () => {
    const { effects, state } = moved(['t1', 'lisa'], ['t2', 'lisa']);
    expect(linesOf(state, effects)).toMatchObject([{ auditId: 'event-moves', count: 2, open: 2 }]);
  });

  it('count what has moved on since as no longer to be taken back', () => {
    const { effects, state, of } = moved(['t1', 'lisa'], ['t2', 'lisa']);
    const on = given(state).when(undoTicked(of('taskChanged')[0]!)).state;
    expect(linesOf(on, effects)).toMatchObject([{ count: 2, open: 1 }]);
  });

  it('are those of the reps they lead, whatever others do; their books are asked for, no others', () => {
    const { effects, state } = moved(['t3', 'chen']);
    expect(linesOf(state, effects)).toEqual([]);
    expect(booksOfMoves([recordOf(effects)], state.team, state.team.reps[rid('boss')]!)).toEqual([]);
    expect(linesOf(state, effects, 'other')).toHaveLength(1);
    expect(booksOfMoves([recordOf(effects)], state.team, state.team.reps[rid('other')]!)).toEqual([
      rid('chen'),
    ]);
  });
});
