import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TABS } from '../../../shared/sheet/layout.ts';
import { tabTitle } from '../../../shared/text/board-words.ts';
import { startBoard, type RunningBoard } from '../../integration/pipeline/running-board.ts';
import { BoardWindow } from '../../support/board-page.ts';
import { startBrowser } from '../../support/browser.ts';

const browser: Browser | undefined = await startBrowser('a tab that is opened before its cells are here');
afterAll(() => browser?.close());

/** Row header, column header and a bit of the first cell that is seen, in pixels. */
const FIRST_CELL = { x: 46 + 20, y: 22 + 12 };

describe.skipIf(!browser)('a tab that is opened before its cells are here', () => {
  let running: RunningBoard;
  let board: BoardWindow | undefined;
  beforeAll(async () => {
    running = await startBoard();
  }, 120_000);
  afterEach(() => board?.close());
  afterAll(() => running.close());

  it('hides its keys and ids and has its widths once they come', async () => {
    board = await BoardWindow.open(browser!, running.running.boardUrl);
    const { page } = board;
    // On a fast machine the cells may be here first: then the tab is made to wait for them, as on a slow one.
    let release = (): void => undefined;
    const opened = new Promise<void>((resolve) => (release = resolve));
    await page.route(`**/api/book?sheetId=${TABS.dashboard.sheetId}`, async (route) => {
      await opened;
      await route.continue();
    });
    await page.reload();
    await page.locator('html[data-ready]').waitFor();
    const arrived = page.waitForResponse((response) =>
      response.url().endsWith(`sheetId=${TABS.dashboard.sheetId}`),
    );
    await page.getByText(tabTitle('dashboard', 'zh-CN'), { exact: true }).first().click();
    await page.locator('.charts').waitFor({ state: 'attached' });
    release();
    await arrived;
    const shown = page.locator('.cell-address');
    const box = (await page.locator('#sheet').boundingBox())!;
    const addressAt = async (x: number, y: number): Promise<string | null> => {
      await page.mouse.click(box.x + x, box.y + y);
      return shown.textContent();
    };
    await expect.poll(() => addressAt(FIRST_CELL.x, FIRST_CELL.y)).toBe('B2');
    expect(await addressAt(FIRST_CELL.x + 160, FIRST_CELL.y)).toBe('B2');
    expect(board.faults).toEqual([]);
  });
});
