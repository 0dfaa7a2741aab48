/** The charts of a tab below each other. The drawing library is loaded with the first of them. */
import { element } from '../chrome/element.ts';
import type { BoardSession } from '../session/board-session.ts';
import type { Messages } from '../text/catalog.ts';
import { chartModels, chartSources, type ChartModel } from './chart-model.ts';
import type { drawChart, DrawnChart } from './draw-chart.ts';

export interface ChartList {
  readonly root: HTMLElement;
  /** Draws the charts of a tab; the same ones again are left as they are. */
  show(session: BoardSession | undefined, sheetId: number | undefined): Promise<void>;
}

/** Room that a lying bar needs, and everything around the bars. */
const BAR_PIXELS = 24;
const AROUND_PIXELS = 80;

export function createChartList(options: {
  readonly messages: () => Messages;
  readonly isDark: () => boolean;
}): ChartList {
  const { messages, isDark } = options;
  const root = element('div', { class: 'chart-list' });
  let drawn: DrawnChart[] = [];
  let shown = '';
  const draw = (models: readonly ChartModel[], drawOne: typeof drawChart | undefined): void => {
    for (const chart of drawn) chart.destroy();
    drawn = [];
    root.replaceChildren();
    for (const model of models) {
      const canvas = element('canvas', { role: 'img', 'aria-label': model.title });
      const message = emptyMessage(model, messages());
      const content = message === undefined ? canvas : element('p', {}, message);
      const body = element('div', { class: 'chart-body' }, content);
      if (model.horizontal) {
        body.style.minHeight = `${String(model.labels.length * BAR_PIXELS + AROUND_PIXELS)}px`;
      }
      root.append(element('figure', { class: 'chart' }, element('figcaption', {}, model.title), body));
      if (message === undefined && drawOne) drawn.push(drawOne(canvas, model, isDark()));
    }
  };
  return {
    root,
    async show(session, sheetId) {
      const models = modelsOf(session, sheetId);
      const text = JSON.stringify([models, isDark(), messages().chartEmpty]);
      if (text === shown) return;
      shown = text;
      const library = models.length === 0 ? undefined : await import('./draw-chart.ts');
      if (text === shown) draw(models, library?.drawChart);
    },
  };
}

/** The charts of a tab, ready to be drawn. */
export function modelsOf(session: BoardSession | undefined, sheetId: number | undefined): ChartModel[] {
  const sheet = sheetId === undefined ? undefined : session?.sheet(sheetId);
  return sheet ? chartModels(sheet, (id) => session?.sheet(id)) : [];
}

/** Fetches the tabs that the charts of this one read from, where they are not here yet. */
export async function loadSources(session: BoardSession | undefined, sheetId: number): Promise<void> {
  const sheet = session?.sheet(sheetId);
  const sources = sheet
    ? chartSources(sheet).filter((source) => session?.sheet(source)?.loaded === false)
    : [];
  for (const source of sources) await session?.refetch(source);
}

function emptyMessage(model: ChartModel, messages: Messages): string | undefined {
  if (model.kind === 'unsupported') return messages.chartUnsupported(model.unsupported ?? '?');
  const hasData = model.series.some((series) => series.values.some((value) => value !== null));
  return hasData ? undefined : messages.chartEmpty;
}
