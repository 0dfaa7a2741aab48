import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import type { Language } from '../../../shared/domain/rep.ts';
import type { PageView } from '../../../shared/text/page-words.ts';
import { startPages, type RunningPages } from '../../integration/pages/running-pages.ts';
import { startBrowser } from '../../support/browser.ts';
import { auditPage, tabStops } from '../../support/page-audit.ts';

const PICTURES = 'test-artifacts/pages';
const PHONE = { width: 360, height: 740 };
const MOST_BYTES = 60_000;
/** Owner and supervisor of the sample story, and the answers as they stand on the buttons. */
const STORY = {
  'zh-CN': {
    owner: '老王',
    boss: '王芳',
    accept: '好，转给Lisa',
    keep: '我继续跟',
    snooze: '过几天再说',
    undo: '撤销这一步',
    open: '看一眼，点一下就好',
    list: /条建议等你看一眼/,
  },
  en: {
    owner: 'Lao Wang',
    boss: 'Fang Wang',
    accept: 'Yes, hand it to Lisa',
    keep: 'I keep it',
    snooze: 'Ask me later',
    undo: 'Undo this',
    open: 'Have a look, answer with one tap',
    list: /waiting for you/,
  },
} as const;

let browser: Browser | undefined;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await startBrowser('the phone pages in a browser');
});
afterAll(() => browser?.close());

const withPages = async (
  context: TestContext,
  use: (pages: RunningPages, phone: BrowserContext) => Promise<void>,
  language: Language = 'zh-CN',
): Promise<void> => {
  if (browser === undefined) return context.skip('no browser');
  const pages = await startPages(language);
  const phone = await browser.newContext({
    viewport: PHONE,
    hasTouch: true,
    isMobile: true,
    locale: language,
    javaScriptEnabled: true,
  });
  try {
    await use(pages, phone);
  } finally {
    await phone.close();
    await pages.close();
  }
};

/** Opens the newest mail to somebody as the inbox shows it: the mail is open, nothing has been tapped yet. */
const openMail = async (pages: RunningPages, page: Page, name: string): Promise<void> => {
  const { fields } = await pages.rep(name);
  const mail = (await pages.mails()).findLast(({ to }) => to.includes(fields.email!))!;
  await page.setContent((await pages.mail(mail.id)).html!);
};

/** Taps something and counts. */
const createTaps = (page: Page) => {
  let count = 0;
  return {
    count: () => count,
    tap: async (role: 'button' | 'link', name: string | RegExp): Promise<void> => {
      count += 1;
      await Promise.all([page.waitForEvent('load'), page.getByRole(role, { name }).first().tap()]);
    },
  };
};

describe('taps on a phone', () => {
  for (const answer of ['keep', 'snooze', 'accept'] as const) {
    it(`from the mail to "${answer}" done are at most 3, and the board follows`, (context) =>
      withPages(context, async (pages, phone) => {
        const words = STORY['zh-CN'];
        const page = await phone.newPage();
        await openMail(pages, page, words.owner);
        const taps = createTaps(page);
        await taps.tap('link', words.open);
        await taps.tap('button', words[answer]);
        await page.getByRole('status').waitFor();
        console.log(`taps from mail to ${answer}: ${taps.count()}`);
        expect(taps.count()).toBeLessThanOrEqual(3);
        await pages.settled();
        const row = (await pages.look()).byId('tasks', pages.task)!;
        expect(row['owner']).toBe(answer === 'accept' ? 'Lisa' : words.owner);
        expect((await pages.pending())?.quietUntil !== undefined).toBe(answer === 'snooze');
        if (answer !== 'accept') return;
        const before = taps.count();
        await taps.tap('button', words.undo);
        console.log(`taps from done to undone: ${taps.count() - before}`);
        await pages.settled();
        expect((await pages.look()).byId('tasks', pages.task)!['owner']).toBe(words.owner);
      }));
  }

  it('from the list of tasks to an answer are 2', (context) =>
    withPages(context, async (pages, phone) => {
      const words = STORY['zh-CN'];
      const page = await phone.newPage();
      await page.goto(await pages.url(words.owner, 'tasks'));
      const taps = createTaps(page);
      await taps.tap('link', words.list);
      await taps.tap('button', words.keep);
      await page.getByRole('status').waitFor();
      console.log(`taps from the list to keep: ${taps.count()}`);
      expect(taps.count()).toBe(2);
    }));
});

const VIEWS: readonly (readonly [who: 'owner' | 'boss', view: PageView])[] = [
  ['owner', 'tasks'],
  ['owner', 'ask'],
  ['owner', 'report'],
  ['boss', 'team'],
  ['boss', 'ask'],
  ['boss', 'report'],
];

describe.each(['zh-CN', 'en'] as const)('the pages in %s', (language) => {
  it('fit 360 px, weigh little, ask nothing of others, and pass the checks of names, order and contrast, light and dark', (context) =>
    withPages(
      context,
      async (pages, phone) => {
        const page = await phone.newPage();
        const asked: string[] = [];
        const complaints: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        page.on('console', (message) => complaints.push(message.text()));
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          for (const [who, view] of VIEWS) {
            const name = `${language}-${colorScheme}-${who}-${view}`;
            asked.length = 0;
            const answer = await page.goto(await pages.url(STORY[language][who], view));
            const bytes = (await answer!.body()).length;
            const audit = await auditPage(page);
            expect([name, audit.problems]).toEqual([name, []]);
            expect(audit.texts).toBeGreaterThan(8);
            expect([name, asked.length, bytes < MOST_BYTES]).toEqual([name, 1, true]);
            console.log(`${name}: ${bytes} bytes, lowest contrast ${audit.lowest.toFixed(2)}`);
            await page.screenshot({ path: `${PICTURES}/${name}.png` });
          }
        }
        expect(complaints).toEqual([]);
      },
      language,
    ));

  it('can be used by keyboard alone, in the order they are read', (context) =>
    withPages(
      context,
      async (pages, phone) => {
        const words = STORY[language];
        const page = await phone.newPage();
        await page.goto(await pages.url(words.owner, 'ask'));
        const stops = await tabStops(page);
        const at = (text: string): number => stops.findIndex((stop) => stop.includes(text));
        expect(at(words.keep)).toBeGreaterThan(4);
        expect([at(words.keep) + 1, stops.length > at(words.snooze)]).toEqual([at(words.snooze), true]);
        await page.getByRole('button', { name: words.keep }).focus();
        await page.keyboard.press('Enter');
        await page.getByRole('status').waitFor();
      },
      language,
    ));
});

it('a refused link gets a friendly page that passes the same checks', (context) =>
  withPages(context, async (pages, phone) => {
    const page = await phone.newPage();
    const answer = await page.goto(`${pages.running.origin}/m?t=v1.forged.link`);
    expect(answer!.status()).toBe(403);
    expect(await page.getByRole('heading').textContent()).toBe('这个链接打不开');
    expect((await auditPage(page)).problems).toEqual([]);
    await page.screenshot({ path: `${PICTURES}/refused.png` });
  }));
