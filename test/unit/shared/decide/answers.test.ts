import { describe, expect, test } from 'vitest';
import type { BoardState } from '../../../../shared/domain/board-state.ts';
import {
  aBoard,
  DAY_MS,
  NOW,
  rid,
  tasksLike,
  tid,
  TODAY,
  type BoardSpec,
} from '../../../support/board-builder.ts';
import {
  cellsOfTask,
  rowsRead,
  sweep,
  teamWith,
  undoTicked,
  type Cells,
} from '../../../support/board-events.ts';
import { given } from '../../../support/given.ts';

const answered = (state: BoardState, typed: Cells, key = 't1', event = 'answer') =>
  given(state).when(rowsRead([cellsOfTask(state.tasks[tid(key)]!, state, typed)], { event }));

/** Lisa has been suggested for a task that nobody owns. */
const offered = (spec: BoardSpec = {}): BoardState =>
  given(aBoard({ reps: { lisa: {}, wang: {} }, tasks: { t1: { idle: 6 } }, ...spec })).when(
    sweep({ event: 'offer' }),
  ).state;

describe('accept', () => {
  test('gives the task to whoever was suggested, with a timer that starts afresh', () => {
    const outcome = answered(offered(), { action: '接受' });
    outcome.thenKinds('actionCellCleared', 'suggestionEnded', 'taskChanged', 'ownerCellSet');
    expect(outcome.only('suggestionEnded').how).toBe('accepted');
    expect(outcome.only('taskChanged')).toMatchObject({
      cause: 'accepted',
      changes: ['owner'],
      receipt: 'offer#1',
    });
    expect(outcome.state.tasks[tid('t1')]).toMatchObject({
      fields: { owner: rid('lisa') },
      progressOn: TODAY,
      ownerSince: NOW,
    });
    expect(outcome.state.team.reps[rid('lisa')]).toMatchObject({
      open: { 'medium/easy': 1 },
      lastAssignedAt: NOW,
    });
  });

  test('when whoever was suggested has gone since gives it to nobody, and somebody else is suggested', () => {
    const offer = offered();
    const gone = {
      ...offer,
      team: {
        ...offer.team,
        reps: {
          ...offer.team.reps,
          [rid('lisa')]: {
            ...offer.team.reps[rid('lisa')]!,
            fields: { ...offer.team.reps[rid('lisa')]!.fields, availability: 'left' as const },
          },
        },
      },
    };
    const outcome = answered(gone, { action: 'Accept' });
    expect(outcome.only('suggestionEnded').how).toBe('withdrawn');
    expect(outcome.of('ownerCellSet')).toEqual([]);
    expect(outcome.only('suggestionMade').pending.to).toBe(rid('wang'));
  });

  test('of a suggestion that this very edit brings about is not taken for an answer: nobody has seen it', () => {
    const board = aBoard({
      reps: { owner: { tier: 'newcomer' }, expert: { tier: 'senior' } },
      tasks: { t1: { owner: 'owner', difficulty: 'hard' } },
    });
    const outcome = answered(board, { value: '高', action: '接受' });
    outcome.thenKinds('taskChanged', 'suggestionMade', 'actionCellCleared');
    expect(outcome.state.tasks[tid('t1')]?.fields.owner).toBe(rid('owner'));
  });

  test('that brings somebody above the limit is warned of, and pauses them', () => {
    const heavy = offered({
      reps: { lisa: {} },
      tasks: { t1: { value: 'high', difficulty: 'hard' }, ...tasksLike(6, { owner: 'lisa' }) },
    });
    const outcome = answered(heavy, { action: '接受' });
    expect(outcome.only('overLimit').load).toBe(12);
    expect(outcome.only('repPaused').rep).toBe(rid('lisa'));
  });
});

describe('keep', () => {
  test('ends the suggestion and leaves the task in peace until its day', () => {
    const outcome = answered(offered(), { action: '保留' });
    expect(outcome.only('suggestionEnded').how).toBe('kept');
    expect(outcome.state.tasks[tid('t1')]?.quietUntil).toBe('2026-12-07');
    const { state } = outcome;
    expect(
      given(state)
        .when(sweep({ at: NOW + 13 * DAY_MS }))
        .of('suggestionMade'),
    ).toEqual([]);
    expect(
      given(state)
        .when(sweep({ at: NOW + 14 * DAY_MS }))
        .of('suggestionMade'),
    ).toHaveLength(1);
  });

  test('is no progress: the light stays as it is', () => {
    const outcome = answered(offered(), { action: 'Keep' });
    expect(outcome.only('taskChanged').entry).toMatchObject({ progressOn: '2026-11-17', light: 'yellow' });
  });

  test('frees the room that was kept for it: whoever waits is offered at once', () => {
    const board = offered({
      reps: { lisa: {} },
      tasks: {
        t1: { value: 'high', difficulty: 'hard' },
        ...tasksLike(5, { owner: 'lisa' }),
        t2: { waitingSince: NOW - 1 },
      },
    });
    const first = Object.keys(board.team.pending);
    const key = first.includes(tid('t1')) ? 't1' : 't2';
    const outcome = answered(board, { action: '保留' }, key);
    expect(outcome.of('suggestionMade')).toHaveLength(board.team.waiting.length);
  });
});

describe('snooze', () => {
  test('puts the question off for some days; it stays the same question', () => {
    const outcome = answered(offered(), { action: '稍后' });
    outcome.thenKinds('actionCellCleared', 'suggestionSnoozed');
    expect(outcome.only('suggestionSnoozed').pending).toMatchObject({
      to: rid('lisa'),
      quietUntil: '2026-11-26',
    });
    const asleep = given(outcome.state).when(sweep({ at: NOW + 2 * DAY_MS }));
    expect(asleep.of('suggestionWoken')).toEqual([]);
    const awake = given(outcome.state).when(sweep({ at: NOW + 3 * DAY_MS }));
    expect(awake.only('suggestionWoken').pending).not.toHaveProperty('quietUntil');
    expect(awake.of('suggestionMade')).toEqual([]);
  });
});

test('an answer where nothing was asked is cleared away', () => {
  const board = aBoard({ reps: { lisa: {} }, tasks: { t1: { owner: 'lisa' } } });
  answered(board, { action: '接受' }).thenKinds('actionCellCleared');
});

describe('without an answer a suggestion ends', () => {
  test.each<[string, Cells, string]>([
    ['accepted, when a person moves the task to whoever was suggested', { owner: 'lisa' }, 'accepted'],
    ['moved, when they choose somebody else', { owner: 'wang' }, 'moved'],
    ['closed, when the deal is won', { stage: '赢单' }, 'closed'],
    ['withdrawn, when the task is no longer the task it was made for', { value: '低' }, 'withdrawn'],
  ])('%s', (_name, typed, how) => {
    expect(answered(offered(), typed).of('suggestionEnded')[0]?.how).toBe(how);
  });
});

describe('undo', () => {
  const board = aBoard({ reps: { lisa: {}, wang: {} }, tasks: { t1: { owner: 'wang' } } });
  const moved = answered(board, { owner: 'lisa' });

  test('gives a moved task back to whoever had it', () => {
    const outcome = given(moved.state).when(undoTicked(moved.only('taskChanged')));
    outcome.thenKinds('taskChanged', 'ownerCellSet', 'undoCellCleared');
    expect(outcome.only('taskChanged').cause).toBe('undo');
    expect(outcome.only('undoCellCleared').done).toBe(true);
    expect(outcome.state.tasks[tid('t1')]?.fields.owner).toBe(rid('wang'));
    expect(outcome.state.team.auditSeq).toBe(moved.state.team.auditSeq + 1);
  });

  test('gives a task that nobody had back to nobody', () => {
    const taken = answered(offered(), { action: '接受' });
    const outcome = given(taken.state).when(undoTicked(taken.only('taskChanged')));
    expect(outcome.only('ownerCellSet').to).toBeNull();
    expect(outcome.state.tasks[tid('t1')]).not.toHaveProperty('ownerSince');
    expect(outcome.state.team.reps[rid('lisa')]?.open).toEqual({});
  });

  test('takes back only the owner of an edit that changed more', () => {
    const both = answered(board, { owner: 'lisa', title: 'Renamed' });
    const { state } = given(both.state).when(undoTicked(both.only('taskChanged')));
    expect(state.tasks[tid('t1')]?.fields).toMatchObject({ owner: rid('wang'), title: 'Renamed' });
  });

  test('brings back a row that had gone, as it was', () => {
    const gone = given(board).when(rowsRead([], { vanished: [tid('t1')] }));
    const outcome = given(gone.state).when(undoTicked(gone.only('taskArchived')));
    outcome.thenKinds('rowRestored', 'taskRestored', 'undoCellCleared');
    expect(outcome.state.tasks[tid('t1')]).toEqual(board.tasks[tid('t1')]);
    expect(outcome.state.team.reps[rid('wang')]?.open).toEqual({ 'medium/easy': 1 });
  });

  test('takes a copied row away', () => {
    const row = cellsOfTask(board.tasks[tid('t1')]!, board);
    const copied = given(board).when(rowsRead([row, row]));
    const outcome = given(copied.state).when(undoTicked(copied.only('taskAdded')));
    outcome.thenKinds('taskArchived', 'undoCellCleared');
    expect(outcome.only('taskArchived').cause).toBe('undo');
    expect(outcome.state.team.reps[rid('wang')]?.open).toEqual({ 'medium/easy': 1 });
  });

  test('refuses, and says so, when things have moved on', () => {
    const again = answered(moved.state, { owner: null }, 't1', 'moved-on');
    const afterMove = given(again.state).when(undoTicked(moved.only('taskChanged')));
    afterMove.then([{ type: 'undoCellCleared', auditId: 'audit-row-1', done: false }]);

    const won = answered(moved.state, { stage: '赢单' }, 't1', 'won');
    given(won.state)
      .when(undoTicked(moved.only('taskChanged')))
      .thenKinds('undoCellCleared');

    const gone = given(board).when(rowsRead([], { vanished: [tid('t1')] }));
    const back = given(gone.state).when(undoTicked(gone.only('taskArchived')));
    given(back.state)
      .when(undoTicked(gone.only('taskArchived'), { event: 'twice' }))
      .then([{ type: 'undoCellCleared', auditId: 'audit-row-1', done: false }]);
  });

  test('refuses what cannot be undone', () => {
    const added = given(board).when(rowsRead([{ customer: 'New', owner: 'lisa' }]));
    given(added.state)
      .when(undoTicked(added.only('taskAdded')))
      .thenKinds('undoCellCleared');
    const { only } = given(board).when(teamWith(board, { [rid('lisa')]: { tier: '资深' } }));
    given(board)
      .when(undoTicked(only('repChanged')))
      .thenKinds('undoCellCleared');
  });
});
