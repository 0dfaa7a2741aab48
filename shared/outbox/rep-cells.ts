import type { BoardState, Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import type { Language, Rep, RatingCell } from '../domain/rep.ts';
import { TASK_TYPES, type Light, type TaskType } from '../domain/task.ts';
import type { RawCell } from '../ports/board.ts';
import { pointsIn } from '../moves/credit.ts';
import { isAway } from '../scoring/candidates.ts';
import { keyTasksOf, loadOf, tasksOf, typeOf } from '../scoring/load.ts';
import { spell } from '../text/spellings.ts';
import { EXPIRES_AFTER, plusQuarters } from '../tags/quarter.ts';
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
  const tags = learnt.tags.map((tag) => tagText(tag, plusQuarters(tag.last, EXPIRES_AFTER), language));
  return [...tier, ...tags].join(words.separator);
};

/** Red: paused. Yellow: near the limit, or away. Supervisors and people who left have none. */
const repLight = (rep: Rep, load: number, team: Team, today: Day): Light | null => {
  if (rep.fields.role === 'supervisor' || rep.fields.availability === 'left') return null;
  if (rep.paused) return 'red';
  return isAway(rep, today) || load > team.policy.load.resumeAt ? 'yellow' : 'green';
};

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
  if (isAway(rep, today)) return words.repAway(rep.fields.backOn ?? null);
  if (!rep.paused) return words.repFree(load, limit);
  const keys = keyTasksOf(rep.open);
  return keys > keyLimit ? words.repPausedByKeys(keys, keyLimit) : words.repPaused(load, limit, resumeAt);
};

/**
 * A Dashboard row: load against the limit and open tasks by type, from the tallies. Lights need every task of
 * the rep, so they are there only when the whole book is at hand.
 */
export const dashboardCells = (
  rep: Rep,
  { team, books, whole }: BoardState,
): Readonly<Record<string, RawCell>> => {
  const book = whole.includes(rep.id) ? (books[rep.id] ?? {}) : null;
  const byType: Record<TaskType, number> = { strategic: 0, growth: 0, volume: 0, selective: 0 };
  for (const [cell, count] of Object.entries(rep.open)) byType[typeOf(cell as RatingCell)] += count;
  const lights = { green: 0, yellow: 0, red: 0 };
  for (const entry of Object.values(book ?? {})) if (entry.status === 'open') lights[entry.light] += 1;
  return {
    rep: rep.fields.name,
    load: loadOf(rep.open, team.policy),
    limit: team.policy.load.limit,
    keyTasks: keyTasksOf(rep.open),
    open: tasksOf(rep.open),
    ...Object.fromEntries(TASK_TYPES.map((type) => [type, byType[type]])),
    ...(book === null ? {} : lights),
  };
};
