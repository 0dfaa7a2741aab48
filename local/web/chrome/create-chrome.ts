/** Everything around the board: header, status, notices, side panels; and what happens when language or theme change. */
import type { Grid, GridCommand } from '../grid/start-grid.ts';
import type { Cards } from '../phone/start-cards.ts';
import type { BoardSession } from '../session/board-session.ts';
import type { BoardNotice } from '../session/board-view.ts';
import {
  messagesOf,
  preferredLanguage,
  rememberLanguage,
  type Language,
  type Messages,
} from '../text/catalog.ts';
import type { Sidebar } from './add-on.ts';
import { createCellLine, type CellLine } from './cell-line.ts';
import { createChartsPanel } from './charts-panel.ts';
import { element } from './element.ts';
import { createHeader, type Header, type HeaderAction } from './header.ts';
import { createNotices } from './notices.ts';
import { createStatusLine, type StatusLine } from './status-line.ts';
import { followTheme } from './theme.ts';

export interface Chrome {
  readonly header: Header;
  readonly status: StatusLine;
  readonly cellLine: CellLine;
  /** Where the grid or the cards go. */
  readonly main: HTMLElement;
  readonly messages: () => Messages;
  readonly notify: (notice: BoardNotice) => void;
  language(): Language;
  isDark(): boolean;
  activated(sheetId: number): void;
  refresh(): void;
  useSession(session: BoardSession): void;
  useGrid(grid: Grid): void;
  useCards(cards: Cards): void;
  useSidebar(sidebar: Sidebar): void;
}

/** Builds the chrome inside `root`. */
export function createChrome(root: HTMLElement, hasAddOn: boolean): Chrome {
  let language = preferredLanguage();
  let grid: Grid | undefined;
  let cards: Cards | undefined;
  let sidebar: Sidebar | undefined;
  let session: BoardSession | undefined;
  const messages = (): Messages => messagesOf(language);
  const notices = createNotices(messages);
  const main = element('main', { class: 'main', id: 'sheet' });
  const body = element('div', { class: 'body' }, main);
  const cellLine = createCellLine(messages);
  const status = createStatusLine(messages, () => session?.queue.retryNow());
  const theme = followTheme((dark) => {
    grid?.setDark(dark);
    charts.redraw();
    header.refresh();
  });
  const charts = createChartsPanel({
    messages,
    isDark: () => theme.isDark(),
    changed: () => (header.refresh(), grid?.resize()),
  });
  const refresh = (): void => {
    document.documentElement.lang = language;
    header.refresh();
    status.translate();
    sidebar?.translate();
    cellLine.refresh();
    charts.translate();
    grid?.resize();
  };
  const header = createHeader({
    messages,
    status: status.root,
    tools: toolGroups((command) => grid?.run(command)),
    settings: [
      {
        icon: 'charts',
        label: (text) => (charts.isOpen() ? text.closeCharts : text.charts),
        run: () => charts.toggle(),
        pressed: () => charts.isOpen(),
      },
      ...(hasAddOn ? [sidebarAction(() => sidebar)] : []),
      {
        icon: 'moon',
        pressedIcon: 'sun',
        pressed: () => theme.isDark(),
        label: (text) => (theme.isDark() ? text.themeLight : text.themeDark),
        run: () => theme.toggle(),
      },
    ],
    language: {
      run: () => {
        language = language === 'zh-CN' ? 'en-US' : 'zh-CN';
        rememberLanguage(language);
        void grid?.setLanguage(language);
        cards?.redraw();
        refresh();
      },
    },
  });
  body.append(charts.root);
  root.append(header.root, cellLine.root, body, notices.root);
  refresh();
  return {
    header,
    status,
    cellLine,
    main,
    messages,
    notify: (notice) => notices.show(notice),
    language: () => language,
    isDark: () => theme.isDark(),
    activated: (sheetId) => charts.showSheet(sheetId),
    refresh,
    useSession(used) {
      session = used;
      charts.useSession(used);
      used.onCells(() => cellLine.refresh());
      addEventListener('beforeunload', (event) => {
        if (used.queue.waiting.length > 0) event.preventDefault();
      });
    },
    useGrid(used) {
      grid = used;
      const active = used.activeSheetId();
      if (active !== undefined) charts.showSheet(active);
    },
    useCards: (used) => (cards = used),
    useSidebar(used) {
      sidebar = used;
      body.append(used.root);
    },
  };
}

function sidebarAction(sidebar: () => Sidebar | undefined): HeaderAction {
  return {
    icon: 'sidebar',
    label: (text) => (sidebar()?.isOpen() ? text.closeSidebar : text.sidebar),
    run: () => sidebar()?.toggle(),
    pressed: () => sidebar()?.isOpen() ?? false,
  };
}

function toolGroups(run: (command: GridCommand) => void): HeaderAction[][] {
  const tool = (command: GridCommand): HeaderAction => ({
    icon: command,
    label: (text) => text[command],
    run: () => run(command),
  });
  return [
    [tool('undo'), tool('redo')],
    [tool('insertRow'), tool('deleteRow')],
    [tool('sortAscending'), tool('sortDescending'), tool('filter')],
  ];
}
