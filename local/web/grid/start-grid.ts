/** The board as a spreadsheet: starts the engine, fills it with the book and connects it to the session. */
import {
  ICommandService,
  LifecycleService,
  LifecycleStages,
  LocaleType,
  type Injector,
} from '@univerjs/core';
import { headerRow, type BoardSheet } from '../book/board-book.ts';
import { visibleColumns } from '../book/row-fields.ts';
import { boardSheetId, gridSheet, gridSheetId, StyleBook } from '../book/grid-sheet.ts';
import type { BoardSession } from '../session/board-session.ts';
import type { BoardNotice } from '../session/board-view.ts';
import type { Language, Messages } from '../text/catalog.ts';
import { captureEdits } from './capture-edits.ts';
import { followOptions } from './follow-options.ts';
import { drawCells } from './draw-cells.ts';
import { watchEditing } from './edit-watch.ts';
import { GridView, UNIT_ID } from './grid-view.ts';
import { guardCommands } from './guard-commands.ts';
import { createWorkbook, startEngine } from './univer.ts';

export interface Grid {
  setDark(dark: boolean): void;
  setLanguage(language: Language): Promise<void>;
  /** Runs one of the engine's commands on the present selection, as its own menu would. */
  run(command: GridCommand): void;
  activeSheetId(): number | undefined;
  resize(): void;
}

export type GridCommand =
  'undo' | 'redo' | 'insertRow' | 'deleteRow' | 'sortAscending' | 'sortDescending' | 'filter';

export interface GridOptions {
  readonly container: HTMLElement;
  readonly session: BoardSession;
  readonly language: Language;
  readonly dark: boolean;
  readonly messages: () => Messages;
  readonly notify: (notice: BoardNotice) => void;
  /** Called when another tab comes to the front. */
  readonly activated: (sheetId: number) => void;
  /** Called when the person goes to another cell. */
  readonly selected: (sheetId: number, row: number, column: number) => void;
}

const COMMANDS: Readonly<Record<GridCommand, string>> = {
  undo: 'univer.command.undo',
  redo: 'univer.command.redo',
  insertRow: 'sheet.command.insert-row-after',
  deleteRow: 'sheet.command.remove-row-confirm',
  sortAscending: 'sheet.command.sort-range-asc-ext',
  sortDescending: 'sheet.command.sort-range-desc-ext',
  filter: 'sheet.command.smart-toggle-filter',
};

/** Shows the book in the container. Resolves when the first tab can be edited. */
export async function startGrid(options: GridOptions): Promise<Grid> {
  const { session, container } = options;
  const engine = await startEngine(container, options.language, options.dark);
  const injector = engine.univer.__getInjector();
  const first = session.sheets.find((sheet) => sheet.loaded) ?? session.sheets[0];
  // The engine's sheet services exist from the first workbook on.
  createWorkbook(engine, workbookData(session));
  let dark = options.dark;
  drawCells(injector, session, () => dark);
  const watch = watchEditing(injector, {
    ended: () => {
      view.showCovered();
      session.editingEnded();
    },
    selected: ({ sheetId, row, column }) => options.selected(sheetId, row, column),
  });
  const view = new GridView(injector, session, watch);
  session.view = view;
  if (first) {
    const places = first.cells.flatMap((cells, row) =>
      cells.flatMap((cell, column) => (cell?.note ? [{ row, column }] : [])),
    );
    view.showSheet(first, places);
  }
  guardCommands(injector, { ...options, addingTab: (title) => (view.openWhenAdded = title) });
  captureEdits(injector, session, view);
  await injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  followOptions(injector, session, view);
  if (first) selectFirstCell(injector, first);
  loadTabs(view, options);
  void openNamedTab(view, session);
  window.addEventListener('hashchange', () => void openNamedTab(view, session));
  return {
    setDark(wanted) {
      dark = wanted;
      engine.api.toggleDarkMode(wanted);
    },
    setLanguage: (language) => engine.setLanguage(language),
    run: (command) => void injector.get(ICommandService).executeCommand(COMMANDS[command]),
    activeSheetId: () => view.activeSheetId(),
    resize: () => window.dispatchEvent(new Event('resize')),
  };
}

function workbookData(session: BoardSession): Parameters<typeof createWorkbook>[1] {
  const styles = new StyleBook();
  const sheets = Object.fromEntries(
    session.sheets.map((sheet) => [gridSheetId(sheet.sheetId), gridSheet(sheet, styles)]),
  );
  return {
    id: UNIT_ID,
    name: session.title,
    appVersion: '0.25.1',
    locale: LocaleType.EN_US,
    styles: styles.styles,
    sheetOrder: session.sheets.map((sheet) => gridSheetId(sheet.sheetId)),
    sheets,
  };
}

// The first cell with something to read, rather than a corner that may be hidden.
function selectFirstCell(injector: Injector, sheet: BoardSheet): void {
  const row = headerRow(sheet) + 1;
  const column = visibleColumns(sheet)[0]?.column ?? 0;
  const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
  const primary = {
    ...range,
    actualRow: row,
    actualColumn: column,
    isMerged: false,
    isMergedMainCell: false,
  };
  const params = { unitId: UNIT_ID, subUnitId: gridSheetId(sheet.sheetId), selections: [{ range, primary }] };
  injector.get(ICommandService).syncExecuteCommand('sheet.operation.set-selections', params);
}

// The tab that the address names, as in Google Sheets: mails lead to `…#gid=710006`.
async function openNamedTab(view: GridView, session: BoardSession): Promise<void> {
  const named = /[#&]gid=(\d+)/.exec(location.hash)?.[1];
  const sheet = named === undefined ? undefined : session.sheet(Number(named));
  if (sheet === undefined || sheet.hidden) return;
  if (!sheet.loaded) await session.refetch(sheet.sheetId);
  view.open(sheet.sheetId);
}

// Tabs come when they are looked at, and the visible ones in idle time before that.
function loadTabs(view: GridView, options: GridOptions): void {
  const { session } = options;
  const load = async (sheetId: number): Promise<void> => {
    if (session.sheet(sheetId)?.loaded === false) await session.refetch(sheetId);
  };
  view.workbook?.activeSheet$.subscribe((worksheet) => {
    const sheetId = boardSheetId(worksheet?.getSheetId() ?? '');
    if (sheetId === undefined) return;
    void load(sheetId);
    options.activated(sheetId);
  });
  const loadNext = async (): Promise<void> => {
    const next = session.sheets.find((sheet) => !sheet.loaded && !sheet.hidden);
    if (!next) return;
    await load(next.sheetId);
    if (session.sheet(next.sheetId)?.loaded) requestIdleCallback(() => void loadNext());
  };
  requestIdleCallback(() => void loadNext(), { timeout: 3_000 });
}
