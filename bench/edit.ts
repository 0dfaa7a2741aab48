/**
 * What one edit costs on a real board, and whether that grows with it: `npx tsx bench/edit.ts`. Imports the
 * published CRM set (8,800 deals; `--data DIR` names another folder, without any the sample team is scaled up), then the
 * same rows ten times over with new ids, and edits both boards through the sheet, the add-on and the functions.
 * Counted are Firestore documents and Sheets API requests; times are medians on loopback. Ends with 1 when an
 * edit is over the budget of spec section 4.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { countOperations } from '../local/firestore-engine/count-operations.ts';
import { LOCAL_PERSON } from '../local/local-config.ts';
import { startLocal, type RunningLocal } from '../local/start-local.ts';
import { teamId } from '../shared/domain/ids.ts';
import type { ReadRow } from '../shared/ports/board.ts';
import { columnIndex, TABS } from '../shared/sheet/layout.ts';
import { largestDocuments } from './edit/largest-documents.ts';
import { multiplyCrm, writeSampleTabs } from './edit/make-data.ts';

const SEED = 20_251_123;
const ROUNDS = 7;
const CRM = resolve(import.meta.dirname, '../../shared/data/crm-sales-opportunities');
/** Spec section 4. */
const BUDGET = { reads: 3, writes: 6, sheetReads: 1, sheetWrites: 1 } as const;
type Cost = Record<keyof typeof BUDGET, number> & { ms: number };

/** An edit to measure: which rows it suits, and what is typed into them. */
interface Kind {
  readonly name: string;
  readonly suits: (row: ReadRow['cells']) => boolean;
  readonly type: (row: ReadRow['cells'], round: number) => Readonly<Record<string, string>>;
}

const owned = (row: ReadRow['cells']): boolean => row['owner'] !== null && Number(row['points']) > 0;
const kinds = (names: readonly string[]): readonly Kind[] => [
  { name: 'next step', suits: owned, type: (_row, round) => ({ nextStep: `call ${round}` }) },
  { name: 'value up', suits: (row) => owned(row) && row['value'] === null, type: () => ({ value: 'High' }) },
  { name: 'value down', suits: (row) => owned(row) && row['value'] === null, type: () => ({ value: 'Low' }) },
  {
    name: 'owner change',
    suits: owned,
    type: (row, round) => ({
      owner: names.filter((name) => name !== row['owner'])[round % (names.length - 1)] ?? '',
    }),
  },
  { name: 'accept', suits: (row) => row['suggestedOwner'] !== null, type: () => ({ action: 'Accept' }) },
];

const measure = async (running: RunningLocal): Promise<ReadonlyMap<string, readonly Cost[]>> => {
  const { app, sheets, addOn, firestore, spreadsheetId } = running;
  const read = await app.ports.board.read(teamId(spreadsheetId), {
    rows: [],
    whole: ['tasks', 'team'],
    ids: [],
  });
  const names = (read.rows.team ?? [])
    .filter(({ cells }) => cells['role'] === 'Rep')
    .map(({ cells }) => String(cells['name']));
  const requests = countRequests(running);
  const documents = countOperations(firestore);
  const used = new Set<number>();
  const once = async (kind: Kind, round: number): Promise<Cost> => {
    const found = read.rows.tasks?.find(({ row, cells }) => !used.has(row) && kind.suits(cells));
    if (found === undefined) throw new Error(`no row left for "${kind.name}"`);
    used.add(found.row);
    const cells = Object.entries(kind.type(found.cells, round)).map(([key, input]) => ({
      row: found.row,
      column: columnIndex('tasks', key),
      input,
    }));
    documents.reset();
    requests.reset();
    const start = performance.now();
    const done = await sheets.act(
      spreadsheetId,
      { kind: 'setCells', sheetId: TABS.tasks.sheetId, cells },
      { email: LOCAL_PERSON, clientId: 'bench' },
    );
    if (!done.ok) throw new Error(`the sheet refused the edit: ${done.message}`);
    await addOn.idle();
    const ms = performance.now() - start;
    const { reads, writes } = documents.counts();
    return { reads, writes, ...requests.counts(), ms };
  };
  const costs = new Map<string, readonly Cost[]>();
  for (const kind of kinds(names)) {
    const list: Cost[] = [];
    for (let round = 0; round < ROUNDS; round += 1) list.push(await once(kind, round));
    costs.set(kind.name, list);
  }
  documents.stop();
  return costs;
};

/** Counts requests where they arrive: at the Sheets service. */
const countRequests = ({ sheets }: RunningLocal) => {
  const calls = { sheetReads: 0, sheetWrites: 0 };
  const handle = sheets.handle.bind(sheets);
  Object.assign(sheets, {
    handle: (...given: Parameters<typeof handle>) => {
      const url = given[0].url ?? '';
      if (url.startsWith('/v4/'))
        calls[/batchGet/.test(url) || given[0].method === 'GET' ? 'sheetReads' : 'sheetWrites'] += 1;
      return handle(...given);
    },
  });
  return {
    counts: () => ({ ...calls }),
    reset: () => void Object.assign(calls, { sheetReads: 0, sheetWrites: 0 }),
  };
};

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const most = (list: readonly Cost[], key: keyof Cost): number => Math.max(...list.map((cost) => cost[key]));

const printCosts = (title: string, costs: ReadonlyMap<string, readonly Cost[]>): boolean => {
  console.log(
    `\n${title}\n| edit (${ROUNDS} each, most) | documents read | documents written | Sheets reads | Sheets writes | edit → written back, median |`,
  );
  console.log('|---|---|---|---|---|---|');
  let within = true;
  for (const [name, list] of costs) {
    const keys = Object.keys(BUDGET) as (keyof typeof BUDGET)[];
    const over = keys.filter((key) => most(list, key) > BUDGET[key]);
    within &&= over.length === 0;
    const numbers = keys.map(
      (key) => `${most(list, key)}${over.includes(key) ? ` OVER ${BUDGET[key]}` : ''}`,
    );
    console.log(`| ${name} | ${numbers.join(' | ')} | ${median(list.map(({ ms }) => ms)).toFixed(0)} ms |`);
  }
  return within;
};

const bench = async (title: string, importDir: string): Promise<boolean> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'peineng-bench-'));
  const start = performance.now();
  const running = await startLocal(
    { kind: 'run', port: 0, dataDir, reset: false, open: false, language: 'en', importDir },
    (line) => {
      if (!line.startsWith('{')) console.log(line);
    },
  );
  try {
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
    console.log(
      `\n${title}: imported and ready in ${seconds} s; peak memory of this process so far ${peak} MB`,
    );
    const within = printCosts(title, await measure(running));
    const largest = await largestDocuments(running.firestore);
    console.log('\n| largest documents | bytes, at most 1,048,576 |\n|---|---|');
    for (const { kind, path, bytes } of largest)
      console.log(`| ${kind} (${path}) | ${bytes.toLocaleString('en')} |`);
    return within && largest.every(({ bytes }) => bytes < 1_048_576);
  } finally {
    await running.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { data: { type: 'string' } }, allowPositionals: true });
  const work = mkdtempSync(join(tmpdir(), 'peineng-bench-data-'));
  const crm = resolve(values.data ?? CRM);
  const real = existsSync(join(crm, 'sales_pipeline.csv'));
  console.log(
    `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'cpu'}, seed ${SEED}, ${real ? 'published CRM set' : 'sample team'}`,
  );
  try {
    const once = real ? crm : writeSampleTabs(join(work, 'once'), SEED, 10);
    const tenfold = real
      ? multiplyCrm(crm, join(work, 'tenfold'), SEED, 10)
      : writeSampleTabs(join(work, 'tenfold'), SEED, 100);
    const results = [await bench('the board', once), await bench('ten times the deals', tenfold)];
    if (results.includes(false)) {
      console.log('\nOver budget.');
      process.exitCode = 1;
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

await main();
