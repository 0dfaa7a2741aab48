import { describe, expect, it } from 'vitest';
import { loopbackFetch } from '../../../local/apps-script-host/loopback-fetch.ts';
import { parseManifest } from '../../../local/apps-script-host/manifest.ts';
import { createScriptCache } from '../../../local/apps-script-host/script-cache.ts';
import { createSerialQueue } from '../../../local/apps-script-host/serial-queue.ts';
import { triggerRuns } from '../../../local/apps-script-host/trigger-runs.ts';
import type { InstalledTrigger } from '../../../local/apps-script-host/script-state.ts';
import type { TriggerEvent } from '../../../local/sheets-service/service-api.ts';

const range = { sheetId: 0, startRow: 1, endRow: 2, startColumn: 1, endColumn: 2 };
const edit: TriggerEvent = { type: 'edit', spreadsheetId: 'b', range, value: 'x', oldValue: 'y', user: 'u' };
const trigger = (handler: string, more: Partial<InstalledTrigger> = {}): InstalledTrigger => ({
  uid: handler,
  handler,
  eventType: 'ON_EDIT',
  spreadsheetId: 'b',
  installer: 'i',
  ...more,
});

describe('which functions an event runs', () => {
  it('the simple trigger first, then installed ones in the order of installation, as their installers', () => {
    const runs = triggerRuns(edit, new Set(['onEdit']), [
      trigger('first'),
      trigger('second', { installer: 'j' }),
    ]);
    expect(
      runs.map(({ functionName, authMode, effectiveUser }) => [functionName, authMode, effectiveUser]),
    ).toEqual([
      ['onEdit', 'LIMITED', 'u'],
      ['first', 'FULL', 'i'],
      ['second', 'FULL', 'j'],
    ]);
  });

  it('only those for this event and this spreadsheet', () => {
    const installed = [trigger('a', { eventType: 'ON_CHANGE' }), trigger('b', { spreadsheetId: 'other' })];
    expect(triggerRuns(edit, new Set(), installed)).toEqual([]);
    const change: TriggerEvent = { type: 'change', spreadsheetId: 'b', changeType: 'OTHER', user: 'u' };
    expect(triggerRuns(change, new Set(['onEdit']), installed).map((run) => run.functionName)).toEqual(['a']);
  });

  it('with values for a single cell only', () => {
    const event = (endColumn: number) =>
      triggerRuns({ ...edit, range: { ...range, endColumn } }, new Set(['onEdit']), [])[0]?.event;
    expect(event(2)).toMatchObject({ value: 'x', oldValue: 'y' });
    expect(event(3)).not.toHaveProperty('value');
    expect(event(3)).not.toHaveProperty('oldValue');
  });
});

describe('the queue', () => {
  it('runs one job at a time, in order, and goes on after a failure', async () => {
    const queue = createSerialQueue();
    const seen: string[] = [];
    const job = (name: string) => async () => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
      if (name === 'a') throw new Error('a fails');
    };
    const a = queue.add(job('a'));
    const b = queue.add(job('b'));
    await expect(a).rejects.toThrow('a fails');
    await b;
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('is idle only when everything added so far has ended', async () => {
    const queue = createSerialQueue();
    let done = 0;
    for (let i = 0; i < 5; i++) void queue.add(() => Promise.resolve(done++));
    await queue.idle();
    expect(done).toBe(5);
  });
});

describe('the cache', () => {
  it('forgets at the end of the time, not before', () => {
    const clock = { now: 0 };
    const cache = createScriptCache(() => clock.now);
    cache.put('k', 'v', 10);
    clock.now = 9_999;
    expect(cache.get('k')).toBe('v');
    clock.now = 10_000;
    expect(cache.get('k')).toBeNull();
  });
});

describe('requests of a script', () => {
  it.each([
    'https://127.0.0.1/',
    'http://example.com/',
    'http://127.0.0.1@example.com/',
    'http://127.0.0.1.nip.io/',
    'http://10.0.0.1/',
    'file:///etc/passwd',
    'nonsense',
  ])('never leave this machine: %s', async (url) => {
    const request = { url, method: 'GET', headers: {}, followRedirects: false };
    await expect(loopbackFetch(request)).rejects.toThrow('only to this machine');
  });
});

describe('the manifest', () => {
  it('must be for V8 and name its scopes', () => {
    expect(() => parseManifest('{"timeZone":"Etc/UTC","runtimeVersion":"STABLE","oauthScopes":[]}')).toThrow(
      /V8/,
    );
    expect(() => parseManifest('{"timeZone":"Etc/UTC","runtimeVersion":"V8"}')).toThrow(/oauthScopes/);
  });
});
