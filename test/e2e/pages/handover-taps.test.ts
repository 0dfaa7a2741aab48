import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HANDOVER_ITEMS } from '../../../shared/domain/handover.ts';
import { get, press, startPages, tokensOf } from '../../integration/pages/running-pages.ts';
import { startBrowser } from '../../support/browser.ts';
import { auditPage } from '../../support/page-audit.ts';

const CONTACT = '林院长 138-0000-4321';
const PICTURES = 'test-artifacts/pages';
let browser: Browser | undefined;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await startBrowser('the handover on a phone');
});
afterAll(() => browser?.close());

const tap = async (page: Page, name: string): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).first().tap()]);
};

it('a handover is written, then confirmed in at most 3 taps from the mail, and the contact opens only then', async (context) => {
  if (browser === undefined) return context.skip('no browser');
  const pages = await startPages();
  const phone = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  try {
    await pages.type('tasks', pages.task, { contact: CONTACT });
    const ask = await pages.url('老王', 'ask');
    const [accept = ''] = tokensOf((await get(ask)).body);
    expect((await press(ask, accept)).status).toBe(200);
    const page = await phone.newPage();
    await page.goto(await pages.url('老王', 'handover'));
    expect((await auditPage(page)).problems).toEqual([]);
    for (const item of HANDOVER_ITEMS)
      await page.locator(`textarea[name=${item}]`).fill(`关于 ${item} 的话 <b>`);
    await page.screenshot({ path: `${PICTURES}/handover-giver.png` });
    await tap(page, '保存交接内容');
    expect(await page.getByRole('status').textContent()).toContain('已保存');
    // The first tap is the link in the mail, which opens on this page.
    await page.goto(await pages.url('Lisa', 'handover'));
    expect((await auditPage(page)).problems).toEqual([]);
    await page.getByText('关于 concerns 的话 <b>').waitFor();
    await page.screenshot({ path: `${PICTURES}/handover-taker.png` });
    await page.goto(await pages.url('Lisa', 'tasks'));
    expect(await page.getByRole('button', { name: '查看联系方式' }).count()).toBe(0);
    await page.goto(await pages.url('Lisa', 'handover'));
    await tap(page, '三项都看过了，确认');
    expect(await page.getByRole('status').textContent()).toContain('已确认');
    console.log('taps from mail to handover confirmed: 2');
    // From the mail again: link, button.
    await page.goto(await pages.url('Lisa', 'tasks'));
    expect(await page.content()).not.toContain(CONTACT);
    await tap(page, '查看联系方式');
    await page.getByText(CONTACT).waitFor();
    console.log('taps from the list to the contact: 1');
    await pages.settled();
  } finally {
    await phone.close();
    await pages.close();
  }
});
