import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../support/browser.ts';
import { BoardWindow } from '../../support/board-page.ts';
import { startBoardServer, type BoardServer } from '../../support/board-server.ts';
import { COLUMN, createSampleBoardBook, TASKS } from '../../support/sample-board-book.ts';
import { cellFromTyping } from '../../support/typed-cell-value.ts';
import type { InMemoryBook } from '../../support/in-memory-book.ts';

const browser: Browser | undefined = await startBrowser(
  'the board shared by several windows and the functions',
);
afterAll(() => browser?.close());

describe.skipIf(!browser)('a board that several work on', () => {
  let book: InMemoryBook;
  let server: BoardServer;
  let board: BoardWindow;
  const others: BoardWindow[] = [];

  const stored = (row: number, column: number) => book.valueAt(TASKS, row, column);
  const settled = (row: number, column: number) => expect.poll(() => stored(row, column), { timeout: 5_000 });
  const write = (row: number, column: number, value: string | number) =>
    book.writeAsApi(TASKS, [{ row, column, data: cellFromTyping(value) }]);
  const openOther = async (): Promise<BoardWindow> => {
    const other = await BoardWindow.open(browser!, server.url);
    others.push(other);
    return other;
  };

  beforeAll(async () => {
    const warm = await startBoardServer(createSampleBoardBook(1));
    await warm.pages.ready();
    await warm.close();
  });

  beforeEach(async () => {
    book = createSampleBoardBook(120);
    server = await startBoardServer(book);
    board = await BoardWindow.open(browser!, server.url);
  });

  afterEach(async () => {
    expect([board, ...others].flatMap((window) => window.faults)).toEqual([]);
    for (const window of [board, ...others.splice(0)]) await window.close();
    await server.close();
  });

  it('what the functions write appears, and does not disturb the cell being typed into', async () => {
    await board.select(4, COLUMN.nextStep);
    await board.page.keyboard.type('明天上午');
    write(4, COLUMN.why, '陈静 更适合这个客户');
    write(6, COLUMN.light, '🔴');
    await board.page.keyboard.type('再打电话', { delay: 20 });
    await board.page.keyboard.press('Enter');
    await settled(4, COLUMN.nextStep).toBe('明天上午再打电话');
    expect(await board.read(4, COLUMN.why)).toBe('陈静 更适合这个客户');
    await board.shot('board-live-change');
  });

  it('a write to the very cell being typed into loses to what the person then enters', async () => {
    await board.select(4, COLUMN.nextStep);
    await board.page.keyboard.type('我的');
    write(4, COLUMN.nextStep, '别人的');
    await board.page.keyboard.press('Enter');
    await settled(4, COLUMN.nextStep).toBe('我的');
    await expect.poll(() => board.read(4, COLUMN.nextStep)).toBe('我的');
  });

  it('a locked column refuses typing, Delete and paste, says why, and stays as it was', async () => {
    const before = stored(2, COLUMN.type);
    await board.type(2, COLUMN.type, '攻坚');
    await board.page.getByText('由配能填写,不能直接修改').first().waitFor();
    await board.select(2, COLUMN.type);
    await board.page.keyboard.press('Delete');
    await board.paste(2, COLUMN.nextStep, '写在前面\tTRUE\t别的类型');
    await expect.poll(() => board.read(2, COLUMN.type)).toBe(before);
    expect(stored(2, COLUMN.type)).toBe(before);
    expect(stored(2, COLUMN.nextStep)).not.toBe('写在前面');
    expect(stored(2, COLUMN.done)).toBe(false);
    expect(book.actions).toEqual([]);
    await board.shot('board-locked-column');
  });

  it('a value the server refuses is put back, with the reason and what was typed', async () => {
    const before = stored(3, COLUMN.stage);
    await board.paste(3, COLUMN.nextStep, '占位');
    await settled(3, COLUMN.nextStep).toBe('占位');
    await board.select(3, COLUMN.customer);
    for (let step = 0; step < 3; step += 1) await board.page.keyboard.press('ArrowRight');
    await board.page.evaluate('navigator.clipboard.writeText("不存在的阶段")');
    await board.page.keyboard.press('Control+v');
    await board.page.getByText('你输入的内容:不存在的阶段').waitFor();
    expect(stored(3, COLUMN.stage)).toBe(before);
    await expect.poll(() => board.page.locator('.cell-text').textContent()).toBe(before);
  });

  it('two windows agree after both have typed, and after one inserts, deletes and sorts rows', async () => {
    const other = await openOther();
    await board.type(1, COLUMN.nextStep, '来自第一个窗口');
    await other.type(2, COLUMN.nextStep, '来自第二个窗口');
    await expect.poll(() => other.read(1, COLUMN.nextStep)).toBe('来自第一个窗口');
    await expect.poll(() => board.read(2, COLUMN.nextStep)).toBe('来自第二个窗口');

    await board.select(1, COLUMN.customer);
    await board.page.getByRole('button', { name: '在下方插入行' }).click();
    await settled(3, COLUMN.nextStep).toBe('来自第二个窗口');
    await expect.poll(() => other.read(3, COLUMN.nextStep)).toBe('来自第二个窗口');

    await board.select(2, COLUMN.customer);
    await board.page.getByRole('button', { name: '删除所选行' }).click();
    await settled(2, COLUMN.nextStep).toBe('来自第二个窗口');
    await expect.poll(() => other.read(2, COLUMN.nextStep)).toBe('来自第二个窗口');

    await board.select(5, COLUMN.amount);
    await board.page.getByRole('button', { name: '按此列降序' }).click();
    await expect.poll(() => Number(stored(1, COLUMN.amount))).toBeGreaterThan(100_000);
    const top = stored(1, COLUMN.customer);
    await expect.poll(() => board.read(1, COLUMN.customer)).toBe(top);
    await expect.poll(() => other.read(1, COLUMN.customer)).toBe(top);
    expect(stored(0, COLUMN.customer)).toBe('客户');
  });

  it('typing that was under way when somebody inserted a row above lands in the row it was meant for', async () => {
    const other = await openOther();
    const customer = stored(8, COLUMN.customer);
    await board.select(8, COLUMN.nextStep);
    await board.page.keyboard.type('给这位客户');
    await other.select(3, COLUMN.customer);
    await other.page.getByRole('button', { name: '在下方插入行' }).click();
    await settled(9, COLUMN.customer).toBe(customer);
    await board.page.keyboard.press('Enter');
    await settled(9, COLUMN.nextStep).toBe('给这位客户');
    expect(stored(8, COLUMN.nextStep)).not.toBe('给这位客户');
    await expect.poll(() => board.read(9, COLUMN.nextStep)).toBe('给这位客户');
  });

  it('typing while the service is away is kept, and saved when it is back', async () => {
    await server.stop();
    await board.type(1, COLUMN.nextStep, '离线时写的');
    await expect.poll(() => board.status()).toBe('offline');
    await board.shot('board-offline');
    expect(stored(1, COLUMN.nextStep)).not.toBe('离线时写的');
    await server.start();
    await settled(1, COLUMN.nextStep).toBe('离线时写的');
    await expect.poll(() => board.status(), { timeout: 15_000 }).toBe('saved');
    write(2, COLUMN.why, '重连之后');
    await expect.poll(() => board.read(2, COLUMN.why)).toBe('重连之后');
  });

  it('the status line says when the functions are deciding', async () => {
    server.status.deciding = 1;
    server.pages.statusChanged();
    await expect.poll(() => board.status()).toBe('deciding');
    server.status.deciding = 0;
    server.pages.statusChanged();
    await expect.poll(() => board.status()).toBe('saved');
  });
});
