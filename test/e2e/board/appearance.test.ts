import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../support/browser.ts';
import { BoardWindow, type WindowOptions } from '../../support/board-page.ts';
import { startBoardServer, type BoardServer } from '../../support/board-server.ts';
import { COLUMN, createSampleBoardBook, DASHBOARD, TASKS } from '../../support/sample-board-book.ts';
import { cellFromTyping } from '../../support/typed-cell-value.ts';
import type { BoardAddOn } from '../../../local/board/create-board-pages.ts';
import type { InMemoryBook } from '../../support/in-memory-book.ts';

const browser: Browser | undefined = await startBrowser(
  'how the board looks: themes, languages, charts, phone',
);
afterAll(() => browser?.close());

const addOn: BoardAddOn = {
  html: () =>
    '<!doctype html><html><head></head><body><button id="ask">问</button><p id="answer"></p><script>' +
    'document.getElementById("ask").onclick=function(){google.script.run' +
    '.withSuccessHandler(function(v){document.getElementById("answer").textContent=v})' +
    '.withFailureHandler(function(e){document.getElementById("answer").textContent="!"+e.message})' +
    '.statusOf(3)};</script></body></html>',
  menu: () =>
    Promise.resolve({
      title: '配能',
      items: [
        { label: '重新检查', functionName: 'recheck' },
        'separator',
        { label: '会失败', functionName: 'fails' },
      ],
    }),
  run: (functionName, args) =>
    functionName === 'fails'
      ? Promise.reject(new Error('没有权限'))
      : Promise.resolve(`${functionName} ${JSON.stringify(args)}`),
};

describe.skipIf(!browser)('the look of the board', () => {
  let book: InMemoryBook;
  let server: BoardServer;
  let board: BoardWindow;

  const open = async (options: WindowOptions, language: 'zh' | 'en' = 'zh'): Promise<void> => {
    book = createSampleBoardBook(120, language);
    server = await startBoardServer(book, { addOn });
    board = await BoardWindow.open(browser!, server.url, options);
  };

  beforeAll(async () => {
    const warm = await startBoardServer(createSampleBoardBook(1));
    await warm.pages.ready();
    await warm.close();
  });

  afterEach(async () => {
    expect(board.faults).toEqual([]);
    await board.close();
    await server.close();
  });

  it('follows the system into the dark, and the switch wins over the system and is remembered', async () => {
    await open({ dark: true });
    const background = () =>
      board.page.evaluate<string>('getComputedStyle(document.querySelector(".top")).backgroundColor');
    expect(await background()).toBe('rgb(26, 32, 41)');
    await board.shot('board-zh-dark');
    await board.page.getByRole('button', { name: '切换到浅色' }).click();
    await expect.poll(background).toBe('rgb(255, 255, 255)');
    await board.page.reload();
    await board.page.locator('html[data-ready]').waitFor();
    expect(await background()).toBe('rgb(255, 255, 255)');
  });

  it('speaks English where the browser does, and switches to Chinese and back, menus of the grid included', async () => {
    await open({ locale: 'en-US' }, 'en');
    await expect.poll(() => board.page.locator('.status').textContent()).toContain('Saved');
    const { x, y } = await board.place(2, COLUMN.customer);
    await board.page.mouse.click(x, y, { button: 'right' });
    await board.page.getByText('Insert', { exact: false }).first().waitFor();
    await board.page.keyboard.press('Escape');
    await board.shot('board-en-light');
    await board.page.getByRole('button', { name: '中文' }).click();
    await expect.poll(() => board.page.locator('.status').textContent()).toContain('已保存');
    await board.page.mouse.click(x, y, { button: 'right' });
    await board.page.getByText('插入', { exact: false }).first().waitFor();
  });

  it("draws the Dashboard tab's charts and redraws them when numbers change", async () => {
    await open({});
    await board.page.getByText('看板', { exact: true }).click();
    await board.page.getByText('每人负荷').waitFor();
    const picture = () => board.page.evaluate<string>('document.querySelector(".chart canvas").toDataURL()');
    await expect.poll(() => board.page.locator('.chart canvas').count()).toBe(2);
    await board.page.waitForFunction('document.querySelector(".chart canvas").width > 100');
    const before = await picture();
    await board.shot('board-charts');
    book.writeAsApi(DASHBOARD, [{ row: 1, column: 1, data: cellFromTyping(30) }]);
    await expect.poll(picture).not.toBe(before);
  });

  it("runs the add-on's menu and its own page, and tells what went wrong", async () => {
    await open({});
    await board.page.getByRole('button', { name: '配能', exact: true }).click();
    await board.page.getByRole('menuitem', { name: '重新检查' }).click();
    await board.page.getByText('重新检查:已完成').waitFor();
    await board.page.getByRole('button', { name: '配能', exact: true }).click();
    await board.page.getByRole('menuitem', { name: '会失败' }).click();
    await board.page.getByText('没有权限').waitFor();
    await board.page.getByRole('button', { name: '侧边栏' }).click();
    const frame = board.page.frameLocator('.sidebar-frame');
    await frame.locator('#ask').click();
    await expect.poll(() => frame.locator('#answer').textContent()).toBe('statusOf [3]');
    await board.shot('board-sidebar');
  });

  it('on a phone shows cards, and a tapped row can be changed without the grid being loaded', async () => {
    await open({ width: 390, height: 800 });
    const { page } = board;
    const loaded = await page.evaluate<number>(
      'performance.getEntriesByType("resource").filter((e) => e.name.includes("/assets/")).reduce((s, e) => s + e.decodedBodySize, 0)',
    );
    expect(loaded).toBeLessThan(200_000);
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.locator('.card', { hasText: 'Contoso 4' }).first().waitFor();
    await board.shot('board-phone-list');
    await page.getByRole('searchbox').fill('Marco Contoso');
    await expect.poll(() => page.locator('.card').count()).toBeLessThan(20);
    await page.locator('.card', { hasText: 'Contoso 4' }).first().click();
    await page.getByLabel('阶段').selectOption('需求确认');
    await expect.poll(() => book.valueAt(TASKS, 4, COLUMN.stage)).toBe('需求确认');
    await page.getByLabel('下一步').fill('周五再访');
    await page.getByLabel('完成').check();
    await expect.poll(() => book.valueAt(TASKS, 4, COLUMN.nextStep)).toBe('周五再访');
    await expect.poll(() => book.valueAt(TASKS, 4, COLUMN.done)).toBe(true);
    expect(await page.locator('output', { hasText: '取舍' }).count()).toBe(1);
    expect(await page.getByText('编号', { exact: true }).count()).toBe(0);
    await board.shot('board-phone-row');
    book.writeAsApi(TASKS, [{ row: 4, column: COLUMN.suggestion, data: cellFromTyping('Lisa 建议') }]);
    await page.getByText('Lisa 建议').waitFor();
  });
});
