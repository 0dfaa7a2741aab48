import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REQUEST_TABLE } from '../../../local/sheets-service/requests/request-table.ts';
import { UNSUPPORTED_REQUESTS } from '../../../local/sheets-service/requests/unsupported-requests.ts';
import { ALL_CASES, ENDPOINTS } from './cases/all-cases.ts';
import { BOOK, type ConformanceCase, type Expectation, type Step } from './conformance-case.ts';
import { startService, type RunningService } from './running-service.ts';

let running: RunningService;

beforeAll(async () => {
  running = await startService();
});
afterAll(() => running.stop());

/** Makes a call; the workbook's id reads as BOOK in what comes back. */
async function take(id: string, step: Step): Promise<{ code: number; body: unknown }> {
  const [method = '', path = ''] = step.call.split(/ (.*)/s);
  const target = method === 'CREATE' ? '/v4/spreadsheets' : `/v4/spreadsheets/${id}`;
  const response = await fetch(`${running.url}${target}${path}`, {
    method: method === 'CREATE' ? 'POST' : method,
    ...(step.body !== undefined && { body: JSON.stringify(step.body).replaceAll(BOOK, id) }),
  });
  const text = (await response.text()).replaceAll(id, BOOK);
  return { code: response.status, body: JSON.parse(text) };
}

function check(found: { code: number; body: unknown }, wanted: Expectation): void {
  if (wanted.refused) {
    const { code, message, status } = wanted.refused;
    expect(found.body).toMatchObject({ error: { code, message, ...(status && { status }) } });
    expect(found.code).toBe(code);
    return;
  }
  expect(found.body).not.toHaveProperty('error');
  expect(found.code).toBe(200);
  if (wanted.answer !== undefined) expect(found.body).toEqual(wanted.answer);
  if (wanted.contains !== undefined) expect(found.body).toMatchObject(wanted.contains as object);
}

async function run(one: ConformanceCase): Promise<void> {
  const id = running.service.createSpreadsheet({});
  for (const step of one.given ?? []) check(await take(id, step), {});
  check(await take(id, one.when), one);
  for (const later of one.then ?? []) check(await take(id, later), later);
}

function byTopic(): Map<string, ConformanceCase[]> {
  const groups = new Map<string, ConformanceCase[]>();
  for (const one of ALL_CASES) groups.set(one.covers, [...(groups.get(one.covers) ?? []), one]);
  return groups;
}

for (const [topic, cases] of byTopic()) {
  describe(topic, () => {
    it.each(cases.map((one) => [one.name, one] as const))('%s', async (_name, one) => run(one));
  });
}

describe('the suite itself', () => {
  it('holds at least 250 cases, no two of the same name', () => {
    const names = ALL_CASES.map(({ covers, name }) => `${covers} ${name}`);
    expect(names.length).toBeGreaterThanOrEqual(250);
    expect(new Set(names).size).toBe(names.length);
  });

  it('covers every endpoint and every kind of request that is carried out', () => {
    const covered = new Set(ALL_CASES.map(({ covers }) => covers));
    expect([...ENDPOINTS, ...Object.keys(REQUEST_TABLE)].filter((name) => !covered.has(name))).toEqual([]);
  });

  it('names every kind of request that is not carried out, with a reason', async () => {
    for (const [kind, reason] of Object.entries(UNSUPPORTED_REQUESTS)) {
      const id = running.service.createSpreadsheet({});
      const found = await take(id, { call: 'POST :batchUpdate', body: { requests: [{ [kind]: {} }] } });
      expect(found.code, kind).toBe(501);
      expect(JSON.stringify(found.body)).toContain(reason);
    }
    expect(Object.keys(UNSUPPORTED_REQUESTS).filter((kind) => kind in REQUEST_TABLE)).toEqual([]);
  });
});
