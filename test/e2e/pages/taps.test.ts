import { mkdirSync, writeFileSync } from 'node:fs';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi, type TestContext } from 'vitest';
import type { RepId } from '../../../shared/domain/ids.ts';
import type { PersonAct } from '../../../shared/ports/people.ts';
import { HANDOVER_ITEMS } from '../../../shared/domain/handover.ts';
import type { PageView } from '../../../shared/text/page-words.ts';
import { startPages, type RunningPages } from '../../integration/pages/running-pages.ts';
import { startBrowser } from '../../support/browser.ts';

const MOST = 3;
const HOUR = 3_600_000;
const CONTACT = '林院长 138-0000-4321';
const PICTURES = 'test-artifacts/pages';
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: 'zh-CN' };

interface Counted {
  readonly act: string;
  readonly from: 'mail' | 'list';
  readonly taps: number;
}
const counted: Counted[] = [];

let browser: Browser | undefined;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await startBrowser('taps on a phone');
});
afterAll(async () => {
  await browser?.close();
  if (counted.length === 0) return;
  console.table(counted);
  const lines = counted.map(({ act, from, taps }) => `| ${act} | ${from} | ${taps} |`);
  writeFileSync(
    `${PICTURES}/taps.md`,
    ['| act | from | taps |', '| --- | --- | --- |', ...lines, ''].join('\n'),
  );
});

interface Phone {
  readonly pages: RunningPages;
  readonly page: Page;
  /** Opens the newest mail to somebody with a way to their page, as the inbox shows it; nothing is tapped yet. */
  mail(name: string): Promise<void>;
  /** Opens somebody's page where they left it. */
  list(name: string, view: PageView): Promise<void>;
  /** Taps the way from the mail, or from one page to another, until this page is there. */
  reach(view: PageView): Promise<void>;
  button(name: string | RegExp): Promise<void>;
  /** Taps something that stays on the page: a fold, a field. */
  touch(selector: string): Promise<void>;
  /** The act is done: the page says so. The taps since the mail or list was opened are counted. */
  done(act: string, says: string | RegExp): Promise<void>;
}

const withPhone = async (context: TestContext, use: (phone: Phone) => Promise<void>): Promise<void> => {
  if (browser === undefined) return context.skip('no browser');
  const pages = await startPages();
  const window = await browser.newContext(PHONE);
  try {
    await use(await phoneOf(pages, window));
    await pages.settled();
  } finally {
    vi.restoreAllMocks();
    await window.close();
    await pages.close();
  }
};

const phoneOf = async (pages: RunningPages, window: BrowserContext): Promise<Phone> => {
  const page = await window.newPage();
  let [taps, from]: [number, Counted['from']] = [0, 'list'];
  const tap = async (target: Locator): Promise<void> => {
    taps += 1;
    await Promise.all([page.waitForEvent('load'), target.first().tap()]);
  };
  const linkTo = async (view: PageView): Promise<Locator> => {
    const straight = page.locator(`a[href*="?t="][href*="v=${view}"]`);
    return (await straight.count()) > 0 ? straight : page.locator('a[href*="/m?t="]');
  };
  const isAt = (view: PageView): boolean => page.url().includes(`v=${view}`);
  return {
    pages,
    page,
    mail: async (name) => {
      await page.goto('about:blank');
      await page.setContent(await newestMail(pages, name));
      [taps, from] = [0, 'mail'];
    },
    list: async (name, view) => {
      await page.goto(await pages.url(name, view));
      [taps, from] = [0, 'list'];
    },
    reach: async (view) => {
      for (let step = 0; step < MOST && !isAt(view); step += 1) await tap(await linkTo(view));
    },
    touch: async (selector) => {
      taps += 1;
      await page.locator(selector).first().tap();
    },
    button: (name) => tap(page.getByRole('button', { name })),
    done: async (act, says) => {
      expect(await page.getByRole('status').textContent()).toMatch(says);
      counted.push({ act, from, taps });
      expect(taps).toBeLessThanOrEqual(MOST);
    },
  };
};

const newestMail = async (pages: RunningPages, name: string): Promise<string> => {
  const { fields } = await pages.rep(name);
  const mine = (await pages.mails()).filter(({ to }) => to.includes(fields.email!)).reverse();
  for (const { id } of mine) {
    const { html } = await pages.mail(id);
    // A mail program opens a link in the browser; here both are one window.
    if (html?.includes('/m?t=') === true) return html.replaceAll('target="_blank"', '');
  }
  throw new Error(`no mail to ${name} leads to a page`);
};

const actAs = async (pages: RunningPages, name: string, act: PersonAct): Promise<void> => {
  const rep = (await pages.rep(name)).id;
  const outcome = await pages.running.app.people.act(pages.team, { id: pages.ports.ids.next(), rep, act });
  expect(outcome).toMatchObject({ kind: 'done' });
  await pages.settled();
};

/** Whoever is late with a handover gets their mail. */
const aDayLater = async (pages: RunningPages): Promise<void> => {
  const now = pages.ports.clock.now.bind(pages.ports.clock);
  vi.spyOn(pages.ports.clock, 'now').mockImplementation(() => now() + 25 * HOUR);
  await pages.running.app.sweep(pages.team, pages.ports.ids.next());
  await pages.settled();
};

const ownerOf = async (pages: RunningPages, task: string): Promise<unknown> => {
  await pages.settled();
  return (await pages.look()).byId('tasks', task)!['owner'];
};

describe('from the mail or the list to done, on a phone', () => {
  for (const answer of ['keep', 'snooze', 'accept'] as const)
    it(`"${answer}", and the board follows`, (context) =>
      withPhone(context, async (phone) => {
        const { pages } = phone;
        const says = { accept: /已转给Lisa/, keep: /维持不变/, snooze: /过几天再问/ };
        const button = { accept: '好，转给Lisa', keep: '我继续跟', snooze: '过几天再说' };
        await phone.mail('老王');
        await phone.reach('ask');
        await phone.button(button[answer]);
        await phone.done(answer, says[answer]);
        expect(await ownerOf(pages, pages.task)).toBe(answer === 'accept' ? 'Lisa' : '老王');
        expect((await pages.pending())?.quietUntil !== undefined).toBe(answer === 'snooze');
        if (answer !== 'accept') return;
        await phone.button('撤销这一步');
        await phone.done('accept and undo at once', /已撤销/);
        expect(await ownerOf(pages, pages.task)).toBe('老王');
      }));

  it('"keep" from the list of tasks', (context) =>
    withPhone(context, async (phone) => {
      await phone.list('老王', 'tasks');
      await phone.reach('ask');
      await phone.button('我继续跟');
      await phone.done('keep', /维持不变/);
    }));

  it('a handover is confirmed and the contact opened', (context) =>
    withPhone(context, async (phone) => {
      const { pages, page } = phone;
      await pages.type('tasks', pages.task, { contact: CONTACT });
      await actAs(pages, '老王', {
        do: 'accept',
        taskId: pages.task,
        receipt: (await pages.pending())!.receipt,
      });
      await phone.list('Lisa', 'tasks');
      expect(await page.getByRole('button', { name: '查看联系方式' }).count()).toBe(0);
      await phone.list('老王', 'tasks');
      await phone.reach('handover');
      for (const item of HANDOVER_ITEMS) await page.locator(`textarea[name=${item}]`).fill(`${item} <b>`);
      await phone.button('保存交接内容');
      await phone.done('write a handover', /已保存/);
      await aDayLater(pages);
      await phone.mail('Lisa');
      await phone.reach('handover');
      await page.getByText('concerns <b>').waitFor();
      await phone.button('三项都看过了，确认');
      await phone.done('confirm a handover', /已确认/);
      await phone.mail('Lisa');
      await phone.reach('tasks');
      expect(await page.content()).not.toContain(CONTACT);
      await phone.button('查看联系方式');
      expect(await page.locator('.contact').textContent()).toBe(CONTACT);
      await phone.done('open the contact', /联系方式/);
    }));

  it('a handover that nobody finished is released with gaps by the supervisor, from the mail that says so', (context) =>
    withPhone(context, async (phone) => {
      const { pages } = phone;
      await actAs(pages, '老王', {
        do: 'accept',
        taskId: pages.task,
        receipt: (await pages.pending())!.receipt,
      });
      await aDayLater(pages);
      await phone.mail('王芳');
      await phone.reach('handover');
      await phone.button('带缺口放行');
      await phone.done('release with gaps', /已带缺口放行/);
      expect((await pages.ports.store.team(pages.team))!.handovers).toEqual({});
    }));

  it('one move, then a whole set, are taken back by the supervisor', (context) =>
    withPhone(context, async (phone) => {
      const { pages, page } = phone;
      await actAs(pages, '老王', {
        do: 'accept',
        taskId: pages.task,
        receipt: (await pages.pending())!.receipt,
      });
      await phone.mail('王芳');
      await phone.reach('team');
      await phone.button(/^撤销这次转手: 老王 → Lisa/);
      await phone.done('undo one move', /已撤销/);
      expect(await ownerOf(pages, pages.task)).toBe('老王');

      const wang = (await pages.rep('老王')).id;
      const lisa: RepId = (await pages.rep('Lisa')).id;
      const state = (await pages.ports.store.load(pages.team, { tasks: [], books: [wang] }))!;
      const three = Object.values(state.books[wang]!)
        .filter(({ status }) => status === 'open')
        .slice(0, 3)
        .map(({ taskId }) => taskId);
      await actAs(pages, '王芳', { do: 'moveMany', moves: three.map((taskId) => ({ taskId, to: lisa })) });
      for (const task of three) expect(await ownerOf(pages, task)).toBe('Lisa');
      await phone.mail('王芳');
      await phone.reach('team');
      await page.screenshot({ path: `${PICTURES}/team-with-moves.png`, fullPage: true });
      await phone.button(/^整批撤销（3 个任务）/);
      await phone.done('undo a set', /已撤销/);
      for (const task of three) expect(await ownerOf(pages, task)).toBe('老王');
      await phone.list('王芳', 'team');
      expect(await page.getByRole('button', { name: /撤销/ }).count()).toBe(0);
    }));

  it('a tag is contested with a reason, and the supervisor answers', (context) =>
    withPhone(context, async (phone) => {
      const { pages, page } = phone;
      await phone.mail('老王');
      await phone.reach('report');
      await phone.button(/^对这个标签有异议/);
      await phone.done('contest a tag', /异议已提交/);
      await phone.list('老王', 'report');
      await phone.touch('main summary');
      await phone.touch('textarea[name=reason]');
      await page.keyboard.type('只有两单 <b>');
      await phone.button(/^对这个标签有异议/);
      await phone.done('contest a tag with a reason', /异议已提交/);
      await phone.mail('王芳');
      await phone.reach('team');
      await page.getByText('理由：只有两单 <b>').waitFor();
      await phone.button(/^保留标签: 老王/);
      await phone.done('answer a contest', /标签保留/);
      await phone.list('王芳', 'tasks');
      await phone.reach('team');
      await phone.button(/^不再计入: 老王/);
      await phone.done('answer a contest', /不再计入/);
      const { fields } = await pages.rep('老王');
      expect(fields.contested?.map(({ state }) => state)).toHaveLength(2);
      expect(fields.contested?.map(({ state }) => state).sort()).toEqual(['upheld', 'withdrawn']);
    }));
});
