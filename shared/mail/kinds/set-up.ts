import type { Effect } from '../../decide/effects.ts';
import { tabTitle } from '../../text/board-words.ts';
import { mailWords } from '../../text/mail-words.ts';
import { cellProblemText, ruleProblemText } from '../../text/problem-words.ts';
import { reportMailWords } from '../../text/report-mail-words.ts';
import { settingWords } from '../../text/setting-words.ts';
import { all, LISTED, type MailContext, type Reader, type Section } from '../mail-context.ts';
import type { MailLine } from '../planned-mail.ts';
import { tabUrl } from '../tab-url.ts';

type RowRefused = Extract<Effect, { type: 'rowRefused' }>;
type PolicyRefused = Extract<Effect, { type: 'policyRefused' }>;

/**
 * Rows that have to be unreadable at once before a mail is written: whoever mistypes one sees the note on it; a
 * pasted or imported block that went wrong is somebody's job to mend.
 */
const MANY_ROWS = 5;

/** What of the board could not be read: rules that were refused, and blocks of rows; and tabs that were put back. */
export const setUp: Section = (context, reader) => {
  if (!reader.hears(undefined)) return null;
  const rules = refusedRules(context);
  const rows = (['tasks', 'team'] as const)
    .map((tab) => ({ tab, refused: refusedRows(context, tab) }))
    .filter(({ refused }) => refused.length >= MANY_ROWS);
  const count = rows.reduce((sum, { refused }) => sum + refused.length, 0);
  const restored = restoredTabs(context);
  const words = reportMailWords(reader.language).setUp;
  if (rules === null && count === 0)
    return restored.length === 0 ? null : restoredOnly(context, reader, restored);
  return {
    kind: 'setUp',
    subject: words.subject(rules?.problems.length ?? 0, count),
    heading: words.heading,
    lines: [
      ...(restored.length === 0 ? [] : [restoredLine(context, reader, restored)]),
      ...(rules === null ? [] : [rulesLine(context, reader, rules)]),
      ...rows.map(({ tab, refused }) => rowsLine(context, reader, tab, refused)),
    ],
    why: words.why,
  };
};

type KeptTab = Extract<Effect, { type: 'tabsRestored' }>['tabs'][number];

/** Tabs that set-up has put back, each once. */
const restoredTabs = (context: MailContext): readonly KeptTab[] => [
  ...new Set(all(context, 'tabsRestored').flatMap(({ tabs }) => tabs)),
];

const titlesOf = (tabs: readonly KeptTab[], { language }: Reader): string =>
  tabs.map((tab) => tabTitle(tab, language)).join(language === 'en' ? ', ' : '、');

const restoredLine = (context: MailContext, reader: Reader, tabs: readonly KeptTab[]): MailLine => {
  const words = reportMailWords(reader.language).setUp;
  const [first = 'tasks'] = tabs;
  return {
    text: words.restored(titlesOf(tabs, reader)),
    below: [],
    action: { label: words.openTab(tabTitle(first, reader.language)), url: tabUrl(context, first) },
  };
};

const restoredOnly = (
  context: MailContext,
  reader: Reader,
  tabs: readonly KeptTab[],
): ReturnType<Section> => {
  const words = reportMailWords(reader.language).setUp;
  const title = words.restoredSubject(titlesOf(tabs, reader));
  return {
    kind: 'setUp',
    subject: title,
    heading: title,
    lines: [restoredLine(context, reader, tabs)],
    why: words.restoredWhy,
  };
};

/** The last refusal, when it is news and the rules have not been mended since. */
const refusedRules = (context: MailContext): PolicyRefused | null => {
  const refused = all(context, 'policyRefused');
  const last = refused.at(-1);
  if (last === undefined || context.state.team.rulesProblems === 0) return null;
  return refused.some(({ again }) => again !== true) ? last : null;
};

/** Rows that still carry notes, each once. */
const refusedRows = (context: MailContext, tab: RowRefused['tab']): readonly RowRefused[] => {
  const byId = new Map(
    all(context, 'rowRefused')
      .filter((one) => one.tab === tab && context.state.team.noted[one.id] !== undefined)
      .map((one) => [one.id, one]),
  );
  return [...byId.values()].sort((a, b) => a.row - b.row);
};

const rulesLine = (context: MailContext, { language }: Reader, { problems }: PolicyRefused): MailLine => {
  const words = reportMailWords(language).setUp;
  const texts = problems.slice(0, LISTED).map((problem) => {
    const name = 'setting' in problem ? settingWords(problem.setting, language).name : problem.key;
    return words.rule(name, ruleProblemText(problem, language));
  });
  const rest = problems.length - LISTED;
  return {
    text: words.rules(problems.length),
    below: rest > 0 ? [...texts, mailWords(language).more(rest)] : texts,
    action: { label: words.openRules, url: tabUrl(context, 'rules') },
  };
};

const rowsLine = (
  context: MailContext,
  { language }: Reader,
  tab: RowRefused['tab'],
  refused: readonly RowRefused[],
): MailLine => {
  const words = reportMailWords(language).setUp;
  const title = tabTitle(tab, language);
  const texts = refused
    .slice(0, LISTED)
    .flatMap(({ row, problems: [first] }) =>
      first === undefined ? [] : [words.row(row, cellProblemText(first, tab, language))],
    );
  const rest = refused.length - LISTED;
  return {
    text: words.rows(title, refused.length),
    below: rest > 0 ? [...texts, mailWords(language).more(rest)] : texts,
    action: { label: words.openTab(title), url: tabUrl(context, tab) },
  };
};
