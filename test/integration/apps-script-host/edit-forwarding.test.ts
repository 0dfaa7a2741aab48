import { OAuth2Client } from 'google-auth-library';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CERTS_PATH } from '../../../local/identity/identity-issuer.ts';
import {
  AUDIENCE,
  BOARD,
  COLLEAGUE,
  INSTALLER,
  answerDown,
  answerOk,
  area,
  startFunctionServer,
  startWorld,
  type World,
} from './harness.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let world: World;

beforeEach(async () => {
  world = await startWorld();
  await world.host.run('setUpBoard', [], INSTALLER);
  world.functions.requests.length = 0;
});
afterEach(() => world.close());

const paths = () => world.functions.requests.map(({ path }) => path);
const missed = () => world.host.properties.document()['PEINENG_MISSED'];

describe('an edit', () => {
  it('becomes exactly one POST that says where, when and by whom', async () => {
    await world.happen({ type: 'edit', range: area(77, 4, 2, 1, 1), value: '高', oldValue: '中' });
    expect(world.functions.requests).toHaveLength(1);
    const [{ path, body, headers } = world.functions.requests[0]!] = world.functions.requests;
    expect(path).toBe('/onBoardEdit');
    expect(body).toEqual({
      id: expect.stringMatching(UUID) as unknown,
      at: '2026-11-23T09:00:00.000Z',
      spreadsheetId: BOARD,
      kind: 'edit',
      sheetId: 77,
      range: { startRow: 4, endRow: 5, startColumn: 2, endColumn: 3 },
      user: COLLEAGUE,
    });
    expect(headers['content-type']).toBe('application/json');
  });

  it('of many cells reports the whole area', async () => {
    await world.happen({ type: 'edit', range: area(0, 9, 1, 50, 6) });
    expect(world.functions.requests[0]?.body['range']).toEqual({
      startRow: 9,
      endRow: 59,
      startColumn: 1,
      endColumn: 7,
    });
  });

  it('by somebody Google does not name leaves the user out', async () => {
    await world.happen({ type: 'edit', user: '' });
    expect(world.functions.requests[0]?.body).not.toHaveProperty('user');
  });

  it('carries an identity token of the installer that the production verifier accepts', async () => {
    await world.happen({ type: 'edit', user: COLLEAGUE });
    const token = world.functions.requests[0]?.headers.authorization?.replace('Bearer ', '') ?? '';
    const certs = createServer((req, res) => void world.issuer.handle(req, res));
    await new Promise<void>((resolve) => certs.listen(0, '127.0.0.1', resolve));
    const certsUrl = `http://127.0.0.1:${(certs.address() as AddressInfo).port}${CERTS_PATH}`;
    const verifier = new OAuth2Client({
      issuers: [world.issuer.issuer],
      endpoints: { oauth2FederatedSignonPemCertsUrl: certsUrl },
    });
    const ticket = await verifier.verifyIdToken({ idToken: token, audience: AUDIENCE });
    certs.closeAllConnections();
    certs.close();
    expect(ticket.getPayload()?.email).toBe(INSTALLER);
  });

  it('sends events in the order in which they happened', async () => {
    for (let row = 0; row < 20; row++) void world.happen({ type: 'edit', range: area(0, row, 0, 1, 1) });
    await world.host.idle();
    const rows = world.functions.requests.map(({ body }) => (body['range'] as { startRow: number }).startRow);
    expect(rows).toEqual(Array.from({ length: 20 }, (_, row) => row));
    expect(new Set(world.functions.requests.map(({ body }) => body['id'])).size).toBe(20);
  });

  it('of another spreadsheet is none of its business', async () => {
    await world.happen({ type: 'edit', spreadsheetId: 'another' });
    expect(world.functions.requests).toEqual([]);
  });
});

describe('a change of rows, columns or sheets', () => {
  it('is forwarded with its type, without a range', async () => {
    await world.happen({ type: 'change', changeType: 'REMOVE_ROW' });
    expect(world.functions.requests[0]?.body).toEqual({
      id: expect.stringMatching(UUID) as unknown,
      at: '2026-11-23T09:00:00.000Z',
      spreadsheetId: BOARD,
      kind: 'change',
      changeType: 'REMOVE_ROW',
      user: COLLEAGUE,
    });
  });

  it('is not forwarded when it repeats an edit or only changes looks', async () => {
    await world.happen({ type: 'change', changeType: 'EDIT' });
    await world.happen({ type: 'change', changeType: 'FORMAT' });
    expect(world.functions.requests).toEqual([]);
  });
});

describe('when the functions are away', () => {
  it('an edit is tried twice with the same id, marked, and nothing is thrown', async () => {
    world.functions.answer = answerDown;
    await world.happen({ type: 'edit' });
    expect(paths()).toEqual(['/onBoardEdit', '/onBoardEdit']);
    expect(new Set(world.functions.requests.map(({ body }) => body['id'])).size).toBe(1);
    expect(JSON.parse(missed() ?? '')).toEqual({
      since: '2026-11-23T09:00:00.000Z',
      count: 1,
      reason: 'HTTP 503',
    });
    expect(world.logs.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it('one that succeeds at the second try leaves no mark', async () => {
    let calls = 0;
    world.functions.answer = () => (++calls === 1 ? answerDown() : answerOk());
    await world.happen({ type: 'edit' });
    expect(paths()).toEqual(['/onBoardEdit', '/onBoardEdit']);
    expect(missed()).toBeUndefined();
  });

  it('the next edit that gets through asks for a check of the whole board and clears the mark', async () => {
    world.functions.answer = answerDown;
    await world.happen({ type: 'edit' });
    await world.happen({ type: 'edit' });
    expect((JSON.parse(missed() ?? '') as { count: number }).count).toBe(2);
    world.functions.requests.length = 0;
    world.functions.answer = answerOk;
    await world.happen({ type: 'edit' });
    expect(paths()).toEqual(['/onBoardEdit', '/onReconcile']);
    expect(world.functions.requests[1]?.body).toEqual({
      id: expect.stringMatching(UUID) as unknown,
      at: '2026-11-23T09:00:00.000Z',
      spreadsheetId: BOARD,
    });
    expect(missed()).toBeUndefined();
    await world.happen({ type: 'edit' });
    expect(paths()).toEqual(['/onBoardEdit', '/onReconcile', '/onBoardEdit']);
  });

  it('the mark stays when the check itself fails', async () => {
    world.functions.answer = answerDown;
    await world.happen({ type: 'edit' });
    world.functions.answer = ({ path }) => (path === '/onReconcile' ? answerDown() : answerOk());
    await world.happen({ type: 'edit' });
    expect(missed()).toBeDefined();
  });

  it('with nobody listening at the address nothing is thrown either', async () => {
    await world.functions.close();
    await world.happen({ type: 'edit' });
    expect((JSON.parse(missed() ?? '') as { reason: string }).reason).toMatch(/^Address unavailable/);
    expect(world.logs.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it('a sign-in page that answers 200 counts as missed', async () => {
    world.functions.answer = () => ({ status: 200, body: '<html>Sign in</html>' });
    await world.happen({ type: 'edit' });
    expect(missed()).toBeDefined();
  });

  it('a redirect is not followed, so that the identity token goes nowhere else', async () => {
    const elsewhere = await startFunctionServer();
    world.functions.answer = () => ({
      status: 307,
      body: '',
      headers: { Location: `${elsewhere.url}/trap` },
    });
    await world.happen({ type: 'edit' });
    await elsewhere.close();
    expect(elsewhere.requests).toEqual([]);
    expect(JSON.parse(missed() ?? '')).toMatchObject({ reason: 'HTTP 307' });
  });

  it('the mark survives a restart', async () => {
    world.functions.answer = answerDown;
    await world.happen({ type: 'edit' });
    world = await world.restart();
    expect(missed()).toBeDefined();
  });
});

describe('a refusal', () => {
  it('of the change itself is the answer: no second try, no mark', async () => {
    const refusal = { ok: false, code: 'UNKNOWN_BOARD', message: 'Not a board' };
    world.functions.answer = () => ({ status: 422, body: JSON.stringify(refusal) });
    await world.happen({ type: 'edit' });
    expect(paths()).toEqual(['/onBoardEdit']);
    expect(missed()).toBeUndefined();
    expect(world.logs.join()).toContain('Not a board');
  });

  it('of the caller is a set-up mistake: no second try, but marked', async () => {
    const refusal = { ok: false, code: 'WRONG_AUDIENCE', message: 'Token is for another audience' };
    world.functions.answer = () => ({ status: 401, body: JSON.stringify(refusal) });
    await world.happen({ type: 'edit' });
    expect(paths()).toEqual(['/onBoardEdit']);
    expect(JSON.parse(missed() ?? '')).toMatchObject({ reason: 'Token is for another audience' });
  });
});
