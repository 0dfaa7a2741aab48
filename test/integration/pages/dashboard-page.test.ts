import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DashboardView } from '../../../shared/pages/dashboard-view.ts';
import { givePast } from '../../support/give-past.ts';
import { get, startPages, type RunningPages } from './running-pages.ts';

describe('the dashboard page over the wire', () => {
  let pages: RunningPages;
  let url: string;
  const json = async (more = ''): Promise<DashboardView> => {
    const { body } = await get(`${url}&as=json${more}`);
    return (JSON.parse(body) as { view: DashboardView }).view;
  };
  const figure = ({ figures }: DashboardView, key: string) => figures.find((one) => one.key === key)?.value;
  const load = ({ tables }: DashboardView, name: string) =>
    tables.find(({ id }) => id === 'reps')?.rows.find(({ label }) => label.startsWith(name))?.cells[0];

  beforeAll(async () => {
    pages = await startPages('zh-CN');
    await givePast(pages.ports, pages.team);
    url = await pages.url('王芳', 'dashboard');
  }, 90_000);
  afterAll(() => pages.close());

  it('is one page below 60 KB with ninety days in it, complete without its script', async () => {
    const { status, body, headers } = await get(url);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(Buffer.byteLength(body)).toBeLessThan(60_000);
    const withoutScript = body.replace(/<script[\s\S]*?<\/script>/g, '');
    const view = await json();
    for (const { label, value } of view.figures) {
      expect(withoutScript).toContain(label);
      expect(withoutScript).toContain(value);
    }
    const days = view.tables.find(({ id }) => id === 'days')!;
    expect(days.rows).toHaveLength(90);
    for (const { label } of days.rows) expect(withoutScript).toContain(`>${label}<`);
  });

  it('lets only its own script run, each time by another nonce, and loads nothing from elsewhere', async () => {
    const [one, two] = [await get(url), await get(url)];
    const policy = one.headers.get('content-security-policy') ?? '';
    const [, nonce = ''] = /script-src 'nonce-([\w-]+)'/.exec(policy) ?? [];
    expect(nonce.length).toBeGreaterThan(20);
    expect(two.headers.get('content-security-policy')).not.toContain(nonce);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    const scripts = [...one.body.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.filter((tag) => !tag.includes('application/json'))).toEqual([
      expect.stringContaining(`nonce="${nonce}"`),
    ]);
    expect(one.body).not.toMatch(/\s(src|href|action)="(https?:)?\/\//);
    expect(one.body).not.toMatch(/\sstyle="|\son[a-z]+="/);
  });

  it('serves the script itself under a name that changes with it, to be kept for ever, packed where that is understood', async () => {
    const [, address = ''] = /src="(\?f=[^"]+)"/.exec((await get(url)).body) ?? [];
    const answer = await fetch(new URL(address, url));
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(await answer.text()).toContain('Chart.js');
    const plain = await fetch(new URL(address, url), { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect((await get(new URL('?f=dashboard-0000.js', url).href)).status).toBe(404);
  });

  it('filters by rep and type in the address, and takes anything else as everybody', async () => {
    const wang = await pages.rep('老王');
    const { body } = await get(`${url}&rep=${wang.id}&type=volume`);
    expect(body).toMatch(/<option value="volume" selected/);
    expect(body).toContain(`<option value="${wang.id}" selected`);
    const own = await json(`&rep=${wang.id}`);
    expect(own.tables[0]?.rows.map(({ label }) => label)).toEqual([expect.stringContaining('老王')]);
    const all = await json();
    expect(await json('&rep=nobody&type=nonsense')).toEqual({ ...all, at: expect.any(Number) as number });
    expect(await json('&rep=constructor')).toMatchObject({ figures: all.figures });
  });

  it('shows an edit of the board as soon as it is decided, at one document while nothing changes', async () => {
    const before = await json();
    const look = await pages.look();
    const id = String(
      look.rows('tasks').find((row) => row['owner'] === 'Lisa' && row['points'] === 0.5)?.['id'],
    );
    await pages.type('tasks', id, { value: '高', difficulty: '难' });
    const after = await json();
    expect(load(after, 'Lisa')).toBe(Number(load(before, 'Lisa')) + 2.5);
    expect(figure(after, 'topThree')).not.toBe('');
  });

  it('answers a rep’s link with a friendly no, and with nothing of the team', async () => {
    const { status, body, headers } = await get(await pages.url('Lisa', 'dashboard'));
    expect(status).toBe(403);
    expect(body).toContain('这一页给主管看');
    expect(body).toContain('v=tasks');
    expect(body).not.toContain('老王');
    expect(headers.get('content-security-policy')).not.toContain('script-src');
    const asJson = await get(`${await pages.url('Lisa', 'dashboard')}&as=json`);
    expect([asJson.status, asJson.body.includes('figures')]).toEqual([403, false]);
  });

  it('refuses altered links and other methods as every page does', async () => {
    expect((await get(url.replace('&v=', 'x&v='))).status).toBe(403);
    expect((await get(url, 'PUT')).status).toBe(405);
    const head = await get(url, 'HEAD');
    expect([head.status, head.body]).toEqual([200, '']);
  });

  it('escapes what people type, in the page and in the data for its script', async () => {
    const look = await pages.look();
    const row = look.find('team', 'name', '张敏');
    await pages.type('team', String(row['id']), { name: '</script><b>敏' });
    const { body } = await get(url);
    expect(body).not.toContain('</script><b>');
    expect(JSON.stringify((await json()).tables)).toContain('</script><b>敏');
  });
});
