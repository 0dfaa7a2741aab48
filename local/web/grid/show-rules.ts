/** Validation, conditional colours, filter and notes of a tab, brought in line with the sheet. */
import type { Injector } from '@univerjs/core';
import { DataValidationModel } from '@univerjs/preset-sheets-data-validation';
import { ConditionalFormattingRuleModel } from '@univerjs/preset-sheets-conditional-formatting';
import { SheetsFilterService } from '@univerjs/preset-sheets-filter';
import { SheetsNoteModel } from '@univerjs/preset-sheets-note';
import { areaOf, cellAt, type BoardSheet } from '../book/board-book.ts';
import { gridConditionalFormats } from '../book/grid-conditional-format.ts';
import { gridSheetId } from '../book/grid-sheet.ts';
import { gridValidationRules } from '../book/grid-validation.ts';
import type { CellPlace } from '../session/board-view.ts';
import { UNIT_ID, type GridView } from './grid-view.ts';

const NOTE_WIDTH = 260;
const NOTE_HEIGHT = 96;

/** Replaces rules where they differ from what the engine has. */
export function showRules(view: GridView, injector: Injector, sheet: BoardSheet): void {
  showValidation(view, injector, sheet);
  showConditionalFormats(view, injector, sheet);
  showFilter(view, injector, sheet);
}

/** Validation alone: the options of its dropdowns may stand on a tab that has just changed. */
export function showValidation(view: GridView, injector: Injector, sheet: BoardSheet): void {
  const ids = { unitId: UNIT_ID, subUnitId: gridSheetId(sheet.sheetId) };
  const present = injector.get(DataValidationModel).getRules(ids.unitId, ids.subUnitId);
  const wanted = gridValidationRules(sheet, view.sheets());
  if (JSON.stringify(present) === JSON.stringify(wanted)) return;
  if (present.length > 0) {
    view.apply('data-validation.mutation.removeRule', { ...ids, ruleId: present.map((rule) => rule.uid) });
  }
  if (wanted.length > 0) view.apply('data-validation.mutation.addRule', { ...ids, rule: wanted });
}

function showConditionalFormats(view: GridView, injector: Injector, sheet: BoardSheet): void {
  const ids = { unitId: UNIT_ID, subUnitId: gridSheetId(sheet.sheetId) };
  const present =
    injector.get(ConditionalFormattingRuleModel).getSubunitRules(ids.unitId, ids.subUnitId) ?? [];
  const wanted = gridConditionalFormats(sheet);
  if (JSON.stringify(present) === JSON.stringify(wanted)) return;
  for (const { cfId } of [...present]) view.apply('sheet.mutation.delete-conditional-rule', { ...ids, cfId });
  // The engine puts each new rule on top.
  for (const rule of wanted.toReversed()) view.apply('sheet.mutation.add-conditional-rule', { ...ids, rule });
}

function showFilter(view: GridView, injector: Injector, sheet: BoardSheet): void {
  const ids = { unitId: UNIT_ID, subUnitId: gridSheetId(sheet.sheetId) };
  const present = injector.get(SheetsFilterService).getFilterModel(ids.unitId, ids.subUnitId)?.getRange();
  if (!sheet.basicFilter) {
    if (present) view.apply('sheet.mutation.remove-filter', ids);
    return;
  }
  const { startRow, endRow, startColumn, endColumn } = areaOf(sheet.basicFilter.range, sheet);
  const range = { startRow, endRow: endRow - 1, startColumn, endColumn: endColumn - 1 };
  if (range.endRow <= range.startRow) return;
  const same =
    present?.startRow === range.startRow &&
    present.endRow === range.endRow &&
    present.startColumn === range.startColumn &&
    present.endColumn === range.endColumn;
  if (!same) view.apply('sheet.mutation.set-filter-range', { ...ids, range });
}

/** Sets or removes the notes of these cells. */
export function showNotes(
  view: GridView,
  injector: Injector,
  sheet: BoardSheet,
  cells: readonly CellPlace[],
): void {
  const model = injector.get(SheetsNoteModel);
  const ids = { unitId: UNIT_ID, sheetId: gridSheetId(sheet.sheetId) };
  for (const { row, column } of cells) {
    const wanted = cellAt(sheet, row, column).note ?? '';
    const present = model.getNote(ids.unitId, ids.sheetId, { row, col: column });
    if ((present?.note ?? '') === wanted) continue;
    if (wanted === '') view.apply('sheet.mutation.remove-note', { ...ids, row, col: column });
    else {
      const note = {
        id: present?.id ?? `n-${row}-${column}-${crypto.randomUUID().slice(0, 8)}`,
        row,
        col: column,
        width: NOTE_WIDTH,
        height: NOTE_HEIGHT + 18 * Math.max(0, wanted.split('\n').length - 3),
        note: wanted,
      };
      view.apply('sheet.mutation.update-note', { ...ids, row, col: column, note });
    }
  }
}
