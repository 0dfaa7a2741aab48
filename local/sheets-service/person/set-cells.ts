import { columnName } from '../a1/a1-notation.ts';
import { inputContext } from '../http/endpoint.ts';
import { cellAt, findSheet, type ExtendedValue, type SheetState, type StoredCell } from '../model/book.ts';
import { readContext } from '../read/read-context.ts';
import { sheetOf } from '../requests/request-context.ts';
import { BookDraft } from '../model/book-draft.ts';
import { conditionHolds } from '../rules/condition-holds.ts';
import type { ActionRefusal, CellRange, PersonAction, TriggerEvent, TypedCell } from '../service-api.ts';
import { enterValue } from '../values/enter-value.ts';
import type { Deed, Outcome } from './carry-out.ts';
import { PROTECTED_MESSAGE, protectionFor } from './check-protection.ts';
import { refusal } from './refusal.ts';

interface Entry extends TypedCell {
  readonly before: StoredCell | undefined;
  readonly after: StoredCell | undefined;
}

/**
 * Types into cells or pastes a block. All of it is taken or nothing: one protected cell, or one value that a
 * strict rule forbids, refuses the whole paste. A paste that reaches below the last row adds rows.
 */
export function setCells(deed: Deed, action: Extract<PersonAction, { kind: 'setCells' }>): Outcome {
  const sheet = findSheet(deed.book.book, action.sheetId);
  if (!sheet) return refusal('NOT_FOUND', `There is no sheet ${action.sheetId}.`);
  const refused = checkPlaces(deed, sheet, action.cells);
  if (refused) return refused;
  const input = inputContext(deed.book.book, deed.now());
  const entries = action.cells.map((typed): Entry => {
    const before = cellAt(sheet, typed.row, typed.column);
    return { ...typed, before, after: enterValue(before, typed.input, 'USER_ENTERED', input) };
  });
  const invalid = checkRules(deed, sheet, entries);
  if (invalid) return invalid;
  return { change: (draft) => write(draft, sheet, entries), events: editEvents(deed, sheet, entries) };
}

function write(draft: BookDraft, sheet: SheetState, entries: readonly Entry[]): void {
  const sheetId = sheet.meta.properties.sheetId;
  const missing = entries.reduce((most, { row }) => Math.max(most, row + 1), 0) - sheet.rowCount;
  if (missing > 0) {
    draft.apply({
      kind: 'splice',
      sheetId,
      dimension: 'ROWS',
      at: sheet.rowCount,
      remove: 0,
      insert: missing,
    });
  }
  for (const { row, column, before, after } of entries) {
    if (after !== before) draft.apply({ kind: 'cell', sheetId, row, column, cell: after ?? null });
  }
}

function checkPlaces(deed: Deed, sheet: SheetState, cells: readonly TypedCell[]): ActionRefusal | undefined {
  const isProtected = protectionFor(sheet, deed.person);
  const pasting = cells.length > 1;
  for (const cell of cells) {
    const offGrid = cell.row < 0 || cell.column < 0 || cell.column >= sheet.columnCount;
    if (offGrid || (cell.row >= sheet.rowCount && !pasting)) {
      return refusal('OUT_OF_BOUNDS', `${name(cell)} is outside the sheet.`, sheet, cell);
    }
    if (isProtected(cell)) {
      return refusal('PROTECTED', PROTECTED_MESSAGE, sheet, cell);
    }
  }
  return undefined;
}

function checkRules(deed: Deed, sheet: SheetState, entries: readonly Entry[]): ActionRefusal | undefined {
  if (!entries.some(({ after }) => after?.dataValidation?.strict)) return undefined;
  const draft = new BookDraft(deed.book.book);
  write(draft, sheet, entries);
  const { conditions, evaluator } = readContext(draft.book, deed.now());
  const written = sheetOf(draft.book, sheet.meta.properties.sheetId);
  for (const entry of entries) {
    const rule = entry.after?.dataValidation;
    const { row, column } = entry;
    const value = evaluator.valueAt(written, row, column);
    if (!rule?.strict || !value) continue;
    if (conditionHolds(rule.condition, value, conditions, { sheet: written, row, column })) continue;
    const message =
      rule.inputMessage ??
      `The data you entered in cell ${name(entry)} violates the data validation rules set on this cell.`;
    return refusal('VALIDATION', message, sheet, entry);
  }
  return undefined;
}

const name = ({ row, column }: { row: number; column: number }) => `${columnName(column)}${row + 1}`;

/** One cell carries its new and old value as text; several carry only their range. */
function editEvents(deed: Deed, sheet: SheetState, entries: readonly Entry[]): TriggerEvent[] {
  const range = boundingBox(sheet.meta.properties.sheetId, entries);
  const [only, ...others] = entries;
  const single = only && others.length === 0;
  return deed.edited(range, {
    ...(single && withText('value', only.after?.userEnteredValue)),
    ...(single && withText('oldValue', only.before?.userEnteredValue)),
  });
}

function withText(
  key: 'value' | 'oldValue',
  value: ExtendedValue | undefined,
): { value?: string; oldValue?: string } {
  if (!value) return {};
  const { stringValue, numberValue, boolValue, formulaValue } = value;
  const text =
    stringValue ?? formulaValue ?? (boolValue == null ? String(numberValue) : boolValue ? 'TRUE' : 'FALSE');
  return { [key]: text };
}

function boundingBox(sheetId: number, cells: readonly TypedCell[]): CellRange {
  const box = { sheetId, startRow: Infinity, endRow: 0, startColumn: Infinity, endColumn: 0 };
  for (const { row, column } of cells) {
    box.startRow = Math.min(box.startRow, row);
    box.endRow = Math.max(box.endRow, row + 1);
    box.startColumn = Math.min(box.startColumn, column);
    box.endColumn = Math.max(box.endColumn, column + 1);
  }
  return box;
}
