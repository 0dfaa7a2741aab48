import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { resolveA1, type ResolvedRange } from '../a1/resolve-range.ts';
import type { OpenBook } from '../open-book.ts';
import { renderSpreadsheet, sheetProperties } from '../read/render-spreadsheet.ts';
import { freeCopyTitle, placeCopy } from '../requests/copy-sheet.ts';
import { sheetOf } from '../requests/request-context.ts';
import { freshSheetId } from '../requests/sheets.ts';
import { runBatch } from '../requests/run-batch.ts';
import { bookOf, requestContext, type ApiCall, type Endpoint } from './endpoint.ts';
import { choosesField, chosenNames } from './field-mask.ts';
import { answerMask } from './answer-mask.ts';

export const createSpreadsheet: Endpoint = ({ shelf, body }) => {
  const book = shelf.open(shelf.create(body));
  return renderSpreadsheet(book.readContext, { includeGridData: false });
};

/** With a field mask, `includeGridData` is ignored: the mask decides whether cells are read. */
export const getSpreadsheet: Endpoint = (call) => {
  const book = bookOf(call);
  const ranges = call.query.all('ranges').map((text) => resolveA1(book.book, text));
  return render(call, book, call.query.flag('includeGridData'), ranges);
};

/** Renders a workbook for an answer, reading cells only when the caller wants them. */
export function render(
  call: ApiCall,
  book: OpenBook,
  includeGridData: boolean,
  ranges: readonly ResolvedRange[],
): sheets_v4.Schema$Spreadsheet {
  const mask = answerMask(call.query, 'Spreadsheet');
  return renderSpreadsheet(book.readContext, {
    includeGridData: mask === true ? includeGridData : choosesField(mask, ['sheets', 'data']),
    cellFields: chosenNames(mask, ['sheets', 'data', 'rowData', 'values']),
    ...(ranges.length > 0 && { ranges }),
  });
}

export const batchUpdate: Endpoint = (call) => {
  const book = bookOf(call);
  const body = call.body as sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
  const replies = book.change({ origin: 'api' }, (draft) =>
    runBatch(requestContext(draft, call.shelf), body.requests),
  );
  if (!body.includeSpreadsheetInResponse) return { spreadsheetId: book.spreadsheetId, replies };
  const ranges = (body.responseRanges ?? []).map((text) => resolveA1(book.book, text));
  const updatedSpreadsheet = renderSpreadsheet(book.readContext, {
    includeGridData: body.responseIncludeGridData ?? false,
    ...(ranges.length > 0 && { ranges }),
  });
  return { spreadsheetId: book.spreadsheetId, replies, updatedSpreadsheet };
};

/** Copies a sheet into another workbook, or the same one, as its last sheet. */
export const copySheetTo: Endpoint = (call) => {
  const source = sheetOf(bookOf(call).book, Number(call.path['sheetId']));
  const body = call.body as sheets_v4.Schema$CopySheetToAnotherSpreadsheetRequest;
  const target = call.shelf.open(body.destinationSpreadsheetId ?? '');
  return target.change({ origin: 'api' }, (draft) => {
    const context = requestContext(draft, call.shelf);
    const sheetId = freshSheetId(context);
    const title = freeCopyTitle(draft.book, `Copy of ${source.meta.properties.title}`);
    placeCopy(context, source, { sheetId, title, index: draft.book.sheets.length });
    return sheetProperties(draft.book, sheetOf(draft.book, sheetId));
  });
};
