/** Draws one chart with Chart.js, in the colours of the theme. */
import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  DoughnutController,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartDataset,
  type ChartOptions,
} from 'chart.js';
import type { ChartModel, ChartSeries } from './chart-model.ts';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  DoughnutController,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

/** Distinguishable without relying on red against green, on light and dark. */
const PALETTE = ['#2a8f76', '#f0a92e', '#4f86d9', '#d9645a', '#8d6bd1', '#5aa9b5', '#b98646', '#7d8794'];

export interface DrawnChart {
  destroy(): void;
}

/** Draws the model on a canvas. */
export function drawChart(canvas: HTMLCanvasElement, model: ChartModel, dark: boolean): DrawnChart {
  const ink = dark ? '#c9d4e3' : '#43536b';
  const line = dark ? '#2b3442' : '#e4e9f0';
  const font = { family: getComputedStyle(document.body).fontFamily, size: 12 };
  const options: ChartOptions = {
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    color: ink,
    font,
    indexAxis: model.horizontal ? 'y' : 'x',
    plugins: {
      legend: {
        display: model.kind === 'pie' || model.series.length > 1,
        position: model.kind === 'pie' ? 'right' : 'bottom',
        labels: { color: ink, boxWidth: 10, boxHeight: 10, useBorderRadius: true, borderRadius: 2, font },
      },
    },
    ...(model.kind === 'cartesian' && { scales: scales(model, ink, line) }),
  };
  const data = { labels: [...model.labels], datasets: datasets(model, dark) };
  return new Chart(canvas, { type: model.kind === 'pie' ? 'doughnut' : 'bar', data, options } as never);
}

function scales(model: ChartModel, ink: string, line: string): object {
  const numbers = { beginAtZero: true, stacked: model.stacked, ticks: { color: ink }, grid: { color: line } };
  // Lying bars have room for every name: whoever draws them makes the canvas high enough.
  const ticks = { color: ink, autoSkip: !model.horizontal };
  const names = { stacked: model.stacked, ticks, grid: { display: false } };
  return model.horizontal ? { x: numbers, y: names } : { x: names, y: numbers };
}

function datasets(model: ChartModel, dark: boolean): ChartDataset[] {
  if (model.kind === 'pie') {
    const values = model.series[0]?.values ?? [];
    const backgroundColor = values.map((_, index) => colorAt(index));
    const borderColor = dark ? '#1a2029' : '#ffffff';
    return [
      {
        data: [...values] as number[],
        backgroundColor,
        borderColor,
        cutout: `${model.hole * 100}%`,
      } as ChartDataset,
    ];
  }
  return model.series.map((series, index) => dataset(series, series.color ?? colorAt(index)));
}

function dataset(series: ChartSeries, color: string): ChartDataset {
  const base = { label: series.name, data: [...series.values] as number[] };
  if (series.kind === 'bar') {
    return { ...base, type: 'bar', backgroundColor: color, borderRadius: 3, maxBarThickness: 42 };
  }
  return {
    ...base,
    type: 'line',
    borderColor: color,
    backgroundColor: `${color}33`,
    fill: series.kind === 'area',
    showLine: series.kind !== 'scatter',
    pointBackgroundColor: color,
    borderWidth: 2,
    tension: 0.2,
  };
}

const colorAt = (index: number): string => PALETTE[index % PALETTE.length] ?? '#2a8f76';
