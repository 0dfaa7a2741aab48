/** Starts the board: chrome first, then the spreadsheet, or the list of cards on a narrow screen. */
import { createMenu, createSidebar } from './chrome/add-on.ts';
import { createChrome, type Chrome } from './chrome/create-chrome.ts';
import { element } from './chrome/element.ts';
import { fetchBook, fetchMenu, postAction } from './session/api-client.ts';
import { BoardSession } from './session/board-session.ts';
import { openChangeStream } from './session/change-stream.ts';
import type { Grid } from './grid/start-grid.ts';

interface Boot {
  readonly gridStyle: string;
  readonly phoneMaxWidth: number;
  readonly hasAddOn: boolean;
}

const boot = JSON.parse(document.getElementById('boot')?.textContent ?? '{}') as Boot;
const isNarrow = matchMedia(`(max-width: ${boot.phoneMaxWidth}px)`);

let grid: Grid | undefined;

/** Loads the engine's own style sheet beside its code. */
function loadGridStyle(): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = element('link', { rel: 'stylesheet', href: boot.gridStyle });
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error('The style of the grid did not load.')));
    document.head.append(link);
  });
}

async function showGrid(chrome: Chrome, session: BoardSession): Promise<void> {
  const [{ startGrid }] = await Promise.all([import('./grid/start-grid.ts'), loadGridStyle()]);
  grid = await startGrid({
    container: chrome.main,
    session,
    language: chrome.language(),
    dark: chrome.isDark(),
    messages: chrome.messages,
    notify: chrome.notify,
    activated: (sheetId) => chrome.activated(sheetId),
    selected: (sheetId, row, column) => chrome.cellLine.select(session, sheetId, row, column),
  });
  chrome.useGrid(grid);
}

async function showCards(chrome: Chrome, session: BoardSession): Promise<void> {
  const { startCards } = await import('./phone/start-cards.ts');
  const { main: container, messages } = chrome;
  chrome.useCards(startCards({ container, session, messages, isDark: () => chrome.isDark() }));
}

async function showAddOn(chrome: Chrome): Promise<void> {
  if (!boot.hasAddOn) return;
  const options = { messages: chrome.messages, notify: chrome.notify };
  chrome.useSidebar(createSidebar(options, () => chrome.refresh()));
  const description = await fetchMenu();
  if (description.items.length > 0) chrome.header.menu.replaceChildren(createMenu(description, options));
}

async function start(): Promise<void> {
  const root = document.getElementById('board');
  if (!root) return;
  // The engine is large: it travels while the cells do.
  if (!isNarrow.matches) void import('./grid/start-grid.ts');
  const book = fetchBook();
  const chrome = createChrome(root, boot.hasAddOn);
  const session = new BoardSession({
    clientId: crypto.randomUUID(),
    fetchBook,
    postAction,
    notify: chrome.notify,
    statusChanged: (status) => chrome.status.show(status),
    lockedMessage: (column) => chrome.messages().lockedColumn(column),
  });
  chrome.useSession(session);
  session.start(await book);
  chrome.header.setTitle(session.title);
  await (isNarrow.matches ? showCards(chrome, session) : showGrid(chrome, session));
  document.getElementById('skeleton')?.remove();
  document.documentElement.dataset['ready'] = isNarrow.matches ? 'cards' : 'grid';
  listen(session);
  // Turning a tablet, or dragging the window across the border, asks for the other way of showing the board.
  isNarrow.addEventListener('change', () => location.reload());
  await showAddOn(chrome).catch(() => undefined);
}

function listen(session: BoardSession): void {
  openChangeStream(session.revision, {
    hello: (event) => {
      session.functionsStatus(event.status);
      if (!event.resumed) void session.refetchAll();
    },
    change: (change) => session.change(change),
    status: (status) => session.functionsStatus(status),
    connection: (connected) => session.connection(connected),
  });
}

start().catch((error: unknown) => {
  console.error(error);
  void import('./chrome/load-failure.ts').then(({ showLoadFailure }) => showLoadFailure());
});
