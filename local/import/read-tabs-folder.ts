import { SETTINGS } from '../../shared/contract/settings.ts';
import type { Language } from '../../shared/domain/rep.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { readWord } from '../../shared/text/spellings.ts';
import { tellUnknownNames } from './check-names.ts';
import { createImportLog, type ImportLog } from './import-log.ts';
import { progressOver } from './import-progress.ts';
import type { ImportProblem } from './import-problem.ts';
import type { ImportSummary } from './import-summary.ts';
import type { Imported, ImportOptions } from './imported.ts';
import { readTabFile, type TabTable } from './read-tab-file.ts';
import { moveDays } from './move-days.ts';
import { findTabFiles, IMPORTED_TAB_KEYS, tabFileNames, type ImportedTab } from './tab-files.ts';
import { seedCellsOf, type TabRow } from './tab-rows.ts';
import type { SeedRow } from './team-seed.ts';

/**
 * Reads tabs of a board from CSV: any of `Tasks.csv`, `Team.csv` and `History.csv` (or their Chinese titles),
 * as downloaded from a spreadsheet or made by hand. Headers in either language or column keys, in any order.
 * A cell that cannot be read is imported as it stands and listed: the board puts its note on it.
 */
export const readTabsFolder = async (
  folder: string,
  options: ImportOptions = {},
): Promise<Result<Imported, readonly ImportProblem[]>> => {
  const files = await findTabFiles(folder);
  if (!files.ok) return files;
  if (files.value.length === 0)
    return err(
      IMPORTED_TAB_KEYS.map((tab) => ({ code: 'FILE_MISSING', file: tabFileNames(tab).join(' / '), folder })),
    );
  const log = createImportLog();
  const bytesOf = await progressOver(
    files.value.map(({ path }) => path),
    options.onProgress,
  );
  const tables: TabTable[] = [];
  const problems: ImportProblem[] = [];
  for (const file of files.value) {
    const table = await readTabFile(file, log, bytesOf(file.path));
    if (table.ok) tables.push(table.value);
    else problems.push(table.error);
  }
  return problems.length > 0 ? err(problems) : ok(importedFrom(folder, tables, log, options));
};

const importedFrom = (
  folder: string,
  tables: readonly TabTable[],
  log: ImportLog,
  { language = languageOf(tables), timeZone = SETTINGS.timeZone.fallback, asOf }: ImportOptions,
): Imported => {
  const given = new Set(tables.map(({ tab }) => tab));
  const absent = IMPORTED_TAB_KEYS.filter((tab) => !given.has(tab));
  log.names(
    'TAB_NOT_GIVEN',
    absent.map((tab) => tabFileNames(tab)[0] ?? tab),
  );
  const rowsOf = (tab: ImportedTab): readonly SeedRow[] =>
    tables
      .filter((table) => table.tab === tab)
      .flatMap((table) => table.rows.map((row) => seedRowOf(table, row, language, log)));
  const { seed, days } = moveDays(
    { team: rowsOf('team'), tasks: rowsOf('tasks'), history: rowsOf('history'), language, timeZone },
    asOf,
  );
  tellUnknownNames(tables, log);
  const deals = tables.filter(({ tab }) => tab !== 'team').reduce((sum, { count }) => sum + count, 0);
  const supervisors = seed.team.filter(
    ({ cells }) => readWord('role', String(cells.role)) === 'supervisor',
  ).length;
  const summary: ImportSummary = {
    source: 'tabs',
    folder,
    files: tables.map(({ file, count }) => ({ file, rows: count })),
    reps: seed.team.length - supervisors,
    supervisors,
    tasks: seed.tasks.length,
    history: seed.history.length,
    dealsLeftOut: deals - seed.tasks.length - seed.history.length,
    ...(days === undefined ? {} : { days }),
    quirks: log.quirks(),
    rowProblems: log.rowProblems(),
  };
  return { seed, summary };
};

const seedRowOf = (table: TabTable, row: TabRow, language: Language, log: ImportLog): SeedRow => {
  const { cells, problems } = seedCellsOf(table.tab, row, language);
  for (const { column, given, problem } of problems)
    log.row({ file: table.file, line: row.line, column, given }, { code: 'CELL', cell: problem }, 'kept');
  return { cells };
};

const languageOf = (tables: readonly TabTable[]): Language => {
  const votes = (language: Language): number => tables.reduce((sum, table) => sum + table.votes[language], 0);
  return votes('zh-CN') > votes('en') ? 'zh-CN' : 'en';
};
