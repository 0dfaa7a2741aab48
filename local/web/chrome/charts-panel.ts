/** The charts of the tab on screen, in a panel beside it. The drawing library is loaded with the first chart. */
import type { ChartModel } from '../charts/chart-model.ts';
import type { DrawnChart } from '../charts/draw-chart.ts';
import { chartModels, chartSources } from '../charts/chart-model.ts';
import type { BoardSession } from '../session/board-session.ts';
import type { Messages } from '../text/catalog.ts';
import { element, icon } from './element.ts';

const REDRAW_DELAY_MS = 150;

export interface ChartsPanel {
  readonly root: HTMLElement;
  isOpen(): boolean;
  toggle(open?: boolean): void;
  /** Another tab is on screen: opens for one with charts, closes for one without. */
  showSheet(sheetId: number): void;
  useSession(session: BoardSession): void;
  redraw(): void;
  translate(): void;
}

interface PanelOptions {
  readonly messages: () => Messages;
  readonly isDark: () => boolean;
  readonly changed: () => void;
}

/** An empty, closed panel. */
export function createChartsPanel({ messages, isDark, changed }: PanelOptions): ChartsPanel {
  const title = element('span');
  const close = element('button', { class: 'icon-button' }, icon('close'));
  const list = element('div', { class: 'chart-list' });
  const root = element('aside', { class: 'charts', hidden: true }, element('header', {}, title, close), list);
  let session: BoardSession | undefined;
  let sheetId: number | undefined;
  let drawn: DrawnChart[] = [];
  let shown = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const models = (): ChartModel[] => {
    const sheet = sheetId === undefined ? undefined : session?.sheet(sheetId);
    return sheet ? chartModels(sheet, (id) => session?.sheet(id)) : [];
  };
  const draw = async (): Promise<void> => {
    const present = models();
    const text = JSON.stringify([present, isDark(), messages().chartEmpty]);
    if (root.hidden || text === shown) return;
    shown = text;
    const { drawChart } = await import('../charts/draw-chart.ts');
    for (const chart of drawn) chart.destroy();
    drawn = [];
    list.replaceChildren();
    for (const model of present) {
      const canvas = element('canvas', { role: 'img', 'aria-label': model.title });
      const message = emptyMessage(model, messages());
      const body = element(
        'div',
        { class: 'chart-body' },
        message === undefined ? canvas : element('p', {}, message),
      );
      list.append(element('figure', { class: 'chart' }, element('figcaption', {}, model.title), body));
      if (message === undefined) drawn.push(drawChart(canvas, model, isDark()));
    }
  };
  const redraw = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void draw(), REDRAW_DELAY_MS);
  };
  const toggle = (open = root.hidden): void => {
    root.hidden = !open;
    changed();
    redraw();
  };
  const loadSources = async (id: number): Promise<void> => {
    const sheet = session?.sheet(id);
    const sources = sheet
      ? chartSources(sheet).filter((source) => session?.sheet(source)?.loaded === false)
      : [];
    for (const source of sources) await session?.refetch(source);
    redraw();
  };
  close.addEventListener('click', () => toggle(false));
  return {
    root,
    isOpen: () => !root.hidden,
    toggle,
    showSheet(id) {
      sheetId = id;
      shown = '';
      const hasCharts = models().length > 0;
      if (hasCharts === root.hidden) toggle(hasCharts);
      void loadSources(id);
    },
    useSession(used) {
      session = used;
      used.onCells(redraw);
    },
    redraw,
    translate() {
      title.textContent = messages().charts;
      close.setAttribute('aria-label', messages().closeCharts);
      redraw();
    },
  };
}

function emptyMessage(model: ChartModel, messages: Messages): string | undefined {
  if (model.kind === 'unsupported') return messages.chartUnsupported(model.unsupported ?? '?');
  const hasData = model.series.some((series) => series.values.some((value) => value !== null));
  return hasData ? undefined : messages.chartEmpty;
}
