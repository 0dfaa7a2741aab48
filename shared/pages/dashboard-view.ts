import type { BoardState, Team } from '../domain/board-state.ts';
import { dayAt, type Instant } from '../domain/day.ts';
import { byText } from '../domain/ids.ts';
import type { Language } from '../domain/rep.ts';
import type { TeamDay } from '../domain/team-day.ts';
import { TASK_TYPES, type TaskType } from '../domain/task.ts';
import { loadParts } from '../outbox/workload-cells.ts';
import { teamReport } from '../report/make-report.ts';
import { TEAM_FIGURES, teamFigures, type TeamFigure } from '../report/team-figures.ts';
import { listText } from '../report/task-list.ts';
import type { RepReport, TeamReport } from '../report/team-report.ts';
import { header } from '../text/board-words.ts';
import { dashboardWords, type ChartName, type HistoryChartName } from '../text/dashboard-words.ts';
import { points } from '../text/numbers.ts';
import { spell } from '../text/spellings.ts';
import { taskWords } from '../text/task-words.ts';
import { chartsOf } from './dashboard-charts.ts';
import { onlyType, type DashboardFilter } from './dashboard-filter.ts';
import { daysTable, weeksTable } from './dashboard-history.ts';

/** One number with its name and how it is counted. */
export interface DashboardFigure {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly counted: string;
  /** The tasks that it counts (shared/report/task-list.ts); null where it counts something else. */
  readonly list: string | null;
}

/** Numbers by row; null where nothing is known. The charts are drawn from these, and without a script these are read. */
export interface DashboardTable {
  readonly id: 'reps' | 'days' | 'weeks';
  readonly caption: string;
  /** Header of the first column. */
  readonly head: string;
  readonly columns: readonly {
    readonly key: string;
    readonly label: string;
    /** The tasks that its numbers count, with the rep of the row put after the first `@`. */
    readonly list?: string;
  }[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly (number | null)[];
    readonly rep?: string;
  }[];
}

export interface DashboardChart {
  readonly id: ChartName | HistoryChartName;
  readonly title: string;
  readonly about: string;
  readonly table: DashboardTable['id'];
  readonly kind: 'bars' | 'lines';
  /** Bars lie, one per person. */
  readonly lying: boolean;
  readonly stacked: boolean;
  readonly series: readonly {
    readonly column: string;
    readonly color: string;
    readonly dashed?: true;
  }[];
}

/** Everything the page shows, and what it fetches again while it is open. */
export interface DashboardView {
  readonly at: Instant;
  readonly figures: readonly DashboardFigure[];
  readonly tables: readonly DashboardTable[];
  readonly charts: readonly DashboardChart[];
  /** What the filter leaves out, and why. */
  readonly notes: readonly string[];
}

/** What the view is made from; every book is loaded, `days` are those kept of the last 90. */
export interface DashboardData {
  readonly state: BoardState;
  readonly days: readonly TeamDay[];
  readonly at: Instant;
}

/** The page as data: figures, tables and which charts are drawn from them, under a filter. */
export const dashboardView = (
  { state, days, at }: DashboardData,
  filter: DashboardFilter,
  language: Language,
): DashboardView => {
  const filtered = onlyType(state, filter.type);
  const report = teamReport(filtered, days, at);
  const reps = [...report.reps].sort((a, b) => b.load - a.load || byText(a.name, b.name));
  const shown = filter.rep === null ? reps : reps.filter(({ rep }) => rep === filter.rep);
  const today = dayAt(at, state.team.policy.timeZone);
  const past = { team: state.team, days, today, now: report, filter, language };
  const tables = [repsTable(shown, state.team, filter, language), daysTable(past), weeksTable(past)].filter(
    (table) => table.rows.length > 0,
  );
  return {
    at,
    figures: figuresOf(report, shown, filter, { language, stale: state.team.policy.stale }),
    tables,
    charts: chartsOf(tables, filter, language),
    notes: notesOf(filter, language),
  };
};

const notesOf = ({ rep, type }: DashboardFilter, language: Language): readonly string[] => {
  const { page } = dashboardWords(language);
  return [
    ...(rep === null ? [] : [page.repNote]),
    ...(type === null ? [] : [page.typeNote(taskWords(language).type[type])]),
  ];
};

interface Telling {
  readonly language: Language;
  readonly stale: { readonly yellowDays: number; readonly redDays: number };
}

const figuresOf = (
  report: TeamReport,
  shown: readonly RepReport[],
  filter: DashboardFilter,
  { language, stale }: Telling,
): readonly DashboardFigure[] => {
  const words = dashboardWords(language);
  const [one] = shown;
  const own = filter.rep !== null;
  const values = teamFigures(own ? aloneIn(report, one) : report);
  const figures = TEAM_FIGURES.filter((key) => isShown(key, filter)).map((key) => ({
    key,
    label: words.figure[key],
    value: values[key] === null ? words.nothing : points(values[key]),
    counted: words.counted[key](stale),
    list: isList(key) && values[key] !== 0 ? listText(key, filter.rep, filter.type) : null,
  }));
  if (!own || one === undefined) return figures;
  const more = (key: 'load' | 'points', value: string): DashboardFigure => ({
    key,
    label: words.page.repFigures[key],
    value,
    counted: words.page.repCounted[key],
    list: key === 'load' && one.open > 0 ? listText('open', one.rep, filter.type) : null,
  });
  return [
    more('load', `${points(one.load)} / ${points(one.limit)}`),
    ...figures,
    ...(filter.type === null ? [more('points', points(one.pointsInMonth))] : []),
  ];
};

/** Figures that count tasks of now. */
const isList = (key: TeamFigure): key is Exclude<TeamFigure, 'paused' | 'moves' | 'topThree'> =>
  key !== 'paused' && key !== 'moves' && key !== 'topThree';

/** Moves are not counted by type, and queue, moves, pauses and the top three belong to the team. */
const isShown = (key: TeamFigure, { rep, type }: DashboardFilter): boolean =>
  rep === null
    ? type === null || key !== 'moves'
    : key === 'open' || key === 'red' || key === 'yellow' || key === 'progressed';

/** One rep's share of the report. */
const aloneIn = (report: TeamReport, one: RepReport | undefined): TeamReport => ({
  ...report,
  reps: one === undefined ? [] : [one],
  open: one?.open ?? 0,
  lights: one?.lights ?? { green: 0, yellow: 0, red: 0 },
});

const repsTable = (
  reps: readonly RepReport[],
  team: Team,
  { type }: DashboardFilter,
  language: Language,
): DashboardTable => {
  const types = type === null ? TASK_TYPES : [type];
  const columns = [
    ...['load', 'limit', 'within', 'over', 'room', 'keyTasks', 'open', 'green', 'yellow', 'red'],
    ...types,
    'progressed',
    ...(type === null ? ['monthPoints', 'periodPoints'] : []),
  ];
  const { page } = dashboardWords(language);
  return {
    id: 'reps',
    caption: page.table.reps,
    head: header('workload', 'rep', language),
    columns: columns.map((key) => {
      const list = listOfColumn(key, type);
      return { key, label: header('workload', key, language), ...(list === null ? {} : { list }) };
    }),
    rows: reps.map((rep) => {
      const cells: Readonly<Record<string, number>> = {
        ...rep.lights,
        ...rep.types,
        ...loadParts(rep.load, rep.limit),
        load: rep.load,
        limit: rep.limit,
        keyTasks: rep.keyTasks,
        open: rep.open,
        progressed: rep.progressed,
        monthPoints: rep.pointsInMonth,
        periodPoints: rep.pointsInPeriod,
      };
      return {
        label: nameOf(rep, team, language),
        cells: columns.map((key) => cells[key] ?? null),
        rep: rep.rep,
      };
    }),
  };
};

const COLUMN_LISTS = {
  load: 'open',
  open: 'open',
  keyTasks: 'key',
  green: 'green',
  yellow: 'yellow',
  red: 'red',
  progressed: 'progressed',
} as const;

const listOfColumn = (key: string, type: TaskType | null): string | null => {
  const own = TASK_TYPES.find((one) => one === key);
  if (own !== undefined) return `open@@${own}`;
  if (!isListed(key)) return null;
  return `${COLUMN_LISTS[key]}@${type === null ? '' : `@${type}`}`;
};

const isListed = (key: string): key is keyof typeof COLUMN_LISTS => Object.hasOwn(COLUMN_LISTS, key);

/** A name with what keeps its owner from getting more, so that no chart needs a second mark for it. */
const nameOf = ({ rep, name, paused, away }: RepReport, { reps }: Team, language: Language): string => {
  const { availability = 'active' } = reps[rep]?.fields ?? {};
  if (away) return `${name} (${spell('availability', availability === 'left' ? 'left' : 'leave', language)})`;
  return paused ? `${name} (${dashboardWords(language).page.pausedMark})` : name;
};
