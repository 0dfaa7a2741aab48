import type { Language } from '../../shared/domain/rep.ts';
import type { RawCell } from '../../shared/ports/board.ts';
import type { CellProblem } from '../../shared/sheet/cell-problem.ts';
import { serialOfDay } from '../../shared/sheet/cell-value.ts';
import type { Column } from '../../shared/sheet/layout.ts';
import { readRepRow } from '../../shared/sheet/read-rep-row.ts';
import { rowReader, type RowReader } from '../../shared/sheet/read-row.ts';
import { spell, VOCABULARIES, type Vocabulary } from '../../shared/text/spellings.ts';
import type { ImportedTab } from './tab-files.ts';
import type { SeedCells } from './team-seed.ts';

/** A row of a tab's file: what stands in the columns that people own. */
export interface TabRow {
  readonly line: number;
  readonly texts: ReadonlyMap<Column, string>;
}

/**
 * The cells of a row as a person would type them on a board of this language: dates and numbers as such, words
 * in the board's spelling. What cannot be read stays as it stands, so that the board can put a note on it.
 */
export const seedCellsOf = (
  tab: ImportedTab,
  { texts }: TabRow,
  language: Language,
): { readonly cells: SeedCells; readonly problems: readonly CellProblem[] } => {
  const typed = Object.fromEntries([...texts].map(([column, text]) => [column.key, text]));
  const read = rowReader(tab, { row: 0, cells: typed });
  const cells: Record<string, RawCell> = {};
  for (const [column, text] of texts)
    if (text !== '') cells[column.key] = cellOf(read, column, language) ?? text;
  return { cells, problems: tab === 'team' ? teamProblems(typed) : read.problems };
};

const isVocabulary = (kind: string): kind is Vocabulary => Object.hasOwn(VOCABULARIES, kind);

const cellOf = (read: RowReader, { key, kind }: Column, language: Language): RawCell | undefined => {
  if (kind === 'number') return read.number(key);
  if (kind === 'date') {
    const day = read.day(key);
    return day === undefined ? undefined : serialOfDay(day);
  }
  if (isVocabulary(kind)) {
    const word = read.word(key, kind);
    return word === undefined ? undefined : spell(kind, word, language);
  }
  return read.text(key);
};

const teamProblems = (typed: Readonly<Record<string, RawCell>>): readonly CellProblem[] => {
  const read = readRepRow({ row: 0, cells: typed });
  return read.ok ? [] : read.error;
};
