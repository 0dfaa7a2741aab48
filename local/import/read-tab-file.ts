import type { Language } from '../../shared/domain/rep.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ImportLog } from './import-log.ts';
import type { ImportProblem } from './import-problem.ts';
import { readCsv, type CsvRecord, type OnBytes } from './read-csv.ts';
import type { ImportedTab, TabFile } from './tab-files.ts';
import { isSecondHeader, readTabHeader, votesFor, type TabHeader } from './tab-header.ts';
import type { TabRow } from './tab-rows.ts';

export interface TabTable {
  readonly tab: ImportedTab;
  readonly file: string;
  readonly rows: readonly TabRow[];
  /** Rows of the file, those that were left out included. */
  readonly count: number;
  readonly votes: Readonly<Record<Language, number>>;
}

/** Reads one file row by row. Cells missing at the end of a row are empty; cells beyond the header are not. */
export const readTabFile = async (
  { tab, file, path }: TabFile,
  log: ImportLog,
  onBytes: OnBytes,
): Promise<Result<TabTable, ImportProblem>> => {
  const rows: TabRow[] = [];
  const headers: (readonly string[])[] = [];
  let count = 0;
  let header: Result<TabHeader, ImportProblem> | undefined;
  const onRecord = ({ line, cells }: CsvRecord): void => {
    if (cells.every((cell) => cell.trim() === '')) return log.count('EMPTY_ROW');
    if (header === undefined) {
      header = readTabHeader(tab, file, cells);
      headers.push(cells);
    } else if (header.ok) {
      if (count === 0 && headers.length === 1 && isSecondHeader(tab, headers[0] ?? [], cells)) {
        headers.push(cells);
        return;
      }
      count += 1;
      const row = rowOf(header.value, { line, cells });
      if (row !== null) rows.push(row);
      else
        log.row(
          { file, line, given: cells.join(',') },
          { code: 'ROW_LENGTH', expected: header.value.width, found: cells.length },
          'rowLeftOut',
        );
    }
  };
  const read = await readCsv(path, onRecord, onBytes);
  if (!read.ok) return read;
  if (header === undefined) return err({ code: 'EMPTY_FILE', file, columns: [] });
  if (!header.ok) return header;
  log.names(
    'UNKNOWN_COLUMN',
    header.value.unknown.map((name) => `${file}: ${name}`),
  );
  log.names(
    'OWN_COLUMN',
    header.value.own.map((name) => `${file}: ${name}`),
  );
  const votes = (language: Language): number =>
    headers.reduce((sum, cells) => sum + votesFor(tab, cells, language), 0);
  return ok({ tab, file, rows, count, votes: { 'zh-CN': votes('zh-CN'), en: votes('en') } });
};

const rowOf = ({ width, columns }: TabHeader, { line, cells }: CsvRecord): TabRow | null =>
  cells.slice(width).some((cell) => cell.trim() !== '')
    ? null
    : { line, texts: new Map([...columns].map(([place, column]) => [column, cells[place]?.trim() ?? ''])) };
