import { mkdtemp, rm, writeFile, readFile, mkdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { columnIndex, TABS } from '../../../shared/sheet/layout.ts';
import { npmStart, npmStartToEnd, valuesOf, type Started } from './npm-start.ts';

const { tasks, audit, suggestions, team } = TABS;
const VALUE = columnIndex('tasks', 'value');
const CHANGED = '客户价值变化';

let folder: string;
let running: Started | undefined;
const start = async (...options: readonly string[]): Promise<Started> => {
  running = await npmStart(folder, ...options);
  return running;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peineng-start-'));
});
afterEach(async () => {
  await running?.stop('SIGKILL');
  running = undefined;
  await rm(folder, { recursive: true, force: true });
});

/** Types into the board as its page does. True when the edit was answered. */
const type = async ({ origin }: Started, row: number, column: number, input: string): Promise<boolean> => {
  const book = (await (await fetch(`${origin}/board/api/book`)).json()) as { revision: number };
  const answer = await fetch(`${origin}/board/api/act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({
      clientId: 'test',
      actionId: `act-${row}-${column}-${input}`,
      baseRevision: book.revision,
      action: { kind: 'setCells', sheetId: tasks.sheetId, cells: [{ row, column, input }] },
    }),
  });
  return answer.ok && ((await answer.json()) as { ok?: boolean }).ok !== false;
};
const auditOf = async (one: Started) => {
  const rows = await valuesOf(one, audit.sheetId);
  const column = (key: string) => rows.map((row) => row[columnIndex('audit', key)]);
  return {
    numbers: column('number'),
    what: column('what'),
    customers: column('customer'),
    titles: column('title'),
  };
};
const mails = async ({ origin }: Started) =>
  ((await (await fetch(`${origin}/inbox/api/mails`)).json()) as { mails: readonly { subject: string }[] })
    .mails;

describe('stopping and starting again', () => {
  it('after a clean stop everything is there, and the board goes on working', async () => {
    const first = await start();
    const rows = await valuesOf(first, tasks.sheetId);
    const place = rows.findIndex((row) => row[columnIndex('tasks', 'customer')] === '云岭骨科医院');
    expect(await type(first, place + 2, VALUE, '高')).toBe(true);
    expect(await first.stop('SIGTERM')).toBe(0);

    const second = await start();
    const after = await valuesOf(second, tasks.sheetId);
    expect(after[place]?.[VALUE]).toBe('高');
    // The edit was under way when the signal came: it was finished first.
    expect(after[place]?.[columnIndex('tasks', 'suggestedOwner')]).toBe('Lisa');
    expect((await auditOf(second)).what.filter((what) => what === CHANGED)).toHaveLength(1);
    expect((await mails(second)).filter(({ subject }) => subject.startsWith('老王超载了'))).toHaveLength(1);
    expect(second.spreadsheetId).toBe(first.spreadsheetId);

    const before = [after, await valuesOf(second, suggestions.sheetId), await valuesOf(second, team.sheetId)];
    expect(await second.stop('SIGINT')).toBe(0);
    const third = await start();
    expect([
      await valuesOf(third, tasks.sheetId),
      await valuesOf(third, suggestions.sheetId),
      await valuesOf(third, team.sheetId),
    ]).toEqual(before);
    expect(await type(third, place + 2, columnIndex('tasks', 'action'), '接受')).toBe(true);
    await expect
      .poll(async () => (await valuesOf(third, tasks.sheetId))[place]?.[columnIndex('tasks', 'owner')], {
        timeout: 20_000,
      })
      .toBe('Lisa');
  });

  it('killed in the middle of edits, no answered edit is lost and each is audited once', async () => {
    const first = await start();
    const rows = await valuesOf(first, tasks.sheetId);
    const open = rows.flatMap((row, index) =>
      (row[VALUE] === '中' || row[VALUE] === '高') && row[columnIndex('tasks', 'points')] !== 0
        ? [index]
        : [],
    );
    const chosen = open.slice(0, 14);
    expect(chosen).toHaveLength(14);
    const answered: number[] = [];
    const typing = Promise.allSettled(
      chosen.map(async (index) => {
        if (await type(first, index + 2, VALUE, '低')) answered.push(index);
        if (answered.length === 8) first.process.kill('SIGKILL');
      }),
    );
    await typing;
    await first.stop('SIGKILL');
    expect(answered.length).toBeGreaterThanOrEqual(8);

    const second = await start();
    const after = await valuesOf(second, tasks.sheetId);
    const kept = chosen.filter((index) => after[index]?.[VALUE] === '低');
    expect(answered.filter((index) => !kept.includes(index))).toEqual([]);
    const changes = async () => (await auditOf(second)).what.filter((what) => what === CHANGED).length;
    await expect.poll(changes, { timeout: 30_000 }).toBe(kept.length);
    const { numbers } = await auditOf(second);
    expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
    expect(await second.stop('SIGTERM')).toBe(0);
    const third = await start();
    expect((await auditOf(third)).what.filter((what) => what === CHANGED)).toHaveLength(kept.length);
  });
});

describe('what may be wrong at the start', () => {
  it('a port in use is named, with the way out', async () => {
    const taken = createServer();
    await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
    const { port } = taken.address() as AddressInfo;
    const { code, output } = await npmStartToEnd('--data', folder, '--port', String(port));
    taken.close();
    expect(code).toBe(1);
    expect(output).toContain(`Port ${port} is in use`);
    expect(output).toContain(`--port ${port + 1}`);
    expect(output).not.toMatch(/^\s+at /m);
  });

  it('a folder that cannot be written is named', async () => {
    await writeFile(join(folder, 'a-file'), 'text');
    const { code, output } = await npmStartToEnd('--data', join(folder, 'a-file', 'board'), '--port', '0');
    expect(code).toBe(1);
    expect(output).toContain('Cannot write to');
    expect(output).toContain('--data DIR');
    expect(output).not.toMatch(/^\s+at /m);
  });

  it('a damaged note of the board is named and left as it is', async () => {
    await writeFile(join(folder, 'board.json'), '{"spreadsheetId":');
    const { code, output } = await npmStartToEnd('--data', folder, '--port', '0');
    expect(code).toBe(1);
    expect(output).toContain(join(folder, 'board.json'));
    expect(output).toContain('--reset');
    expect(output).not.toMatch(/^\s+at /m);
    expect(await readFile(join(folder, 'board.json'), 'utf8')).toBe('{"spreadsheetId":');
  });

  it('an unknown option and a wrong port are named with the usage, and nothing is made', async () => {
    const target = join(folder, 'never');
    const wrong = await npmStartToEnd('--data', target, '--port', 'abc', '--lang', 'fr');
    expect(wrong.code).toBe(2);
    expect(wrong.output).toContain('--port abc');
    expect(wrong.output).toContain('--lang fr');
    expect(wrong.output).toContain('npm start -- [options]');
    const unknown = await npmStartToEnd('--data', target, '--prot', '1');
    expect(unknown.code).toBe(2);
    expect(unknown.output).toContain('--prot');
    await expect(readFile(join(target, 'board.json'))).rejects.toThrow();
  });

  it('a folder without anything to import is named, and the next start is as if nothing had happened', async () => {
    const empty = join(folder, 'empty');
    await mkdir(empty);
    const data = join(folder, 'data');
    for (const bad of [empty, join(folder, 'not-there')]) {
      const { code, output } = await npmStartToEnd('--data', data, '--port', '0', '--import', bad);
      expect(code).toBe(1);
      expect(output).toContain(bad);
      expect(output).not.toMatch(/^\s+at /m);
    }
    running = await npmStart(data);
    expect((await valuesOf(running, tasks.sheetId)).length).toBeGreaterThan(100);
  });

  it('a reset takes away the board and nothing that is not ours', async () => {
    await writeFile(join(folder, 'my-notes.txt'), 'mine');
    await mkdir(join(folder, 'holiday'));
    const first = await start();
    const rows = await valuesOf(first, tasks.sheetId);
    await type(first, 2, columnIndex('tasks', 'nextStep'), '马上要被重置');
    expect(await first.stop('SIGTERM')).toBe(0);
    const second = await start('--reset');
    expect(second.spreadsheetId).not.toBe(first.spreadsheetId);
    const fresh = await valuesOf(second, tasks.sheetId);
    expect(fresh).toHaveLength(rows.length);
    expect(fresh[0]?.[columnIndex('tasks', 'nextStep')]).not.toBe('马上要被重置');
    expect(await readFile(join(folder, 'my-notes.txt'), 'utf8')).toBe('mine');
    await expect(mkdir(join(folder, 'holiday'))).rejects.toThrow('EEXIST');
  });
});
