/**
 * Drives the board in a browser the way a person does: mouse and keyboard on the drawn grid. Places of cells follow
 * from the column widths of the first tab and the scroll position of a freshly opened board.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { BookAnswer } from '../../local/board/board-protocol.ts';
import { boardSheet } from '../../local/web/book/board-book.ts';
import { gridColumns } from '../../local/web/book/grid-sheet.ts';

const ROW_HEADER = 46;
const COLUMN_HEADER = 22;
const ROW_HEIGHT = 27;
const DEFAULT_COLUMN_WIDTH = 100;
const ARTIFACTS = join(import.meta.dirname, '../../test-artifacts');

export interface WindowOptions {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: 'zh-CN' | 'en-US';
  readonly dark?: boolean;
}

/** One browser window with the board open. */
export class BoardWindow {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Everything that should never happen: script errors, requests to elsewhere, policy violations. */
  readonly faults: string[] = [];

  readonly #url: string;
  #widths: number[] | undefined;

  private constructor(context: BrowserContext, page: Page, url: string) {
    this.#url = url;
    this.context = context;
    this.page = page;
  }

  /** Opens the board and waits until it can be used. */
  static async open(browser: Browser, url: string, options: WindowOptions = {}): Promise<BoardWindow> {
    const context = await browser.newContext({
      viewport: { width: options.width ?? 1900, height: options.height ?? 800 },
      locale: options.locale ?? 'zh-CN',
      colorScheme: options.dark ? 'dark' : 'light',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    page.setDefaultTimeout(8_000);
    const board = new BoardWindow(context, page, url);
    page.on('pageerror', (error) => board.faults.push(`script: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && /Content Security|Refused/.test(message.text())) {
        board.faults.push(`policy: ${message.text()}`);
      }
    });
    page.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol.startsWith('http') && host !== new URL(url).host)
        board.faults.push(`request: ${request.url()}`);
    });
    await board.columnWidths();
    await page.goto(url);
    await page.locator('html[data-ready]').waitFor({ timeout: 30_000 });
    return board;
  }

  // Hidden columns take no room; the grid widens those whose header or options would not fit.
  async columnWidths(): Promise<number[]> {
    if (this.#widths) return this.#widths;
    const answer = (await (await fetch(`${this.#url}/api/book`)).json()) as BookAnswer;
    const first = answer.sheets.find((sheet) => sheet.grid);
    if (!first) throw new Error('The book came without cells.');
    const columns = new Map(gridColumns(boardSheet(first)));
    this.#widths = Array.from({ length: 26 }, (_, index) => {
      const column = columns.get(index);
      return column?.hd ? 0 : (column?.w ?? DEFAULT_COLUMN_WIDTH);
    });
    return this.#widths;
  }

  /** Middle of a cell on screen; rows and columns count from 0. */
  async place(row: number, column: number): Promise<{ x: number; y: number }> {
    const box = await this.page.locator('#sheet').boundingBox();
    if (!box) throw new Error('The grid is not on screen.');
    const widths = await this.columnWidths();
    const left = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
    const width = widths[column] ?? 100;
    return {
      x: box.x + ROW_HEADER + left + Math.min(width / 2, 30),
      y: box.y + COLUMN_HEADER + row * ROW_HEIGHT + ROW_HEIGHT / 2,
    };
  }

  async select(row: number, column: number): Promise<void> {
    const { x, y } = await this.place(row, column);
    await this.page.mouse.click(x, y);
    await this.page
      .locator('.cell-address', { hasText: new RegExp(`^${addressOf(row, column)}$`) })
      .waitFor();
  }

  /** Selects the cell, types and presses Enter. */
  async type(row: number, column: number, text: string): Promise<void> {
    await this.select(row, column);
    await this.page.keyboard.type(text, { delay: 5 });
    await this.page.keyboard.press('Enter');
  }

  /** Content of a cell as this window shows it. */
  async read(row: number, column: number): Promise<string> {
    await this.select(row, column);
    return (await this.page.locator('.cell-text').textContent()) ?? '';
  }

  /** Puts text on the clipboard and pastes it at a cell, as from another program. */
  async paste(row: number, column: number, text: string): Promise<void> {
    await this.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await this.select(row, column);
    await this.page.keyboard.press('Control+v');
  }

  /** State of the status line: saved, saving, deciding, offline or problem. */
  async status(): Promise<string> {
    return (await this.page.locator('.status').getAttribute('data-state')) ?? '';
  }

  async shot(name: string): Promise<void> {
    mkdirSync(ARTIFACTS, { recursive: true });
    await this.page.screenshot({ path: join(ARTIFACTS, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

const addressOf = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;
