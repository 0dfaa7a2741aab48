/** The charts of the tab on screen, in a panel beside it. */
import { createChartList, loadSources, modelsOf } from '../charts/chart-list.ts';
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
  const list = createChartList({ messages, isDark });
  const header = element('header', {}, title, close);
  const root = element('aside', { class: 'charts', hidden: true }, header, list.root);
  let session: BoardSession | undefined;
  let sheetId: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const redraw = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!root.hidden) void list.show(session, sheetId);
    }, REDRAW_DELAY_MS);
  };
  const toggle = (open = root.hidden): void => {
    root.hidden = !open;
    changed();
    redraw();
  };
  close.addEventListener('click', () => toggle(false));
  return {
    root,
    isOpen: () => !root.hidden,
    toggle,
    showSheet(id) {
      sheetId = id;
      const hasCharts = modelsOf(session, sheetId).length > 0;
      if (hasCharts === root.hidden) toggle(hasCharts);
      void loadSources(session, id).then(redraw);
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
