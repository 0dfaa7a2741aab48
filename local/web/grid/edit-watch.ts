/** Knows whether a person is typing, which cell is selected, and keeps the selection on its row when rows move. */
import { ICommandService, type ICommandInfo, type Injector } from '@univerjs/core';
import { SheetsSelectionsService } from '@univerjs/preset-sheets-core';
import { boardSheetId, gridSheetId } from '../book/grid-sheet.ts';
import type { RowShift } from '../book/row-identity.ts';

/** The engine's step that opens and closes the cell editor. */
export const EDITOR_VISIBLE = 'sheet.operation.set-cell-edit-visible';
const COMMIT_MS = 100;
const SET_SELECTIONS = 'sheet.operation.set-selections';

export interface SelectedCell {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

export interface EditWatch {
  /** The cell being typed into; undefined when none is. */
  editing(): SelectedCell | undefined;
  shiftSelection(unitId: string, sheetId: number, shift: RowShift): void;
}

/** The cell the keyboard acts on. */
export function selectedCell(injector: Injector): SelectedCell | undefined {
  const selections = injector.get(SheetsSelectionsService);
  const primary = selections.getCurrentLastSelection()?.primary;
  const sheetId = boardSheetId(selections.currentSelectionParam?.sheetId ?? '');
  if (!primary || sheetId === undefined) return undefined;
  return { sheetId, row: primary.actualRow, column: primary.actualColumn };
}

/** Starts watching. `ended` is called after each edit was committed or given up, `selected` on every move. */
export function watchEditing(
  injector: Injector,
  on: { readonly ended: () => void; readonly selected: (cell: SelectedCell) => void },
): EditWatch {
  let editing: SelectedCell | undefined;
  const selections = injector.get(SheetsSelectionsService);
  const report = (): void => {
    const cell = selectedCell(injector);
    if (cell) on.selected(cell);
  };
  selections.selectionChanged$.subscribe(report);
  selections.selectionMoveEnd$.subscribe(report);
  selections.selectionSet$.subscribe(report);
  injector.get(ICommandService).onCommandExecuted((info: Readonly<ICommandInfo>) => {
    if (info.id !== EDITOR_VISIBLE) return;
    const { visible } = (info.params ?? {}) as { visible?: boolean };
    if (visible) editing = selectedCell(injector);
    else if (editing !== undefined) {
      editing = undefined;
      // The engine commits the value a few turns later; whatever waited for the editor comes after that.
      setTimeout(on.ended, COMMIT_MS);
    }
  });
  return {
    editing: () => editing,
    shiftSelection(unitId, sheetId, shift) {
      const subUnitId = gridSheetId(sheetId);
      const present = selections.getWorkbookSelections(unitId).getSelectionsOfWorksheet(subUnitId);
      const moved = present.map((selection) => shifted(selection, shift));
      const isActive = selections.currentSelectionParam?.sheetId === subUnitId;
      if (!isActive || present.every((selection) => selection.range.startRow < shift.start)) return;
      const params = { unitId, subUnitId, selections: moved };
      injector.get(ICommandService).syncExecuteCommand(SET_SELECTIONS, params, { fromCollab: true });
    },
  };
}

type Selection = ReturnType<
  ReturnType<SheetsSelectionsService['getWorkbookSelections']>['getSelectionsOfWorksheet']
>[number];

function shifted(selection: Selection, shift: RowShift): Selection {
  const { range, primary } = selection;
  if (range.startRow < shift.start) return selection;
  const offset =
    shift.kind === 'insert' ? shift.count : -Math.min(shift.count, Math.max(0, range.startRow - shift.start));
  return {
    ...selection,
    range: { ...range, startRow: range.startRow + offset, endRow: range.endRow + offset },
    primary: primary && {
      ...primary,
      startRow: primary.startRow + offset,
      endRow: primary.endRow + offset,
      actualRow: primary.actualRow + offset,
    },
  };
}
