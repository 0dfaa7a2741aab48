import { mkdirSync, writeFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { repId } from '../../../shared/domain/ids.ts';
import type { Language } from '../../../shared/domain/rep.ts';
import { writeLink } from '../../../shared/links/page-link.ts';
import type { PersonAct } from '../../../shared/ports/people.ts';
import type { PageView } from '../../../shared/text/page-words.ts';
import { press as pressAgain, startPages, type RunningPages } from '../../integration/pages/running-pages.ts';
import { startBrowser } from '../../support/browser.ts';
import { auditPage, tabStops } from '../../support/page-audit.ts';

const PICTURES = 'test-artifacts/pages';
const PHONE = { width: 360, height: 740 };
const MOST_BYTES = 60_000;
const CONTACT = '林院长 138-0000-4321';
const LONG = '这两单是接手同事的客户，我只是陪同拜访；we-never-met-the-customer-without-them-anywhere-at-all';
/** People of the sample story, and the answers as they stand on the buttons. */
const STORY = {
  'zh-CN': { owner: '老王', taker: 'Lisa', boss: '王芳', keep: '我继续跟', snooze: '过几天再说' },
  en: { owner: 'Lao Wang', taker: 'Lisa', boss: 'Fang Wang', keep: 'I keep it', snooze: 'Ask me later' },
} as const;

interface Weighed {
  readonly page: string;
  readonly bytes: number;
  readonly contrast: number;
}
const weighed: Weighed[] = [];

let browser: Browser | undefined;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await startBrowser('the phone pages in a browser');
});
afterAll(async () => {
  await browser?.close();
  if (weighed.length === 0) return;
  console.table(weighed);
  const lines = weighed.map(({ page, bytes, contrast }) => `| ${page} | ${bytes} | ${contrast} |`);
  writeFileSync(
    `${PICTURES}/weights.md`,
    ['| page | bytes of the first load | lowest contrast |', '| --- | --- | --- |', ...lines, ''].join('\n'),
  );
});

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

type Who = 'owner' | 'taker' | 'boss' | 'paused';
const VIEWS: readonly (readonly [who: Who, view: PageView])[] = [
  ['owner', 'tasks'],
  ['owner', 'ask'],
  ['owner', 'handover'],
  ['owner', 'report'],
  ['owner', 'mail'],
  ['taker', 'tasks'],
  ['taker', 'handover'],
  ['paused', 'tasks'],
  ['boss', 'team'],
  ['boss', 'ask'],
  ['boss', 'handover'],
  ['boss', 'report'],
  ['boss', 'mail'],
];

const actAs = async (pages: RunningPages, name: string, act: PersonAct): Promise<void> => {
  const { id: rep } = await pages.rep(name);
  const outcome = await pages.running.app.people.act(pages.team, { id: pages.ports.ids.next(), rep, act });
  expect(outcome).toMatchObject({ kind: 'done' });
};

/** Something of everything: a handover, a contact on either side of it, contests, a set of moves, a paused rep. */
const fillPages = async (pages: RunningPages, language: Language): Promise<Record<Who, string>> => {
  const { owner, taker, boss } = STORY[language];
  const [wang, lisa] = [await pages.rep(owner), await pages.rep(taker)];
  const state = (await pages.ports.store.load(pages.team, { tasks: [], books: [wang.id] }))!;
  const [first, second, third] = Object.values(state.books[wang.id]!)
    .filter(({ status, taskId }) => status === 'open' && taskId !== pages.task)
    .map(({ taskId }) => taskId);
  for (const task of [first!, third!]) await pages.type('tasks', task, { contact: CONTACT });
  const moves = [first!, second!].map((taskId) => ({ taskId, to: lisa.id }));
  await actAs(pages, boss, { do: 'moveMany', moves });
  const tags = Object.values(wang.fields.tags).flat();
  await actAs(pages, owner, { do: 'contestTag', tag: tags[0]!, reason: LONG });
  await actAs(pages, owner, { do: 'contestTag', tag: tags[1]! });
  await actAs(pages, boss, { do: 'answerContest', rep: wang.id, tag: tags[1]!, answer: 'upheld' });
  await pages.settled();
  const team = (await pages.ports.store.team(pages.team))!;
  const paused = Object.values(team.reps).find((rep) => rep.paused && rep.id !== wang.id)!;
  return { owner, taker, boss, paused: paused.fields.name };
};

/** A link that was signed all right: for somebody, or for nobody of the board. */
const linkTo = async (pages: RunningPages, name: string | null, lives: number): Promise<string> =>
  writeLink(pages.running.app.signer, {
    team: pages.team,
    person: name === null ? repId('nobody') : (await pages.rep(name)).id,
    ends: pages.ports.clock.now() + lives,
  });

/** What a page weighs, that it asks for nothing else, and what the audit finds of it. */
const look = async (page: Page, name: string, bytes: number): Promise<void> => {
  const audit = await auditPage(page);
  expect([name, audit.problems]).toEqual([name, []]);
  expect(audit.texts).toBeGreaterThan(2);
  expect(bytes).toBeLessThan(MOST_BYTES);
  weighed.push({ page: name, bytes, contrast: Math.round(audit.lowest * 100) / 100 });
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
};

describe.each(['zh-CN', 'en'] as const)('the pages in %s', (language) => {
  it('fit 360 px, weigh little, ask nothing of others, and pass the checks of names, order and contrast, light and dark', (context) =>
    withPages(
      context,
      async (pages, phone) => {
        const people = await fillPages(pages, language);
        const page = await phone.newPage();
        const asked: string[] = [];
        const complaints: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        page.on('console', (message) => complaints.push(message.text()));
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          for (const [who, view] of VIEWS) {
            asked.length = 0;
            const answer = await page.goto(await pages.url(people[who], view));
            await look(page, `${language}-${colorScheme}-${who}-${view}`, (await answer!.body()).length);
            expect(asked).toHaveLength(1);
          }
        }
        expect(complaints).toEqual([]);
      },
      language,
    ));

  it('that tell what a tap did, or why it did nothing, or why a link does not open, pass the same checks', (context) =>
    withPages(
      context,
      async (pages, phone) => {
        const { owner, keep } = STORY[language];
        const [page, other] = [await phone.newPage(), await phone.newPage()];
        const lookBoth = async (at: Page, name: string, bytes: number): Promise<void> => {
          for (const colorScheme of ['light', 'dark'] as const) {
            await at.emulateMedia({ colorScheme });
            await look(at, `${language}-${colorScheme}-${name}`, bytes);
          }
        };
        const press = async (at: Page, name: string | RegExp): Promise<number> => {
          const [answer] = await Promise.all([
            at.waitForResponse((response) => response.request().method() === 'POST'),
            at.getByRole('button', { name }).first().tap(),
          ]);
          await at.getByRole('status').waitFor();
          return (await answer.body()).length;
        };
        await pages.type('tasks', pages.task, { contact: CONTACT });
        const ask = await pages.url(owner, 'ask');
        await page.goto(ask);
        await other.goto(ask);
        const token = (await page.getByRole('button', { name: keep }).getAttribute('value'))!;
        await lookBoth(page, 'done', await press(page, keep));
        await lookBoth(other, 'refused', await press(other, keep));
        const again = await pressAgain(ask, token);
        expect(again.status).toBe(409);
        await other.setContent(again.body);
        await lookBoth(other, 'repeated', again.body.length);
        await page.goto(await pages.url(owner, 'tasks'));
        await lookBoth(
          page,
          'contact',
          await press(page, language === 'en' ? 'Show the contact' : '查看联系方式'),
        );
        expect(await page.locator('.contact').textContent()).toBe(CONTACT);
        const wang = await pages.rep(owner);
        const stop = await page.goto(pages.ports.stopUrl(pages.team, wang.id));
        await lookBoth(page, 'stop', (await stop!.body()).length);
        const [stopped] = await Promise.all([
          page.waitForResponse((response) => response.request().method() === 'POST'),
          page.locator('button.main').tap(),
        ]);
        expect(stopped.status()).toBe(200);
        await lookBoth(page, 'stopped', (await stopped.body()).length);
        expect((await pages.rep(owner)).fields.mail?.groups).not.toContain('report');
        for (const [name, link, status] of [
          ['altered', 'v1.forged.link', 403],
          ['expired', await linkTo(pages, owner, -1000), 410],
          ['gone', await linkTo(pages, null, 60_000), 404],
        ] as const) {
          const answer = await page.goto(`${pages.running.origin}/m?t=${link}`);
          expect(answer!.status()).toBe(status);
          await lookBoth(page, name, (await answer!.body()).length);
        }
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
