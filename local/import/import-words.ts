import type { Language, Tier } from '../../shared/domain/rep.ts';
import type { CellProblem } from '../../shared/sheet/cell-problem.ts';
import type { ImportProblem, RowFault, RowOutcome } from './import-problem.ts';
import type { ImportSummary, Quirk, SpellingField } from './import-summary.ts';
import { importWordsEn } from './import-words-en.ts';
import { importWordsZh } from './import-words-zh.ts';

/** The member of a union that has this code, also where several codes share a shape. */
type Case<U extends { readonly code: string }, C> = U extends unknown
  ? C extends U['code']
    ? U
    : never
  : never;

/** One text per code. A code without a text does not compile. */
export type TextPerCode<U extends { readonly code: string }> = {
  readonly [C in U['code']]: (about: Case<U, C>) => string;
};

/** Everything an import says, one catalog per language. */
export interface ImportWords {
  readonly problem: TextPerCode<ImportProblem>;
  readonly fault: TextPerCode<RowFault>;
  readonly cell: TextPerCode<CellProblem['problem']>;
  readonly quirk: TextPerCode<Quirk>;
  readonly field: Readonly<Record<SpellingField, string>>;
  readonly outcome: Readonly<Record<RowOutcome, string>>;
  readonly tier: Readonly<Record<Tier, string>>;
  readonly nothingImported: string;
  readonly heading: (summary: ImportSummary) => string;
  readonly file: (file: string, rows: string) => string;
  readonly onBoard: (about: Readonly<Record<'tasks' | 'history' | 'reps' | 'supervisors', string>>) => string;
  readonly leftOut: (count: string) => string;
  readonly days: (about: NonNullable<ImportSummary['days']>) => string;
  readonly tiers: (text: string) => string;
  readonly proposed: string;
  readonly quirksTitle: string;
  readonly noQuirks: string;
  readonly rowsTitle: (count: string) => string;
  readonly noRowProblems: string;
  readonly place: (file: string, line: number, column: string | undefined) => string;
  readonly rowLine: (about: Readonly<Record<'place' | 'given' | 'fault' | 'outcome', string>>) => string;
  readonly andMore: (count: string) => string;
  readonly list: (items: readonly string[]) => string;
}

const CATALOGS: Readonly<Record<Language, ImportWords>> = { 'zh-CN': importWordsZh, en: importWordsEn };

export const importWords = (language: Language): ImportWords => CATALOGS[language];

/** The text of one of a union's members, by its code. */
export const say = <U extends { readonly code: string }>(texts: TextPerCode<U>, about: U): string =>
  (texts as unknown as Readonly<Record<string, (one: U) => string>>)[about.code]?.(about) ?? about.code;
