import { describe, expect, test } from 'vitest';
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
import { cellsOfTask, rowsRead, sweep, teamWith, type Cells } from '../../../support/board-events.ts';
import { given } from '../../../support/given.ts';

const deal: Cells = { customer: 'Acme', title: 'Renewal', value: '中', difficulty: '易' };
const full = (owner: string, prefix = owner) =>
  tasksLike(4, { owner, value: 'high', difficulty: 'hard' }, prefix);

describe('a new task', () => {
  const team = { reps: { lisa: { tier: 'newcomer' }, wang: { tier: 'senior' } } } as const;

  test('without an owner gets a suggestion, with its receipt', () => {
    const outcome = given(aBoard(team)).when(rowsRead([deal]));
    outcome.thenKinds('idGiven', 'taskAdded', 'suggestionMade');
    const { pending, receipt } = outcome.only('suggestionMade');
    expect(pending).toMatchObject({ to: rid('lisa'), cause: 'NEW_TASK', receipt: receipt.id });
    expect(receipt).toMatchObject({ cause: 'NEW_TASK', policyVersion: 1, id: 'event-1#1' });
    expect(receipt.runnerUp?.name).toBe('wang');
  });

  test('that a rep enters under their own name stays with them and costs them no turn', () => {
    const board = aBoard(team);
    const outcome = given(board).when(rowsRead([{ ...deal, owner: 'wang' }]));
    outcome.thenKinds('idGiven', 'taskAdded');
    expect(outcome.state.team.reps[rid('wang')]).toMatchObject({
      open: { 'medium/easy': 1 },
      lastAssignedAt: 0,
    });
  });

  test('for a hard deal of low value nobody is suggested: the supervisor decides', () => {
    given(aBoard(team))
      .when(rowsRead([{ ...deal, value: '低', difficulty: '难' }]))
      .thenKinds('idGiven', 'taskAdded');
  });

  const assigning = { suggest: { newTasks: 'assign' } } as const;

  test('is given at once where the rules say so', () => {
    const board = aBoard({
      reps: { lisa: {} },
      tasks: tasksLike(4, { owner: 'lisa', value: 'high' }),
      policy: assigning,
    });
    const outcome = given(board).when(rowsRead([deal]));
    outcome.thenKinds(
      'idGiven',
      'taskAdded',
      'suggestionMade',
      'suggestionEnded',
      'taskChanged',
      'ownerCellSet',
    );
    expect(outcome.only('taskChanged')).toMatchObject({ cause: 'assigned', receipt: 'event-1#1' });
    expect(outcome.only('ownerCellSet').to).toBe(rid('lisa'));
  });

  test('is never given over a limit without asking: it stays a suggestion until there is room', () => {
    const board = aBoard({
      reps: { lisa: {} },
      tasks: tasksLike(5, { owner: 'lisa', value: 'high' }),
      policy: assigning,
    });
    const outcome = given(board).when(rowsRead([deal]));
    outcome.thenKinds('idGiven', 'taskAdded', 'suggestionMade');
    given(outcome.state)
      .when(sweep({ event: 'still full' }))
      .then([]);
    const row = cellsOfTask(outcome.state.tasks[tid('fill0')]!, outcome.state, { stage: '赢单' });
    const { state } = given(outcome.state).when(rowsRead([row], { event: 'won' }));
    expect(given(state).when(sweep()).only('taskChanged').cause).toBe('assigned');
  });

  test('is suggested to whoever stays within the limits before whoever fits better but would not', () => {
    const board = aBoard({
      reps: { best: { tier: 'newcomer', tags: { industry: ['IVD'] } }, other: { tier: 'senior' } },
      tasks: tasksLike(5, { owner: 'best', value: 'high' }),
      policy: { weights: { headroom: 0 } },
    });
    const ask = (state: typeof board) =>
      given(state)
        .when(rowsRead([{ ...deal, industry: 'IVD' }]))
        .only('suggestionMade').receipt;
    const receipt = ask(board);
    expect(receipt.chosen.name).toBe('other');
    expect(receipt.excluded).toEqual([{ rep: rid('best'), name: 'best', rule: 'WOULD_EXCEED' }]);
    const alone = aBoard({
      reps: { best: { tier: 'newcomer' } },
      tasks: tasksLike(5, { owner: 'best', value: 'high' }),
    });
    expect(ask(alone).chosen.name).toBe('best');
    const lighter = aBoard({
      reps: { best: { tier: 'newcomer', tags: { industry: ['IVD'] } }, other: { tier: 'senior' } },
      tasks: tasksLike(4, { owner: 'best', value: 'high' }),
      policy: { weights: { headroom: 0 } },
    });
    // 8 of 10 points and 1.5 more: from 8.5 on the other one goes before.
    expect(ask(lighter)).toMatchObject({
      chosen: { name: 'best' },
      turningPoint: { code: 'LOAD_OF_CHOSEN', rep: 'best', above: 8.5, then: 'other' },
    });
  });

  test('typed by hand with nothing but a customer is placed like any other', () => {
    expect(
      given(aBoard(team))
        .when(rowsRead([{ customer: 'Acme' }]))
        .of('suggestionMade'),
    ).toHaveLength(1);
  });
});

describe('when nobody has room', () => {
  const board = aBoard({
    reps: { boss: { role: 'supervisor' }, lisa: { paused: true }, wang: { paused: true } },
    tasks: { ...full('lisa'), ...full('wang'), small: { owner: 'wang', value: 'low' } },
  });

  test('the task waits and the supervisor is told who is nearest to having room', () => {
    const outcome = given(board).when(rowsRead([deal]));
    outcome.thenKinds('idGiven', 'taskAdded', 'taskQueued', 'nobodyFree');
    expect(outcome.only('nobodyFree').nearest).toEqual({
      rep: rid('lisa'),
      name: 'lisa',
      load: 12,
      resumeAt: 9,
      keyTasks: 4,
      keyLimit: 8,
    });
    expect(outcome.state.team.waiting).toHaveLength(1);
  });

  test('the supervisor is told once, however many tasks come to wait', () => {
    const first = given(board).when(rowsRead([deal, { ...deal, title: 'Second' }]));
    expect(first.of('taskQueued')).toHaveLength(2);
    expect(first.of('nobodyFree')).toHaveLength(1);
    const later = given(first.state).when(
      rowsRead([{ row: 9, cells: deal }], { event: 'later', freshFrom: 50 }),
    );
    expect(later.of('taskQueued')).toHaveLength(1);
    expect(later.of('nobodyFree')).toHaveLength(0);
  });

  test('on a team without reps there is nobody to be nearest', () => {
    const lone = aBoard({ reps: { boss: { role: 'supervisor' } } });
    expect(
      given(lone)
        .when(rowsRead([deal]))
        .only('nobodyFree').nearest,
    ).toBeNull();
  });

  test('paused means paused: no suggestion falls back to whoever is there', () => {
    expect(
      given(board)
        .when(rowsRead([deal]))
        .of('suggestionMade'),
    ).toEqual([]);
  });
});

describe('when capacity appears', () => {
  const waiting: BoardSpec = {
    reps: { lisa: { paused: true } },
    tasks: {
      ...full('lisa'),
      younger: { waitingSince: NOW - 1 * DAY_MS },
      older: { waitingSince: NOW - 2 * DAY_MS, value: 'low' },
    },
    team: { nobodyFreeSince: NOW - 2 * DAY_MS },
  };

  test('the queue is offered oldest first, the moment a deal is closed', () => {
    const board = aBoard(waiting);
    const won = cellsOfTask(board.tasks[tid('lisa0')]!, board, { stage: '赢单' });
    const outcome = given(board).when(rowsRead([won]));
    outcome.thenKinds(
      'taskChanged',
      'repResumed',
      'suggestionMade',
      'taskDequeued',
      'suggestionMade',
      'taskDequeued',
    );
    expect(outcome.of('taskDequeued').map(({ entry }) => entry.taskId)).toEqual([
      tid('older'),
      tid('younger'),
    ]);
    expect(outcome.of('suggestionMade')[0]?.pending.cause).toBe('CAPACITY_FREED');
    // 9 + 0.5 + 1.5 is above the limit again: nobody has room left, so there is nothing new to tell.
    expect(outcome.state.team.nobodyFreeSince).toBeDefined();
  });

  test('whoever waits goes before a task that loses its owner in the same edit', () => {
    const board = aBoard(waiting);
    const freed = cellsOfTask(board.tasks[tid('lisa0')]!, board, {
      owner: null,
      value: '中',
      difficulty: '易',
    });
    const outcome = given(board).when(rowsRead([freed]));
    expect(outcome.of('suggestionMade').map(({ pending }) => pending.taskId)).toEqual([
      tid('older'),
      tid('younger'),
    ]);
    expect(outcome.state.team.waiting.map((entry) => entry.taskId)).toEqual([tid('lisa0')]);
  });

  test('the queue is offered to a rep who joins, and to one who comes back', () => {
    const away = aBoard({
      reps: { lisa: { availability: 'leave' } },
      tasks: { t1: { waitingSince: NOW - 1 } },
      team: { nobodyFreeSince: NOW - 1 },
    });
    const back = given(away).when(teamWith(away, { [rid('lisa')]: { availability: '在岗' } }));
    back.thenKinds('repChanged', 'suggestionMade', 'taskDequeued', 'capacityReturned');
    const onTheDay = aBoard({
      reps: {
        lisa: {
          availability: 'leave',
          backOn: '2026-11-24' as never,
          away: { since: TODAY, until: '2026-11-24' as never },
        },
      },
      tasks: { t1: { waitingSince: NOW - 1 } },
    });
    given(onTheDay).when(sweep()).then([]);
    given(onTheDay)
      .when(sweep({ at: NOW + DAY_MS }))
      .thenKinds('leaveEnded', 'suggestionMade', 'taskDequeued');
  });

  test('the supervisor can be told anew once somebody has had room, even if the queue was emptied by hand', () => {
    const board = aBoard({ reps: { lisa: {} }, team: { nobodyFreeSince: NOW - 1 } });
    const outcome = given(board).when(rowsRead([{ ...deal, owner: 'lisa' }]));
    expect(outcome.only('capacityReturned').rep).toBe(rid('lisa'));
    expect(outcome.state.team.nobodyFreeSince).toBeUndefined();
  });

  test('a waiting task that becomes selective leaves the queue, and comes back to it when it is not', () => {
    const board = aBoard(waiting);
    const task = board.tasks[tid('older')]!;
    const hard = given(board).when(rowsRead([cellsOfTask(task, board, { difficulty: '难' })]));
    expect(hard.state.team.waiting.map((entry) => entry.taskId)).toEqual([tid('younger')]);
    const easy = given(hard.state).when(rowsRead([cellsOfTask(task, board)], { event: 'back' }));
    expect(easy.state.team.waiting.map((entry) => entry.taskId)).toEqual([tid('younger'), tid('older')]);
  });

  test('a light that turns while a task waits stays turned when the task is offered', () => {
    const board = aBoard({ reps: { lisa: {} }, tasks: { t1: { waitingSince: NOW - 1, idle: 9 } } });
    const outcome = given(board).when(sweep());
    outcome.thenKinds('lightTurned', 'suggestionMade', 'taskDequeued');
    expect(outcome.only('taskDequeued').entry.light).toBe('red');
  });
});
