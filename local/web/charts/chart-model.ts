/** Google's chart specs as plain data: kind, labels, series. Reads the cells the charts point at. */
import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { areaOf, cellAt, type BoardSheet } from '../book/board-book.ts';
import { hexColor } from '../book/grid-style.ts';

export interface ChartSeries {
  readonly name: string;
  readonly kind: 'bar' | 'line' | 'area' | 'scatter';
  readonly values: readonly (number | null)[];
  readonly color: string | undefined;
}

/** A chart ready to be drawn; `unsupported` names the kind when it cannot be. */
export interface ChartModel {
  readonly chartId: number;
  readonly title: string;
  readonly kind: 'cartesian' | 'pie' | 'unsupported';
  readonly unsupported?: string;
  /** Bars lie down. */
  readonly horizontal: boolean;
  readonly stacked: boolean;
  /** Hole of a pie, 0 to 1. */
  readonly hole: number;
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
}

type Sheets = (sheetId: number) => BoardSheet | undefined;
type ChartData = sheets_v4.Schema$ChartData;

const KINDS: Readonly<Record<string, ChartSeries['kind']>> = {
  BAR: 'bar',
  COLUMN: 'bar',
  LINE: 'line',
  AREA: 'area',
  STEPPED_AREA: 'area',
  SCATTER: 'scatter',
};

/** The charts of a tab. `sheets` finds the tab a source range names, which may be another one. */
export function chartModels(sheet: BoardSheet, sheets: Sheets): ChartModel[] {
  return sheet.charts.map((chart, index) => {
    const spec = chart.spec ?? {};
    const base = {
      chartId: chart.chartId ?? index,
      title: spec.title ?? '',
      horizontal: false,
      stacked: false,
      hole: 0,
    };
    if (spec.pieChart) return { ...base, ...pie(spec.pieChart, sheets) };
    if (spec.basicChart) return { ...base, ...basic(spec.basicChart, sheets) };
    const kind = Object.keys(spec).find((key) => key.endsWith('Chart')) ?? '?';
    return { ...base, kind: 'unsupported', unsupported: kind, labels: [], series: [] };
  });
}

/** Tabs the charts of this one read from. */
export function chartSources(sheet: BoardSheet): number[] {
  const found = new Set<number>();
  JSON.stringify(sheet.charts, (key, value: unknown) => {
    if (key === 'sources' && Array.isArray(value)) {
      for (const source of value as sheets_v4.Schema$GridRange[]) found.add(source.sheetId ?? 0);
    }
    return value;
  });
  return [...found];
}

function pie(
  spec: sheets_v4.Schema$PieChartSpec,
  sheets: Sheets,
): Pick<ChartModel, 'kind' | 'hole' | 'labels' | 'series'> {
  const labels = cellsOf(spec.domain, sheets);
  const numbers = cellsOf(spec.series, sheets);
  // A pie has no headerCount: the first row is a header when its value is not a number.
  const header = numbers.length > 0 && numberOf(numbers[0]) === null ? 1 : 0;
  return {
    kind: 'pie',
    hole: spec.pieHole ?? 0,
    labels: labels.slice(header).map(textOf),
    series: [{ name: '', kind: 'bar', values: numbers.slice(header).map(numberOf), color: undefined }],
  };
}

function basic(
  spec: sheets_v4.Schema$BasicChartSpec,
  sheets: Sheets,
): Omit<ChartModel, 'chartId' | 'title' | 'hole'> {
  const header = spec.headerCount ?? 0;
  const labels = cellsOf(spec.domains?.[0]?.domain, sheets);
  const chartType = spec.chartType ?? 'COLUMN';
  const series = (spec.series ?? []).map((item): ChartSeries => {
    const cells = cellsOf(item.series, sheets);
    return {
      name: header > 0 ? cells.slice(0, header).map(textOf).join(' ') : '',
      kind: KINDS[item.type ?? chartType] ?? (chartType === 'COMBO' ? 'line' : 'bar'),
      values: cells.slice(header).map(numberOf),
      color: hexColor(item.colorStyle?.rgbColor ?? item.color),
    };
  });
  const known = chartType === 'COMBO' || chartType in KINDS;
  return {
    kind: known ? 'cartesian' : 'unsupported',
    ...(!known && { unsupported: chartType }),
    horizontal: chartType === 'BAR',
    stacked: spec.stackedType === 'STACKED' || spec.stackedType === 'PERCENT_STACKED',
    ...filledPart(labels.slice(header).map(textOf), series),
  };
}

/** Ranges reach below the last row, for rows to come: what is empty down there is not drawn. */
function filledPart(
  labels: readonly string[],
  series: readonly ChartSeries[],
): Pick<ChartModel, 'labels' | 'series'> {
  const rows = Math.max(labels.length, ...series.map(({ values }) => values.length));
  let end = rows;
  const isEmpty = (row: number): boolean =>
    (labels[row] ?? '') === '' && series.every(({ values }) => (values[row] ?? null) === null);
  while (end > 0 && isEmpty(end - 1)) end -= 1;
  return {
    labels: labels.slice(0, end),
    series: series.map((one) => ({ ...one, values: one.values.slice(0, end) })),
  };
}

type Cell = ReturnType<typeof cellAt>;

// A source may run down a column or along a row, and may be pieced together from several ranges.
function cellsOf(data: ChartData | undefined, sheets: Sheets): Cell[] {
  return (data?.sourceRange?.sources ?? []).flatMap((range) => {
    const sheet = sheets(range.sheetId ?? 0);
    if (!sheet) return [];
    const area = areaOf(range, sheet);
    const lastRow = Math.min(area.endRow, Math.max(sheet.cells.length, area.startRow));
    const cells: Cell[] = [];
    for (let row = area.startRow; row < lastRow; row += 1) {
      for (let column = area.startColumn; column < area.endColumn; column += 1)
        cells.push(cellAt(sheet, row, column));
    }
    return cells;
  });
}

function numberOf(cell: Cell | undefined): number | null {
  return cell?.effectiveValue?.numberValue ?? null;
}

function textOf(cell: Cell): string {
  const value = cell.effectiveValue;
  return (
    cell.formattedValue ?? value?.stringValue ?? (value?.numberValue != null ? String(value.numberValue) : '')
  );
}
