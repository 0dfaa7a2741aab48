/** Finding the cells of a workbook that A1 notation, a GridRange or a named range points at. */
import type { CellRange } from '../service-api.ts';
import { type ApiError, invalidArgument } from '../http/api-error.ts';
import { findSheet, type Book, type GridRange, type SheetState } from '../model/book.ts';
import { columnName, formatRange, parseReference, quoteTitle, type OpenRange } from './a1-notation.ts';

/** A range cut to the grid, with the sheet it lies on. */
export interface ResolvedRange extends CellRange {
  readonly sheet: SheetState;
  /** True for `Sheet1!B2`: a write may then reach past it, as far as the grid goes. */
  readonly singleCell: boolean;
}

/** Resolves a `range` parameter. Throws Google's `Unable to parse range` or grid limit error. */
export function resolveA1(book: Book, text: string): ResolvedRange {
  const reference = parseReference(text);
  if (reference.sheetTitle === undefined) {
    if (reference.range) return onSheet(firstSheet(book), reference.range);
    return resolveName(book, reference.name ?? text, text);
  }
  const sheet = sheetByTitle(book, reference.sheetTitle);
  if (!sheet) throw unparsable(text);
  if (reference.name !== undefined) {
    const named = namedRange(book, reference.name);
    if (named && (named.sheetId ?? 0) === sheet.meta.properties.sheetId) return resolveGridRange(book, named);
    throw unparsable(text);
  }
  return onSheet(sheet, reference.range ?? {});
}

/** A bare word: a named range first, a sheet title second, as the reference says. */
function resolveName(book: Book, name: string, text: string): ResolvedRange {
  const named = namedRange(book, name);
  if (named) return resolveGridRange(book, named);
  const sheet = sheetByTitle(book, name);
  if (!sheet) throw unparsable(text);
  return onSheet(sheet, {});
}

/** Resolves a GridRange; absent sides are open. Throws when the sheet is unknown or the start is off the grid. */
export function resolveGridRange(book: Book, range: GridRange): ResolvedRange {
  const sheetId = range.sheetId ?? 0;
  const sheet = findSheet(book, sheetId);
  if (!sheet) throw invalidArgument(`No grid with id: ${sheetId}`);
  return onSheet(sheet, {
    ...(range.startRowIndex != null && { startRow: range.startRowIndex }),
    ...(range.endRowIndex != null && { endRow: range.endRowIndex }),
    ...(range.startColumnIndex != null && { startColumn: range.startColumnIndex }),
    ...(range.endColumnIndex != null && { endColumn: range.endColumnIndex }),
  });
}

function onSheet(sheet: SheetState, open: OpenRange): ResolvedRange {
  const { rowCount, columnCount } = sheet;
  const startRow = open.startRow ?? 0;
  const startColumn = open.startColumn ?? 0;
  if (startRow >= rowCount || startColumn >= columnCount) throw exceedsGrid(sheet, open);
  const endRow = Math.min(open.endRow ?? rowCount, rowCount);
  const endColumn = Math.min(open.endColumn ?? columnCount, columnCount);
  return {
    sheet,
    sheetId: sheet.meta.properties.sheetId,
    startRow,
    endRow,
    startColumn,
    endColumn,
    singleCell: open.endRow === startRow + 1 && open.endColumn === startColumn + 1,
  };
}

/** `Range (T!A1001:B) exceeds grid limits. Max rows: 1000, max columns: 26`. */
export function exceedsGrid(sheet: SheetState, range: OpenRange): ApiError {
  const title = quoteTitle(sheet.meta.properties.title);
  return invalidArgument(
    `Range (${title}!${formatOpenRange(range)}) exceeds grid limits. ` +
      `Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`,
  );
}

function formatOpenRange({ startRow, endRow, startColumn, endColumn }: OpenRange): string {
  const first = `${columnName(startColumn ?? 0)}${(startRow ?? 0) + 1}`;
  const last = `${endColumn === undefined ? '' : columnName(endColumn - 1)}${endRow ?? ''}`;
  return last === '' || last === first ? first : `${first}:${last}`;
}

/** The normalised form in which answers name a range: `Sheet1!A1:B2`. */
export function nameRange(range: CellRange & { readonly sheet: SheetState }): string {
  return `${quoteTitle(range.sheet.meta.properties.title)}!${formatRange(range)}`;
}

/** Titles are compared exactly first, then without regard to case. */
export function sheetByTitle(book: Book, title: string): SheetState | undefined {
  const lower = title.toLowerCase();
  return (
    book.sheets.find((sheet) => sheet.meta.properties.title === title) ??
    book.sheets.find((sheet) => sheet.meta.properties.title.toLowerCase() === lower)
  );
}

function namedRange(book: Book, name: string): GridRange | undefined {
  const lower = name.toLowerCase();
  return book.meta.namedRanges?.find((named) => named.name?.toLowerCase() === lower)?.range;
}

function firstSheet(book: Book): SheetState {
  const sheet = book.sheets.find(({ meta }) => !meta.properties.hidden) ?? book.sheets[0];
  if (!sheet) throw invalidArgument('The spreadsheet has no sheets.');
  return sheet;
}

export function unparsable(text: string): ApiError {
  return invalidArgument(`Unable to parse range: ${text}`);
}
