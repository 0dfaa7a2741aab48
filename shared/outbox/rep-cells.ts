import type { Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import type { Language, Rep } from '../domain/rep.ts';
import type { Light } from '../domain/task.ts';
import type { RawCell } from '../ports/board.ts';
import { pointsIn } from '../moves/credit.ts';
import { isAway, leaveAhead } from '../scoring/absence.ts';
import { keyTasksOf, loadOf } from '../scoring/load.ts';
import { newWorkLimit, rampEnds, rampOf } from '../scoring/ramp.ts';
import { leaveWords } from '../text/leave-words.ts';
import { spell } from '../text/spellings.ts';
import { tagText, tagWords } from '../text/tag-words.ts';
import { taskWords } from '../text/task-words.ts';

/** What Peineng's columns of a Team row show. */
export const repCells = (rep: Rep, team: Team, today: Day): Readonly<Record<string, RawCell>> => {
  const { language, rewards } = team.policy;
  const earned = pointsIn(team.points, rep.id, today, rewards.periodMonths);
  const { light, status } = repCondition(rep, team, today, language);
  return {
    load: loadOf(rep.open, team.policy),
    keyTasks: keyTasksOf(rep.open),
    light: light === null ? null : spell('light', light, language),
    status,
    evidence: evidenceText(rep, team),
    monthPoints: earned.month,
    periodPoints: earned.period,
  };
};

/** A rep's light and what it means in words, for the Team tab and for the supervisor's page. */
export const repCondition = (
  rep: Rep,
  team: Team,
  today: Day,
  language: Language,
): { readonly light: Light | null; readonly status: string } => {
  const load = loadOf(rep.open, team.policy);
  return {
    light: repLight(rep, load, team, today),
    status: statusText(rep, load, team, { today, language }),
  };
};

/** What proof says of a rep, tag by tag; null when it says nothing. */
const evidenceText = ({ fields, learnt }: Rep, { policy }: Team): string | null => {
  const { language } = policy;
  const words = tagWords(language);
  if (learnt === undefined || learnt.tags.length === 0) return null;
  const tier =
    fields.tierOpen === true
      ? [words.tier(spell('tier', learnt.tier, language), learnt.months, learnt.hardWins)]
      : [];
  const tags = learnt.tags.map((tag) => tagText(tag, language));
  return [...tier, ...tags].join(words.separator);
};

/** Red: paused. Yellow: near the limit, or away. Supervisors and people who left have none. */
const repLight = (rep: Rep, load: number, team: Team, today: Day): Light | null => {
  if (rep.fields.role === 'supervisor' || rep.fields.availability === 'left') return null;
  if (rep.paused) return 'red';
  return isAway(rep, today) || load > team.policy.load.resumeAt ? 'yellow' : 'green';
};

/** What leave means for a rep now: one that lies ahead, deals that others cover, the ramp after it. */
const leaveText = (rep: Rep, { policy }: Team, today: Day, language: Language): readonly string[] => {
  const words = leaveWords(language);
  const [ahead, ramp] = [leaveAhead(rep, today), rampOf(rep, policy, today)];
  return [
    ...(ramp === null
      ? []
      : [words.ramp(ramp.day + 1, ramp.limit, policy.load.limit, rampEnds(rep, policy, today))]),
    ...(ahead === null ? [] : [words.ahead(ahead, rep.fields.backOn ?? null)]),
    ...(rep.lent === undefined ? [] : [words.lent(rep.lent)]),
  ];
};

const joined = (parts: readonly string[], language: Language): string =>
  parts.join(language === 'en' ? '; ' : '；');

const statusText = (
  rep: Rep,
  load: number,
  team: Team,
  { today, language }: { readonly today: Day; readonly language: Language },
): string => {
  const words = taskWords(language);
  const { limit, keyLimit, resumeAt } = team.policy.load;
  if (rep.fields.availability === 'left') return words.repLeft;
  if (rep.fields.role === 'supervisor') return words.supervisor;
  const about = leaveText(rep, team, today, language);
  if (isAway(rep, today)) return joined([words.repAway(rep.fields.backOn ?? null), ...about], language);
  if (!rep.paused) {
    const room = newWorkLimit(rep, team.policy, today);
    return joined([words.repFree(load, room), ...about], language);
  }
  const keys = keyTasksOf(rep.open);
  return keys > keyLimit ? words.repPausedByKeys(keys, keyLimit) : words.repPaused(load, limit, resumeAt);
};
