import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SETTINGS } from '../../../shared/contract/settings.ts';
import { columnIndex, TABS, type TabKey } from '../../../shared/sheet/layout.ts';
import { expectUnbrokenAudit, idOf, startBoard, type Look, type RunningBoard } from './running-board.ts';

let board: RunningBoard;
const team = async () => (await board.ports.store.team(board.team))!;
const grid = (request: object) =>
  fetch(`${board.running.origin}/v4/spreadsheets/${board.team}:batchUpdate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ requests: [request] }),
  });
/** Everything but the row numbers of a tab. */
const content = (look: Look, tab: TabKey) => look.rows(tab);

beforeAll(async () => {
  board = await startBoard();
}, 60_000);
afterAll(() => board.close());

describe('the Rules tab', () => {
  const limit = SETTINGS.loadLimit.key;
  const margin = SETTINGS.margin.key;

  it('shows every problem beside its rule, and the last good rules stay in force', async () => {
    const before = await team();
    const after = await board.type('rules', limit, { value: '十分' });
    expect(String(after.byId('rules', limit)?.['problem'])).toContain('“十分”');
    const both = await board.type('rules', margin, { value: 7 });
    expect(String(both.byId('rules', limit)?.['problem'])).toContain('数字');
    expect(String(both.byId('rules', margin)?.['problem'])).toContain('上一版规则继续有效');
    const { policy, policyVersion, rulesProblems } = await team();
    expect({ policy, policyVersion }).toEqual({ policy: before.policy, policyVersion: before.policyVersion });
    expect(rulesProblems).toBe(2);
  });

  it('a mended rule comes into force under the next version, and the problems go', async () => {
    const before = await team();
    await board.type('rules', margin, { value: 0.1 });
    await board.type('rules', limit, { value: 30 });
    const after = await board.type('rules', SETTINGS.resumeAt.key, { value: 25 });
    expect(after.rows('rules').filter(({ problem }) => problem !== null)).toEqual([]);
    const now = await team();
    expect(now).toMatchObject({ policyVersion: before.policyVersion + 2, rulesProblems: 0 });
    expect(now.policy.load.limit).toBe(30);
    expect(after.find('team', 'name', 'Amy')['light']).toBe('🟢');
    expect(after.rows('audit').some(({ what }) => what === '恢复接收新任务')).toBe(true);
    await board.type('rules', SETTINGS.resumeAt.key, { value: 9 });
    await board.type('rules', limit, { value: 10 });
    expectUnbrokenAudit(await board.look());
  });

  it('a rule of nobody and a rule twice are both named', async () => {
    const known = (await team()).policy;
    await board.appendUnseen('rules', { id: 'load.limit', value: 12 });
    await board.appendUnseen('rules', { id: 'no.such.rule', value: 1 });
    await board.running.post('onReconcile', { spreadsheetId: board.team });
    const look = await board.look();
    expect(String(look.byId('rules', 'no.such.rule')?.['problem'])).toContain('没有这条规则');
    expect(look.rows('rules').some(({ problem }) => String(problem).includes('出现了两次'))).toBe(true);
    expect((await team()).policy).toEqual(known);
    const start = look.rows('rules').findIndex(({ id }) => id === 'no.such.rule') + 1;
    const cleared = await board.act({ kind: 'deleteRows', sheetId: TABS.rules.sheetId, start, count: 2 });
    expect(cleared.rows('rules').filter(({ problem }) => problem !== null)).toEqual([]);
  });
});

describe('the Team tab', () => {
  it('a second person of the same name is refused with a note, and nobody loses a deal', async () => {
    const before = await board.look();
    const place = Math.max(...before.rows('team').map(({ id }) => before.place('team', String(id)))) + 1;
    await board.typeAt('team', place, { name: 'Lisa', tier: '新人' });
    await board.settled();
    const look = await board.look();
    const twin = look.rows('team').at(-1);
    expect((await board.notes('team', String(twin?.['id'])))['name']).toContain('已有同名成员');
    expect(Object.keys((await team()).reps)).toHaveLength(before.rows('team').length);
    const named = await board.type('team', String(twin?.['id']), { name: 'Lisa 李' });
    expect(await board.notes('team', String(twin?.['id']))).toEqual({});
    expect(named.find('team', 'name', 'Lisa 李')).toMatchObject({ load: 0, light: '🟢' });
    expect(named.find('team', 'name', 'Lisa')).toEqual(before.find('team', 'name', 'Lisa'));
    expect(named.find('workload', 'rep', 'Lisa 李')).toMatchObject({ load: 0, open: 0 });
  });

  it('a rep who goes on leave has their deals suggested to others, and comes back', async () => {
    const before = await board.look();
    const id = idOf(before, 'team', 'name', '刘洋');
    const away = await board.type('team', id, { availability: '休假' });
    const asked = away
      .rows('tasks')
      .filter(({ owner, suggestedOwner }) => owner === '刘洋' && suggestedOwner !== null);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every(({ suggestedOwner }) => suggestedOwner !== '刘洋')).toBe(true);
    const back = await board.type('team', id, { availability: '在岗' });
    expect(back.byId('team', id)).toMatchObject({ light: '🟢' });
    expectUnbrokenAudit(back);
  });
});

describe('tabs and columns that people change', () => {
  it('a renamed tab works as before', async () => {
    await board.act({ kind: 'renameSheet', sheetId: TABS.tasks.sheetId, title: '我们组的单子' });
    const id = String((await board.look()).rows('tasks')[3]?.['id']);
    await board.type('tasks', id, { nextStep: '改名之后' });
    expect(
      (await board.ports.store.load(board.team, { tasks: [id as never], books: [] }))?.tasks[id]?.fields
        .nextStep,
    ).toBe('改名之后');
  });

  it('an inserted column and a moved one change nothing, and edits are still understood', async () => {
    const before = await board.look();
    await board.act({ kind: 'insertColumns', sheetId: TABS.tasks.sheetId, start: 4, count: 1 });
    const inserted = await board.look();
    expect(content(inserted, 'tasks')).toEqual(content(before, 'tasks'));
    const amount = columnIndex('tasks', 'amount') + 1;
    const source = {
      sheetId: TABS.tasks.sheetId,
      dimension: 'COLUMNS',
      startIndex: amount,
      endIndex: amount + 1,
    };
    expect((await grid({ moveDimension: { source, destinationIndex: 2 } })).status).toBe(200);
    const moved = await board.look();
    expect(content(moved, 'tasks')).toEqual(content(before, 'tasks'));

    const id = String(before.rows('tasks')[5]?.['id']);
    const cells = [{ row: moved.place('tasks', id), column: 2, input: 4321 }];
    const after = await board.act({ kind: 'setCells', sheetId: TABS.tasks.sheetId, cells });
    expect(after.byId('tasks', id)).toMatchObject({ amount: 4321 });
    expect(
      (await board.ports.store.load(board.team, { tasks: [id as never], books: [] }))?.tasks[id]?.fields
        .amount,
    ).toBe(4321);

    const back = { sheetId: TABS.tasks.sheetId, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 };
    await grid({ moveDimension: { source: back, destinationIndex: amount + 1 } });
    await board.act({ kind: 'deleteColumns', sheetId: TABS.tasks.sheetId, start: 4, count: 1 });
    expect(content(await board.look(), 'tasks')).toEqual(content(after, 'tasks'));
  });
});
