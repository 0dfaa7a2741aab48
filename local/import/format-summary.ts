import type { Language } from '../../shared/domain/rep.ts';
import { TIERS } from '../../shared/domain/rep.ts';
import type { ImportProblem, RowProblem } from './import-problem.ts';
import type { ImportSummary } from './import-summary.ts';
import { importWords, say, type ImportWords } from './import-words.ts';

/** Rows shown per kind of problem unless the caller asks for more; the rest are counted. */
const SHOWN_PER_KIND = 10;

/** One wrong row as a line: place, what stands there, what was expected, what became of it. */
export const formatRowProblem = (row: RowProblem, language: Language): string => {
  const words = importWords(language);
  return words.rowLine({
    place: words.place(row.file, row.line, row.column),
    given: row.given === '' ? '' : `"${printable(row.given)}"`,
    fault: say(words.fault, row.problem),
    outcome: words.outcome[row.outcome],
  });
};

/** The problems that kept everything from being imported, a line each. */
export const formatProblems = (problems: readonly ImportProblem[], language: Language): string => {
  const words = importWords(language);
  return [...problems.map((problem) => printable(say(words.problem, problem))), words.nothingImported].join(
    '\n',
  );
};

/**
 * The summary as text for a console, without colours. `rowsPerKind` bounds how many wrong rows of a kind are
 * listed; `Infinity` lists all, as a report file should.
 */
export const formatSummary = (
  summary: ImportSummary,
  language: Language,
  rowsPerKind: number = SHOWN_PER_KIND,
): string => {
  const words = importWords(language);
  return [
    words.heading(summary),
    ...factsOf(summary, words, language).map((line) => `  ${line}`),
    `${words.quirksTitle}`,
    ...(summary.quirks.length === 0
      ? [`  ${words.noQuirks}`]
      : summary.quirks.map((quirk) => `  - ${printable(say(words.quirk, quirk))}`)),
    ...rowLines(summary.rowProblems, words, language, rowsPerKind),
  ].join('\n');
};

const factsOf = (summary: ImportSummary, words: ImportWords, language: Language): readonly string[] => {
  const format = new Intl.NumberFormat(language);
  const n = (count: number): string => format.format(count);
  const { tasks, history, reps, supervisors, proposedTiers: tiers } = summary;
  const tierText =
    tiers === undefined ? '' : words.list(TIERS.map((tier) => `${words.tier[tier]} ${n(tiers[tier])}`));
  return [
    words.list(summary.files.map(({ file, rows }) => words.file(file, n(rows)))),
    words.onBoard({ tasks: n(tasks), history: n(history), reps: n(reps), supervisors: n(supervisors) }),
    words.leftOut(n(summary.dealsLeftOut)),
    ...(summary.days === undefined ? [] : [words.days(summary.days)]),
    ...(tiers === undefined ? [] : [words.tiers(tierText)]),
    ...(summary.source === 'crm' ? [words.proposed] : []),
  ];
};

const rowLines = (
  problems: readonly RowProblem[],
  words: ImportWords,
  language: Language,
  rowsPerKind: number,
): readonly string[] => {
  if (problems.length === 0) return [words.noRowProblems];
  const format = new Intl.NumberFormat(language);
  const byKind = new Map<string, RowProblem[]>();
  for (const row of problems) {
    const kind = row.problem.code === 'CELL' ? `CELL/${row.problem.cell.code}` : row.problem.code;
    const same = byKind.get(kind);
    if (same === undefined) byKind.set(kind, [row]);
    else same.push(row);
  }
  const lines = [...byKind.values()].flatMap((rows) => [
    ...rows.slice(0, rowsPerKind).map((row) => `  - ${formatRowProblem(row, language)}`),
    ...(rows.length > rowsPerKind ? [`    ${words.andMore(format.format(rows.length - rowsPerKind))}`] : []),
  ]);
  return [words.rowsTitle(format.format(problems.length)), ...lines];
};

/** A file's content on a terminal: line breaks and control characters, escape codes included, become spaces. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
