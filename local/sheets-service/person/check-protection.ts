import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import type { GridRange, SheetState } from '../model/book.ts';
import type { Person } from '../service-api.ts';

type Guard = sheets_v4.Schema$ProtectedRange;

interface Place {
  readonly row: number;
  readonly column: number;
}

/** What Google says to somebody who may not edit. */
export const PROTECTED_MESSAGE =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/**
 * A test for cells of a sheet that this person must not change. A warning-only protection stops nobody; any
 * other lets through only the people listed as its editors, except on its unprotected ranges.
 */
export function protectionFor(sheet: SheetState, person: Person): (place: Place) => boolean {
  const guards = (sheet.meta.protectedRanges ?? []).filter((guard) => !mayEdit(guard, person));
  return (place) => guards.some((guard) => covers(guard, place));
}

/** True when a protection this person cannot pass covers the sheet with no exceptions. */
export function wholeSheetProtected(sheet: SheetState, person: Person): boolean {
  return (sheet.meta.protectedRanges ?? []).some((guard) => {
    const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = guard.range ?? {};
    const bounds = [startRowIndex, endRowIndex, startColumnIndex, endColumnIndex];
    return (
      bounds.every((bound) => bound == null) && !guard.unprotectedRanges?.length && !mayEdit(guard, person)
    );
  });
}

function mayEdit(guard: Guard, person: Person): boolean {
  if (guard.warningOnly) return true;
  const email = person.email.toLowerCase();
  return guard.editors?.users?.some((user) => user.toLowerCase() === email) ?? false;
}

function covers(guard: Guard, place: Place): boolean {
  if (!guard.range || !contains(guard.range, place)) return false;
  return !guard.unprotectedRanges?.some((open) => contains(open, place));
}

/** True when the range holds the cell; open sides reach to the edge. */
export function contains(range: GridRange, { row, column }: Place): boolean {
  return (
    row >= (range.startRowIndex ?? 0) &&
    row < (range.endRowIndex ?? Infinity) &&
    column >= (range.startColumnIndex ?? 0) &&
    column < (range.endColumnIndex ?? Infinity)
  );
}
