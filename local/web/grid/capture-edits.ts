/**
 * Turns what the person does in the engine into actions. It listens to the engine's changes rather than to its
 * commands: typing, Delete, paste, fill, checkbox, dropdown, drag, undo and redo all end in a handful of them.
 */
import {
  CommandType,
  ICommandService,
  type ICellData,
  type ICommandInfo,
  type IExecutionOptions,
  type Injector,
  type IRange,
} from '@univerjs/core';
import { cellAt } from '../book/board-book.ts';
import { contentOfGridCell, inputFor } from '../book/cell-content.ts';
import { boardSheetId } from '../book/grid-sheet.ts';
import { isCheckbox } from '../book/grid-validation.ts';
import type { BoardSession, StructuralAction, TypedEdit } from '../session/board-session.ts';
import type { GridView } from './grid-view.ts';

interface SheetParams {
  readonly subUnitId?: string;
  readonly range?: IRange;
}

type Matrix = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
type Capture = (params: never, into: Captured) => void;

/** What one turn of the engine changed, in order. */
class Captured {
  readonly dirty = new Map<number, Set<string>>();
  /** Rows inserted in this turn. */
  readonly freshRows = new Set<number>();
  readonly #flush: () => void;
  readonly #restructure: (action: StructuralAction) => void;

  constructor(flush: () => void, restructure: (action: StructuralAction) => void) {
    this.#flush = flush;
    this.#restructure = restructure;
  }

  cell(subUnitId: string, row: number, column: number): void {
    const sheetId = boardSheetId(subUnitId);
    if (sheetId === undefined) return;
    const cells = this.dirty.get(sheetId) ?? new Set();
    cells.add(`${row}:${column}`);
    this.dirty.set(sheetId, cells);
  }

  matrix(subUnitId: string, matrix: Matrix | undefined): void {
    for (const [row, cells] of Object.entries(matrix ?? {})) {
      for (const column of Object.keys(cells ?? {})) this.cell(subUnitId, Number(row), Number(column));
    }
  }

  // Cells typed before rows move refer to the old rows: they go first.
  structure(action: StructuralAction): void {
    this.#flush();
    this.#restructure(action);
    if (action.kind !== 'insertRows') return;
    for (let offset = 0; offset < action.count; offset += 1) this.freshRows.add(action.start + offset);
  }
}

const rowsOf =
  (kind: 'insertRows' | 'deleteRows') =>
  ({ subUnitId, range }: SheetParams, into: Captured): void => {
    const sheetId = boardSheetId(subUnitId ?? '');
    if (sheetId === undefined || !range) return;
    into.structure({ kind, sheetId, start: range.startRow, count: range.endRow - range.startRow + 1 });
  };

const columnsOf =
  (kind: 'insertColumns' | 'deleteColumns') =>
  ({ subUnitId, range }: SheetParams, into: Captured): void => {
    const sheetId = boardSheetId(subUnitId ?? '');
    if (sheetId === undefined || !range) return;
    into.structure({
      kind,
      sheetId,
      start: range.startColumn,
      count: range.endColumn - range.startColumn + 1,
    });
  };

interface MoveRows {
  readonly subUnitId: string;
  readonly sourceRange: IRange;
  readonly targetRange: IRange;
}

interface MoveRange {
  readonly from: { readonly subUnitId: string; readonly value: Matrix };
  readonly to: { readonly subUnitId: string; readonly value: Matrix };
}

const CAPTURES: Readonly<Record<string, Capture>> = {
  'sheet.mutation.set-range-values': (params: { subUnitId: string; cellValue?: Matrix }, into: Captured) =>
    into.matrix(params.subUnitId, params.cellValue),
  'sheet.mutation.move-range': (params: MoveRange, into: Captured) => {
    into.matrix(params.from.subUnitId, params.from.value);
    into.matrix(params.to.subUnitId, params.to.value);
  },
  'sheet.mutation.insert-row': rowsOf('insertRows'),
  'sheet.mutation.remove-rows': rowsOf('deleteRows'),
  'sheet.mutation.insert-col': columnsOf('insertColumns'),
  'sheet.mutation.remove-col': columnsOf('deleteColumns'),
  'sheet.mutation.move-rows': ({ subUnitId, sourceRange, targetRange }: MoveRows, into: Captured) => {
    const sheetId = boardSheetId(subUnitId);
    const count = sourceRange.endRow - sourceRange.startRow + 1;
    if (sheetId === undefined) return;
    into.structure({
      kind: 'moveRows',
      sheetId,
      start: sourceRange.startRow,
      count,
      before: targetRange.startRow,
    });
  },
  'sheet.mutation.set-worksheet-name': (params: { subUnitId: string; name: string }, into: Captured) => {
    const sheetId = boardSheetId(params.subUnitId);
    if (sheetId !== undefined) into.structure({ kind: 'renameSheet', sheetId, title: params.name });
  },
};

/** Starts capturing the person's changes. */
export function captureEdits(injector: Injector, session: BoardSession, view: GridView): void {
  let scheduled = false;
  const captured = new Captured(
    () => flush(),
    (action) => session.restructure(action, true),
  );
  const flush = (): void => {
    scheduled = false;
    const dirty = [...captured.dirty];
    const freshRows = new Set(captured.freshRows);
    captured.dirty.clear();
    captured.freshRows.clear();
    for (const [sheetId, cells] of dirty) {
      session.typed(sheetId, editsOf(session, view, sheetId, cells), freshRows);
    }
  };
  injector
    .get(ICommandService)
    .onCommandExecuted((info: Readonly<ICommandInfo>, options?: IExecutionOptions) => {
      if (info.type !== CommandType.MUTATION || isNotThePersons(info, options)) return;
      const capture = CAPTURES[info.id];
      if (!capture) return;
      capture(info.params as never, captured);
      if (captured.dirty.size === 0 || scheduled) return;
      scheduled = true;
      queueMicrotask(flush);
    });
}

// Changes from elsewhere, recalculated formulas and the engine's own housekeeping.
function isNotThePersons(info: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): boolean {
  if (options?.fromCollab || options?.onlyLocal || options?.['fromFormula']) return true;
  const params = info.params as { unitId?: string } | undefined;
  return params?.unitId !== 'board';
}

function editsOf(
  session: BoardSession,
  view: GridView,
  sheetId: number,
  cells: Iterable<string>,
): TypedEdit[] {
  const worksheet = view.worksheet(sheetId);
  const sheet = session.sheet(sheetId);
  if (!worksheet || !sheet) return [];
  const styles = view.workbook?.getStyles();
  return [...cells].map((key) => {
    const [row = 0, column = 0] = key.split(':').map(Number);
    const cell: ICellData | undefined = worksheet.getCellRaw(row, column) ?? undefined;
    const content = contentOfGridCell(cell, isCheckbox(cellAt(sheet, row, column).dataValidation));
    const pattern = styles?.getStyleByCell(cell)?.n?.pattern;
    return { row, column, content, input: inputFor(content, cell, pattern) };
  });
}
