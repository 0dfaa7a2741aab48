import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_STORY } from '../../../local/sample-team/sample-story.ts';
import { startLocal, type RunningLocal } from '../../../local/start-local.ts';
import { columnIndex } from '../../../shared/sheet/layout.ts';
import { BoardWindow } from '../../support/board-page.ts';
import { startBrowser } from '../../support/browser.ts';

const browser: Browser | undefined = await startBrowser('the main loop, from a cell to the mail');
afterAll(() => browser?.close());

const story = SAMPLE_STORY['zh-CN'];
/** The first row below the header: the sample puts its story there. */
const ROW = 2;

/** A cell's address as the page shows it, e.g. F3. */
const address = (row: number, key: string): string =>
  `${String.fromCharCode(65 + columnIndex('tasks', key))}${row + 1}`;

/** Moves along the row by the arrow keys, as one does who knows the way. */
const toColumn = async ({ page }: BoardWindow, wanted: string): Promise<void> => {
  const shown = page.locator('.cell-address');
  for (let steps = 0; steps < 40; steps += 1) {
    const before = (await shown.textContent()) ?? '';
    if (before.startsWith(wanted)) return;
    await page.keyboard.press(before.slice(0, 1) > wanted ? 'ArrowLeft' : 'ArrowRight');
    await expect.poll(() => shown.textContent()).not.toBe(before);
  }
};

/** To a column of the story's row, from wherever in the column beside it the last key led. */
const moveTo = async (board: BoardWindow, key: string): Promise<void> => {
  const shown = board.page.locator('.cell-address');
  const row = Number(/\d+/.exec((await shown.textContent()) ?? '')?.[0]);
  for (let down = row; down > ROW + 1; down -= 1) await board.page.keyboard.press('ArrowUp');
  await expect.poll(() => shown.textContent()).toMatch(new RegExp(`^[A-Z]${ROW + 1}$`));
  await toColumn(board, address(ROW, key).slice(0, 1));
};

const cellText = async ({ page }: BoardWindow): Promise<string> =>
  (await page.locator('.cell-text').textContent()) ?? '';

const read = async (board: BoardWindow, key: string): Promise<string> => {
  await moveTo(board, key);
  return cellText(board);
};

/** Clicks down a column of the grid until the wanted row is selected; answers where on screen it is. */
const clickRow = async ({ page }: BoardWindow, row: number): Promise<{ x: number; y: number }> => {
  const box = await page.locator('#sheet').boundingBox();
  if (box === null) throw new Error('The grid is not on screen.');
  const x = box.x + 300;
  for (let y = box.y + 30; y < box.y + 250; y += 8) {
    await page.mouse.click(x, y);
    const shown = await page.locator('.cell-address').textContent();
    if (shown?.endsWith(String(row + 1)) === true && /^[A-Z]\d+$/.test(shown)) return { x, y };
  }
  throw new Error(`Row ${row + 1} is not to be found.`);
};

/** The mean colour of a small area of the screen, as red, green and blue. */
const colourAt = async (board: BoardWindow, x: number, y: number): Promise<readonly number[]> => {
  const png = await board.page.screenshot({ clip: { x, y, width: 6, height: 3 } });
  const page = await board.context.newPage();
  try {
    return await page.evaluate<number[]>(`(async () => {
      const image = new Image();
      image.src = 'data:image/png;base64,${png.toString('base64')}';
      await image.decode();
      const canvas = new OffscreenCanvas(6, 3);
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, 6, 3);
      return [0, 1, 2].map((part) => data.filter((_v, at) => at % 4 === part).reduce((a, b) => a + b, 0) / 18);
    })()`);
  } finally {
    await page.close();
  }
};

describe.skipIf(!browser)('the main loop in a browser', () => {
  let folder: string;
  let running: RunningLocal;
  let board: BoardWindow;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'peineng-main-loop-'));
    running = await startLocal({
      kind: 'run',
      port: 0,
      dataDir: folder,
      reset: false,
      open: false,
      language: 'zh-CN',
    });
    // The page's code is built on the first start in a folder; a page that is asked for meanwhile waits for it.
    expect((await fetch(running.boardUrl)).status).toBe(200);
    board = await BoardWindow.open(browser!, running.boardUrl, { width: 1900, height: 900 });
  });
  afterAll(async () => {
    await board.close();
    await running.close();
    await rm(folder, { recursive: true, force: true });
    expect(board.faults).toEqual([]);
  });

  it('raising a value from 中 to 高 brings the suggestion, the colour, the audit row and the mail', async () => {
    const { page } = board;
    const { x, y } = await clickRow(board, ROW);
    expect(await read(board, 'customer')).toBe(story.customer);
    expect(await read(board, 'value')).toBe(story.from);
    expect(await read(board, 'light')).toMatch(/🟢|绿/u);
    await moveTo(board, 'value');
    await board.shot('main-loop-1-before');
    const before = await colourAt(board, x, y - 4);

    await page.keyboard.type(story.to);
    await page.keyboard.press('Enter');

    await expect.poll(() => read(board, 'suggestedOwner'), { timeout: 20_000 }).toBe(story.betterOwner);
    const why = await read(board, 'why');
    expect(why).toContain('老王，你手上这个项目可能更适合Lisa，要不要转给 TA？');
    expect(why).toContain('3 → 6，上限 10');
    expect(await read(board, 'light')).toMatch(/🟡|黄/u);
    await expect.poll(() => board.status()).toBe('saved');
    await moveTo(board, 'value');
    const after = await colourAt(board, x, y - 4);
    // Yellow: less blue than before, and less blue than red.
    expect(after[2]).toBeLessThan(before[2]! - 5);
    expect(after[2]).toBeLessThan(after[0]! - 5);
    await board.shot('main-loop-2-suggestion');

    await page.getByText('留痕', { exact: true }).first().click();
    await clickRow(board, ROW);
    await toColumn(board, String.fromCharCode(65 + columnIndex('audit', 'what')));
    await page.keyboard.press('Control+ArrowDown');
    const last: string[] = [];
    for (let back = 0; back < 3; back += 1) {
      const before = await page.locator('.cell-address').textContent();
      last.unshift(await cellText(board));
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => page.locator('.cell-address').textContent()).not.toBe(before);
    }
    expect(last).toEqual(['客户价值变化', '提出建议', '超载，暂停接收新任务']);
    await board.shot('main-loop-3-audit');

    const inbox = await board.context.newPage();
    await inbox.goto(`${running.origin}/inbox`);
    await inbox.getByRole('link', { name: '老王超载了：负荷 11，上限 10' }).first().click();
    await inbox.getByText('老王超载了').first().waitFor();
    await expect
      .poll(() => inbox.frameLocator('iframe').locator('body').textContent())
      .toContain('可以把“云岭骨科医院');
    await inbox.screenshot({
      path: join(import.meta.dirname, '../../../test-artifacts/main-loop-4-mail.png'),
    });
    await inbox.close();
  });
});
