import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeStopLink } from '../../../shared/links/stop-link.ts';
import { repId } from '../../../shared/domain/ids.ts';
import { get, press, startPages, tokensOf, type RunningPages } from './running-pages.ts';

let pages: RunningPages;
beforeAll(async () => {
  pages = await startPages();
}, 120_000);
afterAll(() => pages.close());

const choice = async (name: string) => (await pages.rep(name)).fields.mail;
const cell = async (name: string) => (await pages.look()).find('team', 'name', name)['mail'];
const audits = async () =>
  (await pages.look())
    .rows('audit')
    .filter(({ what }) => what === '选择收什么邮件')
    .map(({ actor, to, cause }) => [actor, to, cause]);

describe('the page where people choose their mail', () => {
  it('is linked from every page, shows what holds, and a choice goes into the sheet and the audit, once per token', async () => {
    const home = await get(await pages.url('Lisa'));
    expect(home.body).toContain('&#38;v=mail');
    const url = await pages.url('Lisa', 'mail');
    const page = await get(url);
    expect(page.body.match(/ checked/g)).toHaveLength(4);
    const [token = ''] = tokensOf(page.body);
    const done = await press(url, token, { pace: 'daily', asks: 'yes' });
    expect(done.status).toBe(200);
    expect(done.body).toContain('邮件设置已保存');
    expect(await choice('Lisa')).toEqual({ pace: 'daily', groups: ['asks'] });
    expect(await cell('Lisa')).toBe('每天一封、待答复');
    const email = (await pages.rep('Lisa')).fields.email;
    expect(await audits()).toEqual([[email, 'Lisa', '每天一封、待答复']]);
    expect((await press(url, token, { pace: 'atOnce', alerts: 'yes' })).status).toBe(409);
    expect(await choice('Lisa')).toEqual({ pace: 'daily', groups: ['asks'] });
    expect((await get(url)).body.match(/ checked/g)).toHaveLength(2);
  });

  it('and the sheet are the same: what is typed there holds, what cannot be understood is refused with a note', async () => {
    const { id } = await pages.rep('Lisa');
    await pages.type('team', id, { mail: 'report only' });
    expect(await choice('Lisa')).toEqual({ pace: 'atOnce', groups: ['report'] });
    await pages.type('team', id, { mail: '偶尔' });
    expect((await pages.notes('team', id))['mail']).toContain('随时、每天一封、提醒、待答复、周报、不要邮件');
    expect(await choice('Lisa')).toEqual({ pace: 'atOnce', groups: ['report'] });
    await pages.type('team', id, { mail: '' });
    expect(await choice('Lisa')).toBeUndefined();
    expect(await pages.notes('team', id)).toEqual({});
  });

  it('with nothing chosen nobody writes any more, and a check of the board leaves it so', async () => {
    const url = await pages.url('Amy', 'mail');
    const [token = ''] = tokensOf((await get(url)).body);
    await press(url, token, { pace: 'daily' });
    expect(await choice('Amy')).toEqual({ pace: 'atOnce', groups: [] });
    await pages.running.post('onReconcile', { spreadsheetId: pages.team });
    expect(await choice('Amy')).toEqual({ pace: 'atOnce', groups: [] });
    expect(await cell('Amy')).toBe('不要邮件');
  });
});

describe('the link that ends reports', () => {
  const stopUrl = async (name: string) => pages.ports.stopUrl(pages.team, (await pages.rep(name)).id);

  it('only asks when it is opened, by GET or HEAD, however often', async () => {
    const url = await stopUrl('Kevin');
    for (const method of ['GET', 'HEAD', 'GET']) {
      const page = await get(url, method);
      expect(page.status).toBe(200);
    }
    expect((await get(url)).body).toContain('No more weekly reports?');
    expect(await choice('Kevin')).toBeUndefined();
  });

  it('ends them by the one-click POST of a mail program, without any session, and again changes nothing', async () => {
    const url = await stopUrl('Kevin');
    for (let time = 0; time < 2; time += 1) {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
        redirect: 'error',
      });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(await answer.text()).toContain('Reports stopped');
    }
    expect(await choice('Kevin')).toEqual({ pace: 'atOnce', groups: ['alerts', 'asks'] });
    expect(await cell('Kevin')).toBe('提醒、待答复');
    expect((await audits()).filter(([, to]) => to === 'Kevin')).toHaveLength(1);
  });

  it('works again after they have been taken up again on the page', async () => {
    const url = await pages.url('Kevin', 'mail');
    const [token = ''] = tokensOf((await get(url)).body);
    await press(url, token, { pace: 'atOnce', alerts: 'yes', asks: 'yes', report: 'yes' });
    expect(await choice('Kevin')).toBeUndefined();
    await fetch(await stopUrl('Kevin'), { method: 'POST', body: 'List-Unsubscribe=One-Click' });
    expect(await choice('Kevin')).toEqual({ pace: 'atOnce', groups: ['alerts', 'asks'] });
  });

  it('opens no page, and no page’s link ends reports; altered or for somebody unknown it does nothing', async () => {
    const stop = new URL(await stopUrl('Lisa'));
    const page = new URL(await pages.url('Lisa'));
    const token = stop.searchParams.get('u') ?? '';
    const at = `${stop.origin}${stop.pathname}`;
    expect((await get(`${at}?t=${token}`)).status).toBe(403);
    const post = async (link: string) =>
      (await fetch(`${at}?u=${link}`, { method: 'POST', body: 'List-Unsubscribe=One-Click' })).status;
    expect(await post(page.searchParams.get('t') ?? '')).toBe(403);
    expect(await post(token.replace(/.$/, (sign) => (sign === 'a' ? 'b' : 'a')))).toBe(403);
    const stranger = { team: pages.team, person: repId('nobody') };
    expect(await post(writeStopLink(pages.running.app.signer, stranger))).toBe(404);
    expect(await choice('Lisa')).toBeUndefined();
  });
});
