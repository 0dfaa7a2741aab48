import type { Day } from '../domain/day.ts';
import type { RawCell, ReadRow } from '../ports/board.ts';
import { readWord, type Vocabulary, type Word } from '../text/spellings.ts';
import { excerpt, type CellProblem } from './cell-problem.ts';
import { isFormulaError, readDay, readNumber, readText } from './cell-value.ts';
import { TABS, type TabKey } from './layout.ts';

/**
 * Reads the cells of one row and gathers every problem on the way, so that a person sees all bad cells of a
 * row at once. Each reader returns undefined for an empty or a bad cell; `problems` tells them apart.
 */
export interface RowReader {
  readonly problems: readonly CellProblem[];
  raw(column: string): RawCell;
  text(column: string): string | undefined;
  /** A required text: an empty cell is a problem. */
  requiredText(column: string): string;
  number(column: string): number | undefined;
  day(column: string, latest?: Day): Day | undefined;
  word<V extends Vocabulary>(column: string, vocabulary: V): Word<V> | undefined;
  refuse(column: string, problem: CellProblem['problem']): void;
}

export const rowReader = (tab: TabKey, row: ReadRow): RowReader => {
  const problems: CellProblem[] = [];
  const raw = (column: string): RawCell => row.cells[column] ?? null;
  const refuse = (column: string, problem: CellProblem['problem']): void => {
    problems.push({ column, given: excerpt(raw(column) ?? ''), problem });
  };
  const read = <T>(
    column: string,
    parse: (cell: RawCell) => T | null,
    problem: CellProblem['problem'],
  ): T | undefined => {
    const cell = raw(column);
    if (readText(cell) === '') return undefined;
    const value = isFormulaError(cell) ? null : parse(cell);
    if (value !== null) return value;
    refuse(column, isFormulaError(cell) ? { code: 'FORMULA_ERROR' } : problem);
    return undefined;
  };
  const text = (column: string): string | undefined => {
    const value = read(column, readText, { code: 'FORMULA_ERROR' });
    const max = TABS[tab].columns.find((one) => one.key === column)?.max;
    if (value === undefined || max === undefined || value.length <= max) return value;
    refuse(column, { code: 'TOO_LONG', max, length: value.length });
    return undefined;
  };
  return {
    problems,
    raw,
    text,
    refuse,
    requiredText: (column) => {
      if (readText(raw(column)) === '') refuse(column, { code: 'MISSING' });
      return text(column) ?? '';
    },
    number: (column) => {
      const value = read(column, readNumber, { code: 'NOT_A_NUMBER' });
      if (value !== undefined && value < 0) refuse(column, { code: 'NEGATIVE' });
      return value;
    },
    day: (column, latest) => {
      const value = read(column, readDay, { code: 'NOT_A_DATE' });
      if (value !== undefined && latest !== undefined && value > latest)
        refuse(column, { code: 'IN_THE_FUTURE' });
      return value;
    },
    word: (column, vocabulary) =>
      read(column, (cell) => readWord(vocabulary, readText(cell)), { code: 'NOT_A_CHOICE', vocabulary }),
  };
};

/** Whether nothing that people own stands in the row: such rows are left alone. */
export const isBlank = (tab: TabKey, row: ReadRow): boolean =>
  TABS[tab].columns.every(
    (column) =>
      column.owner === 'peineng' ||
      column.kind === 'checkbox' ||
      readText(row.cells[column.key] ?? null) === '',
  );
