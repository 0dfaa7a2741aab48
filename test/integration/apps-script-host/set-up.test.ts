import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOARD, COLLEAGUE, INSTALLER, answerDown, answerOk, startWorld, type World } from './harness.ts';

let world: World;

beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const paths = () => world.functions.requests.map(({ path }) => path);
const toasts = () => world.ui.flatMap((event) => (event.kind === 'toast' ? [event.toast.message] : []));

async function installedTriggers(): Promise<readonly { handler: string; installer: string }[]> {
  const text = await readFile(join(world.dataDir, `apps-script-${BOARD}.json`), 'utf8');
  return (JSON.parse(text) as { triggers: { handler: string; installer: string }[] }).triggers;
}

describe('opening the board', () => {
  it('shows the menu in the language of the person', async () => {
    expect(await world.host.open()).toEqual({
      title: '配能 Peineng',
      items: [
        { kind: 'item', label: 'Set up', functionName: 'setUpBoard' },
        { kind: 'item', label: 'Status', functionName: 'showSidebar' },
        { kind: 'item', label: 'Help', functionName: 'showHelp' },
        { kind: 'separator' },
        { kind: 'item', label: 'Check this board now', functionName: 'checkBoardNow' },
      ],
    });
    const chinese = await startWorld({ locale: 'zh_CN' });
    const { items } = await chinese.host.open();
    await chinese.close();
    expect(items[0]).toMatchObject({ label: '设置' });
  });

  it('installs nothing and calls nobody', async () => {
    await world.host.open();
    await world.happen({ type: 'edit' });
    expect(world.functions.requests).toEqual([]);
  });
});

describe('setting up', () => {
  it('has the functions make the board, then installs one trigger of each kind', async () => {
    const outcome = await world.host.run('setUpBoard', [], INSTALLER);
    expect(outcome).toEqual({ ok: true, code: 'DONE', message: 'fine' });
    expect(toasts()).toEqual(['fine']);
    expect(paths()).toEqual(['/setUpBoard']);
    expect(world.functions.requests[0]?.body).toMatchObject({
      at: '2026-11-23T09:00:00.000Z',
      spreadsheetId: BOARD,
      language: 'en',
      user: INSTALLER,
    });
    expect(await installedTriggers()).toMatchObject([
      { handler: 'onBoardEdit', installer: INSTALLER },
      { handler: 'onBoardChange', installer: INSTALLER },
    ]);
  });

  it('again installs nothing twice, not even after a restart', async () => {
    await world.host.run('setUpBoard', [], INSTALLER);
    await world.host.run('setUpBoard', [], INSTALLER);
    world = await world.restart();
    await world.host.run('setUpBoard', [], INSTALLER);
    expect(await installedTriggers()).toHaveLength(2);
    world.functions.requests.length = 0;
    await world.happen({ type: 'edit' });
    expect(paths()).toEqual(['/onBoardEdit']);
  });

  it('puts back a trigger that somebody deleted, and removes one that is there twice', async () => {
    await world.host.run('setUpBoard', [], INSTALLER);
    await world.host.close();
    const path = join(world.dataDir, `apps-script-${BOARD}.json`);
    const state = JSON.parse(await readFile(path, 'utf8')) as {
      triggers: { handler: string; uid: string }[];
    };
    const edit = state.triggers.find(({ handler }) => handler === 'onBoardEdit')!;
    await writeFile(path, JSON.stringify({ ...state, triggers: [edit, { ...edit, uid: 'twin' }] }));
    world = await startWorld({ dataDir: world.dataDir, functions: world.functions });
    await world.host.run('setUpBoard', [], INSTALLER);
    expect((await installedTriggers()).map(({ handler }) => handler)).toEqual([
      'onBoardEdit',
      'onBoardChange',
    ]);
  });

  it('follows the language of the person, and keeps the one chosen in the sidebar', async () => {
    const chinese = await startWorld({ locale: 'zh-TW' });
    await chinese.host.run('setUpBoard', [], INSTALLER);
    await chinese.host.run('saveConnection', [chinese.functions.url, 'en'], INSTALLER);
    await chinese.host.run('setUpFromSidebar', [], INSTALLER);
    const languages = chinese.functions.requests.map(({ body }) => body['language']);
    await chinese.close();
    expect(languages).toEqual(['zh-CN', 'en']);
  });

  it('without an address opens the sidebar at the connection and says what to do', async () => {
    const bare = await startWorld({ initialProperties: {} });
    expect(await bare.host.run('setUpBoard', [], INSTALLER)).toMatchObject({
      ok: false,
      code: 'NO_ENDPOINT',
    });
    const sidebar = bare.host.sidebar();
    await bare.close();
    expect(sidebar?.html).toContain('data-view="connection"');
  });

  it('that the functions do not answer installs nothing and can be repeated by the same person', async () => {
    world.functions.answer = answerDown;
    const outcome = await world.host.run('setUpBoard', [], INSTALLER);
    expect(outcome).toMatchObject({
      ok: false,
      code: 'FAILED',
      message: expect.stringContaining('HTTP 503') as unknown,
    });
    await world.happen({ type: 'edit' });
    expect(paths()).toEqual(['/setUpBoard']);
    world.functions.answer = answerOk;
    expect(await world.host.run('setUpBoard', [], INSTALLER)).toMatchObject({ ok: true });
  });

  it('shows the reason when the functions refuse', async () => {
    const refusal = {
      ok: false,
      code: 'NO_ACCESS',
      message: 'Share the sheet with the service account first',
    };
    world.functions.answer = () => ({ status: 403, body: JSON.stringify(refusal) });
    const outcome = await world.host.run('setUpBoard', [], INSTALLER);
    expect(outcome).toMatchObject({
      ok: false,
      message: 'Peineng refused: Share the sheet with the service account first',
    });
  });
});

describe('a second person', () => {
  beforeEach(async () => {
    await world.host.run('setUpBoard', [], INSTALLER);
    world.functions.requests.length = 0;
  });

  it('is told who set the board up, and installs nothing', async () => {
    const outcome = (await world.host.run('setUpBoard', [], COLLEAGUE)) as { code: string; message: string };
    expect(outcome.code).toBe('OWNED');
    expect(outcome.message).toContain(`${INSTALLER} already set up this board on 2026-11-23`);
    expect(await installedTriggers()).toHaveLength(2);
    expect(world.functions.requests).toEqual([]);
  });

  it('cannot send the identity token of the first one elsewhere', async () => {
    const outcome = await world.host.run(
      'saveConnection',
      ['https://elsewhere.example.test', 'en'],
      COLLEAGUE,
    );
    expect(outcome).toMatchObject({ ok: false, code: 'OWNED' });
    expect(await world.host.run('sidebarState', [], COLLEAGUE)).toMatchObject({
      endpoint: world.functions.url,
    });
  });

  it('who takes over replaces the first one, whose triggers remove themselves', async () => {
    expect(await world.host.run('takeOverBoard', [], COLLEAGUE)).toMatchObject({ ok: true });
    expect(await installedTriggers()).toHaveLength(4);
    world.functions.requests.length = 0;
    await world.happen({ type: 'edit' });
    await world.happen({ type: 'change', changeType: 'INSERT_ROW' });
    expect(paths()).toEqual(['/onBoardEdit', '/onBoardEdit']);
    expect(await installedTriggers()).toMatchObject([{ installer: COLLEAGUE }, { installer: COLLEAGUE }]);
  });

  it('can take over when the address no longer answers, and then correct it', async () => {
    world.functions.answer = answerDown;
    expect(await world.host.run('takeOverBoard', [], COLLEAGUE)).toMatchObject({ ok: false, code: 'FAILED' });
    const saved = await world.host.run('saveConnection', [`${world.functions.url}/v2`, 'en'], COLLEAGUE);
    expect(saved).toMatchObject({ ok: true });
    world.functions.answer = answerOk;
    expect(await world.host.run('setUpFromSidebar', [], COLLEAGUE)).toMatchObject({ ok: true });
    expect(paths().at(-1)).toBe('/v2/setUpBoard');
  });
});

describe('checking the board now', () => {
  it('asks the functions to reconcile, says so and clears what was missed', async () => {
    await world.host.run('setUpBoard', [], INSTALLER);
    world.functions.answer = answerDown;
    await world.happen({ type: 'edit' });
    world.functions.answer = () => ({ status: 200, body: '{"ok":true}' });
    world.functions.requests.length = 0;
    expect(await world.host.run('checkBoardNow', [], COLLEAGUE)).toMatchObject({ ok: true });
    expect(paths()).toEqual(['/onReconcile']);
    expect(toasts().at(-1)).toBe('The whole board was checked.');
    expect(world.host.properties.document()).not.toHaveProperty('PEINENG_MISSED');
  });
});

describe('the smallest scopes', () => {
  const scopes = [
    'spreadsheets.currentonly',
    'script.external_request',
    'script.scriptapp',
    'userinfo.email',
    'openid',
  ];

  it.each(scopes)('set-up does not work without %s', async (scope) => {
    const manifest = await readFile(
      new URL('../../../sheets-addon/appsscript.json', import.meta.url),
      'utf8',
    );
    const file = JSON.parse(manifest) as { oauthScopes: string[] };
    const oauthScopes = file.oauthScopes.filter((asked) => !asked.endsWith(scope));
    expect(oauthScopes).toHaveLength(file.oauthScopes.length - 1);
    const poorer = await startWorld({ manifest: JSON.stringify({ ...file, oauthScopes }) });
    const outcome = await poorer.host
      .run('setUpBoard', [], INSTALLER)
      .catch((error: Error) => ({ message: error.message }));
    await poorer.close();
    expect((outcome as { message: string }).message).toMatch(/You do not have permission to call/);
  });

  it('the sidebar does not open without script.container.ui', async () => {
    const manifest = await readFile(
      new URL('../../../sheets-addon/appsscript.json', import.meta.url),
      'utf8',
    );
    const poorer = await startWorld({
      manifest: manifest.replace('script.container.ui', 'script.send_mail'),
    });
    await expect(poorer.host.run('showSidebar', [], INSTALLER)).rejects.toThrow(/Ui.showSidebar/);
    await poorer.close();
  });
});
