import { basename } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ImportLog, Place } from './import-log.ts';
import type { ImportProblem } from './import-problem.ts';
import { readCsv, type CsvRecord, type OnBytes } from './read-csv.ts';

/** The four files of the published CRM set and the columns each must have. Others are named in the summary. */
export const CRM_COLUMNS = {
  'accounts.csv': ['account', 'sector', 'revenue', 'employees'],
  'products.csv': ['product', 'sales_price'],
  'sales_teams.csv': ['sales_agent', 'manager'],
  'sales_pipeline.csv': [
    'opportunity_id',
    'sales_agent',
    'product',
    'account',
    'deal_stage',
    'engage_date',
    'close_date',
    'close_value',
  ],
} as const;

export type CrmFile = keyof typeof CRM_COLUMNS;
export type CrmColumn<F extends CrmFile> = (typeof CRM_COLUMNS)[F][number];
export const CRM_FILES = Object.keys(CRM_COLUMNS) as CrmFile[];

/** Columns of the published files that the board has no place for. */
export const NOT_ON_BOARD: Readonly<Partial<Record<CrmFile, readonly string[]>>> = {
  'accounts.csv': ['year_established', 'office_location', 'subsidiary_of'],
  'products.csv': ['series'],
  'sales_teams.csv': ['regional_office'],
};

/** A data row with its cells by column name, trimmed. Optional columns may be asked for too. */
export interface CrmRow<F extends CrmFile> {
  readonly line: number;
  get(column: CrmColumn<F>): string;
  optional(column: string): string;
  place(column?: string): Place;
}

/**
 * Reads one file of the set. The header decides which column is which, in any order. Rows of the wrong length
 * are left out, since no cell of them can be trusted to stand under its header. Resolves to the number of rows.
 */
export const readCrmTable = async <F extends CrmFile>(
  path: string,
  file: F,
  { log, onBytes }: { readonly log: ImportLog; readonly onBytes: OnBytes },
  onRow: (row: CrmRow<F>) => void,
): Promise<Result<number, ImportProblem>> => {
  let rows = 0;
  let header: Result<ReadonlyMap<string, number>, ImportProblem> | undefined;
  const onRecord = (record: CsvRecord): void => {
    if (isEmpty(record)) return log.count('EMPTY_ROW');
    if (header === undefined) {
      header = readHeader(file, basename(path), record.cells);
      if (header.ok) tellOtherColumns(file, header.value, log);
      return;
    }
    if (!header.ok) return;
    rows += 1;
    const row = crmRow<F>(file, header.value, record);
    if (hasLength(record.cells, header.value.size)) onRow(row);
    else
      log.row(
        row.place(),
        { code: 'ROW_LENGTH', expected: header.value.size, found: record.cells.length },
        'rowLeftOut',
      );
  };
  const read = await readCsv(path, onRecord, onBytes);
  if (!read.ok) return read;
  if (header === undefined)
    return err({ code: 'EMPTY_FILE', file: basename(path), columns: CRM_COLUMNS[file] });
  return header.ok ? ok(rows) : header;
};

/** Commas after the last cell are harmless; anything else beyond the header is not. */
const hasLength = (cells: readonly string[], expected: number): boolean =>
  cells.length >= expected && cells.slice(expected).every((cell) => cell.trim() === '');

const isEmpty = ({ cells }: CsvRecord): boolean => cells.every((cell) => cell.trim() === '');

const readHeader = (
  file: CrmFile,
  name: string,
  cells: readonly string[],
): Result<ReadonlyMap<string, number>, ImportProblem> => {
  const found = cells.map((cell) => cell.trim().toLowerCase());
  const twice = found.find((column, index) => column !== '' && found.indexOf(column) < index);
  if (twice !== undefined) return err({ code: 'COLUMN_TWICE', file: name, column: twice });
  const missing = CRM_COLUMNS[file].filter((column) => !found.includes(column));
  if (missing.length > 0) return err({ code: 'WRONG_HEADER', file: name, missing, found: cells });
  return ok(new Map(found.map((column, index) => [column === '' ? `#${index + 1}` : column, index])));
};

const tellOtherColumns = (file: CrmFile, header: ReadonlyMap<string, number>, log: ImportLog): void => {
  const known: readonly string[] = CRM_COLUMNS[file];
  const unused = NOT_ON_BOARD[file] ?? [];
  const named = (column: string): string => `${file}: ${column}`;
  const others = [...header.keys()].filter((column) => !known.includes(column));
  log.names('NOT_ON_BOARD', others.filter((column) => unused.includes(column)).map(named));
  log.names('UNKNOWN_COLUMN', others.filter((column) => !unused.includes(column)).map(named));
};

const crmRow = <F extends CrmFile>(
  file: F,
  header: ReadonlyMap<string, number>,
  { line, cells }: CsvRecord,
): CrmRow<F> => {
  const cell = (column: string): string => cells[header.get(column) ?? -1]?.trim() ?? '';
  return {
    line,
    get: cell,
    optional: cell,
    place: (column) =>
      column === undefined
        ? { file, line, given: cells.join(',') }
        : { file, line, column, given: cell(column) },
  };
};
