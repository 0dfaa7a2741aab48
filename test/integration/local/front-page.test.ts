import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLocal, type RunningLocal } from '../../../local/start-local.ts';

describe('the page at the root', () => {
  let dataDir: string;
  let local: RunningLocal;
  let page: string;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'peineng-front-'));
    local = await startLocal({ kind: 'run', port: 0, dataDir, reset: false, open: false, language: 'en' });
    page = await (await fetch(`${local.origin}/`)).text();
  });

  afterAll(async () => {
    await local.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  test('leads to the board and the inbox, and says what happened lately', async () => {
    for (const path of ['/board', '/inbox']) {
      expect(page).toContain(`href="${path}"`);
      expect((await fetch(`${local.origin}${path}`)).status).toBe(200);
    }
    expect(page).toContain('Suggestion made');
  });

  test('has a working link to the phone page of everybody at work, and of nobody who left', async () => {
    const links = [...page.matchAll(/<a href="([^"]+)">([^<]+)<\/a>/g)].filter(([, url]) =>
      url?.includes('/m?'),
    );
    expect(links.map(([, , name]) => name)).toContain('Lisa');
    expect(links.map(([, , name]) => name)).not.toContain('Grace');
    for (const [, url = '', name = ''] of links) {
      const opened = await fetch(url.replaceAll('&#38;', '&'));
      expect(opened.status).toBe(200);
      expect(await opened.text()).toContain(name.split(' · ')[0]);
    }
  });

  test('leads the supervisors, and nobody else, to the dashboard', () => {
    const dashboards = [...page.matchAll(/<a href="[^"]+v=dashboard">([^<]+)<\/a>/g)];
    expect(dashboards.map(([, name]) => name)).toEqual([
      expect.stringContaining(' · Dashboard'),
      expect.stringContaining(' · Dashboard'),
    ]);
  });

  test('speaks the other language when asked', async () => {
    expect(await (await fetch(`${local.origin}/?lang=zh-CN`)).text()).toContain('手机页面');
  });
});
