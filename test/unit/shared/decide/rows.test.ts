import { describe, expect, test } from 'vitest';
import { NOTED_KEPT } from '../../../../shared/decide/evolve.ts';
import { aBoard, rid, tid } from '../../../support/board-builder.ts';
import { cellsOfTask, freshIds, rowsRead, type Cells } from '../../../support/board-events.ts';
import { given } from '../../../support/given.ts';

const board = aBoard({ reps: { lisa: {} }, tasks: { t1: { owner: 'lisa' }, t2: { owner: 'lisa' } } });
const rowOf = (key: string, typed: Cells = {}): Cells => cellsOfTask(board.tasks[tid(key)]!, board, typed);
const [fresh = ''] = freshIds(1);

describe('which task a row is', () => {
  test('a row without an id is a new task and is given one', () => {
    const outcome = given(board).when(rowsRead([{ customer: 'New', owner: 'lisa' }]));
    expect(outcome.effects[0]).toEqual({ type: 'idGiven', tab: 'tasks', row: 2, id: fresh });
    expect(outcome.only('taskAdded')).not.toHaveProperty('copyOf');
  });

  test('a row that was moved is the task it was', () => {
    given(board)
      .when(rowsRead([{ row: 77, cells: rowOf('t1') }]))
      .then([]);
  });

  test('of a row copied over another place, the one outside the edit keeps the id', () => {
    const elsewhere = [{ row: 40, id: tid('t1') }];
    const outcome = given(board).when(rowsRead([{ row: 3, cells: rowOf('t1') }], { elsewhere }));
    expect(outcome.only('taskAdded')).toMatchObject({
      copyOf: tid('t1'),
      task: { id: fresh, createdBy: 'copy' },
    });
    expect(outcome.only('idGiven').row).toBe(3);
  });

  test('of two copies inside the edit the upper one keeps the id', () => {
    const rows = [
      { row: 9, cells: rowOf('t1', { title: 'lower' }) },
      { row: 5, cells: rowOf('t1') },
    ];
    const outcome = given(board).when(rowsRead(rows));
    expect(outcome.only('idGiven').row).toBe(9);
    expect(outcome.only('taskAdded').task.fields.title).toBe('lower');
  });

  test('three rows of one id are the task and two copies', () => {
    const rows = [rowOf('t1'), rowOf('t1'), rowOf('t1')];
    const outcome = given(board).when(rowsRead(rows));
    expect(outcome.of('taskAdded').map(({ copyOf }) => copyOf)).toEqual([tid('t1'), tid('t1')]);
    expect(outcome.of('idGiven').map(({ row }) => row)).toEqual([3, 4]);
  });

  test.each(['42', 'customer 7', '#REF!', 'UPPERCASE123'])(
    'what is no id of ours, %j, is replaced by one',
    (id) => {
      expect(
        given(board)
          .when(rowsRead([{ ...rowOf('t1'), id }]))
          .only('idGiven').id,
      ).toBe(fresh);
    },
  );

  test('an id of ours that is not known yet is kept: the row was written, the store never heard of it', () => {
    const outcome = given(board).when(rowsRead([{ ...rowOf('t1'), id: 'abcdefghijkl' }]));
    expect(outcome.of('idGiven')).toEqual([]);
    expect(outcome.only('taskAdded').task.id).toBe('abcdefghijkl');
  });

  test('blank rows are left alone, with and without an id', () => {
    given(board)
      .when(rowsRead([{ id: '' }, { id: 'abcdefghijkl', light: '🟢' }, { customer: '  ' }]))
      .then([]);
  });

  test('the same task in the same row twice in one reading is one task', () => {
    const row = { row: 5, cells: rowOf('t1', { title: 'renamed' }) };
    expect(
      given(board)
        .when(rowsRead([row]))
        .of('taskChanged'),
    ).toHaveLength(1);
  });
});

describe('a bad row', () => {
  test('is noted with every problem, and its last good state stays in force', () => {
    const outcome = given(board).when(
      rowsRead([rowOf('t1', { value: '很高', amount: 'lots', title: 'New title' })]),
    );
    outcome.thenKinds('rowRefused');
    expect(outcome.only('rowRefused').problems.map((problem) => problem.column)).toEqual(['value', 'amount']);
    expect(outcome.state.tasks).toEqual(board.tasks);
  });

  test('is noted once; when read again nothing is said', () => {
    const bad = rowsRead([rowOf('t1', { value: '很高' })]);
    given(given(board).when(bad).state).when(bad).then([]);
  });

  test('beyond a thousand noted rows is refused without a note, until others have been put right', () => {
    const noted = Object.fromEntries(Array.from({ length: NOTED_KEPT }, (_, n) => [`r${n}`, ['value|x']]));
    const full = { ...board, team: { ...board.team, noted } };
    const bad = rowsRead([rowOf('t1', { value: '很高' })]);
    given(full).when(bad).then([]);
    const { r0: _righted, ...rest } = noted;
    given({ ...full, team: { ...full.team, noted: rest } })
      .when(bad)
      .thenKinds('rowRefused');
    const changed = { ...full, team: { ...full.team, noted: { ...rest, [tid('t1')]: ['value|old'] } } };
    given(changed).when(bad).thenKinds('notesCleared', 'rowRefused');
  });

  test('loses its notes when it is put right, and the edit takes effect', () => {
    const { state } = given(board).when(rowsRead([rowOf('t1', { value: '很高', amount: 'lots' })]));
    const outcome = given(state).when(rowsRead([rowOf('t1', { title: 'New title' })]));
    outcome.thenKinds('notesCleared', 'taskChanged');
    expect(outcome.only('notesCleared').columns).toEqual(['value', 'amount']);
    expect(outcome.state.team.noted).toEqual({});
  });

  test('with other problems than before has its notes written anew', () => {
    const { state } = given(board).when(rowsRead([rowOf('t1', { value: '很高' })]));
    given(state)
      .when(rowsRead([rowOf('t1', { amount: 'lots' })]))
      .thenKinds('notesCleared', 'rowRefused');
  });

  test('that is new gets an id, so that its note can be found again, and is no task yet', () => {
    const outcome = given(board).when(rowsRead([{ customer: 'New', owner: 'Nobody Known' }]));
    outcome.thenKinds('idGiven', 'rowRefused');
    expect(outcome.state.tasks[fresh]).toBeUndefined();
  });

  test('that never became a task and is emptied loses its notes', () => {
    const { state } = given(board).when(rowsRead([{ customer: 'New', owner: 'Nobody Known' }]));
    const emptied = given(state).when(rowsRead([{ id: fresh }], { freshFrom: 5 }));
    emptied.thenKinds('notesCleared');
    expect(emptied.state.team.noted).toEqual({});
  });

  test('does not keep the rows beside it from being read', () => {
    const outcome = given(board).when(
      rowsRead([rowOf('t1', { value: '很高' }), rowOf('t2', { title: 'Good' })]),
    );
    expect(outcome.only('taskChanged').task.fields.title).toBe('Good');
  });
});

describe('a row that has gone', () => {
  test('is archived, frees the load, ends its suggestion and its notes', () => {
    const noted = given(board).when(rowsRead([rowOf('t1', { value: '很高' })])).state;
    const outcome = given(noted).when(rowsRead([], { vanished: [tid('t1')], event: 'event-2' }));
    outcome.thenKinds('notesCleared', 'taskArchived');
    expect(outcome.state.tasks[tid('t1')]?.status).toBe('archived');
    expect(outcome.state.team.reps[rid('lisa')]?.open).toEqual({ 'medium/easy': 1 });
    expect(outcome.state.team.noted).toEqual({});
  });

  test('and comes back is the task it was', () => {
    const gone = given(board).when(rowsRead([], { vanished: [tid('t1')] })).state;
    const back = given(gone).when(rowsRead([rowOf('t1')], { event: 'event-2' }));
    back.thenKinds('taskRestored');
    expect(back.state.tasks[tid('t1')]).toMatchObject({
      status: 'open',
      createdAt: board.tasks[tid('t1')]!.createdAt,
    });
  });

  test('that nobody knows is nothing to do', () => {
    given(board)
      .when(rowsRead([], { vanished: ['zzzzzzzzzzzz'] }))
      .then([]);
  });
});

test('an import takes rows in without asking anybody; what a CRM knows proposes the rating', () => {
  const outcome = given(board).when(
    rowsRead([{ customer: 'Acme', title: 'Big deal' }], {
      origin: 'import',
      signals: { 2: { listPrice: 26_768, customerEmployees: 9000 } },
    }),
  );
  outcome.thenKinds('idGiven', 'taskAdded');
  expect(outcome.only('taskAdded').task.rating).toEqual({
    value: 'high',
    difficulty: 'hard',
    proposed: ['value', 'difficulty'],
  });
  expect(outcome.state.team.auditSeq).toBe(0);
});
