import { LANGUAGES, type Language } from '../../shared/domain/rep.ts';
import { HEADER_ROW, TABS } from '../../shared/sheet/layout.ts';
import { CHARTS, dashboardWords, type ChartName } from '../../shared/text/dashboard-words.ts';
import type { sheets_v4 } from './google-sheets-client.ts';

type Spec = sheets_v4.Schema$ChartSpec;
type Requests = readonly sheets_v4.Schema$Request[];

/** Charts found on any sheet, people's own among them, by id. */
export type FoundCharts = ReadonlyMap<number, Spec>;

export interface ChartsWish {
  readonly found: FoundCharts;
  readonly language: Language;
  /** Where the columns of the Workload tab stand, and how many rows it has. */
  readonly places: Readonly<Record<string, number>>;
  readonly rowCount: number;
  /** The Workload tab is made now: charts that were there have lost what they drew. */
  readonly sourceMade: boolean;
  /** Whether missing charts are made. A chart that somebody deleted comes back only when set-up is run by hand. */
  readonly make: boolean;
}

interface Drawing {
  readonly chartId: number;
  readonly series: readonly { readonly column: string; readonly color: number }[];
  readonly stacked: boolean;
  /** Row of the anchor, and pixels from the left edge of the second column. */
  readonly row: number;
  readonly left: number;
}

const [WIDTH, HEIGHT] = [360, 300];
/** Charts begin below the figures. Three stand below each other where a phone shows them, two beside these. */
const [FIRST_ROW, ROWS_PER_CHART, SECOND_COLUMN] = [12, 16, 370];

const row = (index: number): number => FIRST_ROW + index * ROWS_PER_CHART;

/**
 * Fixed ids, chosen by us as those of the tabs are, so that a second set-up knows its charts wherever people
 * have put them. The colours differ in lightness too: the order of a stack can be told without seeing red and green.
 */
export const DRAWINGS: Readonly<Record<ChartName, Drawing>> = {
  load: {
    chartId: 710101,
    stacked: true,
    series: [
      { column: 'within', color: 0x4472a8 },
      { column: 'over', color: 0xc9372c },
      { column: 'room', color: 0xdfe5ec },
    ],
    row: row(0),
    left: 0,
  },
  lights: {
    chartId: 710102,
    stacked: true,
    series: [
      { column: 'green', color: 0x2e8b57 },
      { column: 'yellow', color: 0xf2c037 },
      { column: 'red', color: 0xc9372c },
    ],
    row: row(1),
    left: 0,
  },
  types: {
    chartId: 710103,
    stacked: true,
    series: [
      { column: 'strategic', color: 0x2f4b7c },
      { column: 'growth', color: 0x2a9d8f },
      { column: 'volume', color: 0x9cc5e8 },
      { column: 'selective', color: 0xb08968 },
    ],
    row: row(2),
    left: 0,
  },
  progress: {
    chartId: 710104,
    stacked: false,
    series: [{ column: 'progressed', color: 0x2a9d8f }],
    row: row(0),
    left: SECOND_COLUMN,
  },
  points: {
    chartId: 710105,
    stacked: false,
    series: [
      { column: 'monthPoints', color: 0x2f4b7c },
      { column: 'periodPoints', color: 0x9cc5e8 },
    ],
    row: row(1),
    left: SECOND_COLUMN,
  },
};

/**
 * Makes the charts that are missing and lets titles that are still ours follow the language. Where a chart stands,
 * how large it is and what it looks like is people's: nothing of it is touched once it is there.
 */
export const planCharts = (wish: ChartsWish): Requests =>
  CHARTS.flatMap((name): Requests => {
    const { chartId } = DRAWINGS[name];
    const present = wish.found.get(chartId);
    if (present === undefined) return wish.make ? [addChart(name, wish)] : [];
    const spec = { ...present, ...wordsFor(name, present, wish.language) };
    // Its columns were deleted with their tab: drawn anew where it stands.
    if (wish.sourceMade) spec.basicChart = specOf(name, wish).basicChart ?? {};
    const same = spec.title === present.title && spec.altText === present.altText && !wish.sourceMade;
    return same ? [] : [{ updateChartSpec: { chartId, spec } }];
  });

/** Title and description in this language, each only if it is ours in another one. */
const wordsFor = (name: ChartName, { title, altText }: Spec, language: Language): Spec => {
  const ours = (kind: 'chart' | 'about', text: string | null | undefined): boolean =>
    LANGUAGES.some((other) => dashboardWords(other)[kind][name] === text);
  const words = dashboardWords(language);
  return {
    ...(ours('chart', title) ? { title: words.chart[name] } : {}),
    ...(ours('about', altText) ? { altText: words.about[name] } : {}),
  };
};

const addChart = (name: ChartName, wish: ChartsWish): sheets_v4.Schema$Request => {
  const { chartId, row: rowIndex, left } = DRAWINGS[name];
  const anchorCell = { sheetId: TABS.dashboard.sheetId, rowIndex, columnIndex: 1 };
  const size = { offsetXPixels: left, offsetYPixels: 0, widthPixels: WIDTH, heightPixels: HEIGHT };
  return {
    addChart: {
      chart: {
        chartId,
        spec: specOf(name, wish),
        position: { overlayPosition: { anchorCell, ...size } },
      },
    },
  };
};

/**
 * The header row gives the series their names. Ranges reach to the last row of the tab, so that reps who come later
 * are drawn; rows that people hide are left out, but the parts of the gauge stand in hidden columns.
 */
const specOf = (name: ChartName, { language, places, rowCount }: ChartsWish): Spec => {
  const { series, stacked } = DRAWINGS[name];
  const words = dashboardWords(language);
  const source = (column: string): sheets_v4.Schema$ChartData => ({
    sourceRange: {
      sources: [
        {
          sheetId: TABS.workload.sheetId,
          startRowIndex: HEADER_ROW,
          endRowIndex: rowCount,
          startColumnIndex: places[column] ?? 0,
          endColumnIndex: (places[column] ?? 0) + 1,
        },
      ],
    },
  });
  return {
    title: words.chart[name],
    altText: words.about[name],
    hiddenDimensionStrategy: 'SKIP_HIDDEN_ROWS',
    basicChart: {
      chartType: 'BAR',
      legendPosition: series.length > 1 ? 'BOTTOM_LEGEND' : 'NO_LEGEND',
      headerCount: 1,
      ...(stacked ? { stackedType: 'STACKED' } : {}),
      domains: [{ domain: source('rep') }],
      series: series.map(({ column, color }) => ({
        series: source(column),
        targetAxis: 'BOTTOM_AXIS',
        colorStyle: { rgbColor: rgb(color) },
      })),
    },
  };
};

const rgb = (hex: number): sheets_v4.Schema$Color => ({
  red: ((hex >> 16) & 255) / 255,
  green: ((hex >> 8) & 255) / 255,
  blue: (hex & 255) / 255,
});
