import { afterEach, expect, it } from 'vitest';
import { startService, type RunningService } from './running-service.ts';

let running: RunningService | undefined;
afterEach(() => running?.stop());

const WRITE = { method: 'PUT', body: JSON.stringify({ values: [['x']] }) };

async function quotaService(): Promise<{ read: Call; write: Call; service: RunningService }> {
  running = await startService({ quota: 'google' });
  const id = running.service.createSpreadsheet({});
  const path = `${running.url}/v4/spreadsheets/${id}/values/A1`;
  const call = (query: string, init: RequestInit) => (user: string) =>
    fetch(`${path}${query}`, { ...init, headers: { authorization: `Bearer ${user}` } });
  return { read: call('', {}), write: call('?valueInputOption=RAW', WRITE), service: running };
}
type Call = (user: string) => Promise<Response>;

it('takes sixty reads and sixty writes a minute from one user, and refuses the next of each', async () => {
  const { read, write } = await quotaService();
  for (let call = 0; call < 60; call += 1) {
    expect((await read('ann')).status).toBe(200);
    expect((await write('ann')).status).toBe(200);
  }
  const refused = await write('ann');
  expect(refused.status).toBe(429);
  expect(await refused.json()).toMatchObject({
    error: {
      code: 429,
      status: 'RESOURCE_EXHAUSTED',
      message:
        "Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:0'.",
      details: [{ reason: 'RATE_LIMIT_EXCEEDED', metadata: { quota_limit_value: '60' } }, {}],
    },
  });
  expect((await read('ann')).status).toBe(429);
});

it('counts every user apart, and a minute later starts again', async () => {
  const { read, service } = await quotaService();
  for (let call = 0; call < 60; call += 1) await read('ann');
  expect((await read('ann')).status).toBe(429);
  expect((await read('bob')).status).toBe(200);
  service.clock.now += 60_000;
  expect((await read('ann')).status).toBe(200);
});

it('has no limits unless they are switched on', async () => {
  running = await startService();
  const id = running.service.createSpreadsheet({});
  for (let call = 0; call < 61; call += 1) {
    expect((await fetch(`${running.url}/v4/spreadsheets/${id}?fields=spreadsheetId`)).status).toBe(200);
  }
});
