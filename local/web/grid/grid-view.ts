/** Draws the book in the engine. Everything goes in as a change "from elsewhere", past undo and edit capture. */
import {
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  UniverInstanceType,
  type ICellData,
  type Injector,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import { cellAt, type BoardSheet } from '../book/board-book.ts';
import { gridCellReplacing, gridValueOfContent } from '../book/grid-cell.ts';
import { boardSheetId, gridFreeze, gridSheet, gridSheetId, StyleBook } from '../book/grid-sheet.ts';
import { gridStyle, NO_STYLE } from '../book/grid-style.ts';
import type { RowShift } from '../book/row-identity.ts';
import type { BoardSession } from '../session/board-session.ts';
import type { BoardView, CellPlace } from '../session/board-view.ts';
import type { EditWatch, SelectedCell } from './edit-watch.ts';
import { showNotes, showRules } from './show-rules.ts';
import { showSizes } from './show-sizes.ts';

export const UNIT_ID = 'board';

export class GridView implements BoardView {
  readonly #injector: Injector;
  readonly #session: BoardSession;
  readonly #watch: EditWatch;
  #covered: SelectedCell | undefined;
  /** Title of a tab this window has asked for: it comes to the front when it arrives. */
  openWhenAdded: string | undefined;

  constructor(injector: Injector, session: BoardSession, watch: EditWatch) {
    this.#injector = injector;
    this.#session = session;
    this.#watch = watch;
  }

  /** All tabs, for rules that look across them. */
  sheets(): readonly BoardSheet[] {
    return this.#session.sheets;
  }

  get workbook(): Workbook | undefined {
    const instances = this.#injector.get(IUniverInstanceService);
    return instances.getUnit<Workbook>(UNIT_ID, UniverInstanceType.UNIVER_SHEET) ?? undefined;
  }

  worksheet(sheetId: number): Worksheet | undefined {
    return this.workbook?.getSheetBySheetId(gridSheetId(sheetId)) ?? undefined;
  }

  /** Runs one of the engine's changes without it being taken for the person's. */
  apply(id: string, params: object): void {
    this.#injector.get(ICommandService).syncExecuteCommand(id, params, { fromCollab: true });
  }

  showCells(sheet: BoardSheet, cells: readonly CellPlace[]): void {
    const drawable = cells.filter((cell) => !this.#isUnderTheEditor(sheet.sheetId, cell));
    if (drawable.length === 0 || !this.worksheet(sheet.sheetId)) return;
    const cellValue: Record<number, Record<number, ICellData>> = {};
    for (const { row, column } of drawable) (cellValue[row] ??= {})[column] = this.#drawn(sheet, row, column);
    this.apply('sheet.mutation.set-range-values', {
      unitId: UNIT_ID,
      subUnitId: gridSheetId(sheet.sheetId),
      cellValue,
    });
    showNotes(this, this.#injector, sheet, drawable);
  }

  // The engine would put a change to the cell being typed into in place of what is typed. It is drawn afterwards.
  #isUnderTheEditor(sheetId: number, { row, column }: CellPlace): boolean {
    const editing = this.#watch.editing();
    if (editing?.sheetId !== sheetId || editing.row !== row || editing.column !== column) return false;
    this.#covered = editing;
    return true;
  }

  /** The editor has closed: draws the cell under it if it has changed meanwhile. */
  showCovered(): void {
    const covered = this.#covered;
    const sheet = covered && this.#session.sheet(covered.sheetId);
    this.#covered = undefined;
    if (sheet) this.showCells(sheet, [covered]);
  }

  #drawn(sheet: BoardSheet, row: number, column: number): ICellData {
    const cell = cellAt(sheet, row, column);
    const data = gridCellReplacing(cell, gridStyle(cell.userEnteredFormat), NO_STYLE);
    const typed = this.#session.pending.get(sheet.sheetId, row, column);
    return typed ? { ...data, v: null, f: null, ...gridValueOfContent(typed) } : data;
  }

  showSheet(sheet: BoardSheet, changed: readonly CellPlace[]): void {
    const worksheet = this.worksheet(sheet.sheetId);
    if (!worksheet) return;
    this.#resize(sheet, worksheet);
    showSizes(this, sheet, worksheet);
    const frozen = gridFreeze(sheet);
    const present = worksheet.getFreeze();
    const ids = { unitId: UNIT_ID, subUnitId: gridSheetId(sheet.sheetId) };
    if (frozen.xSplit !== present.xSplit || frozen.ySplit !== present.ySplit) {
      this.apply('sheet.mutation.set-frozen', { ...ids, ...frozen });
    }
    this.showCells(sheet, changed);
    showRules(this, this.#injector, sheet);
  }

  #resize(sheet: BoardSheet, worksheet: Worksheet): void {
    const ids = { unitId: UNIT_ID, subUnitId: gridSheetId(sheet.sheetId) };
    if (worksheet.getRowCount() !== sheet.rowCount) {
      this.apply('sheet.mutation.set-worksheet-row-count', { ...ids, rowCount: sheet.rowCount });
    }
    if (worksheet.getColumnCount() !== sheet.columnCount) {
      this.apply('sheet.mutation.set-worksheet-column-count', { ...ids, columnCount: sheet.columnCount });
    }
  }

  showTabs(sheets: readonly BoardSheet[]): void {
    const { workbook } = this;
    if (!workbook) return;
    const wanted = new Set(sheets.map((sheet) => gridSheetId(sheet.sheetId)));
    for (const [index, sheet] of sheets.entries()) this.#showTab(workbook, sheet, index);
    for (const worksheet of workbook.getSheets()) {
      const id = worksheet.getSheetId();
      if (!wanted.has(id)) this.#removeTab(workbook, id);
    }
  }

  #showTab(workbook: Workbook, sheet: BoardSheet, index: number): void {
    const subUnitId = gridSheetId(sheet.sheetId);
    const worksheet = workbook.getSheetBySheetId(subUnitId);
    if (!worksheet) {
      const data = gridSheet({ ...sheet, cells: [] }, new StyleBook());
      this.apply('sheet.mutation.insert-sheet', { unitId: UNIT_ID, index, sheet: data });
      if (this.openWhenAdded === sheet.title) this.#activate(subUnitId);
    } else if (worksheet.getName() !== sheet.title) {
      this.apply('sheet.mutation.set-worksheet-name', { unitId: UNIT_ID, subUnitId, name: sheet.title });
    }
    if (worksheet && Boolean(worksheet.isSheetHidden()) !== sheet.hidden) {
      const hidden = sheet.hidden ? 1 : 0;
      this.apply('sheet.mutation.set-worksheet-hidden', { unitId: UNIT_ID, subUnitId, hidden });
    }
  }

  /** Brings a tab to the front. */
  open(sheetId: number): void {
    this.#activate(gridSheetId(sheetId));
  }

  #activate(subUnitId: string): void {
    this.openWhenAdded = undefined;
    const params = { unitId: UNIT_ID, subUnitId };
    void this.#injector.get(ICommandService).executeCommand('sheet.command.set-worksheet-activate', params);
  }

  #removeTab(workbook: Workbook, subUnitId: string): void {
    if (workbook.getActiveSheet()?.getSheetId() === subUnitId) {
      const next = workbook
        .getSheets()
        .find((sheet) => sheet.getSheetId() !== subUnitId && !sheet.isSheetHidden());
      if (next) workbook.setActiveSheet(next);
    }
    this.apply('sheet.mutation.remove-sheet', { unitId: UNIT_ID, subUnitId, subUnitName: '' });
  }

  shiftRows(sheet: BoardSheet, shift: RowShift): void {
    const worksheet = this.worksheet(sheet.sheetId);
    if (!worksheet) return;
    const range = {
      startRow: shift.start,
      endRow: shift.start + shift.count - 1,
      startColumn: 0,
      endColumn: worksheet.getColumnCount() - 1,
    };
    const id = shift.kind === 'insert' ? 'sheet.mutation.insert-row' : 'sheet.mutation.remove-rows';
    this.apply(id, { unitId: UNIT_ID, subUnitId: gridSheetId(sheet.sheetId), range });
    this.#watch.shiftSelection(UNIT_ID, sheet.sheetId, shift);
  }

  isEditing(sheetId: number): boolean {
    return this.#watch.editing()?.sheetId === sheetId;
  }

  forgetUndo(): void {
    this.#injector.get(IUndoRedoService).clearUndoRedo(UNIT_ID);
  }

  /** The tab on screen. */
  activeSheetId(): number | undefined {
    const id = this.workbook?.getActiveSheet()?.getSheetId();
    return id === undefined ? undefined : boardSheetId(id);
  }
}
