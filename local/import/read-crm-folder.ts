import { join } from 'node:path';
import { SETTINGS } from '../../shared/contract/settings.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { createDealReader, isClosed, type Deal } from './crm-deals.ts';
import {
  collectAccounts,
  collectAgents,
  collectProducts,
  type Agent,
  type Reference,
} from './crm-reference.ts';
import { historyOfDeal, taskOfDeal } from './crm-rows.ts';
import { CRM_FILES, readCrmTable, type CrmFile, type CrmRow } from './crm-table.ts';
import { crmTeam } from './crm-team.ts';
import { createImportLog, type ImportLog } from './import-log.ts';
import { filesIn, progressOver, type OnProgress } from './import-progress.ts';
import type { ImportProblem } from './import-problem.ts';
import type { ImportSummary } from './import-summary.ts';
import type { Imported, ImportOptions } from './imported.ts';
import { nameIndex } from './match-names.ts';
import { moveDays } from './move-days.ts';

/**
 * Reads the published CRM set: accounts.csv, products.csv, sales_teams.csv and sales_pipeline.csv. Open deals
 * become tasks, closed ones history, agents and managers the team. Either everything usable is returned with a
 * summary that accounts for every row, or every file that cannot be read is named; nothing is written.
 */
export const readCrmFolder = async (
  folder: string,
  options: ImportOptions = {},
): Promise<Result<Imported, readonly ImportProblem[]>> => {
  const found = await findCrmFiles(folder);
  if (!found.ok) return found;
  const read = await readTables(found.value, options.onProgress);
  return read.ok ? ok(importedFrom(folder, read.value, options)) : read;
};

type CrmPaths = Readonly<Record<CrmFile, string>>;

const findCrmFiles = async (folder: string): Promise<Result<CrmPaths, readonly ImportProblem[]>> => {
  const names = await filesIn(folder);
  if (!names.ok) return err([names.error]);
  const byName = new Map(names.value.map((name) => [name.toLowerCase(), name]));
  const missing = CRM_FILES.filter((file) => !byName.has(file));
  if (missing.length > 0) return err(missing.map((file) => ({ code: 'FILE_MISSING', file, folder })));
  const paths = CRM_FILES.map((file) => [file, join(folder, byName.get(file) ?? file)]);
  return ok(Object.fromEntries(paths) as CrmPaths);
};

interface Tables {
  readonly log: ImportLog;
  readonly files: ImportSummary['files'];
  readonly agents: Reference<Agent>;
  readonly deals: readonly Deal[];
  readonly dealRows: number;
}

/** Reference files first, then the pipeline against them. Goes on after a bad file to name every bad one. */
const readTables = async (
  paths: CrmPaths,
  onProgress: OnProgress | undefined,
): Promise<Result<Tables, readonly ImportProblem[]>> => {
  const log = createImportLog();
  const bytesOf = await progressOver(Object.values(paths), onProgress);
  const problems: ImportProblem[] = [];
  const files: { file: string; rows: number }[] = [];
  const read = async <F extends CrmFile>(file: F, onRow: (row: CrmRow<F>) => void): Promise<number> => {
    const rows = await readCrmTable(paths[file], file, { log, onBytes: bytesOf(paths[file]) }, onRow);
    if (rows.ok) files.push({ file, rows: rows.value });
    else problems.push(rows.error);
    return rows.ok ? rows.value : 0;
  };
  const [accounts, products, agents] = [collectAccounts(log), collectProducts(log), collectAgents(log)];
  await read('accounts.csv', accounts.add);
  await read('products.csv', products.add);
  await read('sales_teams.csv', agents.add);
  const deals: Deal[] = [];
  const references = {
    accounts: nameIndex(accounts.reference().entries),
    products: nameIndex(products.reference().entries),
    agents: nameIndex(agents.reference().entries),
  };
  const readDeal = createDealReader(references, log);
  const dealRows = await read('sales_pipeline.csv', (row) => {
    const deal = readDeal(row);
    if (deal !== null) deals.push(deal);
  });
  if (problems.length > 0) return err(problems);
  return ok({ log, files, agents: agents.reference(), deals, dealRows });
};

const importedFrom = (
  folder: string,
  { log, files, agents, deals, dealRows }: Tables,
  { language = 'en', timeZone = SETTINGS.timeZone.fallback, asOf }: ImportOptions,
): Imported => {
  const team = crmTeam(agents, deals, language, log);
  const open = deals.filter((deal) => !isClosed(deal.stage));
  const closed = deals.filter((deal) => isClosed(deal.stage));
  log.count('LIST_PRICE_AS_AMOUNT', open.filter((deal) => deal.listPrice !== undefined).length);
  const tasks = open.map((deal) => taskOfDeal(deal, language));
  const history = closed.map((deal) => historyOfDeal(deal, language));
  const { seed, days } = moveDays({ team: team.rows, tasks, history, language, timeZone }, asOf);
  const summary: ImportSummary = {
    source: 'crm',
    folder,
    files,
    reps: team.reps,
    supervisors: team.supervisors,
    tasks: open.length,
    history: closed.length,
    dealsLeftOut: dealRows - deals.length,
    proposedTiers: team.tiers,
    ...(days === undefined ? {} : { days }),
    quirks: log.quirks(),
    rowProblems: log.rowProblems(),
  };
  return { seed, summary };
};
