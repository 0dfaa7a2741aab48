import { LANGUAGES, type Language } from '../../shared/domain/rep.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { TABS, type Column, type TabKey } from '../../shared/sheet/layout.ts';
import { header } from '../../shared/text/board-words.ts';
import type { ImportProblem } from './import-problem.ts';
import { foldName } from './match-names.ts';
import { IMPORTED_TABS, type ImportedTab } from './tab-files.ts';

/** Which column of a tab stands where in a file. */
export interface TabHeader {
  readonly width: number;
  /** By place in the file; only columns that people own. */
  readonly columns: ReadonlyMap<number, Column>;
  /** Headers of columns that Peineng fills itself: they are not imported. */
  readonly own: readonly string[];
  readonly unknown: readonly string[];
}

/** The column that a header cell names: by key or by its header in either language. */
export const columnNamed = (tab: TabKey, text: string): Column | undefined => {
  const wanted = foldName(text);
  return TABS[tab].columns.find((column) =>
    [column.key, ...LANGUAGES.map((language) => header(tab, column.key, language))].some(
      (name) => foldName(name) === wanted,
    ),
  );
};

export const readTabHeader = (
  tab: ImportedTab,
  file: string,
  cells: readonly string[],
): Result<TabHeader, ImportProblem> => {
  const columns = new Map<number, Column>();
  const own: string[] = [];
  const unknown: string[] = [];
  const seen = new Set<string>();
  for (const [place, cell] of cells.entries()) {
    const text = cell.trim();
    const column = text === '' ? undefined : columnNamed(tab, text);
    if (column !== undefined && seen.has(column.key))
      return err({ code: 'COLUMN_TWICE', file, column: text });
    if (column === undefined) unknown.push(text === '' ? `#${place + 1}` : text);
    else if (column.owner === 'peineng') own.push(text);
    else columns.set(place, column);
    if (column !== undefined) seen.add(column.key);
  }
  const required = IMPORTED_TABS[tab];
  return seen.has(required)
    ? ok({ width: cells.length, columns, own, unknown })
    : err({ code: 'WRONG_HEADER', file, missing: [requiredHeader(tab)], found: cells });
};

const requiredHeader = (tab: ImportedTab): string =>
  LANGUAGES.map((language) => header(tab, IMPORTED_TABS[tab], language))
    .reverse()
    .join(' / ');

/**
 * Whether a record below the header names the same columns again: an exported board has the hidden row of
 * column keys above the row of headers.
 */
export const isSecondHeader = (
  tab: ImportedTab,
  first: readonly string[],
  second: readonly string[],
): boolean => {
  const named = second.flatMap((cell, place) => (cell.trim() === '' ? [] : [{ cell, place }]));
  return (
    named.length > 1 &&
    named.every(({ cell, place }) => {
      const column = columnNamed(tab, cell.trim());
      return column !== undefined && column.key === columnNamed(tab, first[place]?.trim() ?? '')?.key;
    })
  );
};

/** How many header cells are written in a language: the board's language is the one most are in. */
export const votesFor = (tab: ImportedTab, cells: readonly string[], language: Language): number =>
  cells.filter((cell) => {
    const column = columnNamed(tab, cell.trim());
    return column !== undefined && foldName(header(tab, column.key, language)) === foldName(cell);
  }).length;
