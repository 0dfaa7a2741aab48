import { excerpt } from '../../shared/sheet/cell-problem.ts';
import type { RowFault, RowOutcome, RowProblem } from './import-problem.ts';
import type { Quirk, SpellingField } from './import-summary.ts';

type CountedCode = Extract<Quirk, { count: number; names?: never; field?: never }>['code'];
type NamedCode = Extract<Quirk, { names: readonly string[] }>['code'];

/** Where a problem stands and what stands there. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column?: string;
  readonly given: string;
}

/** Gathers everything an import has to tell: nothing is repaired, left out or skipped without a line here. */
export interface ImportLog {
  count(code: CountedCode, by?: number): void;
  spelling(field: SpellingField, from: string, to: string): void;
  names(code: NamedCode, names: readonly string[]): void;
  row(place: Place, problem: RowFault, outcome: RowOutcome): void;
  quirks(): readonly Quirk[];
  rowProblems(): readonly RowProblem[];
}

export const createImportLog = (): ImportLog => {
  const counts = new Map<CountedCode, number>();
  const spellings = new Map<string, Extract<Quirk, { code: 'SPELLING' }>>();
  const named = new Map<NamedCode, readonly string[]>();
  const problems: RowProblem[] = [];
  return {
    count: (code, by = 1) => {
      if (by > 0) counts.set(code, (counts.get(code) ?? 0) + by);
    },
    spelling: (field, from, to) => {
      const key = JSON.stringify([field, from, to]);
      const count = (spellings.get(key)?.count ?? 0) + 1;
      spellings.set(key, { code: 'SPELLING', field, from, to, count });
    },
    names: (code, names) => {
      const all = [...new Set([...(named.get(code) ?? []), ...names])];
      if (all.length > 0) named.set(code, all);
    },
    row: ({ given, ...place }, problem, outcome) => {
      problems.push({ ...place, given: excerpt(given), problem, outcome });
    },
    quirks: () => [
      ...spellings.values(),
      ...[...counts].map(([code, count]) => ({ code, count })),
      ...[...named].map(([code, names]) => ({ code, count: names.length, names })),
    ],
    rowProblems: () => problems,
  };
};
