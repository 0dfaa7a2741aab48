import type { Browser, FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnIndex, TABS } from '../../../shared/sheet/layout.ts';
import { startBoard, type Look, type RunningBoard } from '../../integration/pipeline/running-board.ts';
import { BoardWindow } from '../../support/board-page.ts';
import { startBrowser } from '../../support/browser.ts';

const browser: Browser | undefined = await startBrowser('many deals moved from the sidebar');
afterAll(() => browser?.close());

/** Open deals of somebody, by id. */
const dealsOf = (look: Look, name: string): readonly string[] =>
  look
    .rows('tasks')
    .filter(({ owner, light }) => owner === name && light !== null)
    .map(({ id }) => String(id));

describe.skipIf(!browser)("a leaver's book in the sidebar", () => {
  let board: RunningBoard;
  let window: BoardWindow;
  let sidebar: FrameLocator;
  let leaver = '';
  let book: readonly string[] = [];
  let clicks = 0;
  const press = async (name: RegExp): Promise<void> => {
    clicks += 1;
    await sidebar.getByRole('button', { name }).click();
  };

  const choose = async (label: string): Promise<void> => {
    clicks += 1;
    await sidebar.getByLabel('谁的任务').selectOption({ label });
  };

  beforeAll(async () => {
    board = await startBoard();
  }, 90_000);

  it('opens with somebody chosen who has left', async () => {
    const before = await board.look();
    const [first] = before
      .rows('team')
      .filter(({ role, availability }) => role === '销售' && availability === '在岗')
      .map(({ id, name }) => ({ id: String(id), name: String(name) }))
      .filter(({ name }) => dealsOf(before, name).length >= 3);
    leaver = first!.name;
    const look = await board.type('team', first!.id, { availability: '离职' });
    book = dealsOf(look, leaver);
    window = await BoardWindow.open(browser!, `${board.running.origin}/board`);
    await window.page.getByRole('button', { name: '侧边栏', exact: true }).click();
    await window.page.locator('aside.sidebar').waitFor();
    sidebar = window.page.frameLocator('iframe.sidebar-frame');
    await sidebar.locator('#moves').waitFor();
    expect(await sidebar.locator('#moves-from option:checked').innerText()).toContain('已离职');
  }, 60_000);

  afterAll(async () => {
    const faults = window?.faults ?? [];
    await window?.close();
    await board?.close();
    expect(faults).toEqual([]);
  });

  it('is looked at and moved in three clicks, and one tick takes all of it back', async () => {
    await choose(`${leaver}(${book.length} 个,已离职)`);
    await press(/^预览$/);
    const rows = sidebar.locator('#moves tbody tr');
    await rows.first().waitFor();
    await sidebar.locator('#moves').scrollIntoViewIfNeeded();
    await window.shot('sidebar-moves-preview');
    const shown = await rows.count();
    expect(shown).toBeGreaterThan(0);
    expect(dealsOf(await board.look(), leaver), 'nothing moves before it was seen').toEqual(book);

    await press(/^移动这/);
    await sidebar.getByText(`已移动 ${shown} 个任务。`).first().waitFor();
    await window.shot('sidebar-moves-done');
    expect(clicks).toBeLessThanOrEqual(3);
    await board.settled();
    const moved = await board.look();
    expect(dealsOf(moved, leaver)).toHaveLength(book.length - shown);
    const owners = book.map((id) => moved.byId('tasks', id)?.['owner']);
    expect(new Set(owners).size).toBeGreaterThan(1);

    const row = moved.rows('audit').find(({ what }) => what === '批量换人')!;
    expect(row['to']).toBe(`${shown} 个任务`);
    const place = moved.place('audit', String(row['id']));
    await board.act({
      kind: 'setCells',
      sheetId: TABS.audit.sheetId,
      cells: [{ row: place, column: columnIndex('audit', 'undo'), input: true }],
    });
    expect([...dealsOf(await board.look(), leaver)].sort()).toEqual([...book].sort());
  }, 60_000);

  it('says which deal has changed since, and moves nothing', async () => {
    await press(/^刷新$/);
    await choose(`${leaver}(${book.length} 个,已离职)`);
    await press(/^预览$/);
    await sidebar.locator('#moves tbody tr').first().waitFor();
    const [first] = book;
    await board.type('tasks', first!, { stage: '赢单' });
    const look = await board.look();
    await press(/^移动这/);
    const customer = String(look.byId('tasks', first!)?.['customer']);
    await sidebar.locator('#moves li', { hasText: customer }).first().waitFor();
    await expect.poll(() => sidebar.locator('#moves').innerText()).toContain('没有移动');
    await window.shot('sidebar-moves-changed');
    expect(dealsOf(await board.look(), leaver)).toEqual(book.filter((id) => id !== first));
  }, 60_000);

  it('is used by keyboard alone, with its fields and buttons named', async () => {
    await sidebar.locator('#moves-from').focus();
    const reached: string[] = [];
    for (let steps = 0; steps < 4; steps += 1) {
      const at = sidebar.locator(':focus');
      reached.push((await at.getAttribute('id')) ?? (await at.getAttribute('data-action')) ?? '');
      await window.page.keyboard.press('Tab');
    }
    expect(reached).toEqual(['moves-from', 'moves-type', 'moves-to', 'previewMoves']);
    for (const name of ['谁的任务', '哪些任务', '交给谁'])
      expect(await sidebar.getByLabel(name).count(), name).toBe(1);
  });
});
