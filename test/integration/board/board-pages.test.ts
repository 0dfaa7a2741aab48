import { request as httpRequest } from 'node:http';
import { readdir } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActAnswer, BookAnswer } from '../../../local/board/board-protocol.ts';
import { unpackGrid } from '../../../local/board/packed-grid.ts';
import type { PersonAction } from '../../../local/sheets-service/service-api.ts';
import { freshFolder, startBoardServer, type BoardServer } from '../../support/board-server.ts';
import { COLUMN, createSampleBoardBook, TASKS, TEAM } from '../../support/sample-board-book.ts';
import { cellFromTyping } from '../../support/typed-cell-value.ts';
import type { InMemoryBook } from '../../support/in-memory-book.ts';
import { EventReader } from '../../support/event-reader.ts';

describe('the server part of the board', () => {
  let book: InMemoryBook;
  let server: BoardServer;
  const readers: EventReader[] = [];

  const origin = () => new URL(server.url).origin;
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: origin(), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  let number = 0;
  const act = async (action: PersonAction, more: object = {}): Promise<ActAnswer> => {
    number += 1;
    const request = {
      clientId: 'w1',
      actionId: `a${number}`,
      baseRevision: book.revision(book.spreadsheetId),
      action,
    };
    return (await (await post('/api/act', { ...request, ...more })).json()) as ActAnswer;
  };
  const setCell = (row: number, column: number, input: string): PersonAction => ({
    kind: 'setCells',
    sheetId: TASKS,
    cells: [{ row, column, input }],
  });
  const listen = async (since?: number): Promise<EventReader> => {
    const reader = await EventReader.open(
      `${server.url}/api/changes${since === undefined ? '' : `?since=${since}`}`,
    );
    readers.push(reader);
    return reader;
  };

  beforeEach(async () => {
    book = createSampleBoardBook(10);
    server = await startBoardServer(book);
  });
  afterEach(async () => {
    for (const reader of readers.splice(0)) reader.close();
    await server.close();
  });

  it('serves a page that may load nothing from elsewhere, and assets that may be kept for good', async () => {
    const page = await fetch(server.url);
    const html = await page.text();
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('http');
    expect(html).toContain('class="skeleton"');
    const paths = [...html.matchAll(/(?:src|href)="(\/board\/assets\/[^"]+)"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) {
      const asset = await fetch(origin() + path);
      expect([path, asset.status]).toEqual([path, 200]);
      expect(asset.headers.get('cache-control')).toContain('immutable');
      await asset.arrayBuffer();
    }
    expect(html).not.toMatch(/(?:src|href)="https?:/);
  });

  it('sends assets compressed the way the browser asks for, with the same content', async () => {
    const html = await (await fetch(server.url)).text();
    const path = /src="(\/board\/assets\/[^"]+)"/.exec(html)?.[1] ?? '';
    const plain = await fetch(origin() + path, { headers: { 'accept-encoding': 'identity' } });
    const text = await plain.text();
    const raw = await new Promise<{ encoding: string | undefined; body: Buffer }>((resolve, reject) => {
      httpRequest(origin() + path, { headers: { 'accept-encoding': 'gzip' } }, (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () =>
          resolve({ encoding: res.headers['content-encoding'], body: Buffer.concat(chunks) }),
        );
      })
        .on('error', reject)
        .end();
    });
    expect(raw.encoding).toBe('gzip');
    expect(gunzipSync(raw.body).toString()).toBe(text);
    expect((await fetch(`${origin()}/board/assets/..%2f..%2fpackage.json`)).status).toBe(404);
  });

  it('the second start takes the bundle from disk', async () => {
    const cacheDir = freshFolder();
    const first = await startBoardServer(book, { cacheDir });
    await first.pages.ready();
    const built = await readdir(cacheDir);
    await first.close();
    const second = await startBoardServer(book, { cacheDir });
    await second.pages.ready();
    expect(await readdir(cacheDir)).toEqual(built);
    expect(built).toHaveLength(1);
    await second.close();
  });

  it('gives every tab by name and the cells of the asked one only', async () => {
    const first = (await (await fetch(`${server.url}/api/book`)).json()) as BookAnswer;
    expect(first.sheets.map(({ sheet, grid }) => [sheet.properties?.title, grid !== undefined])).toEqual([
      ['任务', true],
      ['团队', false],
      ['看板', false],
    ]);
    const team = (await (await fetch(`${server.url}/api/book?sheetId=${TEAM}`)).json()) as BookAnswer;
    const grid = team.sheets[1]?.grid;
    expect(grid && unpackGrid(grid)[1]?.[0]?.userEnteredValue).toEqual({ stringValue: '王磊' });
    expect(team.sheets[0]?.grid).toBeUndefined();
    expect((await fetch(`${server.url}/api/book?sheetId=x`)).status).toBe(400);
  });

  it("applies a person's action and tells every window, with who did it", async () => {
    const reader = await listen();
    expect((await reader.next('hello')).data).toMatchObject({ revision: 1, status: { deciding: 0 } });
    expect(await act(setCell(1, COLUMN.nextStep, '发合同'))).toEqual({ ok: true, revision: 2 });
    const { data, id } = await reader.next('change');
    expect(id).toBe('2');
    expect(data).toMatchObject({
      clientId: 'w1',
      origin: 'person',
      cells: [{ row: 1, column: COLUMN.nextStep }],
    });
  });

  it('a repeated action is applied once and answered the same', async () => {
    const insert: PersonAction = { kind: 'insertRows', sheetId: TASKS, start: 3, count: 1 };
    const first = await act(insert, { actionId: 'same' });
    const again = await act(insert, { actionId: 'same' });
    expect(again).toEqual(first);
    expect(book.actions).toHaveLength(1);
  });

  it('positions that somebody else has moved meanwhile are refused as stale, own moves are not', async () => {
    const base = book.revision(book.spreadsheetId);
    await act({ kind: 'insertRows', sheetId: TASKS, start: 1, count: 1 }, { clientId: 'other' });
    const stale = await act(setCell(5, COLUMN.nextStep, 'x'), { baseRevision: base });
    expect(stale).toMatchObject({ ok: false, code: 'STALE' });
    expect(
      await act(setCell(5, COLUMN.nextStep, 'x'), { baseRevision: base, clientId: 'other' }),
    ).toMatchObject({ ok: true });
    expect(await act(setCell(5, COLUMN.nextStep, 'y'))).toMatchObject({ ok: true });
  });

  it("passes the service's refusal on with the cell it names", async () => {
    expect(await act(setCell(2, COLUMN.type, '攻坚'))).toMatchObject({
      ok: false,
      code: 'PROTECTED',
      cell: { row: 2, column: COLUMN.type },
    });
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['an unknown kind', { clientId: 'w', actionId: 'a', baseRevision: 1, action: { kind: 'formatDisk' } }],
    [
      'a negative row',
      {
        clientId: 'w',
        actionId: 'a',
        baseRevision: 1,
        action: { kind: 'setCells', sheetId: 0, cells: [{ row: -1, column: 0, input: 'x' }] },
      },
    ],
    [
      'no cells',
      { clientId: 'w', actionId: 'a', baseRevision: 1, action: { kind: 'setCells', sheetId: 0, cells: [] } },
    ],
    [
      'extra fields',
      {
        clientId: 'w',
        actionId: 'a',
        baseRevision: 1,
        action: { kind: 'deleteSheet', sheetId: 0, force: true },
      },
    ],
  ])('turns away %s with 400, and changes nothing', async (_what, body) => {
    const answer = await post('/api/act', body);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { message: string }).message).not.toBe('');
    expect(book.revision(book.spreadsheetId)).toBe(1);
  });

  it('turns away writes from another site', async () => {
    const request = { clientId: 'w', actionId: 'a', baseRevision: 1, action: setCell(1, 2, 'x') };
    expect((await post('/api/act', request, { origin: 'https://example.com' })).status).toBe(403);
    expect((await post('/api/act', request, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await fetch(`${server.url}/api/act`)).status).toBe(405);
    expect(book.actions).toEqual([]);
  });

  it('a window that was away gets what it missed, or is told to fetch again', async () => {
    for (const text of ['a', 'b', 'c']) {
      book.writeAsApi(TASKS, [{ row: 1, column: COLUMN.why, data: cellFromTyping(text) }]);
    }
    const resumed = await listen(2);
    expect((await resumed.next('hello')).data).toMatchObject({ resumed: true, revision: 4 });
    expect([(await resumed.next('change')).id, (await resumed.next('change')).id]).toEqual(['3', '4']);
    const ahead = await listen(99);
    expect((await ahead.next('hello')).data).toMatchObject({ resumed: false });
  });

  it('pushes the status of the functions when it changes', async () => {
    const reader = await listen();
    await reader.next('hello');
    server.status.deciding = 2;
    server.pages.statusChanged();
    expect((await reader.next('status')).data).toEqual({ deciding: 2 });
  });

  it('without an add-on there is no menu, no sidebar, and nothing to run', async () => {
    expect(await (await fetch(`${server.url}/api/menu`)).json()).toEqual({ title: '', items: [] });
    expect((await fetch(`${server.url}/sidebar`)).status).toBe(404);
    expect((await post('/api/run', { functionName: 'x', args: [] })).status).toBe(404);
  });

  it("runs only public functions of the add-on, and frames its page without our origin's rights", async () => {
    const calls: unknown[] = [];
    const addOn = {
      html: () => '<!doctype html><html><head><title>t</title></head><body></body></html>',
      menu: () => Promise.resolve({ title: '配能', items: [] }),
      run: (name: string, args: unknown[]) => Promise.resolve(calls.push([name, args])),
    };
    await server.close();
    server = await startBoardServer(book, { addOn });
    const sidebar = await fetch(`${server.url}/sidebar`);
    expect(sidebar.headers.get('content-security-policy')).toMatch(/^sandbox (?!.*allow-same-origin)/);
    expect(await sidebar.text()).toMatch(/<head><script>.*google\.script/s);
    expect((await post('/api/run', { functionName: 'secret_', args: [] })).status).toBe(400);
    expect(await (await post('/api/run', { functionName: 'setUp', args: ['a', 1] })).json()).toEqual({
      ok: true,
      value: 1,
    });
    expect(calls).toEqual([['setUp', ['a', 1]]]);
  });
});
