import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import type { GridRange, SheetState } from '../model/book.ts';
import type { Person } from '../service-api.ts';

type Guard = sheets_v4.Schema$ProtectedRange;

interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * A test for cells of a sheet that this person must not change. A warning-only protection stops nobody; any
 * other lets through only the people listed as its editors, except on its unprotected ranges.
 */
export function protectionFor(sheet: SheetState, person: Person): (place: Place) => boolean {
  const guards = (sheet.meta.protectedRanges ?? []).filter((guard) => !mayEdit(guard, person));
  return (place) => guards.some((guard) => covers(guard, place));
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
