import { dayAt } from '../../shared/domain/day.ts';
import { byText } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/rep.ts';
import type { Team } from '../../shared/domain/board-state.ts';
import type { Light } from '../../shared/domain/task.ts';
import type { Instant } from '../../shared/domain/day.ts';
import { isAway } from '../../shared/scoring/absence.ts';
import { tasksOf } from '../../shared/scoring/load.ts';
import { answerWords } from '../../shared/text/answer-words.ts';
import { recentlyDropped } from '../../shared/domain/mail-waits.ts';
import type { Pending, Receipt } from '../../shared/domain/suggestion.ts';
import { auditWords } from '../../shared/text/audit-words.ts';
import { partText, receiptLines } from '../../shared/text/receipt-words.ts';
import { undeliveredWords } from '../../shared/text/undelivered-words.ts';

export interface StatusLine {
  readonly label: string;
  readonly value: string;
  readonly light?: Light;
  /** What can be unfolded below it: the receipt of a suggestion, line by line. */
  readonly more?: readonly string[];
}

/**
 * What the sidebar shows about a board: rules, team, and what waits for people. `receipts` by id: those of the
 * suggestions that are spelt out ({@link speltOut}).
 */
export const boardStatus = (
  team: Team,
  now: Instant,
  language: Language,
  receipts: Readonly<Record<string, Receipt>> = {},
): readonly StatusLine[] => {
  const words = answerWords(language).status;
  const today = dayAt(now, team.policy.timeZone);
  const reps = Object.values(team.reps).filter(
    ({ fields }) => fields.role === 'rep' && fields.availability !== 'left',
  );
  const away = reps.filter((rep) => isAway(rep, today)).length;
  const paused = reps.filter((rep) => rep.paused && !isAway(rep, today)).length;
  const open = reps.reduce((sum, rep) => sum + tasksOf(rep.open), 0);
  const free = reps.length - away - paused;
  const count = (label: string, number: number, light: Light): StatusLine => ({
    label,
    value: number === 0 ? words.none : words.count(number),
    light: number === 0 ? 'green' : light,
  });
  return [
    team.rulesProblems > 0
      ? { label: words.rules, value: words.rulesProblems(team.rulesProblems), light: 'red' }
      : { label: words.rules, value: words.rulesVersion(team.policyVersion), light: 'green' },
    {
      label: words.team,
      value: words.people(free, paused, away),
      light: free === 0 ? 'red' : paused > 0 ? 'yellow' : 'green',
    },
    { label: words.open, value: words.count(open) },
    count(words.suggestions, Object.keys(team.pending).length, 'yellow'),
    ...suggestionLines(team, language, receipts),
    count(words.waiting, team.waiting.length, 'red'),
    count(words.badRows, Object.keys(team.noted).length, 'yellow'),
    ...undeliveredLines(team, now, language),
  ];
};

/** Mail that reached nobody is named, so that somebody can tell them; without any there is no line. */
const undeliveredLines = (team: Team, now: Instant, language: Language): readonly StatusLine[] => {
  const dropped = recentlyDropped(team.undelivered, now);
  if (dropped.length === 0) return [];
  const names = [...new Set(dropped.map(({ name }) => name))].slice(0, SPELT_OUT);
  return [
    {
      label: undeliveredWords(language).title,
      value: names.join(language === 'en' ? ', ' : '、'),
      light: 'red',
    },
  ];
};

/** Suggestions the sidebar spells out; the Suggestions tab has them all. */
const SPELT_OUT = 8;

/** The oldest unanswered suggestions that nobody put off. */
export const speltOut = (team: Team): readonly Pending[] =>
  Object.values(team.pending)
    .filter(({ quietUntil }) => quietUntil === undefined)
    .sort((a, b) => a.at - b.at || byText(a.taskId, b.taskId))
    .slice(0, SPELT_OUT);

/** Each with what speaks most for it, and the whole receipt to unfold. */
const suggestionLines = (
  team: Team,
  language: Language,
  receipts: Readonly<Record<string, Receipt>>,
): readonly StatusLine[] => {
  const words = answerWords(language).status;
  const name = (id: string): string => team.reps[id]?.fields.name ?? '?';
  return speltOut(team).map(({ from, to, main, cause, receipt: id }) => {
    const receipt = receipts[id];
    return {
      label: from === undefined ? `→ ${name(to)}` : `${name(from)} → ${name(to)}`,
      value: main === undefined ? auditWords(language).cause[cause] : words.because(partText(main, language)),
      ...(receipt === undefined ? {} : { more: receiptLines(receipt, language) }),
    };
  });
};
