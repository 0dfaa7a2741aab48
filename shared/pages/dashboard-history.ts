import type { Team } from '../domain/board-state.ts';
import { plusDays, type Day } from '../domain/day.ts';
import type { Language } from '../domain/rep.ts';
import { TASK_TYPES } from '../domain/task.ts';
import type { RepDay, TeamDay } from '../domain/team-day.ts';
import { countsOn } from '../report/make-report.ts';
import type { TeamReport } from '../report/team-report.ts';
import { roundedLoad } from '../scoring/load.ts';
import { header } from '../text/board-words.ts';
import { dashboardWords, type HistoryColumn } from '../text/dashboard-words.ts';
import type { DashboardFilter } from './dashboard-filter.ts';
import type { DashboardTable } from './dashboard-view.ts';

/** Days that the page looks back, today included; and whole weeks of them. */
export const HISTORY_DAYS = 90;
const WEEKS = 13;

interface Past {
  readonly team: Team;
  readonly days: readonly TeamDay[];
  readonly today: Day;
  /** Today as it stands, in place of a day that has not ended. */
  readonly now: TeamReport;
  readonly filter: DashboardFilter;
  readonly language: Language;
}

const LIGHT_COLUMNS = ['green', 'yellow', 'red'] as const;

/** Which columns a filter leaves: the days keep loads and lights per rep, types per rep, the rest per team. */
const dayColumns = ({ rep, type }: DashboardFilter): readonly string[] => {
  if (type !== null) return [type];
  return [
    'load',
    ...(rep === null ? [] : ['limit']),
    ...LIGHT_COLUMNS,
    ...TASK_TYPES,
    ...(rep === null ? ['waiting', 'paused'] : []),
  ];
};

/** How the team, or one rep, stood at the end of each day; the first day is the first one that was kept. */
export const daysTable = (past: Past): DashboardTable => {
  const { days, today, filter, language } = past;
  const from = plusDays(today, 1 - HISTORY_DAYS);
  const kept = new Map(days.map((day) => [day.day, day]));
  const first = days.find(({ day }) => day >= from)?.day ?? null;
  const columns = dayColumns(filter);
  const rows: DashboardTable['rows'][number][] = [];
  for (let day = first ?? today; first !== null && day <= today; day = plusDays(day, 1)) {
    const cells = day === today ? todayCells(past) : dayCells(kept.get(day), past);
    rows.push({ label: day, cells: columns.map((key) => cells[key] ?? null) });
  }
  const words = dashboardWords(language).page;
  return {
    id: 'days',
    caption: words.table.days,
    head: words.day,
    columns: labelled(columns, language),
    rows,
  };
};

type Cells = Readonly<Record<string, number>>;

const sumOf = (reps: readonly RepDay[]): Cells => {
  const sum = (of: (rep: RepDay) => number): number => reps.reduce((all, rep) => all + of(rep), 0);
  return {
    load: roundedLoad(sum(({ load }) => load)),
    ...Object.fromEntries(LIGHT_COLUMNS.map((light) => [light, sum(({ lights }) => lights[light])])),
    ...Object.fromEntries(TASK_TYPES.map((type) => [type, sum(({ types }) => types[type])])),
  };
};

const dayCells = (day: TeamDay | undefined, { team, filter }: Past): Cells => {
  if (day === undefined) return {};
  const reps = filter.rep === null ? day.reps : day.reps.filter(({ rep }) => rep === filter.rep);
  // Somebody who was not there yet has no numbers, which is not the same as zeros.
  if (reps.length === 0) return {};
  // Past limits are not kept: the line is the present one, and says so.
  return { ...sumOf(reps), limit: team.policy.load.limit, waiting: day.waiting, paused: day.paused };
};

const todayCells = ({ team, now, filter }: Past): Cells => {
  const reps = filter.rep === null ? now.reps : now.reps.filter(({ rep }) => rep === filter.rep);
  return {
    ...sumOf(reps),
    limit: team.policy.load.limit,
    waiting: now.waiting.count,
    paused: now.reps.filter(({ paused }) => paused).length,
  };
};

const WEEK_COLUMNS = ['moves', 'created', 'progressedDays'] as const;

/** What happened in each of the last weeks; for the whole team only. Weeks from before anything was counted are left out. */
export const weeksTable = ({ team, days, today, filter, language }: Past): DashboardTable => {
  const words = dashboardWords(language).page;
  const table = { id: 'weeks', caption: words.table.weeks, head: words.week } as const;
  const columns = labelled(WEEK_COLUMNS, language);
  if (filter.rep !== null || filter.type !== null) return { ...table, columns, rows: [] };
  const counted = [...days.map(({ day }) => day), ...(Object.keys(team.counts ?? {}) as Day[])];
  const since = counted.reduce((first, day) => (day < first ? day : first), today);
  const rows: DashboardTable['rows'][number][] = [];
  for (let week = WEEKS - 1; week >= 0; week -= 1) {
    const first = plusDays(today, -7 * week - 6);
    if (plusDays(first, 6) < since) continue;
    const each = Array.from({ length: 7 }, (_, index) => countsOn(team, days, plusDays(first, index)));
    const sum = (what: 'moves' | 'created' | 'progressed'): number =>
      each.reduce((all, counts) => all + counts[what], 0);
    rows.push({ label: first, cells: [sum('moves'), sum('created'), sum('progressed')] });
  }
  return { ...table, columns, rows };
};

const isOwn = (key: string, words: Readonly<Record<HistoryColumn, string>>): key is HistoryColumn =>
  key in words;

const labelled = (columns: readonly string[], language: Language): DashboardTable['columns'] => {
  const { column } = dashboardWords(language).page;
  return columns.map((key) => ({
    key,
    label: isOwn(key, column) ? column[key] : header('workload', key, language),
  }));
};
