import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildAddon } from '../../../sheets-addon/build.ts';
import {
  AUDIENCE,
  BOARD,
  COLLEAGUE,
  INSTALLER,
  answerDown,
  answerOk,
  startWorld,
  type World,
} from './harness.ts';

let world: World;

beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

describe('the sidebar', () => {
  it('opens in the language of the person at the section asked for', async () => {
    await world.host.run('showHelp', [], INSTALLER);
    expect(world.host.sidebar()?.title).toBe('配能 Peineng');
    expect(world.host.sidebar()?.html).toContain('<html lang="en" data-view="help">');
    const chinese = await startWorld({ locale: 'zh_CN' });
    await chinese.host.run('showSidebar', [], INSTALLER);
    const html = chinese.host.sidebar()?.html;
    await chinese.close();
    expect(html).toContain('<html lang="zh-CN" data-view="status">');
    expect(world.ui).toMatchObject([{ kind: 'sidebar' }]);
  });

  it('is told what the add-on knows, before and after set-up', async () => {
    expect(await world.host.run('sidebarState', [], INSTALLER)).toEqual({
      language: 'en',
      boardLanguage: 'en',
      endpoint: world.functions.url,
      audience: AUDIENCE,
      owner: null,
      you: INSTALLER,
      triggersInstalled: false,
      missed: null,
      last: null,
    });
    await world.host.run('setUpFromSidebar', [], INSTALLER);
    await world.happen({ type: 'edit' });
    expect(await world.host.run('sidebarState', [], COLLEAGUE)).toMatchObject({
      owner: { email: INSTALLER, at: '2026-11-23T09:00:00.000Z' },
      triggersInstalled: null,
      last: { kind: 'edit', ok: true, message: 'fine' },
    });
  });

  it('forgets the latest event after six hours', async () => {
    await world.host.run('setUpFromSidebar', [], INSTALLER);
    world.clock.now += 6 * 3_600_000;
    expect(await world.host.run('sidebarState', [], INSTALLER)).toMatchObject({ last: null });
  });

  it('is told when edits were missed and why', async () => {
    await world.host.run('setUpFromSidebar', [], INSTALLER);
    world.functions.answer = answerDown;
    await world.happen({ type: 'edit' });
    expect(await world.host.run('sidebarState', [], INSTALLER)).toMatchObject({
      missed: { count: 1, since: '2026-11-23T09:00:00.000Z', reason: 'HTTP 503' },
      last: { ok: false, message: 'HTTP 503' },
    });
  });

  it('gets the status lines of the functions, without those that have no right shape', async () => {
    const lines = [
      { label: 'Open tasks', value: '12', light: 'green' },
      { label: 'x' },
      null,
      'y',
      { label: 'Team', value: '5', light: 'mauve' },
      { label: 'Suggestion', value: 'why', more: ['Tier 1 × 30% = 0.3', 7] },
    ];
    world.functions.answer = () => ({ status: 200, body: JSON.stringify({ ok: true, lines }) });
    expect(await world.host.run('sidebarStatus', [], COLLEAGUE)).toEqual({
      ok: true,
      lines: [
        { label: 'Open tasks', value: '12', light: 'green' },
        { label: 'Team', value: '5' },
        { label: 'Suggestion', value: 'why', more: ['Tier 1 × 30% = 0.3'] },
      ],
    });
    expect(world.functions.requests[0]).toMatchObject({
      path: '/boardStatus',
      body: { spreadsheetId: BOARD, language: 'en' },
    });
    world.functions.answer = answerOk;
    expect(await world.host.run('sidebarStatus', [], COLLEAGUE)).toEqual({ ok: true, lines: [] });
  });

  it('refuses an address that is no private web address, and says what would be accepted', async () => {
    const save = (endpoint: unknown) => world.host.run('saveConnection', [endpoint, 'en'], INSTALLER);
    for (const bad of ['', 'peineng', 'http://peineng.example.test', 'https://a@b.test', 42, null]) {
      expect(await save(bad)).toMatchObject({ ok: false, code: 'BAD_ENDPOINT' });
    }
    expect(await save('https://peineng-abc.a.run.app/')).toMatchObject({ ok: true });
    expect(world.host.properties.document()['PEINENG_ENDPOINT']).toBe('https://peineng-abc.a.run.app');
  });

  it('keeps no copy of the default address, so that a new default is followed', async () => {
    await world.host.run('saveConnection', [world.functions.url, 'en'], INSTALLER);
    expect(world.host.properties.document()).not.toHaveProperty('PEINENG_ENDPOINT');
  });
});

describe('the bundle', () => {
  it('is under 60 KB in all and brings no parser along', async () => {
    const { bytes, code, html } = await buildAddon();
    expect(bytes).toBeLessThan(60_000);
    expect(bytes).toBeGreaterThan(10_000);
    expect(code).not.toMatch(/zod/i);
    expect(Object.keys(html)).toEqual(['sidebar']);
  });

  it('defines a global function for every name that menu and triggers use', async () => {
    const { code } = await buildAddon();
    const stubs = [...code.matchAll(/^function (\w+)\(\)/gm)].map(([, name]) => name);
    expect(stubs).toEqual(
      expect.arrayContaining([
        'onOpen',
        'onInstall',
        'showSidebar',
        'setUpBoard',
        'onBoardEdit',
        'onBoardChange',
        'checkBoardNow',
      ]),
    );
    const { items } = await world.host.open();
    for (const item of items) if (item.kind === 'item') expect(stubs).toContain(item.functionName);
  });

  it('has nothing in its page that comes from another server', async () => {
    const { html } = await buildAddon();
    expect(html['sidebar']).not.toMatch(/(src|href)="|@import|url\(/);
  });
});
