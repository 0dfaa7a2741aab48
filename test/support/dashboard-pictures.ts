/** Pictures of the Dashboard tab and of the supervisor's page, for a desk and for a phone. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { RunningLocal } from '../../local/start-local.ts';
import { teamId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/rep.ts';
import { tabTitle } from '../../shared/text/board-words.ts';
import { givePast } from './give-past.ts';

const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
};

/** `folder/dashboard-tab.png`, `-tab-phone`, `-page` and `-page-phone`, with the language in their names. */
export const makeDashboardPictures = async (
  browser: Browser,
  local: RunningLocal,
  language: Language,
  folder: string,
): Promise<void> => {
  const { ports } = local.app;
  const team = teamId(local.spreadsheetId);
  // A sample board has no past of its own: ninety made-up days for the picture.
  await givePast(ports, team);
  const picture = async (
    name: string,
    window: BrowserContextOptions,
    url: string,
    prepare: (page: Page) => Promise<unknown>,
  ): Promise<void> => {
    const context = await browser.newContext({ ...window, locale: language });
    const page = await context.newPage();
    await page.goto(url);
    await prepare(page);
    // A picture, not a check: grid and charts paint in idle time.
    await page.waitForTimeout(3000);
    await page.screenshot({ path: `${folder}/dashboard-${name}.${language}.png` });
    await context.close();
  };
  const title = tabTitle('dashboard', language);
  await picture('tab', DESK, local.boardUrl, async (page) => {
    await page.waitForSelector('html[data-ready]');
    await page.waitForTimeout(5000);
    await page.getByText(title, { exact: true }).first().click();
  });
  await picture('tab-phone', PHONE, local.boardUrl, async (page) => {
    await page.locator('.phone-tabs button', { hasText: title }).click();
  });
  const head = await ports.store.team(team);
  const boss = Object.values(head?.reps ?? {}).find(({ fields }) => fields.role === 'supervisor');
  if (boss === undefined) throw new Error('the sample has no supervisor');
  const url = ports.pageUrl(team, boss.id, 'dashboard');
  const drawn = (page: Page): Promise<unknown> => page.waitForSelector('html.scripted');
  await picture('page', { viewport: { width: 1280, height: 1250 } }, url, drawn);
  await picture('page-phone', PHONE, url, drawn);
};
