import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSheetsService } from '../../../local/sheets-service/create-sheets-service.ts';
import { NOW } from './running-service.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sheets-durable-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const open = () => createSheetsService({ dataDir, now: () => NOW });
const person = { email: 'ann@example.com', clientId: 'w1' };
const type = (row: number, input: string) => ({
  kind: 'setCells' as const,
  sheetId: 0,
  cells: [{ row, column: 0, input }],
});

/** A book whose first three rows hold a, b and c; its journal is not yet folded into a snapshot. */
async function writtenBook(): Promise<string> {
  const service = await open();
  const id = service.createSpreadsheet({});
  for (const [row, input] of ['a', 'b', 'c'].entries()) await service.act(id, type(row, input), person);
  await service.close();
  return id;
}

async function column(id: string): Promise<(string | null | undefined)[]> {
  const service = await open();
  const data = service.getSpreadsheet(id, { includeGridData: true }).sheets?.[0]?.data?.[0]?.rowData ?? [];
  await service.close();
  return data.map((row) => row.values?.[0]?.formattedValue);
}

const journalOf = (id: string) => {
  const name = readdirSync(dataDir).find((file) => file.startsWith(id) && file.endsWith('.journal'));
  return join(dataDir, name ?? 'no journal');
};

describe('after the service was closed', () => {
  it('finds everything again, revision included', async () => {
    const id = await writtenBook();
    expect(await column(id)).toEqual(['a', 'b', 'c']);
    const service = await open();
    expect(service.revision(id)).toBe(4);
    await service.close();
  });
});

describe('a journal cut off in the middle of its last line', () => {
  it('loses only that line, and takes new writes after it', async () => {
    const id = await writtenBook();
    const path = journalOf(id);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.slice(0, -7));
    expect(await column(id)).toEqual(['a', 'b']);
    const service = await open();
    await service.act(id, type(2, 'again'), person);
    await service.close();
    expect(await column(id)).toEqual(['a', 'b', 'again']);
  });

  it('keeps every answered line when a torn one follows', async () => {
    const id = await writtenBook();
    appendFileSync(journalOf(id), '01234567 {"rev":5,"at"');
    expect(await column(id)).toEqual(['a', 'b', 'c']);
  });
});

describe('a journal damaged in the middle', () => {
  it('is refused by name and line, and left as it is', async () => {
    const id = await writtenBook();
    const path = journalOf(id);
    const damaged = readFileSync(path, 'utf8').replace('"v":"b"', '"v":"B"');
    writeFileSync(path, damaged);
    await expect(open()).rejects.toThrow(`The workbook file ${path} is damaged at line 3.`);
    expect(readFileSync(path, 'utf8')).toBe(damaged);
  });

  it('is refused when a line is missing', async () => {
    const id = await writtenBook();
    const path = journalOf(id);
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, [...lines.slice(0, 1), ...lines.slice(2)].join('\n'));
    await expect(open()).rejects.toThrow(/is damaged at line 2/);
  });
});

describe('a journal that grew large', () => {
  it('is folded into a snapshot that holds the same book', async () => {
    const service = await open();
    const id = service.createSpreadsheet({});
    const long = 'x'.repeat(3_000_000);
    for (const row of [0, 1, 2, 3]) await service.act(id, type(row, `${row}${long}`), person);
    await service.act(id, { kind: 'insertRows', sheetId: 0, start: 1, count: 1 }, person);
    const before = service.getSpreadsheet(id, { includeGridData: true });
    await service.close();
    const names = readdirSync(dataDir).map((name) => name.slice(id.length));
    expect(names).toContain('.snapshot');
    expect(names).not.toContain('.snapshot.tmp');
    const again = await open();
    expect(again.getSpreadsheet(id, { includeGridData: true })).toEqual(before);
    expect(again.revision(id)).toBe(6);
    await again.close();
  });

  it('is folded as well when many starts left many small ones', async () => {
    const id = await writtenBook();
    for (let start = 0; start < 22; start += 1) {
      const service = await open();
      await service.act(id, type(0, `start ${start}`), person);
      await service.close();
    }
    expect(readdirSync(dataDir).filter((name) => name.endsWith('.journal')).length).toBeLessThan(3);
    expect(await column(id)).toEqual(['start 21', 'b', 'c']);
  });

  it('is refused when the snapshot lost its end', async () => {
    const service = await open();
    const id = service.createSpreadsheet({});
    const long = 'x'.repeat(9_000_000);
    await service.act(id, type(0, long), person);
    await service.close();
    const path = join(dataDir, `${id}.snapshot`);
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, `${lines.slice(0, 2).join('\n')}\n`);
    await expect(open()).rejects.toThrow(`The workbook file ${path} is damaged`);
  });
});

describe('a directory that another process uses', () => {
  it('is refused while that process lives, and taken over when it is gone', async () => {
    const id = await writtenBook();
    writeFileSync(join(dataDir, 'in-use-by-process'), `${process.ppid}\n`);
    await expect(open()).rejects.toThrow(`are in use by process ${process.ppid}`);
    writeFileSync(join(dataDir, 'in-use-by-process'), '999999999\n');
    expect(await column(id)).toEqual(['a', 'b', 'c']);
  });
});

describe('a service killed with SIGKILL', () => {
  let child: ChildProcess | undefined;
  afterEach(() => child?.kill('SIGKILL'));

  async function startAlone(): Promise<string> {
    const script = 'local/sheets-service/main.ts';
    child = spawn(process.execPath, ['--import', 'tsx', script, '--port', '0', '--data', dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const chunk of child.stdout ?? []) {
      const url = /http:\/\/\S+/.exec(String(chunk))?.[0];
      if (url) return url;
    }
    throw new Error('The service ended before it printed its address.');
  }

  it('keeps every write it had answered', async () => {
    const url = await startAlone();
    const made = await fetch(`${url}v4/spreadsheets`, { method: 'POST', body: '{}' });
    const { spreadsheetId } = (await made.json()) as { spreadsheetId: string };
    const answered: string[] = [];
    for (let row = 1; row <= 25; row += 1) {
      const response = await fetch(
        `${url}v4/spreadsheets/${spreadsheetId}/values/A${row}?valueInputOption=RAW`,
        { method: 'PUT', body: JSON.stringify({ values: [[`v${row}`]] }) },
      );
      if (response.ok) answered.push(`v${row}`);
    }
    const gone = new Promise((resolve) => child?.once('exit', resolve));
    child?.kill('SIGKILL');
    await gone;
    expect(answered.length).toBe(25);
    expect(await column(spreadsheetId)).toEqual(answered);
  });
});
