import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { columnIndex, TABS } from '../../../shared/sheet/layout.ts';
import {
  expectUnbrokenAudit,
  startBoard,
  tasksSheet,
  type Look,
  type Row,
  type RunningBoard,
} from './running-board.ts';

const PEOPLE = TABS.tasks.columns.filter(({ owner, key }) => owner === 'people' && key !== 'action');
const typed = (row: Row | undefined): Row =>
  Object.fromEntries(PEOPLE.map(({ key }) => [key, row?.[key] ?? null]));

describe('rows that come, go and move', () => {
  let board: RunningBoard;

  const newAudit = (before: Look, after: Look) => after.rows('audit').slice(before.rows('audit').length);
  const ids = (look: Look) => look.rows('tasks').map((row) => String(row['id']));
  const stored = async () => {
    const state = await board.ports.store.load(board.team, { tasks: [], books: [], allBooks: true });
    return Object.values(state?.books ?? {}).flatMap((book) => Object.keys(book));
  };
  /** A row of an owned, open deal about which nobody is asked. */
  const quietRow = (look: Look, skip = 0): Row =>
    look
      .rows('tasks')
      .filter((row) => row['suggestedOwner'] === null && row['owner'] !== null && row['points'] !== 0)[
      skip
    ] ?? {};
  const pasteRow = (model: Row, at: number) =>
    board.act({
      kind: 'setCells',
      sheetId: tasksSheet,
      cells: TABS.tasks.columns.map(({ key }, column) => ({ row: at, column, input: model[key] ?? null })),
    });
  const firstFree = (look: Look) =>
    Math.max(...look.rows('tasks').map((row) => look.place('tasks', String(row['id'])))) + 1;

  beforeAll(async () => {
    board = await startBoard();
  }, 60_000);
  afterAll(() => board.close());

  afterEach(async () => {
    const look = await board.look();
    expectUnbrokenAudit(look);
    // Whatever happened: every row has an id of its own, and the store knows exactly these tasks.
    expect(new Set(ids(look)).size).toBe(ids(look).length);
    const { noted = {} } = (await board.ports.store.team(board.team)) ?? {};
    const known = await stored();
    expect(ids(look).filter((id) => !known.includes(id) && noted[id] === undefined)).toEqual([]);
    expect(known.filter((id) => !ids(look).includes(id))).toEqual([]);
  });

  it('a deleted row is archived with an audit row, and one tick brings it back with all its fields', async () => {
    const before = await board.look();
    const row = quietRow(before);
    const id = String(row['id']);
    const load = before.find('team', 'name', row['owner'] ?? '')['load'];
    const start = before.place('tasks', id);
    const gone = await board.act({ kind: 'deleteRows', sheetId: tasksSheet, start, count: 1 });
    expect(gone.byId('tasks', id)).toBeUndefined();
    const [archived, ...others] = newAudit(before, gone);
    expect(others.filter(({ what }) => what === archived?.['what'])).toEqual([]);
    expect(archived).toMatchObject({ what: '行已删除，任务归档', customer: row['customer'], undo: false });
    expect(Number(gone.find('team', 'name', row['owner'] ?? '')['load'])).toBeLessThan(Number(load));

    const back = await board.type('audit', String(archived?.['id']), { undo: true });
    expect(typed(back.byId('tasks', id))).toEqual(typed(row));
    expect(back.byId('tasks', id)).toMatchObject({ points: row['points'], type: row['type'] });
    expect(back.find('team', 'name', row['owner'] ?? '')['load']).toBe(load);
  });

  it('a copied row becomes a task of its own and its model stays untouched', async () => {
    const before = await board.look();
    const model = quietRow(before, 1);
    const at = firstFree(before);
    const after = await pasteRow(model, at);
    const copy = after.rows('tasks').at(-1);
    expect(copy?.['id']).not.toBe(model['id']);
    expect(typed(copy)).toEqual(typed(model));
    expect(typed(after.byId('tasks', String(model['id'])))).toEqual(typed(model));
    const copied = newAudit(before, after).find(({ what }) => what === '复制的行成为新任务');
    expect(copied).toMatchObject({ customer: model['customer'], undo: false });

    const undone = await board.type('audit', String(copied?.['id']), { undo: true });
    expect(undone.rows('tasks')).toHaveLength(before.rows('tasks').length);
    expect(typed(undone.byId('tasks', String(model['id'])))).toEqual(typed(model));
  });

  it('a copied row is still a copy when it is pasted above its model', async () => {
    const before = await board.look();
    const model = quietRow(before, 2);
    const place = before.place('tasks', String(model['id']));
    await board.act({ kind: 'insertRows', sheetId: tasksSheet, start: 2, count: 1 });
    const after = await pasteRow(model, 2);
    expect(after.place('tasks', String(model['id']))).toBe(place + 1);
    expect(typed(after.rows('tasks')[0])).toEqual(typed(model));
    expect(after.rows('tasks')[0]?.['id']).not.toBe(model['id']);
  });

  it('a hundred copied rows become a hundred new tasks, and every model keeps its id and history', async () => {
    const before = await board.look();
    const models = before
      .rows('tasks')
      .filter(({ nextStep }) => !String(nextStep).startsWith('='))
      .slice(0, 100);
    const at = firstFree(before);
    const cells = models.flatMap((model, offset) =>
      TABS.tasks.columns.map(({ key }, column) => ({ row: at + offset, column, input: model[key] ?? null })),
    );
    const after = await board.act({ kind: 'setCells', sheetId: tasksSheet, cells });
    const [old, fresh] = [ids(after).slice(0, ids(before).length), ids(after).slice(ids(before).length)];
    expect(old).toEqual(ids(before));
    expect(fresh).toHaveLength(100);
    const audit = newAudit(before, after).map(({ what }) => what);
    expect(audit.filter((what) => what === '复制的行成为新任务')).toHaveLength(100);
    expect(audit).not.toContain('行已删除，任务归档');

    const start = after.place('tasks', String(fresh[0]));
    const cleared = await board.act({ kind: 'deleteRows', sheetId: tasksSheet, start, count: 100 });
    expect(ids(cleared)).toEqual(ids(before));
  });

  it('sorting changes nothing at all, whichever way', async () => {
    const before = await board.look();
    const revision = async () => (await board.ports.store.team(board.team))?.revision;
    const known = await revision();
    for (const [column, ascending] of [
      ['customer', true],
      ['amount', false],
      ['title', true],
    ] as const) {
      const range = {
        sheetId: tasksSheet,
        startRow: 2,
        endRow: firstFree(before),
        startColumn: 0,
        endColumn: 17,
      };
      const after = await board.act({
        kind: 'sortRange',
        range,
        by: [{ column: columnIndex('tasks', column), ascending }],
      });
      expect(after.rows('audit')).toHaveLength(before.rows('audit').length);
      const byId = (look: Look) =>
        [...look.rows('tasks')].sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));
      expect(byId(after)).toEqual(byId(before));
    }
    expect(await revision()).toBe(known);
  });

  it('rows moved by hand keep their tasks', async () => {
    const before = await board.look();
    const after = await board.act({ kind: 'moveRows', sheetId: tasksSheet, start: 4, count: 3, before: 20 });
    expect(after.rows('audit')).toHaveLength(before.rows('audit').length);
    expect([...ids(after)].sort()).toEqual([...ids(before)].sort());
    expect(ids(after)).not.toEqual(ids(before));
  });

  it('an edit after rows were inserted above lands on its own row', async () => {
    const before = await board.look();
    const row = quietRow(before, 3);
    await board.act({ kind: 'insertRows', sheetId: tasksSheet, start: 2, count: 3 });
    const after = await board.type('tasks', String(row['id']), { nextStep: '下移三行之后' });
    expect(after.byId('tasks', String(row['id']))).toMatchObject({
      nextStep: '下移三行之后',
      customer: row['customer'],
    });
    await board.act({ kind: 'deleteRows', sheetId: tasksSheet, start: 2, count: 3 });
  });

  it('an id wiped from its row is put back', async () => {
    const before = await board.look();
    const row = quietRow(before, 4);
    const place = before.place('tasks', String(row['id']));
    await board.typeAt('tasks', place, { id: null });
    await board.settled();
    const after = await board.look();
    expect(after.byId('tasks', String(row['id']))).toEqual(row);
    expect(after.rows('audit')).toHaveLength(before.rows('audit').length);
  });

  it.each(['hello', '0zzzzzzzzzzzz'])('an id typed over with %s is put back', async (text) => {
    const before = await board.look();
    const row = quietRow(before, 5);
    const place = before.place('tasks', String(row['id']));
    await board.typeAt('tasks', place, { id: text });
    await board.settled();
    const after = await board.look();
    expect(after.byId('tasks', String(row['id']))).toEqual(row);
    expect(after.rows('audit')).toHaveLength(before.rows('audit').length);
  });

  it('five hundred pasted rows become five hundred tasks', async () => {
    const before = await board.look();
    const at = firstFree(before);
    const cells = Array.from({ length: 500 }, (_none, index) => [
      { row: at + index, column: columnIndex('tasks', 'customer'), input: `粘贴客户 ${index}` },
      { row: at + index, column: columnIndex('tasks', 'title'), input: `项目 ${index}` },
      { row: at + index, column: columnIndex('tasks', 'value'), input: index % 2 === 0 ? '中' : '低' },
      { row: at + index, column: columnIndex('tasks', 'difficulty'), input: '易' },
      { row: at + index, column: columnIndex('tasks', 'stage'), input: '线索' },
    ]).flat();
    const after = await board.act({ kind: 'setCells', sheetId: tasksSheet, cells });
    const fresh = after.rows('tasks').slice(before.rows('tasks').length);
    expect(fresh).toHaveLength(500);
    expect(fresh.filter((row) => row['type'] === null)).toEqual([]);
    expect(fresh.filter((row) => row['why'] === null)).toEqual([]);
    const added = newAudit(before, after).filter(({ what }) => what === '新增任务');
    expect(added).toHaveLength(500);
    const waits = fresh.filter((row) => String(row['why']).startsWith('排队中'));
    expect(waits.length).toBeGreaterThan(0);
    const told = (await board.mails()).filter(({ subject }) => subject.includes('没有人有余量'));
    // Each of the two supervisors is told once.
    expect(told.length).toBeLessThanOrEqual(2);
  });
});
