import { afterAll, beforeAll, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import {
  writeAction,
  writeLink,
  type ActionToken,
  type PageAction,
} from '../../../shared/links/page-link.ts';
import { repId, teamId } from '../../../shared/domain/ids.ts';
import { get, press, startPages, tokensOf, type RunningPages } from './running-pages.ts';

let pages: RunningPages;
let warned: MockInstance;
beforeAll(async () => {
  pages = await startPages();
  warned = vi.spyOn(pages.ports.log, 'warn');
}, 120_000);
afterAll(() => pages.close());
beforeEach(() => warned.mockClear());

const revision = async (): Promise<number> => (await pages.ports.store.team(pages.team))!.revision;

/** What the log was told, which must never hold any of these texts. */
const logged = (...secrets: readonly string[]): readonly unknown[] => {
  const told = (warned.mock.calls as unknown as readonly (readonly [string, object?])[]).map(
    ([event, data]) => ({
      event,
      ...data,
    }),
  );
  for (const secret of secrets) expect(JSON.stringify(told)).not.toContain(secret);
  return told;
};

const asked = async () => ({ url: await pages.url('老王', 'ask'), wang: await pages.rep('老王') });

const tokenFor = async (changes: Partial<ActionToken>): Promise<string> => {
  const { wang } = await asked();
  return writeAction(pages.running.app.signer, {
    team: pages.team,
    person: wang.id,
    action: 'accept',
    task: pages.task,
    about: (await pages.pending())!.receipt,
    id: pages.ports.ids.next(),
    ends: pages.ports.clock.now() + 60_000,
    ...changes,
  });
};

/** What a token of somebody who has no business with it would be about. */
const ABOUT: Readonly<Partial<Record<PageAction, (wang: string) => { readonly about: string }>>> = {
  undo: () => ({ about: 'some-other-event#1' }),
  contest: () => ({ about: '别人的标签' }),
  uphold: (wang) => ({ about: `${wang}/医院信息化` }),
  withdraw: (wang) => ({ about: `${wang}/医院信息化` }),
};

/** Nothing of the board may have moved by what happens in between. */
const unchanged = async (act: () => Promise<void>): Promise<void> => {
  const before = await revision();
  await act();
  expect(await revision()).toBe(before);
  expect(await pages.pending()).toBeDefined();
};

describe('a link from a mail', () => {
  it('is in the mail of whoever is asked, opens their suggestion, and asks the question in words', async () => {
    const mails = await pages.mails();
    const wang = await pages.rep('老王');
    const summary = mails.findLast(({ to }) => to.includes(wang.fields.email!))!;
    expect(summary.subject).toContain('云岭骨科医院');
    const { text, html } = await pages.mail(summary.id);
    const url = /https?:\/\/\S+\/m\?t=\S+/.exec(text)?.[0] ?? '';
    expect(html).toContain('/m?t=');
    const page = await get(url);
    expect(page.status).toBe(200);
    expect(page.body).toContain('老王，你手上这个项目可能更适合Lisa，要不要转给 TA？');
    expect(page.body).toMatch(/Lisa的负荷 \d+\.\d → \d+\.\d，上限 10/);
    expect(tokensOf(page.body)).toHaveLength(3);
  });

  it('is in the supervisor’s mail too, and opens the load of the team', async () => {
    const boss = await pages.rep('王芳');
    const summary = (await pages.mails()).findLast(({ to }) => to.includes(boss.fields.email!))!;
    const url = /https?:\/\/\S+\/m\?t=\S+/.exec((await pages.mail(summary.id)).text)?.[0] ?? '';
    expect((await get(url)).status).toBe(200);
    const page = await get(`${url.replace(/&v=\w+|&k=[^&]+/g, '')}&v=team`);
    expect(page.body).toContain('团队负荷');
    expect(page.body).toContain('Kevin');
  });

  it('opened again and again, by GET and HEAD, with all parameters, changes nothing', async () => {
    const { url } = await asked();
    const [accept = ''] = tokensOf((await get(url)).body);
    await unchanged(async () => {
      for (const one of [url, `${url}&a=${accept}`, `${url}&a=${accept}&action=accept`]) {
        expect((await get(one)).status).toBe(200);
        expect((await get(one, 'HEAD')).status).toBe(200);
      }
      expect((await get(url, 'PUT')).status).toBe(405);
    });
  });

  it('brings a page that nothing may be added to, kept or passed on', async () => {
    const { headers, body } = await get((await asked()).url);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(headers.get('set-cookie')).toBeNull();
    expect(body).not.toMatch(/<script|\son\w+=|(src|href)="https?:/i);
  });
});

describe('refused, logged without the token, nothing changed:', () => {
  it('an altered link, and none at all, for looking and for acting', async () => {
    const { url } = await asked();
    const token = await tokenFor({});
    await unchanged(async () => {
      for (const one of [
        `${url.slice(0, 80)}${url[80] === 'X' ? 'Y' : 'X'}${url.slice(81)}`,
        `${pages.running.origin}/m`,
        `${pages.running.origin}/m?t[]=x&t[]=y`,
      ]) {
        for (const page of [await get(one), await press(one, token)])
          expect([page.status, page.body.includes('老王')]).toEqual([403, false]);
      }
    });
    expect(logged(url.slice(90, 110), token)).toEqual(
      Array.from({ length: 6 }, () => ({ event: 'page refused', problem: 'ALTERED', what: 'link' })),
    );
  });

  it('an expired link, for looking and for acting', async () => {
    const { wang } = await asked();
    const { signer } = pages.running.app;
    const link = writeLink(signer, {
      team: pages.team,
      person: wang.id,
      ends: pages.ports.clock.now() - 1000,
    });
    const url = `${pages.running.origin}/m?t=${link}`;
    const token = await tokenFor({});
    await unchanged(async () => {
      expect((await get(url)).status).toBe(410);
      expect((await get(url, 'HEAD')).status).toBe(410);
      expect((await press(url, token)).status).toBe(410);
    });
    expect(logged(link, token)).toEqual(
      Array.from({ length: 3 }, () => ({ event: 'page refused', problem: 'EXPIRED', what: 'link' })),
    );
  });

  it('a forged token, an expired one, and a form without one', async () => {
    const { url } = await asked();
    const good = await tokenFor({});
    const old = await tokenFor({ ends: pages.ports.clock.now() - 1000 });
    await unchanged(async () => {
      expect((await press(url, `${good.slice(0, -1)}0`)).status).toBe(403);
      expect((await press(url, old)).status).toBe(410);
      expect(
        (
          await fetch(url, {
            method: 'POST',
            body: 'a[]=1',
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
          })
        ).status,
      ).toBe(400);
    });
    expect(logged(good, old)).toMatchObject([
      { problem: 'ALTERED' },
      { problem: 'EXPIRED' },
      { problem: 'BAD_FORM' },
    ]);
  });

  it('a token of one board on another, and of one person on the page of another', async () => {
    const lisa = await pages.url('Lisa', 'ask');
    const { url } = await asked();
    const elsewhere = await tokenFor({ team: teamId('another-board-of-ours') });
    const wangs = await tokenFor({});
    await unchanged(async () => {
      expect((await press(url, elsewhere)).status).toBe(403);
      expect((await press(lisa, wangs)).status).toBe(403);
    });
    const [wang, lisas] = [await pages.rep('老王'), await pages.rep('Lisa')];
    expect(logged(elsewhere, wangs)).toEqual(
      [wang, lisas].map(({ id }) => ({
        event: 'page refused',
        problem: 'FOREIGN',
        what: 'action',
        team: pages.team,
        person: id,
      })),
    );
  });

  it('a link to a board that is not there, and to somebody who is not on it', async () => {
    const { signer } = pages.running.app;
    const ends = pages.ports.clock.now() + 60_000;
    const { wang } = await asked();
    const token = await tokenFor({});
    const there = [
      { team: teamId('no-such-board'), person: wang.id },
      { team: pages.team, person: repId('nobody') },
    ];
    await unchanged(async () => {
      for (const one of there) {
        const url = `${pages.running.origin}/m?t=${writeLink(signer, { ...one, ends })}`;
        expect((await get(url)).status).toBe(404);
        expect((await press(url, token)).status).toBe(404);
      }
    });
    expect(logged(token)).toEqual(
      there.flatMap((one) =>
        [1, 2].map(() => ({ event: 'page refused', problem: 'GONE', what: 'link', ...one })),
      ),
    );
  });

  it.each([
    ['accept', 'NOT_YOURS', 'not your task'],
    ['keep', 'NOT_YOURS', 'not your task'],
    ['snooze', 'NOT_YOURS', 'not your task'],
    ['contact', 'NOT_YOURS', 'not your task'],
    ['write', 'NOT_YOURS', 'not your task'],
    ['confirm', 'NOT_YOURS', 'not your task'],
    ['release', 'NOT_YOURS', 'not your task'],
    ['undo', 'NOT_YOURS', 'not your task'],
    ['contest', 'NO_SUCH_TAG', 'no such tag'],
    ['uphold', 'SUPERVISOR_ONLY', 'Only the supervisor'],
    ['withdraw', 'SUPERVISOR_ONLY', 'Only the supervisor'],
  ] as const)(
    'another rep’s task in a request to %s that is valid in every other way',
    async (action, outcome, says) => {
      const [kevin, wang] = [await pages.rep('Kevin'), await pages.rep('老王')];
      const url = await pages.url('Kevin', 'ask');
      const { about } = ABOUT[action]?.(wang.id) ?? {};
      const token = await tokenFor({ person: kevin.id, action, ...(about === undefined ? {} : { about }) });
      await unchanged(async () => {
        const page = await press(url, token, { preferences: 'x', reason: 'x' });
        expect(page.status).toBe(409);
        expect(page.body).toContain(says);
      });
      expect(logged(token)).toEqual([
        { event: 'page act refused', team: pages.team, person: kevin.id, action, outcome },
      ]);
    },
  );

  it('an answer to a suggestion that is no longer the one on the page', async () => {
    const { url } = await asked();
    const token = await tokenFor({ about: 'an-older-event#1' });
    await unchanged(async () => {
      expect((await press(url, token)).status).toBe(409);
    });
    expect(logged(token)).toMatchObject([{ outcome: 'SUGGESTION_GONE' }]);
  });
});

describe('acting', () => {
  it('by two taps at once acts once; both get a page that says so; the sheet, the audit and the actor follow', async () => {
    const { url, wang } = await asked();
    const [accept = ''] = tokensOf((await get(url)).body);
    const before = (await pages.look()).rows('audit').length;
    const [one, two] = await Promise.all([press(url, accept), press(url, accept)]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
    expect(logged(accept)).toMatchObject([
      { event: 'page act refused', person: wang.id, action: 'accept', outcome: 'repeated' },
    ]);
    await pages.settled();
    const look = await pages.look();
    expect(look.byId('tasks', pages.task)!['owner']).toBe('Lisa');
    const moves = look
      .rows('audit')
      .slice(before)
      .filter((row) => row['to'] === 'Lisa' && row['actor'] === wang.fields.email);
    expect(moves.length).toBeGreaterThan(0);
    expect(moves.filter((row) => row['undo'] === false)).toHaveLength(1);
    const again = await press(url, accept);
    expect([again.status, (await pages.look()).byId('tasks', pages.task)!['owner']]).toEqual([409, 'Lisa']);
    const done = one.status === 200 ? one : two;
    const [undo = ''] = tokensOf(done.body);
    expect((await press(url, undo)).status).toBe(200);
    await pages.settled();
    expect((await pages.look()).byId('tasks', pages.task)!['owner']).toBe('老王');
    warned.mockClear();
    expect((await press(url, undo)).body).toContain('这一步已经做过了');
    expect((await press(url, accept)).body).toContain('这一步已经做过了');
    expect(logged(undo, accept)).toMatchObject([
      { action: 'undo', outcome: 'repeated' },
      { action: 'accept', outcome: 'repeated' },
    ]);
  });
});
