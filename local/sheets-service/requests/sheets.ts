import { sheetByTitle } from '../a1/resolve-range.ts';
import { invalidArgument } from '../http/api-error.ts';
import { writeFields, type FieldTree } from '../http/field-mask.ts';
import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import type { Dimension } from '../model/mutation.ts';
import { deleteShift } from '../model/shift-spans.ts';
import { findSheet, type Book, type SheetMeta, type SheetState } from '../model/book.ts';
import type { BookDraft } from '../model/book-draft.ts';
import { withColorTwins } from '../model/colors.ts';
import { newSheet } from '../model/new-book.ts';
import { withTwins } from '../model/write-cell.ts';
import { sheetProperties } from '../read/render-spreadsheet.ts';
import { followRename, followShift } from './follow-shift.ts';
import {
  changeMeta,
  requestMask,
  required,
  sheetOf,
  type RequestContext,
  type RequestHandler,
} from './request-context.ts';

export const SHEET_FIELDS = [
  'title',
  'index',
  'sheetType',
  'gridProperties',
  'hidden',
  'tabColor',
  'tabColorStyle',
  'rightToLeft',
  'sheetId',
] as const;
const MAX_CELLS = 10_000_000;

/** Adds a sheet at its index or at the end; answers with its full properties. */
export const addSheet: RequestHandler<'addSheet'> = (context, request) => {
  const { draft } = context;
  const properties = colored(draft.book, request.properties ?? {});
  const sheetId = properties.sheetId ?? freshSheetId(context);
  if (findSheet(draft.book, sheetId)) {
    throw invalidArgument(`A sheet with the id ${sheetId} already exists. Please choose another id.`);
  }
  const title = properties.title ?? freeTitle(draft.book, draft.book.sheets.length + 1);
  checkTitle(draft.book, title);
  const sheet = newSheet(properties, sheetId, title);
  checkSize(draft.book, sheet.rowCount * sheet.columnCount);
  const index = Math.min(properties.index ?? draft.book.sheets.length, draft.book.sheets.length);
  draft.apply({ kind: 'addSheet', index, ...sheet });
  return { addSheet: { properties: sheetProperties(draft.book, sheetOf(draft.book, sheetId)) } };
};

/** A sheet id nobody uses. */
export function freshSheetId({ draft, newId }: RequestContext): number {
  let id = newId();
  while (findSheet(draft.book, id)) id = newId();
  return id;
}

function freeTitle(book: Book, from: number): string {
  let number = from;
  while (sheetByTitle(book, `Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}

/** Refuses an empty, overlong or taken title in Google's words; `except` is the sheet that may keep it. */
export function checkTitle(book: Book, title: string, except?: SheetState): void {
  if (title === '') throw invalidArgument('The sheet name cannot be empty.');
  if (title.length > 100) throw invalidArgument('Sheet name cannot be longer than 100 characters.');
  const holder = sheetByTitle(book, title);
  if (holder && holder.meta.properties.sheetId !== except?.meta.properties.sheetId) {
    throw invalidArgument(`A sheet with the name "${title}" already exists. Please enter another name.`);
  }
}

/** Refuses to grow the workbook beyond ten million cells. */
export function checkSize(book: Book, moreCells: number): void {
  const cells = book.sheets.reduce((sum, sheet) => sum + sheet.rowCount * sheet.columnCount, 0);
  if (cells + moreCells > MAX_CELLS) {
    throw invalidArgument(
      `This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`,
    );
  }
}

/** Removes a sheet, but never the last one, and with it the named ranges on it. */
export const deleteSheet: RequestHandler<'deleteSheet'> = ({ draft }, request) => {
  const sheetId = required(request.sheetId, 'sheetId');
  if (!findSheet(draft.book, sheetId)) throw invalidArgument(`No sheet with id: ${sheetId}`);
  if (draft.book.sheets.length === 1) throw invalidArgument("You can't remove all the sheets in a document.");
  draft.apply({ kind: 'deleteSheet', sheetId });
  const named = draft.book.meta.namedRanges?.filter(({ range }) => (range?.sheetId ?? 0) !== sheetId);
  if (named && named.length !== draft.book.meta.namedRanges?.length) {
    draft.apply({ kind: 'bookMeta', meta: { ...draft.book.meta, namedRanges: named } });
  }
  return undefined;
};

/** Changes title, order, size, frozen parts, colour or visibility of a sheet. */
export const updateSheetProperties: RequestHandler<'updateSheetProperties'> = (context, request) => {
  const { draft } = context;
  const given = colored(draft.book, required(request.properties, 'properties'));
  const tree = withTwins(requestMask(request.fields, SHEET_FIELDS));
  const sheetId = given.sheetId ?? 0;
  const sheet = findSheet(draft.book, sheetId);
  if (!sheet) throw invalidArgument(`No sheet with id: ${sheetId}`);
  if (tree['title']) checkTitle(draft.book, given.title ?? '', sheet);
  const { index, gridProperties, ...plain } = tree;
  const oldTitle = sheet.meta.properties.title;
  if (gridProperties) resize(draft, sheet, gridProperties, given.gridProperties ?? {});
  const properties = written(sheet, given, { ...plain, ...(gridProperties && { gridProperties }) });
  checkFrozen(sheetOf(draft.book, sheetId), properties);
  changeMeta(context, sheetOf(draft.book, sheetId), { properties });
  if (properties.title !== oldTitle) followRename(draft, oldTitle, properties.title);
  if (index && given.index != null) moveSheet(draft, sheetId, given.index);
  return undefined;
};

type GridMask = FieldTree | true;
type GridGiven = NonNullable<sheets_v4.Schema$SheetProperties['gridProperties']>;

/** The stored properties: identity and type never change, the size lives with the cells. */
function written(
  sheet: SheetState,
  given: sheets_v4.Schema$SheetProperties,
  tree: FieldTree,
): SheetMeta['properties'] {
  const { sheetId: _id, sheetType: _type, ...mask } = tree;
  const { rowCount: _rows, columnCount: _columns, ...gridGiven } = given.gridProperties ?? {};
  const grid = mask['gridProperties'];
  const fields = grid === undefined ? mask : { ...mask, gridProperties: withoutSize(grid) };
  return writeFields(sheet.meta.properties, { ...given, gridProperties: gridGiven }, fields);
}

function withoutSize(mask: GridMask): GridMask {
  if (mask === true) return true;
  const { rowCount: _rows, columnCount: _columns, ...rest } = mask;
  return rest;
}

function resize(draft: BookDraft, sheet: SheetState, mask: GridMask, given: GridGiven): void {
  const { rowCount, columnCount } = sheet;
  const asked = (field: 'rowCount' | 'columnCount', current: number) =>
    (mask === true || mask[field] ? given[field] : undefined) ?? current;
  const [rows, columns] = [asked('rowCount', rowCount), asked('columnCount', columnCount)];
  checkSize(draft.book, rows * columns - rowCount * columnCount);
  const sheetId = sheet.meta.properties.sheetId;
  setSize(draft, sheetId, 'ROWS', rowCount, rows);
  setSize(draft, sheetId, 'COLUMNS', columnCount, columns);
}

function setSize(
  draft: BookDraft,
  sheetId: number,
  dimension: Dimension,
  current: number,
  wanted: number,
): void {
  if (wanted === current) return;
  if (wanted < 1) throw invalidArgument(`You can't delete all the ${dimension.toLowerCase()} on the sheet.`);
  const [remove, insert] = [Math.max(current - wanted, 0), Math.max(wanted - current, 0)];
  draft.apply({ kind: 'splice', sheetId, dimension, at: Math.min(current, wanted), remove, insert });
  if (remove > 0) followShift(draft, sheetId, dimension, deleteShift(wanted, remove));
}

function checkFrozen(sheet: SheetState, properties: SheetState['meta']['properties']): void {
  const { frozenRowCount, frozenColumnCount } = properties.gridProperties ?? {};
  if ((frozenRowCount ?? 0) >= sheet.rowCount)
    throw invalidArgument("You can't freeze all visible rows on the sheet.");
  if ((frozenColumnCount ?? 0) >= sheet.columnCount) {
    throw invalidArgument("You can't freeze all visible columns on the sheet.");
  }
}

/** `index` counts before the move, so moving to the own place or the next one changes nothing. */
function moveSheet(draft: BookDraft, sheetId: number, index: number): void {
  const order = draft.book.sheets.map((sheet) => sheet.meta.properties.sheetId);
  const from = order.indexOf(sheetId);
  if (index === from || index === from + 1) return;
  order.splice(from, 1);
  order.splice(index > from ? index - 1 : index, 0, sheetId);
  draft.apply({ kind: 'sheetOrder', order });
}

function colored<T>(book: Book, properties: T): T {
  return withColorTwins(properties, book.meta.properties.spreadsheetTheme?.themeColors ?? []);
}
