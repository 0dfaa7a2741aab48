import { describe, expect, test } from 'vitest';
import type { Day } from '../../../../shared/domain/day.ts';
import type { RepFields } from '../../../../shared/domain/rep.ts';
import { exclusion, heldWithout } from '../../../../shared/scoring/candidates.ts';
import { isAway } from '../../../../shared/scoring/absence.ts';
import { newWorkLimit, rampEnds, rampOf } from '../../../../shared/scoring/ramp.ts';
import { leaveLines } from '../../../../shared/outbox/leave-lines.ts';
import { repCells } from '../../../../shared/outbox/rep-cells.ts';
import { aBoard, DAY_MS, NOW, rid, tasksLike, tid, TODAY } from '../../../support/board-builder.ts';
import { cellsOfTask, rowsRead, sweep, teamWith } from '../../../support/board-events.ts';
import { given } from '../../../support/given.ts';

const day = (text: string): Day => text as Day;
const onLeave = (backOn?: string, leaveFrom?: string): Partial<RepFields> => ({
  availability: 'leave',
  ...(backOn === undefined ? {} : { backOn: day(backOn) }),
  ...(leaveFrom === undefined ? {} : { leaveFrom: day(leaveFrom) }),
});
const at = (days: number) => ({ at: NOW + days * DAY_MS, event: `event-day-${days}` });
/** Lisa accepts whatever is suggested for a task, by its row. */
const accept = (
  board: Parameters<typeof cellsOfTask>[1],
  key: string,
  when: { at?: number; event: string },
) => given(board).when(rowsRead([cellsOfTask(board.tasks[tid(key)]!, board, { action: '接受' })], when));

describe('a leave that begins', () => {
  // Red after 7 days; back on Saturday 28 November, so the last day away is the 27th.
  const tasks = {
    old: { owner: 'wang', idle: 4, value: 'high' },
    young: { owner: 'wang', idle: 3 },
    closed: { owner: 'wang', stage: 'won' },
  } as const;

  test('for a short one only what would be red before the return is suggested, the rest waits', () => {
    const board = aBoard({ reps: { wang: onLeave('2026-11-28'), lisa: {} }, tasks });
    const outcome = given(board).when(sweep());
    expect(outcome.of('suggestionMade').map(({ pending }) => pending.taskId)).toEqual([tid('old')]);
    expect(outcome.only('leaveBegan')).toMatchObject({
      since: TODAY,
      until: '2026-11-28',
      long: false,
      moving: 1,
      waiting: 1,
      waits: [{ taskId: tid('young') }],
    });
    given(outcome.state)
      .when(sweep({ event: 'again' }))
      .then([]);
  });

  test.each([['2026-12-04'], [undefined]])(
    'for a long one, or one without an end (%s), all open deals are suggested',
    (backOn) => {
      const board = aBoard({ reps: { wang: onLeave(backOn), lisa: {} }, tasks });
      const outcome = given(board).when(sweep());
      expect(outcome.only('leaveBegan')).toMatchObject({ long: true, moving: 2, waiting: 0 });
      expect(outcome.of('suggestionMade')).toHaveLength(2);
    },
  );

  test('ten days are short and eleven are long, by the setting', () => {
    const long = (backOn: string) =>
      given(aBoard({ reps: { wang: onLeave(backOn) } }))
        .when(sweep())
        .only('leaveBegan').long;
    expect([long('2026-12-03'), long('2026-12-04')]).toEqual([false, true]);
  });

  test('planned for later, nothing happens until its day, in a sweep and by an edit alike', () => {
    const board = aBoard({ reps: { wang: onLeave(undefined, '2026-11-25'), lisa: {} }, tasks });
    expect(isAway(board.team.reps[rid('wang')]!, TODAY)).toBe(false);
    given(board).when(sweep()).then([]);
    expect(
      given(board)
        .when(sweep(at(2)))
        .only('leaveBegan').since,
    ).toBe('2026-11-25');
    const active = aBoard({ reps: { wang: {}, lisa: {} }, tasks });
    given(active)
      .when(teamWith(active, { [rid('wang')]: { availability: '休假', leaveFrom: '2026-11-25' } }))
      .thenKinds('repChanged');
  });

  test('made shorter, what now can wait is no longer suggested to others', () => {
    const board = aBoard({ reps: { wang: onLeave(), lisa: {} }, tasks });
    const { state } = given(board).when(sweep());
    const shorter = given(state).when(
      teamWith(state, { [rid('wang')]: { backOn: '2026-11-28' } }, { event: 'shorter' }),
    );
    expect(shorter.only('leaveBegan')).toMatchObject({ long: false, moving: 1, waiting: 1, since: TODAY });
    expect(shorter.of('suggestionEnded').map(({ pending, how }) => [pending.taskId, how])).toEqual([
      [tid('young'), 'withdrawn'],
    ]);
  });

  test('a first day back before the leave begins is noted, with what would be accepted', () => {
    const board = aBoard({ reps: { wang: {} } });
    const typed = { availability: '休假', leaveFrom: '2026-11-25', backOn: '2026-11-25' };
    const outcome = given(board).when(teamWith(board, { [rid('wang')]: typed }));
    expect(outcome.only('rowRefused').problems).toEqual([
      { column: 'backOn', given: '2026-11-25', problem: { code: 'NOT_AFTER_START' } },
    ]);
  });
});

describe('a deal that is lent', () => {
  const board = aBoard({
    reps: { wang: onLeave('2026-12-21'), lisa: {}, zoe: {} },
    tasks: { t1: { owner: 'wang' } },
  });
  const away = given(board).when(sweep()).state;
  const lent = accept(away, 't1', { event: 'accepted' }).state;

  test('remembers whose it was, and counts there', () => {
    expect(lent.tasks[tid('t1')]?.lentBy).toBe(rid('wang'));
    expect(lent.team.reps[rid('wang')]?.lent).toBe(1);
  });

  test('stays lent when it is passed on during the leave, and is no loan once it is moved on after it', () => {
    const typed = (state: typeof lent, owner: string, days: number) => {
      const row = rowsRead([cellsOfTask(state.tasks[tid('t1')]!, state, { owner })], at(days));
      return given(state).when(row).state;
    };
    expect(typed(lent, 'zoe', 1).tasks[tid('t1')]?.lentBy).toBe(rid('wang'));
    const back = given(lent).when(sweep(at(28))).state;
    const on = typed(back, 'zoe', 29);
    expect(on.tasks[tid('t1')]?.lentBy).toBeUndefined();
    expect(on.team.reps[rid('wang')]?.lent).toBeUndefined();
    expect(typed(lent, 'wang', 1).tasks[tid('t1')]?.lentBy).toBeUndefined();
  });

  test('is offered back on the return when nobody has worked on it, within the ramp, and once', () => {
    const back = given(lent).when(sweep(at(28)));
    expect(back.only('leaveEnded')).toMatchObject({ on: '2026-12-21', rampDays: 5, lent: 1 });
    const { pending, receipt } = back.only('suggestionMade');
    expect(pending).toMatchObject({ to: rid('wang'), cause: 'LEAVE_OVER', taskId: tid('t1') });
    const knows = receipt.chosen.parts.find(({ factor }) => factor === 'continuity');
    expect(knows).toMatchObject({ value: 1, reason: { code: 'KNOWN_BEFORE_LEAVE' } });
    given(back.state)
      .when(sweep({ ...at(28), event: 'again' }))
      .then([]);
    const again = accept(back.state, 't1', { ...at(28), event: 'returned' }).state;
    expect(again.tasks[tid('t1')]).toMatchObject({ fields: { owner: rid('wang') } });
    expect(again.tasks[tid('t1')]?.lentBy).toBeUndefined();
    expect(again.team.reps[rid('wang')]?.lent).toBeUndefined();
  });

  test('stays where it is when it is being worked on, unless whoever covers it is overloaded', () => {
    const row = cellsOfTask(lent.tasks[tid('t1')]!, lent, { nextStep: 'visit' });
    const worked = given(lent).when(rowsRead([row], at(3))).state;
    const back = given(worked).when(sweep(at(28)));
    expect(back.of('suggestionMade')).toEqual([]);
    const alone = given(worked).when(teamWith(worked, { [rid('zoe')]: 'gone' }, at(3))).state;
    const cover = worked.tasks[tid('t1')]!.fields.owner!;
    const deals = Array.from({ length: 4 }, (_, index) => ({
      customer: `c${index}`,
      title: 'x',
      value: '高',
      difficulty: '难',
      owner: worked.team.reps[cover]!.fields.name,
    }));
    const full = given(alone).when(rowsRead(deals, at(4))).state;
    const relieved = given(full).when(sweep(at(28)));
    expect(
      relieved.of('suggestionMade').map(({ pending }) => [pending.taskId, pending.cause, pending.to]),
    ).toContainEqual([tid('t1'), 'LEAVE_OVER', rid('wang')]);
  });

  test('kept by whoever covers it, it is theirs and not asked for again', () => {
    const back = given(lent).when(sweep(at(28))).state;
    const row = cellsOfTask(back.tasks[tid('t1')]!, back, { action: '保留' });
    const kept = given(back).when(rowsRead([row], { ...at(28), event: 'kept' })).state;
    expect(kept.tasks[tid('t1')]?.lentBy).toBeUndefined();
    expect(
      given(kept)
        .when(sweep(at(60)))
        .of('suggestionMade'),
    ).toEqual([]);
  });

  test('comes back three at a time, whatever the number', () => {
    const many = aBoard({
      reps: { wang: onLeave('2026-12-21'), lisa: {} },
      tasks: tasksLike(8, { owner: 'wang', value: 'low' }),
    });
    let state = given(many).when(sweep()).state;
    for (const id of Object.keys(state.team.pending))
      state = given(state).when(
        rowsRead([cellsOfTask(state.tasks[id]!, state, { action: '接受' })], { event: `a-${id}` }),
      ).state;
    expect(state.team.reps[rid('wang')]?.lent).toBe(8);
    const back = given(state).when(sweep(at(28)));
    expect(back.of('suggestionMade')).toHaveLength(3);
  });
});

describe('the ramp after a leave', () => {
  // Monday 23 November is the first day back of two weeks.
  const reps = { wang: { back: { on: TODAY, rampDays: 5 } }, lisa: {} } as const;
  const rep = aBoard({ reps }).team.reps[rid('wang')]!;
  const { policy } = aBoard().team;

  test.each([
    ['2026-11-23', 5],
    ['2026-11-24', 6],
    ['2026-11-27', 9],
    // A weekend is no step: Saturday and Sunday stand where Friday stood.
    ['2026-11-28', 9],
    ['2026-11-30', 10],
  ])('on %s new work goes up to %d of 10 points', (on, limit) => {
    expect(newWorkLimit(rep, policy, day(on))).toBe(limit);
  });

  test('ends on the day that is named, and a setting of 0 days has none', () => {
    expect(rampEnds(rep, policy, TODAY)).toBe('2026-11-30');
    expect(rampOf({ ...rep, back: { on: TODAY, rampDays: 0 } }, policy, TODAY)).toBeNull();
  });

  test('takes no longer than the leave did', () => {
    const away = { ...onLeave('2026-11-24'), away: { since: TODAY, until: day('2026-11-24') } };
    const outcome = given(aBoard({ reps: { wang: away } })).when(sweep(at(1)));
    expect(outcome.only('leaveEnded').rampDays).toBe(1);
  });

  test('keeps whoever is above it out of the choice, by a rule of its own, and others before them', () => {
    const board = aBoard({
      reps: { wang: { tier: 'senior', back: { on: TODAY, rampDays: 5 } }, lisa: {} },
      tasks: tasksLike(2, { owner: 'wang', value: 'high', difficulty: 'hard' }),
    });
    const deal = { customer: 'New', title: 'Deal', value: '高', difficulty: '难' };
    const { receipt } = given(board)
      .when(rowsRead([deal]))
      .only('suggestionMade');
    expect(receipt.chosen.name).toBe('lisa');
    expect(receipt.excluded).toContainEqual({ rep: rid('wang'), name: 'wang', rule: 'RAMPING' });
    const wang = board.team.reps[rid('wang')]!;
    const held = heldWithout(board.team, wang, null, null);
    expect(exclusion(wang, held, board.team, day('2026-11-30'))).toBeNull();
  });

  test('gives nothing at once that would go over it, though nobody else is there', () => {
    const board = aBoard({
      reps: { wang: { back: { on: TODAY, rampDays: 5 } } },
      tasks: tasksLike(2, { owner: 'wang', value: 'high' }),
      policy: { suggest: { newTasks: 'assign' } },
    });
    const deal = { customer: 'New', title: 'Deal', value: '高', difficulty: '难' };
    const outcome = given(board).when(rowsRead([deal]));
    expect(outcome.of('suggestionMade')).toHaveLength(1);
    expect(outcome.of('taskChanged')).toEqual([]);
  });

  test('pauses nobody for what they hold already', () => {
    const board = aBoard({ reps, tasks: tasksLike(4, { owner: 'wang', value: 'high' }) });
    given(board).when(sweep()).then([]);
  });
});

describe('what people are told of a leave', () => {
  const board = aBoard({
    reps: { wang: onLeave('2026-11-28'), lisa: {} },
    tasks: { old: { owner: 'wang', idle: 6 }, young: { owner: 'wang' } },
  });
  const { state, effects } = given(board).when(sweep());

  test('the supervisor reads what moves, to whom, and what waits', () => {
    const mail = leaveLines(effects, state, () => true, 'en');
    expect(mail?.subject).toBe('wang is on leave until 2026-11-28: 1 deal needs somebody');
    expect(mail?.lines[0]?.below).toEqual([
      'To move: 1 that would turn red before the return',
      'customer of old · deal old → lisa suggested',
      'To wait for the return: 1',
      'customer of young · deal young',
    ]);
    expect(leaveLines(effects, state, () => false, 'en')).toBeNull();
  });

  test('the Team tab says what is lent, what the ramp allows, and that a leave lies ahead', () => {
    const status = (rep: Parameters<typeof repCells>[0]) => repCells(rep, state.team, TODAY)['status'];
    const lisa = state.team.reps[rid('lisa')]!;
    expect(status({ ...lisa, back: { on: TODAY, rampDays: 5 } })).toBe(
      '还有 5 分余量；返岗第 1 个工作日：新任务上限 5，2026-11-30 恢复 10',
    );
    const planned = { ...lisa.fields, availability: 'leave', leaveFrom: day('2026-12-01') } as const;
    expect(status({ ...lisa, fields: planned, lent: 2 })).toBe(
      '还有 10 分余量；2026-12-01 起休假；2 个任务由同事代管',
    );
  });
});
