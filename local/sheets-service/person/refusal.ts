import type { SheetState } from '../model/book.ts';
import type { ActionRefusal } from '../service-api.ts';

/** A refused action, naming the first offending cell when there is one. */
export function refusal(
  code: ActionRefusal['code'],
  message: string,
  sheet?: SheetState,
  cell?: { readonly row: number; readonly column: number },
): ActionRefusal {
  if (!sheet || !cell) return { ok: false, code, message };
  const { row, column } = cell;
  return { ok: false, code, message, cell: { sheetId: sheet.meta.properties.sheetId, row, column } };
}
