import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../functions/app.ts';
import { createFirestoreStore } from '../../../functions/adapters/firestore-store.ts';
import { runEdits } from '../../../functions/pipeline/run-edits.ts';
import type { Ports } from '../../../functions/pipeline/ports.ts';
import type { Board } from '../../../shared/ports/board.ts';
import { columnIndex } from '../../../shared/sheet/layout.ts';
import {
  editOf,
  expectUnbrokenAudit,
  startBoard,
  tasksSheet,
  type Look,
  type Row,
  type RunningBoard,
} from './running-board.ts';

/** Counts what goes over the wire to the sheet. */
const counting = (board: Board) => {
  const calls = { reads: 0, writes: 0 };
  const counted: Board = {
    read: (...given) => {
      calls.reads += 1;
      return board.read(...given);
    },
    write: (team, plan, ...rest) => {
      if (plan.cells.length + plan.notes.length + plan.appends.length > 0) calls.writes += 1;
      return board.write(team, plan, ...rest);
    },
    setUp: (...given) => board.setUp(...given),
  };
  return { board: counted, calls };
};

describe('events that come twice, late, or all at once', () => {
  let board: RunningBoard;
  let before: Look;
  let mails: number;
  const quiet = (look: Look): readonly Row[] =>
    look
      .rows('tasks')
      .filter((row) => row['suggestedOwner'] === null && row['owner'] !== null && row['points'] !== 0);
  const placeOf = async (id: string) => (await board.look()).place('tasks', id);

  beforeAll(async () => {
    board = await startBoard();
  }, 60_000);
  afterAll(() => board.close());
  beforeEach(async () => {
    before = await board.look();
    mails = (await board.mails()).length;
  });

  it('the same event again changes nothing, appends nothing and sends nothing', async () => {
    const story = String(before.find('tasks', 'customer', '云岭骨科医院')['id']);
    await board.writeUnseen('tasks', story, { value: '高' });
    const edit = editOf(board.team, 'event-sent-twice', await placeOf(story));
    expect(await board.running.app.edit(edit)).toMatchObject({ kind: 'done', told: 'told' });
    const once = await board.look();
    expect(once.byId('tasks', story)).toMatchObject({ suggestedOwner: 'Lisa' });
    const state = await board.ports.store.team(board.team);
    const sent = (await board.mails()).length;
    // One to the supervisor, one to the owner who is asked.
    expect(sent).toBe(mails + 2);

    for (let round = 0; round < 3; round += 1) await board.running.app.edit(edit);
    const again = await board.look();
    for (const tab of ['tasks', 'team', 'audit', 'suggestions', 'workload', 'dashboard'] as const)
      expect(again.rows(tab)).toEqual(once.rows(tab));
    expect(await board.ports.store.team(board.team)).toEqual(state);
    expect(await board.mails()).toHaveLength(sent);
  });

  it('an event processed before, whose row has changed since, is recognised and its row is left to its own event', async () => {
    const [row] = quiet(before);
    const id = String(row?.['id']);
    await board.writeUnseen('tasks', id, { value: row?.['value'] === '高' ? '低' : '高' });
    const edit = editOf(board.team, 'event-with-late-twin', await placeOf(id));
    await board.running.app.edit(edit);
    const once = await board.look();
    await board.writeUnseen('tasks', id, { amount: 777 });
    expect(await board.running.app.edit(edit)).toEqual({ kind: 'duplicate' });
    expect((await board.look()).rows('audit')).toEqual(once.rows('audit'));
    await board.running.post('onReconcile', { spreadsheetId: board.team });
    const stored = await board.ports.store.load(board.team, { tasks: [id as never], books: [] });
    expect(stored?.tasks[id]?.fields.amount).toBe(777);
  });

  it('events in the wrong order end where the sheet stands', async () => {
    const [row] = quiet(before);
    const id = String(row?.['id']);
    const place = await placeOf(id);
    await board.writeUnseen('tasks', id, { amount: 1 });
    const first = editOf(board.team, 'event-order-first', place);
    await board.writeUnseen('tasks', id, { amount: 2 });
    const second = editOf(board.team, 'event-order-second', place);
    await board.running.app.edit(second);
    await board.running.app.edit(first);
    const stored = await board.ports.store.load(board.team, { tasks: [id as never], books: [] });
    expect(stored?.tasks[id]?.fields.amount).toBe(2);
    expect((await board.look()).byId('tasks', id)).toMatchObject({ amount: 2 });
    expectUnbrokenAudit(await board.look());
  });

  it('thirty edits at once cost a few calls, lose no update and leave no gap in the audit', async () => {
    const { board: counted, calls } = counting(board.ports.board);
    const ports: Ports = { ...board.ports, board: counted };
    const rows = quiet(before).slice(0, 30);
    expect(rows).toHaveLength(30);
    const places = rows.map(({ id }) => before.place('tasks', String(id)));
    for (const [index, { id, value }] of rows.entries())
      await board.writeUnseen('tasks', String(id), {
        amount: 1000 + index,
        value: value === '低' ? '中' : '低',
      });

    const app = createApp({ ...board.running.app, ports });
    const outcomes = await Promise.all(
      places.map((place, index) => app.edit(editOf(board.team, `event-burst-${index}`, place))),
    );
    expect(outcomes.every((outcome) => outcome.kind === 'done' && outcome.told === 'told')).toBe(true);
    // The first goes alone, the 29 that arrive meanwhile go together.
    expect(calls).toEqual({ reads: 2, writes: 2 });
    const ids = rows.map(({ id }) => String(id));
    const stored = await board.ports.store.load(board.team, { tasks: ids as never[], books: [] });
    expect(ids.map((id) => stored?.tasks[id]?.fields.amount)).toEqual(
      rows.map((_row, index) => 1000 + index),
    );
    const after = await board.look();
    expectUnbrokenAudit(after);
    const changed = after
      .rows('audit')
      .slice(before.rows('audit').length)
      .filter(({ what }) => what === '客户价值变化');
    expect(changed).toHaveLength(30);
  });

  it('thirty edits by a person through the add-on end the same way', async () => {
    const rows = quiet(before).slice(0, 30);
    const places = rows.map(({ id }) => before.place('tasks', String(id)));
    for (const [index, place] of places.entries())
      await board.typeAt('tasks', place, { nextStep: `第 ${index} 步` });
    await board.settled();
    const ids = rows.map(({ id }) => String(id));
    const stored = await board.ports.store.load(board.team, { tasks: ids as never[], books: [] });
    expect(ids.map((id) => stored?.tasks[id]?.fields.nextStep)).toEqual(
      rows.map((_row, index) => `第 ${index} 步`),
    );
    expectUnbrokenAudit(await board.look());
  });

  it('two edits of one new row at once make one task', async () => {
    const place = Math.max(...before.rows('tasks').map(({ id }) => before.place('tasks', String(id)))) + 1;
    const cells = ['customer', 'title'].map((key) => ({
      row: place,
      column: columnIndex('tasks', key),
      input: `新行 ${key}`,
    }));
    const person = { email: 'you@peineng.example', clientId: 'test' };
    for (const cell of cells)
      await board.running.sheets.act(
        board.team,
        { kind: 'setCells', sheetId: tasksSheet, cells: [cell] },
        person,
      );
    await Promise.all(
      [0, 1].map((nth) => board.running.app.edit(editOf(board.team, `event-new-row-${nth}`, place))),
    );
    await board.settled();
    const after = await board.look();
    const fresh = after.rows('tasks').filter(({ customer }) => customer === '新行 customer');
    expect(fresh).toHaveLength(1);
    expect(
      after.rows('audit').filter(({ customer, what }) => customer === '新行 customer' && what === '新增任务'),
    ).toHaveLength(1);
    const books =
      (await board.ports.store.load(board.team, { tasks: [], books: [], allBooks: true }))?.books ?? {};
    const named = Object.values(books)
      .flatMap((book) => Object.values(book))
      .filter(({ customer }) => customer === '新行 customer');
    expect(named).toHaveLength(1);
  });

  it('two instances at work on the same team agree, whoever comes first', async () => {
    const rows = quiet(before).slice(0, 12);

    const store = () => createFirestoreStore(board.running.firestore);
    const instances = [0, 1, 2].map(() =>
      createApp({ ...board.running.app, ports: { ...board.ports, store: store() } }),
    );
    for (const [index, { id }] of rows.entries())
      await board.writeUnseen('tasks', String(id), { amount: 50 + index });
    const places = rows.map(({ id }) => before.place('tasks', String(id)));
    await Promise.all(
      places.map(async (place, index) =>
        instances[index % 3]?.edit(editOf(board.team, `event-rival-${index}`, place)),
      ),
    );
    const ids = rows.map(({ id }) => String(id));
    const stored = await board.ports.store.load(board.team, { tasks: ids as never[], books: [] });
    expect(ids.map((id) => stored?.tasks[id]?.fields.amount)).toEqual(rows.map((_row, index) => 50 + index));
    expect(await board.ports.store.undelivered(board.team, 10)).toEqual([]);
    const numbers = (await board.look()).rows('audit').map(({ number }) => Number(number));
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers.map((_number, index) => index + 1));
  });

  it('a batch of edits tells its outcome to each of them', async () => {
    const [row] = quiet(before);
    const place = before.place('tasks', String(row?.['id']));
    await board.writeUnseen('tasks', String(row?.['id']), { amount: 31_337 });
    const edits = [
      editOf(board.team, 'event-batch-first', place),
      editOf(board.team, 'event-batch-nothing', place),
      {
        ...editOf(board.team, 'event-batch-header', 0),
        range: { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 },
      },
      editOf(board.team, 'event-batch-first', place),
    ];
    expect(await runEdits(board.ports, board.team, edits)).toEqual([
      { kind: 'done', effects: 1, told: 'told' },
      { kind: 'done', effects: 0, told: 'told' },
      { kind: 'ignored' },
      { kind: 'done', effects: 0, told: 'told' },
    ]);
  });
});
