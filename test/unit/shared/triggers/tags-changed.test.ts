import { describe, expect, test } from 'vitest';
import type { Day } from '../../../../shared/domain/day.ts';
import { eventId } from '../../../../shared/domain/ids.ts';
import { proofOfDeal } from '../../../../shared/tags/proof-of.ts';
import { rebuildTally } from '../../../../shared/tags/proof-tally.ts';
import {
  aBoard,
  NOW,
  rid,
  TODAY,
  tasksLike,
  tid,
  type BoardSpec,
  type RepSpec,
  type TaskSpec,
} from '../../../support/board-builder.ts';
import { cellsOfTask, rowsRead, sweep, teamWith } from '../../../support/board-events.ts';
import { given } from '../../../support/given.ts';

/** Industry weighs half, so that one tag alone makes a clear difference. */
const weights = {
  tier: 15,
  industry: 50,
  style: 0,
  rhythm: 0,
  tools: 0,
  headroom: 25,
  continuity: 5,
  seat: 5,
};
const boardOf = (
  tasks: Readonly<Record<string, TaskSpec>>,
  reps: Readonly<Record<string, RepSpec>> = {},
  policy: BoardSpec['policy'] = {},
) =>
  aBoard({
    reps: { wang: { name: 'Wang' }, lisa: { name: 'Lisa' }, boss: { role: 'supervisor' }, ...reps },
    tasks,
    policy: { weights, load: { limit: 100, resumeAt: 90, keyLimit: 50 }, ...policy },
  });
const ivd: TaskSpec = { owner: 'wang', industry: 'IVD', value: 'low' };
const typed = (board: ReturnType<typeof boardOf>, industries = 'IVD') =>
  given(board).when(teamWith(board, { [rid('lisa')]: { industries } }));

describe('a tag typed for a rep', () => {
  test('wakes the decision for the tasks that ask for it: suggested to them, never moved', () => {
    const board = boardOf({ t1: ivd, t2: { ...ivd, industry: 'SaaS' } });
    const { state, only, of } = typed(board);
    expect(only('suggestionMade')).toMatchObject({
      pending: { taskId: tid('t1'), from: rid('wang'), to: rid('lisa'), cause: 'TAGS_CHANGED' },
      receipt: { cause: 'TAGS_CHANGED', chosen: { name: 'Lisa' }, incumbent: { name: 'Wang' } },
    });
    expect(of('taskChanged')).toEqual([]);
    expect(of('tagsReviewed').flatMap(({ reps }) => reps)).toEqual([rid('lisa')]);
    expect(state.team.retagged).toBeUndefined();
    given(state).when(teamWith(state, {})).then([]);
  });

  test('is no flood: three at once, the next when those are answered', () => {
    const board = boardOf(tasksLike(10, ivd));
    const { state, of } = typed(board);
    expect(of('suggestionMade')).toHaveLength(3);
    expect(given(state).when(sweep()).of('suggestionMade')).toEqual([]);
    const [{ pending } = { pending: null }] = of('suggestionMade');
    const row = cellsOfTask(state.tasks[pending!.taskId]!, state, { action: 'Keep' });
    const answered = given(state).when(rowsRead([row])).state;
    expect(given(answered).when(sweep()).of('suggestionMade')).toHaveLength(1);
  });

  test('suggests nothing that load and not the tag has brought about', () => {
    // Wang is so busy that Lisa fits clearly better for anything, tag or no tag.
    const busy = { load: { limit: 12, resumeAt: 11, keyLimit: 50 } };
    const board = boardOf({ t1: ivd, ...tasksLike(6, { owner: 'wang', industry: 'SaaS' }) }, {}, busy);
    const [before] = [board.team.reps[rid('lisa')]!];
    expect(before.open).toEqual({});
    expect(typed(board).of('suggestionMade')).toEqual([]);
  });

  test.each<[string, TaskSpec, BoardSpec['policy']]>([
    ['by less than the margin', ivd, { suggest: { margin: 0.4 } }],
    ['but the task is under keep', { ...ivd, quietUntil: '2026-11-30' as Day }, {}],
    ['but the owner brought the deal', { ...ivd, source: 'own' }, {}],
    ['but nobody is suggested for selective tasks', { ...ivd, value: 'medium', difficulty: 'hard' }, {}],
  ])('that makes them fit better %s leaves the task alone', (_why, task, policy) => {
    expect(typed(boardOf({ t1: task }, {}, policy)).of('suggestionMade')).toEqual([]);
  });

  test('beyond the transfer budget asks only the supervisor', () => {
    const board = boardOf({ t1: { ...ivd, customer: 'Acme' } });
    const moved = given(board).when(
      rowsRead([cellsOfTask(board.tasks[tid('t1')]!, board, { owner: 'boss' })]),
    ).state;
    const back = given(moved).when(
      rowsRead([cellsOfTask(moved.tasks[tid('t1')]!, moved, { owner: 'Wang' })], { event: 'event-2' }),
    ).state;
    expect(typed(back).only('suggestionMade').pending.needs).toBe('supervisor');
  });
});

describe('an unanswered suggestion', () => {
  const waiting = boardOf({ t1: ivd });
  const pending = typed(waiting).state;

  test('is withdrawn when the tag it was made for is taken back', () => {
    const row = { contested: 'IVD', answer: 'Drop tag' };
    const { only, state } = given(pending).when(teamWith(pending, { [rid('lisa')]: row }));
    expect(only('suggestionEnded').how).toBe('withdrawn');
    expect(state.team.pending).toEqual({});
  });

  test('is left alone while its tag is only contested and still carries it', () => {
    const wide = boardOf({ t1: ivd }, {}, { suggest: { margin: 0.05 } });
    const made = typed(wide).state;
    const { of } = given(made).when(teamWith(made, { [rid('lisa')]: { contested: 'IVD' } }));
    expect(of('suggestionEnded')).toEqual([]);
  });

  test('is replaced when somebody else now fits clearly better than whom it names', () => {
    const board = boardOf({}, { wang: { name: 'Wang', lastAssignedAt: 1 } });
    const added = given(board).when(
      rowsRead([
        { customer: 'Acme', title: 'New', industry: 'IVD', value: '低', difficulty: '易', stage: '跟进' },
      ]),
    );
    const { to, taskId } = added.only('suggestionMade').pending;
    const other = to === rid('lisa') ? rid('wang') : rid('lisa');
    const { of, only, state } = given(added.state).when(
      teamWith(added.state, { [other]: { industries: 'IVD' } }),
    );
    expect(only('suggestionEnded').how).toBe('replaced');
    expect(of('suggestionMade').map((one) => one.pending)).toMatchObject([{ taskId, to: other }]);
    expect(Object.keys(state.team.pending)).toHaveLength(1);
  });

  test('that was snoozed is left in peace', () => {
    const row = cellsOfTask(pending.tasks[tid('t1')]!, pending, { action: 'Snooze' });
    const snoozed = given(pending).when(rowsRead([row])).state;
    const { of } = given(snoozed).when(teamWith(snoozed, { [rid('lisa')]: { industries: null } }));
    expect(of('suggestionEnded')).toEqual([]);
  });
});

test('tags learnt anew wake the decision with the sweep that learns them', () => {
  const deals = (rep: string, won: number) =>
    Array.from({ length: 60 }, (_none, at) =>
      proofOfDeal({ rep: rid(rep), industry: 'IVD', won: at < won, closedOn: TODAY }),
    );
  const others = Object.fromEntries(
    ['a', 'b', 'c', 'd'].map((key) => [key, { availability: 'left' as const }]),
  );
  const board = boardOf({ t1: ivd, t2: { ...ivd, industry: 'SaaS' } }, others);
  const rows = [
    ...deals('lisa', 57),
    ...deals('wang', 12),
    ...['a', 'b', 'c', 'd'].flatMap((key) => deals(key, 36)),
  ];
  const proven = { ...board, team: { ...board.team, proof: { board: rebuildTally(rows) } } };
  const { of, only, state } = given(proven).when(sweep());
  expect(of('tagsLearnt')).toHaveLength(1);
  expect(only('suggestionMade').pending).toMatchObject({ taskId: tid('t1'), to: rid('lisa') });
  expect(state.team.retagged).toBeUndefined();
  given(state).when(sweep()).then([]);
});

test('a contest on the phone is looked at with the next sweep, whatever was learnt in between', () => {
  const pending = typed(boardOf({ t1: ivd })).state;
  const act = { do: 'contestTag', tag: 'IVD' } as const;
  const contested = given(pending).when({
    kind: 'act',
    id: eventId('event-act'),
    at: NOW,
    actor: 'lisa@example.com',
    rep: rid('lisa'),
    act,
  }).state;
  expect(Object.keys(contested.team.retagged ?? {})).toEqual([rid('lisa')]);
  const { state } = given(contested).when(sweep());
  expect(state.team.retagged).toBeUndefined();
});
