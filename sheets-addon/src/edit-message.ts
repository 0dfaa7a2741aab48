import type { EditMessage, WireRange } from './wire.ts';

/** The parts of Google's event objects that are used; anything more is not to be relied on. */
interface SourceEvent {
  readonly source: { getId(): string };
  readonly user?: { getEmail(): string } | undefined;
}

export interface EditEvent extends SourceEvent {
  readonly range: {
    getRow(): number;
    getColumn(): number;
    getNumRows(): number;
    getNumColumns(): number;
    getSheet(): { getSheetId(): number };
  };
}

export interface ChangeEvent extends SourceEvent {
  readonly changeType: string;
}

/** The id and time given to an event on its arrival. */
export interface Stamp {
  readonly id: string;
  readonly at: string;
}

/**
 * Change types that are never forwarded: `EDIT` arrives a second time as an edit event with its range, and
 * `FORMAT` changes no content.
 */
const SILENT_CHANGES: readonly string[] = ['EDIT', 'FORMAT'];

/** The hint for an edit event. Values are left out: they are absent for pastes, and the function re-reads. */
export function editMessage(event: EditEvent, stamp: Stamp): EditMessage {
  return {
    ...stamp,
    spreadsheetId: event.source.getId(),
    kind: 'edit',
    sheetId: event.range.getSheet().getSheetId(),
    range: wireRange(event.range),
    ...editor(event),
  };
}

/** The hint for a change event, or null for one that needs no forwarding. */
export function changeMessage(event: ChangeEvent, stamp: Stamp): EditMessage | null {
  if (SILENT_CHANGES.includes(event.changeType)) return null;
  return {
    ...stamp,
    spreadsheetId: event.source.getId(),
    kind: 'change',
    changeType: event.changeType,
    ...editor(event),
  };
}

/** One-based first cell and size → zero-based, end-exclusive. B3:C3 → rows 2 to 3, columns 1 to 3. */
function wireRange(range: EditEvent['range']): WireRange {
  const startRow = range.getRow() - 1;
  const startColumn = range.getColumn() - 1;
  return {
    startRow,
    endRow: startRow + range.getNumRows(),
    startColumn,
    endColumn: startColumn + range.getNumColumns(),
  };
}

/** Google leaves the user out, or the address blank, when it may not be told. */
function editor(event: SourceEvent): { readonly user?: string } {
  try {
    const email = event.user?.getEmail() ?? '';
    return email === '' ? {} : { user: email };
  } catch {
    return {};
  }
}
