import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { BOARD, COLLEAGUE, INSTALLER, area, startWorld, type World, type WorldOptions } from './harness.ts';

const worlds: World[] = [];
const start = async (code: string, options: WorldOptions = {}) => {
  const world = await startWorld({ ...options, code });
  worlds.push(world);
  return world;
};
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close();
});

const returning = (expression: string) => `function probe() { return ${expression}; }`;
const evaluate = async (expression: string) =>
  (await start(returning(expression))).host.run('probe', [], INSTALLER);

describe('what a script may use', () => {
  it.each([
    ['SpreadsheetApp.openById("x")', 'SpreadsheetApp.openById is not in the local Apps Script host'],
    [
      'SpreadsheetApp.getActive().getRange("A1")',
      'Spreadsheet.getRange is not in the local Apps Script host',
    ],
    ['SpreadsheetApp.getUi().alert("x")', 'Ui.alert is not in the local Apps Script host'],
    ['GmailApp.sendEmail("a", "b", "c")', 'GmailApp is not in the local Apps Script host'],
    ['CacheService.getScriptCache()', 'CacheService.getScriptCache is not in the local Apps Script host'],
    [
      'ScriptApp.newTrigger("f").timeBased()',
      'TriggerBuilder.timeBased is not in the local Apps Script host',
    ],
    [
      'UrlFetchApp.fetch("http://127.0.0.1/", { validateHttpsCertificates: false })',
      'Option "validateHttpsCertificates"',
    ],
    ['UrlFetchApp.fetch("https://example.com/")', 'only to this machine'],
    ['UrlFetchApp.fetch("http://127.0.0.1.example.com/")', 'only to this machine'],
    ['(async () => 1)()', 'A global function that returns a promise is not in the local Apps Script host'],
    ['SpreadsheetApp.getActive()', 'is not in the local Apps Script host'],
  ])('%s fails with a clear message', async (expression, message) => {
    await expect(evaluate(expression)).rejects.toThrow(message);
  });

  it('following a redirect fails with a clear message', async () => {
    const world = await start(
      "function probe() { UrlFetchApp.fetch(PropertiesService.getScriptProperties().getProperty('PEINENG_ENDPOINT')); }",
    );
    world.functions.answer = () => ({ status: 302, body: '', headers: { Location: 'https://example.com/' } });
    await expect(world.host.run('probe', [], INSTALLER)).rejects.toThrow('Following a redirect');
  });

  it.each(['fetch', 'require', 'process', 'setTimeout', 'URL', 'Buffer', 'inScript'])(
    'the global %s does not exist, as in Apps Script',
    async (name) => {
      expect(await evaluate(`typeof ${name}`)).toBe('undefined');
    },
  );

  it('arrays, dates and errors are of the script’s own realm', async () => {
    const code = `function probe() {
      try { UrlFetchApp.fetch('https://example.com/'); } catch (error) {
        return [error instanceof Error, error.name, ScriptApp.getProjectTriggers() instanceof Array, new Date() instanceof Date];
      }
    }`;
    expect(await (await start(code)).host.run('probe', [], INSTALLER)).toEqual([
      true,
      'Exception',
      true,
      true,
    ]);
  });

  it('time is the host’s time', async () => {
    expect(
      await evaluate(
        '[Date.now(), new Date().toISOString(), new Date(0).getTime(), new Date(2026, 0, 1).getMonth()]',
      ),
    ).toEqual([Date.UTC(2026, 10, 23, 9), '2026-11-23T09:00:00.000Z', 0, 0]);
  });

  it('nothing global survives from one execution to the next', async () => {
    const { host } = await start(
      'var count = 0; function probe() { globalThis.other = (globalThis.other || 0) + 1; return [++count, other]; }',
    );
    expect(await host.run('probe', [], INSTALLER)).toEqual([1, 1]);
    expect(await host.run('probe', [], INSTALLER)).toEqual([1, 1]);
  });
});

describe('calling functions', () => {
  it('passes JSON in and out', async () => {
    const { host } = await start('function probe(a, b) { return { a: a, b: b, n: arguments.length }; }');
    expect(await host.run('probe', [{ x: ['高'] }, null], INSTALLER)).toEqual({
      a: { x: ['高'] },
      b: null,
      n: 2,
    });
  });

  it('refuses functions that do not exist, are private or are not the script’s own', async () => {
    const { host } = await start('function probe_() { return 1; }');
    for (const name of ['nothing', 'probe_', 'eval', 'Date', 'constructor', '__proto__']) {
      await expect(host.run(name, [], INSTALLER)).rejects.toThrow(`Script function not found: ${name}`);
    }
  });

  it('rejects with the error of the script', async () => {
    const { host } = await start('function probe() { throw new TypeError("no good"); }');
    await expect(host.run('probe', [], INSTALLER)).rejects.toMatchObject({
      name: 'TypeError',
      message: 'no good',
    });
  });

  it('runs as whoever calls', async () => {
    const { host } = await start(returning('Session.getEffectiveUser().getEmail()'));
    expect(await host.run('probe', [], COLLEAGUE)).toBe(COLLEAGUE);
  });

  it('a script that cannot be parsed is refused at the start', async () => {
    await expect(start('function (')).rejects.toThrow(/SyntaxError|script thread broke/);
  });

  it('a script whose top level needs a service is refused at the start', async () => {
    await expect(start('var url = UrlFetchApp.fetch("x");')).rejects.toThrow('before any function is called');
  });
});

const LOGGING = `
function install() { ScriptApp.newTrigger('installed').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }
function installed(e) { console.log(JSON.stringify(seen(e))); }
function onEdit(e) {
  var refused;
  try { UrlFetchApp.fetch('http://127.0.0.1/'); } catch (error) { refused = error.message; }
  console.log(JSON.stringify({ mode: e.authMode, uid: 'triggerUid' in e, refused: refused, me: Session.getActiveUser().getEmail() }));
}
function seen(e) {
  return { row: e.range.getRow(), column: e.range.getColumn(), rows: e.range.getNumRows(), columns: e.range.getNumColumns(),
    sheet: e.range.getSheet().getSheetId(), name: e.range.getSheet().getName(), value: e.value, old: e.oldValue, hasValue: 'value' in e,
    source: e.source.getId(), user: e.user.getEmail(), mode: e.authMode, uid: typeof e.triggerUid, me: Session.getEffectiveUser().getEmail() };
}`;

describe('triggers', () => {
  const logged = (world: World, name: string) =>
    world.logs
      .filter((line) => line.startsWith(`info ${name}: `))
      .map((line) => JSON.parse(line.slice(`info ${name}: `.length)) as Record<string, unknown>);

  it('hand over Google’s event object, one-based, and run as the installer', async () => {
    const world = await start(LOGGING);
    await world.host.run('install', [], INSTALLER);
    await world.happen({ type: 'edit', range: area(77, 0, 2, 1, 1), value: '高', oldValue: '中' });
    expect(logged(world, 'installed')).toEqual([
      {
        row: 1,
        column: 3,
        rows: 1,
        columns: 1,
        sheet: 77,
        name: 'Team',
        value: '高',
        old: '中',
        hasValue: true,
        source: BOARD,
        user: COLLEAGUE,
        mode: 'FULL',
        uid: 'string',
        me: INSTALLER,
      },
    ]);
  });

  it('have no values for an edit of several cells', async () => {
    const world = await start(LOGGING);
    await world.host.run('install', [], INSTALLER);
    await world.happen({ type: 'edit', range: area(77, 0, 2, 2, 3), value: 'x' });
    expect(logged(world, 'installed')[0]).toMatchObject({ rows: 2, columns: 3, hasValue: false });
  });

  it('that are simple run without authorisation', async () => {
    const world = await start(LOGGING);
    await world.happen({ type: 'edit' });
    expect(logged(world, 'onEdit')).toEqual([
      {
        mode: 'LIMITED',
        uid: false,
        refused:
          'You do not have permission to call UrlFetchApp.fetch. Required permissions: https://www.googleapis.com/auth/script.external_request',
        me: '',
      },
    ]);
  });

  it('do not fire for an account’s trigger that was deleted, nor on another event', async () => {
    const world = await start(`${LOGGING}
      function uninstall() { ScriptApp.getProjectTriggers().forEach(function (t) { ScriptApp.deleteTrigger(t); }); }`);
    await world.host.run('install', [], INSTALLER);
    await world.happen({ type: 'change', changeType: 'INSERT_ROW' });
    await world.host.run('uninstall', [], COLLEAGUE);
    await world.happen({ type: 'edit' });
    expect(logged(world, 'installed')).toHaveLength(1);
    await world.host.run('uninstall', [], INSTALLER);
    await world.happen({ type: 'edit' });
    expect(logged(world, 'installed')).toHaveLength(1);
  });

  it('that fail are logged and do not stop the next one', async () => {
    const world = await start(`
      function install() { ['bad', 'good'].forEach(function (name) { ScriptApp.newTrigger(name).forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }); }
      function bad() { throw new Error('broken'); }
      function good() { console.log('1'); }`);
    await world.host.run('install', [], INSTALLER);
    await world.happen({ type: 'edit' });
    expect(world.logs[0]).toMatch(/^error bad: Error: broken/);
    expect(world.logs[1]).toBe('info good: 1');
  });

  it('stop with the host, which lets go of the sheets service', async () => {
    const world = await start(LOGGING);
    expect(world.sheets.listening()).toBe(1);
    await world.host.close();
    expect(world.sheets.listening()).toBe(0);
    await expect(world.host.run('install', [], INSTALLER)).rejects.toThrow('The script thread has stopped.');
  });
});

describe('closing', () => {
  const FORWARDING = `
    function install() { ScriptApp.newTrigger('post').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }
    function post() { UrlFetchApp.fetch(PropertiesService.getScriptProperties().getProperty('PEINENG_ENDPOINT') + '/x', { method: 'post', payload: '{}' }); }
    function forever() { for (;;); }`;

  it('first lets edits that are waiting go out', async () => {
    const world = await start(FORWARDING);
    await world.host.run('install', [], INSTALLER);
    for (let i = 0; i < 5; i++) void world.happen({ type: 'edit' });
    await world.host.close();
    expect(world.functions.requests).toHaveLength(5);
  });

  it('does not wait for ever for a script that does not end', async () => {
    const { host } = await start(FORWARDING);
    const endless = expect(host.run('forever', [], INSTALLER)).rejects.toThrow(
      'The script thread has stopped.',
    );
    await host.close({ withinMs: 50 });
    await endless;
  });
});

describe('what is kept', () => {
  const STORE = `
    function put(store, key, value) { PropertiesService['get' + store + 'Properties']().setProperty(key, value); }
    function get(store, key) { return PropertiesService['get' + store + 'Properties']().getProperty(key); }`;

  it('properties survive a restart, each in its own store', async () => {
    let world = await start(STORE);
    for (const store of ['Script', 'Document', 'User'])
      await world.host.run('put', [store, 'k', store], INSTALLER);
    world = await world.restart();
    worlds.push(world);
    for (const store of ['Script', 'Document', 'User']) {
      expect(await world.host.run('get', [store, 'k'], INSTALLER)).toBe(store);
    }
    expect(await world.host.run('get', ['User', 'k'], COLLEAGUE)).toBeNull();
    expect(await world.host.run('get', ['Script', 'toString'], INSTALLER)).toBeNull();
  });

  it('initial properties replace stored ones at every start', async () => {
    const world = await start(STORE);
    await world.host.run('put', ['Script', 'PEINENG_ENDPOINT', 'http://127.0.0.1:1'], INSTALLER);
    await world.host.close();
    const next = await start(STORE, { dataDir: world.dataDir, functions: world.functions });
    expect(next.host.properties.script()).toEqual({ PEINENG_ENDPOINT: world.functions.url });
  });

  it('a property longer than Google takes is refused here too', async () => {
    const { host } = await start(STORE);
    await host.run('put', ['Script', 'k', '高'.repeat(3072)], INSTALLER);
    await expect(host.run('put', ['Script', 'k', '高'.repeat(3073)], INSTALLER)).rejects.toThrow(
      'Argument too large',
    );
  });

  it('a state file that is not understood is named and left alone', async () => {
    const world = await start(STORE);
    await world.host.close();
    const path = join(world.dataDir, `apps-script-${BOARD}.json`);
    await writeFile(path, '{"format":2}');
    await expect(start(STORE, { dataDir: world.dataDir, functions: world.functions })).rejects.toThrow(path);
    expect(await readFile(path, 'utf8')).toBe('{"format":2}');
  });

  it('the state file is for its owner only', async () => {
    const world = await start(STORE);
    expect((await stat(join(world.dataDir, `apps-script-${BOARD}.json`))).mode & 0o077).toBe(0);
  });
});
