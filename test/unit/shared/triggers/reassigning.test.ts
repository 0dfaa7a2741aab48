import { describe, expect, test } from 'vitest';
import { isAway } from '../../../../shared/scoring/absence.ts';
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

const edited = (spec: BoardSpec, key: string, typed: Cells) => {
  const board = aBoard(spec);
  return given(board).when(rowsRead([cellsOfTask(board.tasks[tid(key)]!, board, typed)]));
};

describe('a value that goes up', () => {
  const team = {
    reps: { owner: { tier: 'newcomer' }, expert: { tier: 'senior' } },
    tasks: { t1: { owner: 'owner', difficulty: 'hard' } },
  } as const satisfies BoardSpec;

  test.each(['中', '低'])(
    'from %s to 高 asks the owner to hand over to whoever fits clearly better',
    (from) => {
      const value = from === '低' ? ('low' as const) : ('medium' as const);
      const outcome = edited({ ...team, tasks: { t1: { ...team.tasks.t1, value } } }, 't1', { value: '高' });
      outcome.thenKinds('taskChanged', 'suggestionMade');
      const { pending, receipt } = outcome.only('suggestionMade');
      expect(pending).toMatchObject({ from: rid('owner'), to: rid('expert'), cause: 'VALUE_UP' });
      expect(receipt.incumbent?.name).toBe('owner');
    },
  );

  // expert − owner: 0.30·(1 − 0.1) for tier, − 0.10 for continuity = 0.17.
  test.each([
    [0.17, 1],
    [0.171, 0],
    [0, 1],
  ])('with a margin of %d makes %i suggestion(s)', (margin, count) => {
    const outcome = edited({ ...team, policy: { suggest: { margin } } }, 't1', { value: '高' });
    expect(outcome.of('suggestionMade')).toHaveLength(count);
  });

  test('does not ask while the owner wants to be left in peace', () => {
    const quiet = { ...team, tasks: { t1: { ...team.tasks.t1, quietUntil: '2026-11-24' as typeof TODAY } } };
    expect(edited(quiet, 't1', { value: '高' }).of('suggestionMade')).toEqual([]);
    const over = { ...team, tasks: { t1: { ...team.tasks.t1, quietUntil: TODAY } } };
    expect(edited(over, 't1', { value: '高' }).of('suggestionMade')).toHaveLength(1);
  });

  test('downwards asks nobody, unless the rules say so', () => {
    const high: BoardSpec = {
      reps: { owner: { tier: 'senior' }, young: { tier: 'newcomer' } },
      tasks: { t1: { owner: 'owner', value: 'high' } },
    };
    expect(edited(high, 't1', { value: '低' }).of('suggestionMade')).toEqual([]);
    const asked = edited({ ...high, policy: { suggest: { onDowngrade: true } } }, 't1', { value: '低' });
    expect(asked.only('suggestionMade').pending.to).toBe(rid('young'));
  });

  test('withdraws the suggestion that was made for the task as it was', () => {
    const first = edited(team, 't1', { value: '高' });
    const task = first.state.tasks[tid('t1')]!;
    const back = given(first.state).when(
      rowsRead([cellsOfTask(task, first.state, { value: '低', difficulty: '易' })], { event: 'event-2' }),
    );
    expect(back.only('suggestionEnded').how).toBe('withdrawn');
    expect(back.state.team.pending).toEqual({});
  });
});

describe('overload', () => {
  const desk: BoardSpec = {
    reps: { wang: { tier: 'senior' }, lisa: { tier: 'senior' } },
    tasks: {
      ...tasksLike(3, { owner: 'wang', value: 'high', difficulty: 'hard' }),
      last: { owner: 'wang', value: 'low' },
    },
  };

  test('pauses, and suggests what to move so that the load is back at the resume line', () => {
    const outcome = edited(desk, 'last', { value: '高', difficulty: '难' });
    outcome.thenKinds('taskChanged', 'repPaused', 'suggestionMade');
    expect(outcome.only('repPaused')).toMatchObject({ rep: rid('wang'), load: 12, keyTasks: 4 });
    expect(outcome.only('suggestionMade').pending).toMatchObject({
      from: rid('wang'),
      to: rid('lisa'),
      cause: 'OVERLOAD',
    });
  });

  test('never relieves somebody by overloading the next one', () => {
    const full: BoardSpec = {
      reps: { wang: { tier: 'senior' }, lisa: { tier: 'senior' } },
      tasks: {
        ...desk.tasks,
        ...Object.fromEntries(
          [1, 2, 3].map((n) => [`lisa${n}`, { owner: 'lisa', value: 'high', difficulty: 'hard' }] as const),
        ),
      },
    };
    const outcome = edited(full, 'last', { value: '高', difficulty: '难' });
    expect(outcome.of('repPaused')).toHaveLength(1);
    expect(outcome.of('suggestionMade')).toEqual([]);
  });

  test('offers at most three at once, and further ones only when those are answered', () => {
    const heavy = aBoard({
      reps: { wang: {}, a: {}, b: {}, c: {} },
      tasks: tasksLike(14, { owner: 'wang' }),
    });
    const first = given(heavy).when(sweep());
    expect(first.of('suggestionMade')).toHaveLength(3);
    given(first.state)
      .when(sweep({ event: 'again' }))
      .then([]);
    const [answered] = Object.values(first.state.team.pending);
    const task = first.state.tasks[answered!.taskId]!;
    const kept = given(first.state).when(
      rowsRead([cellsOfTask(task, first.state, { action: '保留' })], { event: 'kept' }),
    );
    expect(
      given(kept.state)
        .when(sweep({ event: 'third' }))
        .of('suggestionMade'),
    ).toHaveLength(1);
  });

  test('closing a deal above the resume line changes nothing; at the line one may work again', () => {
    const board = aBoard({
      reps: { wang: { paused: true } },
      tasks: { ...tasksLike(19, { owner: 'wang', value: 'low' }), t1: { owner: 'wang', value: 'low' } },
      team: {},
    });
    const close = (state: typeof board, key: string, event: string) =>
      given(state).when(rowsRead([cellsOfTask(state.tasks[tid(key)]!, state, { stage: '输单' })], { event }));
    const at95 = close(board, 't1', 'one');
    at95.thenKinds('taskChanged');
    close(at95.state, 'fill0', 'two').thenKinds('taskChanged', 'repResumed');
  });

  test('a person may give a task to somebody over the limit: allowed, warned and audited', () => {
    const board = aBoard({ ...desk, tasks: { ...desk.tasks, more: {} } });
    const assigned = given(board).when(
      rowsRead([
        cellsOfTask(board.tasks[tid('more')]!, board, { owner: 'wang', value: '高', difficulty: '难' }),
      ]),
    );
    expect(assigned.only('overLimit')).toMatchObject({ rep: rid('wang'), taskId: tid('more'), load: 12.5 });
    expect(assigned.state.tasks[tid('more')]?.fields.owner).toBe(rid('wang'));
    expect(assigned.state.team.auditSeq).toBeGreaterThan(1);
  });

  test('too many key tasks are warned of like too many points', () => {
    const light: BoardSpec = {
      reps: { wang: {} },
      tasks: { ...tasksLike(8, { owner: 'wang', value: 'high' }), more: { value: 'high' } },
      policy: { points: { growth: 1 } },
    };
    const outcome = edited(light, 'more', { owner: 'wang' });
    expect(outcome.only('overLimit').load).toBe(9);
    expect(outcome.only('repPaused').keyTasks).toBe(9);
  });

  test('a supervisor is never paused', () => {
    const boss: BoardSpec = {
      reps: { boss: { role: 'supervisor' } },
      tasks: tasksLike(5, { owner: 'boss', value: 'high', difficulty: 'hard' }),
    };
    given(aBoard(boss)).when(sweep()).then([]);
  });
});

describe('an owner who is away', () => {
  const spec: BoardSpec = {
    reps: { wang: {}, lisa: {} },
    tasks: {
      asmall: { owner: 'wang', value: 'low' },
      zbig: { owner: 'wang', value: 'high' },
      done: { owner: 'wang', stage: 'won' },
    },
  };

  test.each<[string, Cells | 'gone']>([
    ['on leave', { availability: '休假' }],
    ['gone by their row', 'gone'],
    ['gone by their status', { availability: '离职' }],
  ])(
    '%s: each open task gets a suggestion, heaviest first, and stays theirs until somebody takes it',
    (_name, row) => {
      const board = aBoard(spec);
      const outcome = given(board).when(teamWith(board, { [rid('wang')]: row }));
      expect(outcome.of('suggestionMade').map(({ pending }) => [pending.taskId, pending.cause])).toEqual([
        [tid('zbig'), 'OWNER_AWAY'],
        [tid('asmall'), 'OWNER_AWAY'],
      ]);
      expect(outcome.state.tasks[tid('zbig')]?.fields.owner).toBe(rid('wang'));
      expect(isAway(outcome.state.team.reps[rid('wang')]!, TODAY)).toBe(true);
    },
  );

  test('two who leave together are not suggested to each other', () => {
    const board = aBoard({
      ...spec,
      reps: { ...spec.reps, zoe: {} },
      tasks: { ...spec.tasks, z: { owner: 'zoe' } },
    });
    const outcome = given(board).when(teamWith(board, { [rid('wang')]: 'gone', [rid('zoe')]: 'gone' }));
    expect(outcome.of('suggestionMade').map(({ pending }) => pending.to)).toEqual(Array(3).fill(rid('lisa')));
    expect(outcome.of('suggestionEnded')).toEqual([]);
  });

  test('on the day they are back their tasks are left alone, and what was suggested is taken back', () => {
    const away = aBoard({
      ...spec,
      reps: { lisa: {}, wang: { availability: 'leave', backOn: '2026-12-24' as typeof TODAY } },
    });
    const first = given(away).when(sweep());
    expect(first.of('suggestionMade')).toHaveLength(2);
    given(first.state)
      .when(sweep({ at: NOW + 31 * DAY_MS }))
      .thenKinds(
        'lightTurned',
        'staleRaised',
        'lightTurned',
        'staleRaised',
        'leaveEnded',
        'suggestionEnded',
        'suggestionEnded',
      );
  });

  test('whoever was suggested and goes away is replaced', () => {
    const board = aBoard({ reps: { lisa: {}, wang: {} }, tasks: { t1: {} } });
    const first = given(board).when(sweep());
    expect(first.only('suggestionMade').pending.to).toBe(rid('lisa'));
    const second = given(first.state).when(
      teamWith(first.state, { [rid('lisa')]: { availability: '休假' } }, { event: 'e2' }),
    );
    second.thenKinds('repChanged', 'leaveBegan', 'suggestionEnded', 'suggestionMade');
    expect(second.only('suggestionEnded').how).toBe('withdrawn');
    const third = given(second.state).when(
      teamWith(second.state, { [rid('wang')]: { role: '主管' } }, { event: 'e3' }),
    );
    third.thenKinds('repChanged', 'suggestionEnded', 'taskQueued', 'nobodyFree');
  });
});
