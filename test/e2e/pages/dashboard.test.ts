import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../shared/domain/rep.ts';
import { LANGUAGES } from '../../../shared/domain/rep.ts';
import { dashboardWords } from '../../../shared/text/dashboard-words.ts';
import { startPages, type RunningPages } from '../../integration/pages/running-pages.ts';
import { BoardWindow } from '../../support/board-page.ts';
import { startBrowser } from '../../support/browser.ts';
import { givePast } from '../../support/give-past.ts';
import { auditPage, tabStops } from '../../support/page-audit.ts';

const PICTURES = 'test-artifacts/pages';
const BOSS = { 'zh-CN': '王芳', en: 'Fang Wang' } as const;
const browser: Browser | undefined = await startBrowser('the dashboard, from a cell to its charts');
afterAll(() => browser?.close());

/** A window on a page that may not do what no page should: script errors, refused loads, requests to elsewhere. */
const open = async (
  url: string,
  options: { width?: number; dark?: boolean; script?: boolean; language?: Language } = {},
): Promise<{ page: Page; faults: string[]; close: () => Promise<void> }> => {
  const { width = 1280, dark = false, script = true, language = 'zh-CN' } = options;
  const context = await browser!.newContext({
    viewport: { width, height: 800 },
    locale: language,
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: script,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('request', (request) => {
    if (new URL(request.url()).host !== new URL(url).host) faults.push(request.url());
  });
  await page.goto(url);
  if (script) await page.locator('html.scripted').waitFor();
  return { page, faults, close: () => context.close() };
};

const picture = (page: Page, chart: string): Promise<string> =>
  page.evaluate<string>(`document.querySelector('[data-chart=${chart}] canvas').toDataURL()`);

describe.skipIf(browser === undefined)('the dashboard', () => {
  describe.each(LANGUAGES)('in %s', (language) => {
    let pages: RunningPages;
    let url: string;
    const words = dashboardWords(language);
    beforeAll(async () => {
      mkdirSync(PICTURES, { recursive: true });
      pages = await startPages(language);
      await givePast(pages.ports, pages.team);
      url = await pages.url(BOSS[language], 'dashboard');
    }, 120_000);
    afterAll(() => pages.close());

    it.each([
      ['desktop', 1280, false],
      ['phone', 360, false],
      ['phone-dark', 360, true],
    ])(
      '%s: draws every chart, fits the screen and can be read and reached by all',
      async (name, width, dark) => {
        const { page, faults, close } = await open(url, { width, dark, language });
        for (const title of [...Object.values(words.chart), ...Object.values(words.page.chart)])
          expect(await page.locator('figcaption', { hasText: title }).first().isVisible()).toBe(true);
        const drawn = await page.evaluate<number>(
          "[...document.querySelectorAll('figure:not([hidden]) canvas')].filter((c) => c.width > 100 && c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some((v) => v > 0)).length",
        );
        expect(drawn).toBe(10);
        await page.screenshot({ path: `${PICTURES}/dashboard-${name}-${language}.png`, fullPage: true });
        await page.locator('summary').first().click();
        const audit = await auditPage(page);
        expect(audit.problems).toEqual([]);
        expect(audit.texts).toBeGreaterThan(50);
        expect(faults).toEqual([]);
        await close();
      },
    );

    it('without a script shows the same numbers as tables, and its filter works', async () => {
      const { page, close } = await open(url, { script: false, width: 360, language });
      expect(await page.locator('canvas').first().isVisible()).toBe(false);
      expect(await page.locator('#table-reps tbody tr').first().isVisible()).toBe(true);
      expect(await page.locator('#table-days tbody tr').count()).toBe(90);
      const all = await page.locator('#table-reps tbody tr').count();
      await page.locator('#rep').selectOption({ label: 'Lisa' });
      await page.locator('#filter button').click();
      await page.waitForURL(/[?&]rep=[^&]/);
      expect(await page.locator('#table-reps tbody tr').count()).toBe(1);
      expect(all).toBeGreaterThan(5);
      expect(await page.locator('#notes').textContent()).toContain(words.page.repNote);
      await page.locator('#table-reps button.to').first().click();
      await page.waitForURL(/[?&]what=/);
      expect(await page.locator('#tasks tbody tr').count()).toBeGreaterThan(0);
      await page.screenshot({ path: `${PICTURES}/task-list-phone-${language}.png` });
      expect((await auditPage(page)).problems).toEqual([]);
      await close();
    });

    it('is walked through by keyboard: pages, filters, numbers; a filter changes the charts in place', async () => {
      const { page, faults, close } = await open(url, { language });
      const stops = await tabStops(page);
      expect(stops.join('|')).toContain(words.page.numbers);
      const before = await picture(page, 'load');
      await page.locator('#type').focus();
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => picture(page, 'load')).not.toBe(before);
      expect(page.url()).toContain('type=strategic');
      await expect.poll(() => page.locator('[data-chart=points]').isVisible()).toBe(false);
      await page.locator('#type').selectOption('');
      await expect.poll(() => page.locator('[data-chart=points]').isVisible()).toBe(true);
      expect(page.url()).not.toContain('type=');
      expect(faults).toEqual([]);
      await close();
    });
  });

  it('a value typed into the board changes the tab’s row, its chart, and the page that somebody has open', async () => {
    const pages = await startPages('zh-CN');
    const { page, faults, close } = await open(await pages.url('王芳', 'dashboard'));
    const board = await BoardWindow.open(browser!, pages.running.boardUrl);
    try {
      const look = await pages.look();
      const rows = look.rows('tasks');
      const index = rows.findIndex((row) => row['owner'] === '陈晨' && row['points'] === 0.5);
      const place = look.place('tasks', String(rows[index]?.['id']));
      const before = {
        chart: await picture(page, 'load'),
        table: await page.locator('#table-reps').textContent(),
        load: Number(look.find('workload', 'rep', '陈晨')['load']),
      };
      // The board draws the same chart natively, from the Workload tab.
      await board.page.getByText('看板', { exact: true }).click();
      await board.page.getByText(dashboardWords('zh-CN').chart.load).waitFor();
      const native = () => board.page.evaluate<string>('document.querySelector(".chart canvas").toDataURL()');
      const width = () => board.page.evaluate<number>('document.querySelector(".chart canvas")?.width ?? 0');
      await expect.poll(width, { timeout: 30_000 }).toBeGreaterThan(100);
      await expect.poll(native).toBe(await native());
      const drawn = await native();
      await pages.typeAt('tasks', place, { value: '高', difficulty: '易' });
      await expect.poll(() => picture(page, 'load'), { timeout: 20_000 }).not.toBe(before.chart);
      expect(await page.locator('#table-reps').textContent()).not.toBe(before.table);
      await pages.settled();
      expect(Number((await pages.look()).find('workload', 'rep', '陈晨')['load'])).toBe(before.load + 1.5);
      await expect.poll(native, { timeout: 20_000 }).not.toBe(drawn);
      expect(faults).toEqual([]);
    } finally {
      await board.close();
      await close();
      await pages.close();
    }
  });
});
