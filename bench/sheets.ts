/**
 * How fast the local Sheets service answers: `npx tsx bench/sheets.ts`. Times are medians over loopback HTTP,
 * journal written, JSON parsed by the caller. Nothing here fails a build; the numbers go into the docs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSheetsService } from '../local/sheets-service/create-sheets-service.ts';

const ROWS = 10_000;
const COLUMNS = 30;

/** Median of `rounds` runs in milliseconds, after two runs nobody counts. */
async function median(rounds: number, run: (round: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = -2; round < rounds; round += 1) {
    const start = performance.now();
    await run(round);
    if (round >= 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sheets-bench-'));
  const service = await createSheetsService({ dataDir, now: Date.now });
  const server = createServer((request, response) => void service.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v4/spreadsheets`;
  const call = async (path: string, method = 'GET', body?: unknown): Promise<unknown> => {
    const response = await fetch(`${root}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };

  const id = service.createSpreadsheet({
    sheets: [
      { properties: { sheetId: 0, title: 'Big', gridProperties: { rowCount: ROWS, columnCount: COLUMNS } } },
    ],
  });
  const values = Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: COLUMNS }, (_unused, column) => cellValue(row, column)),
  );
  const report = (what: string, milliseconds: number, goal?: number) =>
    console.log(
      `${what.padEnd(62)} ${milliseconds.toFixed(1).padStart(8)} ms${goal === undefined ? '' : `   goal < ${goal}`}`,
    );

  console.log(
    `${ROWS} rows x ${COLUMNS} columns, Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'cpu'}`,
  );
  const update = `/${id}/values/Big!A1?valueInputOption=RAW`;
  report(
    'write all cells (one values.update)',
    await median(3, (round) => call(update, 'PUT', { values: stamped(values, round) })),
  );
  report('read all values, formatted', await median(9, () => call(`/${id}/values/Big`)), 300);
  report(
    'read all values, unformatted',
    await median(9, () => call(`/${id}/values/Big?valueRenderOption=UNFORMATTED_VALUE`)),
    300,
  );
  report(
    'read all as grid data, values and notes only',
    await median(3, () => call(`/${id}?fields=sheets.data.rowData.values(formattedValue,note)`)),
  );
  report('read all as grid data, every field', await median(3, () => call(`/${id}?includeGridData=true`)));
  const one = `/${id}/values/Big!C500?valueInputOption=USER_ENTERED`;
  report(
    'write one cell (values.update)',
    await median(300, (round) => call(one, 'PUT', { values: [[`v${round}`]] })),
    5,
  );
  const batch = (round: number) => ({ requests: [requestFor(round)] });
  report(
    'write one cell (batchUpdate, updateCells)',
    await median(300, (round) => call(`/${id}:batchUpdate`, 'POST', batch(round))),
    5,
  );
  report(
    'append one row (10,000 rows present)',
    await median(50, () =>
      call(`/${id}/values/Big:append?valueInputOption=RAW`, 'POST', { values: [['x']] }),
    ),
  );
  const person = { email: 'bench@example.com', clientId: 'bench' };
  report(
    'a person types into one cell (in process)',
    await median(300, (round) =>
      service.act(id, { kind: 'setCells', sheetId: 0, cells: [{ row: 7, column: 2, input: round }] }, person),
    ),
    5,
  );
  report(
    'insert a row near the top',
    await median(20, () => service.act(id, { kind: 'insertRows', sheetId: 0, start: 3, count: 1 }, person)),
  );
  await service.close();
  server.close();
  server.closeAllConnections();
  const start = performance.now();
  const again = await createSheetsService({ dataDir, now: Date.now });
  report('open the workbook again from disk', performance.now() - start);
  await again.close();
  rmSync(dataDir, { recursive: true });
}

function cellValue(row: number, column: number): string | number | boolean {
  if (column % 5 === 0) return row * COLUMNS + column;
  if (column % 7 === 0) return row % 2 === 0;
  return `Row ${row} column ${column}`;
}

/** The same values with one cell changed, so that no round is a no-op. */
function stamped(values: (string | number | boolean)[][], round: number): (string | number | boolean)[][] {
  return [[`Round ${round}`, ...(values[0] ?? []).slice(1)], ...values.slice(1)];
}

function requestFor(round: number): object {
  return {
    updateCells: {
      start: { sheetId: 0, rowIndex: 400, columnIndex: 3 },
      rows: [{ values: [{ userEnteredValue: { stringValue: `w${round}` } }] }],
      fields: 'userEnteredValue',
    },
  };
}

await main();
