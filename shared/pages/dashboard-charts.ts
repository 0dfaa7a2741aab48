import type { Language } from '../domain/rep.ts';
import { TASK_TYPES } from '../domain/task.ts';
import { dashboardWords, type ChartName, type HistoryChartName } from '../text/dashboard-words.ts';
import type { DashboardFilter } from './dashboard-filter.ts';
import type { DashboardChart, DashboardTable } from './dashboard-view.ts';

type Series = DashboardChart['series'];
type Shape = Pick<DashboardChart, 'table' | 'kind' | 'lying' | 'stacked' | 'series'>;

const LIGHT_SERIES: Series = [
  { column: 'green', color: 'green' },
  { column: 'yellow', color: 'yellow' },
  { column: 'red', color: 'red' },
];
const TYPE_COLORS = { strategic: 'navy', growth: 'teal', volume: 'sky', selective: 'sand' } as const;
const TYPE_SERIES: Series = TASK_TYPES.map((type) => ({ column: type, color: TYPE_COLORS[type] }));

const people = (stacked: boolean, series: Series): Shape => ({
  table: 'reps',
  kind: 'bars',
  lying: true,
  stacked,
  series,
});
const days = (kind: 'bars' | 'lines', stacked: boolean, series: Series): Shape => ({
  table: 'days',
  kind,
  lying: false,
  stacked,
  series,
});

/** All charts of the page. What a table does not hold under a filter is left out, and with it an empty chart. */
const SHAPES: Readonly<Record<ChartName | HistoryChartName, Shape>> = {
  load: people(true, [
    { column: 'within', color: 'blue' },
    { column: 'over', color: 'red' },
    { column: 'room', color: 'track' },
  ]),
  lights: people(true, LIGHT_SERIES),
  types: people(true, TYPE_SERIES),
  progress: people(false, [{ column: 'progressed', color: 'teal' }]),
  points: people(false, [
    { column: 'monthPoints', color: 'navy' },
    { column: 'periodPoints', color: 'sky' },
  ]),
  pastLoad: days('lines', false, [
    { column: 'load', color: 'blue' },
    { column: 'limit', color: 'red', dashed: true },
  ]),
  pastLights: days('bars', true, LIGHT_SERIES),
  pastTypes: days('bars', true, TYPE_SERIES),
  pastQueue: days('lines', false, [
    { column: 'waiting', color: 'navy' },
    { column: 'paused', color: 'red' },
  ]),
  pastWeeks: {
    table: 'weeks',
    kind: 'bars',
    lying: false,
    stacked: false,
    series: [
      { column: 'moves', color: 'navy' },
      { column: 'created', color: 'sky' },
      { column: 'progressedDays', color: 'teal' },
    ],
  },
};

const NAMES = Object.keys(SHAPES) as (keyof typeof SHAPES)[];

const isPast = (name: ChartName | HistoryChartName): name is HistoryChartName => name.startsWith('past');

/** The charts that these tables can draw. */
export const chartsOf = (
  tables: readonly DashboardTable[],
  filter: DashboardFilter,
  language: Language,
): readonly DashboardChart[] => {
  const words = dashboardWords(language);
  return NAMES.flatMap((name): readonly DashboardChart[] => {
    const shape = SHAPES[name];
    const table = tables.find(({ id }) => id === shape.table);
    const series = shape.series.filter(({ column }) => table?.columns.some(({ key }) => key === column));
    // By type there is one colour left: the chart above says the same.
    if (series.length === 0 || (name === 'types' && filter.type !== null)) return [];
    const title = isPast(name) ? words.page.chart[name] : words.chart[name];
    const about = isPast(name) ? words.page.about[name] : words.about[name];
    return [{ id: name, title, about, ...shape, series }];
  });
};
