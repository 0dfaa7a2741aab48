import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../support/browser.ts';
import { BoardWindow } from '../../support/board-page.ts';
import { startBoardServer, type BoardServer } from '../../support/board-server.ts';
import { COLUMN, createSampleBoardBook, TASKS } from '../../support/sample-board-book.ts';
import type { InMemoryBook } from '../../support/in-memory-book.ts';

const browser: Browser | undefined = await startBrowser(
  'what a person does in the board with keyboard and mouse',
);
afterAll(() => browser?.close());

/**
 * The selected text of a tab whose name has the keyboard. The board selects it a moment after the double click: what is
 * typed before that is lost.
 */
const nameBeingEdited = ({ page }: BoardWindow) =>
  expect.poll(() =>
    page.evaluate<string | null>(
      "document.activeElement.matches('span[contenteditable=true]') ? String(getSelection()) : null",
    ),
  );

describe.skipIf(!browser)('a person at the board', () => {
  let book: InMemoryBook;
  let server: BoardServer;
  let board: BoardWindow;

  const stored = (row: number, column: number) => book.valueAt(TASKS, row, column);
  const settled = (row: number, column: number) => expect.poll(() => stored(row, column), { timeout: 5_000 });

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
    expect(board.faults).toEqual([]);
    await board.close();
    await server.close();
  });

  it('typing stores text, numbers and dates as Google would read them', async () => {
    await board.type(1, COLUMN.nextStep, '约客户周五演示');
    await board.type(2, COLUMN.amount, '45600');
    await board.type(15, COLUMN.lastProgress, '2026-11-20');
    await settled(1, COLUMN.nextStep).toBe('约客户周五演示');
    await settled(2, COLUMN.amount).toBe(45_600);
    await settled(15, COLUMN.lastProgress).toBe(46_346);
    await expect.poll(() => board.status()).toBe('saved');
    await board.shot('board-zh-light');
  });

  it('Delete empties a cell, undo brings it back, redo empties it again', async () => {
    const before = stored(1, COLUMN.customer);
    await board.select(1, COLUMN.customer);
    await board.page.keyboard.press('Delete');
    await settled(1, COLUMN.customer).toBeUndefined();
    await board.page.keyboard.press('Control+z');
    await settled(1, COLUMN.customer).toBe(before);
    await board.page.keyboard.press('Control+y');
    await settled(1, COLUMN.customer).toBeUndefined();
  });

  it('a checkbox stores TRUE and FALSE, never 1 and 0', async () => {
    const box = await board.place(2, COLUMN.done);
    await board.page.mouse.click(box.x, box.y);
    await settled(2, COLUMN.done).toBe(true);
    await board.page.mouse.click(box.x, box.y);
    await settled(2, COLUMN.done).toBe(false);
  });

  it('a dropdown offers its options and stores the chosen one', async () => {
    const cell = await board.place(2, COLUMN.value);
    await board.select(2, COLUMN.value);
    await board.page.mouse.click(cell.x + 32, cell.y);
    await board.page.getByText('低', { exact: true }).last().click();
    await settled(2, COLUMN.value).toBe('低');
  });

  it('undoing a deleted row brings back what people wrote; the rest is for the functions to write again', async () => {
    const [customer, type] = [stored(4, COLUMN.customer), stored(4, COLUMN.type)];
    await board.select(4, COLUMN.customer);
    await board.page.getByRole('button', { name: '删除所选行' }).click();
    await settled(4, COLUMN.customer).not.toBe(customer);
    await board.page.getByRole('button', { name: '撤销' }).click();
    await settled(4, COLUMN.customer).toBe(customer);
    expect(type).toBeDefined();
    expect(stored(4, COLUMN.type)).toBeUndefined();
    await expect.poll(() => board.read(4, COLUMN.type)).toBe('');
  });

  it('a tab is added with the plus sign and renamed where it stands', async () => {
    await board.page.mouse.click(35, 800 - 18);
    await expect
      .poll(() => book.getSpreadsheet(book.spreadsheetId).sheets?.at(-1)?.properties?.title)
      .toBe('工作表 4');
    await board.page.getByText('工作表 4', { exact: true }).waitFor();
    await board.page.getByText('工作表 4', { exact: true }).dblclick();
    await nameBeingEdited(board).toBe('工作表 4');
    await board.page.keyboard.type('我的草稿');
    await board.page.keyboard.press('Enter');
    await expect
      .poll(() => book.getSpreadsheet(book.spreadsheetId).sheets?.at(-1)?.properties?.title)
      .toBe('我的草稿');
  });

  it('pasting three rows of two columns stores six cells', async () => {
    await board.paste(9, COLUMN.stage, '方案报价\t11\n谈判\t22\n谈判\t33');
    await settled(11, COLUMN.amount).toBe(33);
    expect([9, 10, 11].map((row) => [stored(row, COLUMN.stage), stored(row, COLUMN.amount)])).toEqual([
      ['方案报价', 11],
      ['谈判', 22],
      ['谈判', 33],
    ]);
  });
});
