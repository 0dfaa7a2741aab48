import type { ImportLog } from './import-log.ts';
import { foldName } from './match-names.ts';
import type { TabTable } from './read-tab-file.ts';
import type { ImportedTab } from './tab-files.ts';

/** What stands in one text column of a tab, with its place. Empty cells are left out. */
const textsIn = (tables: readonly TabTable[], tab: ImportedTab, key: string) =>
  tables
    .filter((table) => table.tab === tab)
    .flatMap(({ file, rows }) =>
      rows.flatMap(({ line, texts }) => {
        const given = [...texts].find(([column]) => column.key === key)?.[1] ?? '';
        return given === '' ? [] : [{ file, line, column: key, given }];
      }),
    );

/**
 * Lists owners that the team does not have and names it has twice. The rows are kept: the board says the same
 * beside the cell. History may speak of people who are gone, and without a Team file nothing can be said.
 */
export const tellUnknownNames = (tables: readonly TabTable[], log: ImportLog): void => {
  if (!tables.some(({ tab }) => tab === 'team')) return;
  const names = new Set<string>();
  for (const place of textsIn(tables, 'team', 'name')) {
    const name = foldName(place.given);
    if (names.has(name)) log.row(place, { code: 'CELL', cell: { code: 'NAME_TAKEN' } }, 'kept');
    names.add(name);
  }
  for (const place of textsIn(tables, 'tasks', 'owner'))
    if (!names.has(foldName(place.given)))
      log.row(place, { code: 'CELL', cell: { code: 'UNKNOWN_REP' } }, 'kept');
};
