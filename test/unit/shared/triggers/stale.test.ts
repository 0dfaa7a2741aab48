import { describe, expect, test } from 'vitest';
import { plusDays } from '../../../../shared/domain/day.ts';
import { UNOWNED } from '../../../../shared/domain/board-state.ts';
import { raiseLevel, staleDays, staleLight } from '../../../../shared/triggers/stale.ts';
import {
  aBoard,
  aPolicy,
  DAY_MS,
  NOW,
  rid,
  tid,
  TODAY,
  type TaskSpec,
} from '../../../support/board-builder.ts';
import { cellsOfTask, rowsRead, sweep } from '../../../support/board-events.ts';
import { given } from '../../../support/given.ts';

const policy = aPolicy();
const entry = (spec: TaskSpec = {}) =>
  aBoard({ reps: { lisa: {} }, tasks: { t1: { owner: 'lisa', ...spec } } }).books[rid('lisa')]![tid('t1')]!;

describe('light and raise by days without progress', () => {
  test.each([
    [0, 'green', 0],
    [4, 'green', 0],
    [5, 'yellow', 0],
    [7, 'yellow', 0],
    [8, 'red', 7],
    [13, 'red', 7],
    [14, 'red', 14],
    [20, 'red', 14],
    [21, 'red', 21],
    [700, 'red', 700],
  ])('day %i is %s, raised at %i', (days, light, raised) => {
    expect(staleLight(entry(), days, policy)).toBe(light);
    expect(raiseLevel(entry(), days, policy)).toBe(raised);
  });

  test('closed tasks are green and raised never', () => {
    expect(staleLight(entry({ stage: 'won' }), 99, policy)).toBe('green');
    expect(raiseLevel(entry({ stage: 'lost' }), 99, policy)).toBe(0);
  });

  test('a type of task may have a limit of its own, and yellow never comes after red', () => {
    const own = aPolicy({ stale: { redDaysByType: { strategic: 14, volume: 3 } } });
    const strategic = entry({ value: 'high', difficulty: 'hard' });
    expect([13, 14, 15].map((days) => staleLight(strategic, days, own))).toEqual(['yellow', 'yellow', 'red']);
    expect([2, 3, 4].map((days) => staleLight(entry(), days, own))).toEqual(['green', 'yellow', 'red']);
    expect(raiseLevel(strategic, 22, own)).toBe(21);
  });

  test('in working days a week end does not count, nor does a holiday', () => {
    const working = aPolicy({ stale: { count: 'working', holidays: [plusDays(TODAY, -3)] } });
    expect(staleDays(plusDays(TODAY, -10), TODAY, working)).toBe(5);
    expect(staleDays(plusDays(TODAY, 3), TODAY, working)).toBe(0);
    expect(staleDays(plusDays(TODAY, 3), TODAY, policy)).toBe(0);
  });
});

describe('a sweep', () => {
  const board = aBoard({
    reps: { lisa: {} },
    tasks: {
      fresh: { owner: 'lisa' },
      old: { owner: 'lisa', idle: 8 },
      nobodys: { idle: 9, difficulty: 'hard' },
    },
  });

  test('turns lights and raises what has turned red, once', () => {
    const { state, of } = given(board).when(sweep());
    expect(
      of('lightTurned').map(({ entry: one, from, days }) => [one.taskId, from, one.light, days]),
    ).toEqual([
      [tid('nobodys'), 'green', 'red', 9],
      [tid('old'), 'green', 'red', 8],
    ]);
    // Nobody is to be blamed for a task that nobody owns.
    expect(of('staleRaised').map(({ entry: one, days }) => [one.taskId, days])).toEqual([[tid('old'), 8]]);
    given(state)
      .when(sweep({ event: 'again' }))
      .then([]);
    expect(state.books[UNOWNED]![tid('nobodys')]!.raisedDays).toBe(0);
  });

  test('raises again after another week, and only once after a long silence', () => {
    let state = given(board).when(sweep()).state;
    const raisedAfter = (days: number) => {
      const outcome = given(state).when(sweep({ at: NOW + days * DAY_MS, event: `day-${days}` }));
      state = outcome.state;
      return outcome
        .of('staleRaised')
        .flatMap(({ entry: one }) => (one.taskId === tid('old') ? [one.raisedDays] : []));
    };
    expect([5, 6, 7, 12, 13, 100].map(raisedAfter)).toEqual([[], [14], [], [], [21], [105]]);
  });
});

describe('the timer', () => {
  const board = aBoard({
    reps: { lisa: {}, wang: {} },
    tasks: { t1: { owner: 'lisa', idle: 20, light: 'red', raisedDays: 14, nextStep: 'call' } },
  });
  const task = board.tasks[tid('t1')]!;
  const edited = (typed: Parameters<typeof cellsOfTask>[2]) =>
    given(board).when(rowsRead([cellsOfTask(task, board, typed)]));

  test.each<[string, Parameters<typeof cellsOfTask>[2]]>([
    ['a change of stage', { stage: '谈判' }],
    ['a new next step', { nextStep: 'visit' }],
    ['a new date of progress', { lastProgress: '2026-11-23' }],
    ['a new owner', { owner: 'wang' }],
  ])('starts afresh with %s', (_name, typed) => {
    const { entry: after } = edited(typed).only('taskChanged');
    expect(after).toMatchObject({ progressOn: TODAY, light: 'green', raisedDays: 0 });
  });

  test('goes by the date a person gives, when the date is all they change', () => {
    const { entry: after } = edited({ lastProgress: '2026-11-17' }).only('taskChanged');
    expect(after).toMatchObject({ progressOn: '2026-11-17', light: 'yellow' });
  });

  test.each<[string, Parameters<typeof cellsOfTask>[2]]>([
    ['a corrected customer name', { customer: 'Acme Ltd' }],
    ['another value', { value: '低' }],
    ['an amount', { amount: 100 }],
  ])('does not move for %s', (_name, typed) => {
    const { entry: after } = edited(typed).only('taskChanged');
    expect(after).toMatchObject({ progressOn: task.progressOn, light: 'red', raisedDays: 14 });
  });

  test('an edit that changes nothing is no progress: the same value in another spelling', () => {
    edited({ value: 'Medium', difficulty: '易', owner: ' LISA ' }).then([]);
  });
});
