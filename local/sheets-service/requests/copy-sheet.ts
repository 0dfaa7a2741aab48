import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { sheetByTitle } from '../a1/resolve-range.ts';
import { invalidArgument } from '../http/api-error.ts';
import { writeFields } from '../http/field-mask.ts';
import { findSheet, type Book, type SheetMeta, type SheetState } from '../model/book.ts';
import { withColorTwins } from '../model/colors.ts';
import { sheetProperties } from '../read/render-spreadsheet.ts';
import { rowMutations } from '../storage/snapshot-entries.ts';
import {
  requestMask,
  required,
  sheetOf,
  type RequestContext,
  type RequestHandler,
} from './request-context.ts';
import { checkSize, checkTitle, freshSheetId } from './sheets.ts';

/** Copies a sheet with everything on it, next to the source unless told where. */
export const duplicateSheet: RequestHandler<'duplicateSheet'> = (context, request) => {
  const { draft } = context;
  const source = findSheet(draft.book, request.sourceSheetId ?? 0);
  if (!source) throw invalidArgument(`No sheet with id: ${request.sourceSheetId ?? 0}`);
  const sheetId = request.newSheetId ?? freshSheetId(context);
  if (findSheet(draft.book, sheetId)) {
    throw invalidArgument(`A sheet with the id ${sheetId} already exists. Please choose another id.`);
  }
  const title = request.newSheetName ?? freeCopyTitle(draft.book, `Copy of ${source.meta.properties.title}`);
  checkTitle(draft.book, title);
  const index = request.insertSheetIndex ?? draft.book.sheets.indexOf(source) + 1;
  placeCopy(context, source, { sheetId, title, index: Math.min(index, draft.book.sheets.length) });
  return { duplicateSheet: { properties: sheetProperties(draft.book, sheetOf(draft.book, sheetId)) } };
};

/** `Copy of X`, then `Copy of X 1`, and so on. */
export function freeCopyTitle(book: Book, wished: string): string {
  let title = wished;
  for (let number = 1; sheetByTitle(book, title); number += 1) title = `${wished} ${number}`;
  return title;
}

/** Puts a copy of a sheet, perhaps of another workbook, into the draft. */
export function placeCopy(
  context: RequestContext,
  source: SheetState,
  { sheetId, title, index }: { sheetId: number; title: string; index: number },
): void {
  const { draft } = context;
  checkSize(draft.book, source.rowCount * source.columnCount);
  const { rowCount, columnCount } = source;
  const meta = copiedMeta(context, source.meta, sheetId, title);
  draft.apply({ kind: 'addSheet', index, meta, rowCount, columnCount });
  source.columns.forEach((info, column) => {
    if (info)
      draft.apply({
        kind: 'dimension',
        sheetId,
        dimension: 'COLUMNS',
        index: column,
        info: withoutMetadata(info),
      });
  });
  for (const mutation of rowMutations(source, 0, source.rows.length)) {
    if (mutation.kind !== 'row') continue;
    draft.apply({ ...mutation, sheetId, info: mutation.info && withoutMetadata(mutation.info) });
  }
}

/** Metadata ids are unique, so copies of rows and columns go without. */
function withoutMetadata<T extends { developerMetadata?: unknown }>(info: T): Omit<T, 'developerMetadata'> {
  const { developerMetadata: _metadata, ...rest } = info;
  return rest;
}

/** Ranges point at the new sheet; protections and charts get ids of their own. */
function copiedMeta({ newId }: RequestContext, meta: SheetMeta, sheetId: number, title: string): SheetMeta {
  const { developerMetadata: _metadata, ...rest } = meta;
  const moved = pointAt(rest, meta.properties.sheetId, sheetId);
  return {
    ...moved,
    properties: { ...moved.properties, sheetId, title },
    ...(moved.protectedRanges && {
      protectedRanges: moved.protectedRanges.map((guard) => ({ ...guard, protectedRangeId: newId() })),
    }),
    ...(moved.charts && { charts: moved.charts.map((chart) => ({ ...chart, chartId: newId() })) }),
  };
}

/** A deep copy in which every range and place on one sheet lies on the other. */
function pointAt<T>(value: T, from: number, to: number): T {
  if (Array.isArray(value)) return value.map((item: unknown) => pointAt(item, from, to)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [key, pointAt(inner, from, to)]),
  );
  const isPlace = PLACE_KEYS.some((key) => key in copy);
  if (copy['sheetId'] === from || (isPlace && from === 0 && copy['sheetId'] === undefined))
    copy['sheetId'] = to;
  return copy as T;
}

const PLACE_KEYS = [
  'startRowIndex',
  'startColumnIndex',
  'endRowIndex',
  'endColumnIndex',
  'rowIndex',
  'columnIndex',
  'startIndex',
];

const BOOK_FIELDS = [
  'title',
  'locale',
  'timeZone',
  'autoRecalc',
  'defaultFormat',
  'iterativeCalculationSettings',
  'spreadsheetTheme',
  'importFunctionsExternalUrlAccessAllowed',
] as const;

/** Changes title, locale, time zone or theme of the workbook. */
export const updateSpreadsheetProperties: RequestHandler<'updateSpreadsheetProperties'> = (
  { draft },
  request,
) => {
  const given = required(request.properties, "'properties'");
  const mask = requestMask(request.fields, BOOK_FIELDS);
  const { meta } = draft.book;
  const theme = meta.properties.spreadsheetTheme?.themeColors ?? [];
  const properties = writeFields<sheets_v4.Schema$SpreadsheetProperties>(
    meta.properties,
    withColorTwins(given, theme),
    mask,
  );
  if (!properties.title) throw invalidArgument('The spreadsheet title cannot be empty.');
  if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(properties.locale ?? '')) {
    throw invalidArgument(`Unsupported locale: ${properties.locale ?? ''}`);
  }
  if (!isTimeZone(properties.timeZone))
    throw invalidArgument(`Invalid time zone: ${properties.timeZone ?? ''}`);
  draft.apply({ kind: 'bookMeta', meta: { ...meta, properties } });
  return undefined;
};

function isTimeZone(name: string | null | undefined): boolean {
  try {
    return Boolean(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name ?? '' }));
  } catch {
    return false;
  }
}
