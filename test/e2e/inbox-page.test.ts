import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { runningInbox, type RunningInbox } from '../integration/mail-catcher/running-inbox.ts';
import { startBrowser } from '../support/browser.ts';

let browser: Browser | undefined;
beforeAll(async () => {
  browser = await startBrowser('the inbox page in a browser');
});
afterAll(() => browser?.close());

/** Runs with a fresh inbox and a page on it, in English, at phone width when asked. */
async function withInbox(
  context: TestContext,
  use: (inbox: RunningInbox, page: Page, tabs: BrowserContext) => Promise<void>,
  width = 1280,
): Promise<void> {
  if (browser === undefined) return context.skip('no browser');
  const inbox = await runningInbox();
  const tabs = await browser.newContext({ locale: 'en-US', viewport: { width, height: 740 } });
  try {
    const page = await tabs.newPage();
    await page.goto(`${inbox.url}/inbox`);
    await page.locator('[data-state="live"]').waitFor();
    await use(inbox, page, tabs);
  } finally {
    await tabs.close();
    await inbox.stop();
  }
}

describe('the inbox page in a browser', () => {
  it('shows the first mail and the next ones without a reload, keeping the focus and saying so', (context) =>
    withInbox(context, async (inbox, page) => {
      await page.getByText('No mail yet').waitFor();
      await inbox.send({ subject: 'First' });
      const first = page.getByRole('link', { name: 'First' });
      await first.waitFor();
      await page.locator('[data-state="live"]').waitFor();
      await first.focus();
      await inbox.send({ subject: 'Second' });
      await page.getByRole('link', { name: 'Second' }).waitFor();
      expect(await page.evaluate('document.activeElement.textContent')).toContain('First');
      expect(await page.getByRole('status').textContent()).toBe('A new mail has arrived');
    }));

  it('shows a mail’s HTML, opens its links in a new tab, and lets it run nothing', (context) =>
    withInbox(context, async (inbox, page, tabs) => {
      const attack = "parent.document.title = 'taken over'; document.body.textContent = 'ran'";
      await inbox.send({
        subject: 'Digest',
        html: `<p><a href="${inbox.url}/inbox?lang=zh-CN">the board</a></p><script>${attack}</script><img src=x onerror="${attack}">`,
      });
      await page.getByRole('link', { name: 'Digest' }).click();
      const mail = page.frameLocator('iframe');
      const opened = tabs.waitForEvent('page');
      await mail.getByRole('link', { name: 'the board' }).click();
      const tab = await opened;
      await tab.getByRole('heading', { name: '收件箱' }).waitFor();
      expect(await tab.evaluate('window.opener')).toBeNull();
      expect(await page.title()).toBe('Digest · Inbox · Peineng');
      expect(await mail.locator('body').innerText()).toContain('the board');
    }));

  it('works at phone width: list, mail, text view, back, filter, nothing cut off', (context) =>
    withInbox(
      context,
      async (inbox, page) => {
        await inbox.send({ subject: 'For Wang', text: 'see https://example.com/board' });
        await inbox.send({ subject: 'For Li', to: 'li@example.com' });
        await page.getByRole('link', { name: 'For Wang' }).click();
        await page.getByRole('link', { name: 'Text', exact: true }).click();
        await page.getByRole('link', { name: 'https://example.com/board' }).waitFor();
        expect(await page.getByRole('combobox').isVisible()).toBe(false);
        await page.getByRole('link', { name: 'Back to the list' }).click();
        await page.getByLabel('Recipient').selectOption('li@example.com');
        await page.getByRole('button', { name: 'Filter' }).click();
        await page.waitForURL(/to=li/);
        expect(await page.locator('.mails li').allInnerTexts()).toEqual([expect.stringContaining('For Li')]);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      },
      360,
    ));
});
