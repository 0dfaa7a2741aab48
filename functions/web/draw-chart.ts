/** One chart of the dashboard page with Chart.js, in the colours of the page. */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartDataset,
  type ChartOptions,
} from 'chart.js';
import type { DashboardChart, DashboardTable } from '../../shared/pages/dashboard-view.ts';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

/** Pixels that a lying bar needs, and everything around the bars. */
const BAR_PIXELS = 26;
const AROUND_PIXELS = 84;
const STANDING_PIXELS = 260;

export const heightOf = (chart: DashboardChart, table: DashboardTable): number =>
  chart.lying ? table.rows.length * BAR_PIXELS + AROUND_PIXELS : STANDING_PIXELS;

/** The colour behind a name, as the page's style has it for light and dark. */
const colorOf = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** Draws the chart, or brings a drawn one up to date without animation. */
export const drawChart = (
  canvas: HTMLCanvasElement,
  present: Chart | undefined,
  chart: DashboardChart,
  table: DashboardTable,
): Chart => {
  const data = { labels: table.rows.map(({ label }) => label), datasets: datasetsOf(chart, table) };
  if (present === undefined) {
    const type = chart.kind === 'lines' ? 'line' : 'bar';
    return new Chart(canvas, { type, data, options: optionsOf(chart) } as never);
  }
  present.data = data;
  present.options = optionsOf(chart);
  present.update('none');
  return present;
};

const datasetsOf = (chart: DashboardChart, table: DashboardTable): ChartDataset[] =>
  chart.series.map(({ column, color, dashed }) => {
    const at = table.columns.findIndex(({ key }) => key === column);
    const base = {
      label: table.columns[at]?.label ?? column,
      data: table.rows.map(({ cells }) => cells[at] ?? null) as number[],
      backgroundColor: colorOf(`c-${color}`),
    };
    if (chart.kind === 'bars') return { ...base, borderRadius: 2, maxBarThickness: 34 };
    return {
      ...base,
      borderColor: base.backgroundColor,
      borderWidth: 2,
      pointRadius: table.rows.length > 31 || dashed ? 0 : 2,
      ...(dashed ? { borderDash: [6, 4] } : {}),
    };
  });

const optionsOf = (chart: DashboardChart): ChartOptions => {
  const [ink, line] = [colorOf('soft'), colorOf('line')];
  const font = { family: getComputedStyle(document.body).fontFamily, size: 13 };
  const numbers = {
    beginAtZero: true,
    stacked: chart.stacked,
    ticks: { color: ink, font, precision: 0 },
    grid: { color: line },
  };
  const names = {
    stacked: chart.stacked,
    ticks: { color: ink, font, autoSkip: !chart.lying, maxRotation: 0, autoSkipPadding: 16 },
    grid: { display: false },
  };
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    indexAxis: chart.lying ? 'y' : 'x',
    interaction: { mode: 'index', axis: chart.lying ? 'y' : 'x', intersect: false },
    plugins: {
      legend: {
        display: chart.series.length > 1,
        position: 'bottom',
        labels: { color: ink, font, boxWidth: 12, boxHeight: 12 },
      },
    },
    scales: chart.lying ? { x: numbers, y: names } : { x: names, y: numbers },
  };
};
