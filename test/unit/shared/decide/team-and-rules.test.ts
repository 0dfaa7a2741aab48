import { describe, expect, test } from 'vitest';
import { SETTINGS } from '../../../../shared/contract/settings.ts';
import { aBoard, NOW, rid, tasksLike, tid } from '../../../support/board-builder.ts';
import {
  cellsOfRep,
  cellsOfTask,
  freshIds,
  rowsRead,
  rulesRead,
  teamRead,
  teamWith,
} from '../../../support/board-events.ts';
import { given } from '../../../support/given.ts';

describe('the Team tab', () => {
  const board = aBoard({
    reps: { lisa: { name: 'Lisa', lastAssignedAt: NOW - 5 }, wang: { name: '老王' } },
    tasks: { t1: { owner: 'lisa' } },
  });
  const [fresh = ''] = freshIds(1, 500);

  test('read as it stands changes nothing', () => {
    given(board).when(teamWith(board, {})).then([]);
  });

  test('a new row is a new rep, eligible from the first moment', () => {
    const rows = [
      ...Object.values(board.team.reps).map((rep) => cellsOfRep(rep)),
      { name: 'Zoë', tier: '资深' },
    ];
    const outcome = given(board).when(teamRead(rows));
    outcome.thenKinds('idGiven', 'repChanged');
    expect(outcome.state.team.reps[fresh]).toMatchObject({
      fields: { name: 'Zoë', tier: 'senior' },
      open: {},
      paused: false,
    });
  });

  test('a rename keeps the history, and owner cells that say the old name are still understood', () => {
    const { state } = given(board).when(teamWith(board, { [rid('lisa')]: { name: 'Lisa Wong' } }));
    expect(state.team.reps[rid('lisa')]).toMatchObject({
      formerNames: ['Lisa'],
      open: { 'medium/easy': 1 },
      lastAssignedAt: NOW - 5,
    });
    const row = cellsOfTask(board.tasks[tid('t1')]!, board);
    expect(row['owner']).toBe('Lisa');
    given(state)
      .when(rowsRead([row]))
      .then([]);
  });

  test('only the last five former names are understood', () => {
    let state = board;
    for (let n = 1; n <= 7; n += 1)
      state = given(state).when(
        teamWith(state, { [rid('lisa')]: { name: `Lisa ${n}` } }, { event: `e${n}` }),
      ).state;
    expect(state.team.reps[rid('lisa')]?.formerNames).toEqual([
      'Lisa 2',
      'Lisa 3',
      'Lisa 4',
      'Lisa 5',
      'Lisa 6',
    ]);
  });

  test('two may swap names in one edit', () => {
    const outcome = given(board).when(
      teamWith(board, { [rid('lisa')]: { name: '老王' }, [rid('wang')]: { name: 'Lisa' } }),
    );
    outcome.thenKinds('repChanged', 'repChanged');
    expect(outcome.state.team.reps[rid('lisa')]?.fields.name).toBe('老王');
  });

  test('a name that somebody has is refused, wherever the row stands and however it is spelt', () => {
    const known = Object.values(board.team.reps).map((rep) => cellsOfRep(rep));
    const above = given(board).when(teamRead([{ name: ' ＬＩＳＡ ' }, ...known]));
    above.thenKinds('idGiven', 'rowRefused');
    expect(above.only('rowRefused')).toMatchObject({
      id: fresh,
      problems: [{ column: 'name', problem: { code: 'NAME_TAKEN' } }],
    });
    const renamed = given(board).when(teamWith(board, { [rid('wang')]: { name: 'Lisa' } }));
    renamed.thenKinds('rowRefused');
    expect(renamed.state.team.reps[rid('wang')]?.fields.name).toBe('老王');
  });

  test('a refused new row keeps the id it was given', () => {
    const known = Object.values(board.team.reps).map((rep) => cellsOfRep(rep));
    const { state } = given(board).when(teamRead([...known, { name: 'Zoë', email: 'nobody' }]));
    given(state)
      .when(teamRead([...known, { id: fresh, name: 'Zoë', email: 'nobody' }], { event: 'again' }))
      .then([]);
    const fixed = given(state).when(teamRead([...known, { id: fresh, name: 'Zoë' }], { event: 'fixed' }));
    fixed.thenKinds('notesCleared', 'repChanged');
  });

  test('a copied row is refused until it gets a name of its own', () => {
    const known = Object.values(board.team.reps).map((rep) => cellsOfRep(rep));
    const outcome = given(board).when(teamRead([...known, known[0]!]));
    outcome.thenKinds('idGiven', 'rowRefused');
  });

  test('a bad cell leaves the last good state in force', () => {
    const outcome = given(board).when(teamWith(board, { [rid('lisa')]: { tier: 'guru', role: '主管' } }));
    outcome.thenKinds('rowRefused');
    expect(outcome.state.team.reps).toEqual(board.team.reps);
  });

  test('a row that has gone means the rep has left; when it comes back so do they, with their history', () => {
    const gone = given(board).when(teamWith(board, { [rid('lisa')]: 'gone' })).state;
    expect(gone.team.reps[rid('lisa')]?.fields.availability).toBe('left');
    given(gone)
      .when(teamRead([cellsOfRep(board.team.reps[rid('wang')]!)], { event: 'again' }))
      .then([]);
    const rows = Object.values(board.team.reps).map((rep) => cellsOfRep(rep));
    const back = given(gone).when(teamRead(rows, { event: 'back' })).state;
    expect(back.team.reps[rid('lisa')]).toEqual(board.team.reps[rid('lisa')]);
  });

  test('somebody hired under the name of one who left takes over nothing', () => {
    const gone = given(board).when(teamWith(board, { [rid('lisa')]: 'gone' })).state;
    const rows = [cellsOfRep(board.team.reps[rid('wang')]!), { name: 'Lisa' }];
    const hired = given(gone).when(teamRead(rows, { event: 'hired' })).state;
    given(hired)
      .when(rowsRead([cellsOfTask(board.tasks[tid('t1')]!, board)], { event: 'read' }))
      .then([]);
    const assigned = given(hired).when(rowsRead([{ customer: 'New', owner: 'Lisa' }], { event: 'new' }));
    expect(assigned.only('taskAdded').task.fields.owner).toBe(fresh);
  });

  test('a supervisor who becomes a rep is paused if their desk is overfull', () => {
    const boss = aBoard({
      reps: { boss: { role: 'supervisor' } },
      tasks: tasksLike(4, { owner: 'boss', value: 'high', difficulty: 'hard' }),
    });
    given(boss)
      .when(teamWith(boss, { [rid('boss')]: { role: '销售' } }))
      .thenKinds('repChanged', 'repPaused');
  });
});

describe('the Rules tab', () => {
  const rule = (name: keyof typeof SETTINGS, raw: unknown) => ({ key: SETTINGS[name].key, raw });
  const board = aBoard({ reps: { lisa: {} }, tasks: tasksLike(5, { owner: 'lisa', value: 'high' }) });

  test('good rules come into force at once, under the next version', () => {
    const outcome = given(board).when(rulesRead([rule('loadLimit', '9'), rule('resumeAt', 8)]));
    outcome.thenKinds('policyChanged', 'repPaused');
    expect(outcome.only('policyChanged').version).toBe(2);
    expect(outcome.state.team).toMatchObject({
      policyVersion: 2,
      policy: { load: { limit: 9, resumeAt: 8 } },
    });
  });

  test('rules that say what is in force already change nothing', () => {
    given(board)
      .when(rulesRead([rule('loadLimit', '10')]))
      .then([]);
  });

  test('rules read back from a store, with their keys in another order, are the same rules', () => {
    const reversed = (value: unknown): unknown =>
      typeof value !== 'object' || value === null || Array.isArray(value)
        ? value
        : Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, inner]) => [key, reversed(inner)]),
          );
    const stored = {
      ...board,
      team: { ...board.team, policy: reversed(board.team.policy) as typeof board.team.policy },
    };
    given(stored).when(rulesRead([])).then([]);
  });

  test('with any problem the last good rules stay, and every problem is named', () => {
    const outcome = given(board).when(
      rulesRead([
        rule('loadLimit', 'ten'),
        rule('margin', 2),
        rule('keyLimit', 5),
        { key: 'lod.limit', raw: 1 },
      ]),
    );
    outcome.thenKinds('policyRefused');
    expect(outcome.only('policyRefused').problems.map((problem) => problem.code)).toEqual([
      'NOT_ACCEPTED',
      'NOT_ACCEPTED',
      'UNKNOWN_RULE',
    ]);
    expect(outcome.state.team).toMatchObject({
      policy: board.team.policy,
      policyVersion: 1,
      rulesProblems: 3,
    });
  });

  test('once put right, the problems are gone and the version has not moved for nothing', () => {
    const refused = given(board).when(rulesRead([rule('loadLimit', 'ten')])).state;
    const { state } = given(refused).when(rulesRead([rule('loadLimit', 10)], { event: 'again' }));
    expect(state.team).toMatchObject({ rulesProblems: 0, policyVersion: 1 });
    const changed = given(refused).when(rulesRead([rule('loadLimit', 12)], { event: 'again' }));
    expect(changed.state.team).toMatchObject({ rulesProblems: 0, policyVersion: 2 });
  });

  test('a decision records the version of the rules it was made under', () => {
    const { state } = given(board).when(rulesRead([rule('loadLimit', 20)]));
    const made = given(state).when(
      rowsRead([{ customer: 'New', value: '中', difficulty: '易' }], { event: 'new' }),
    );
    expect(made.only('suggestionMade').receipt.policyVersion).toBe(2);
  });
});
