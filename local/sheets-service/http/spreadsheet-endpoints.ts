import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { resolveA1, type ResolvedRange } from '../a1/resolve-range.ts';
import type { OpenBook } from '../open-book.ts';
import { renderSpreadsheet } from '../read/render-spreadsheet.ts';
import { runBatch } from '../requests/run-batch.ts';
import { bookOf, inputContext, type ApiCall, type Endpoint } from './endpoint.ts';
import { choosesField } from './field-mask.ts';
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
  const mask = answerMask(call.query);
  return renderSpreadsheet(book.readContext, {
    includeGridData: mask === true ? includeGridData : choosesField(mask, ['sheets', 'data']),
    ...(ranges.length > 0 && { ranges }),
  });
}

export const batchUpdate: Endpoint = (call) => {
  const book = bookOf(call);
  const body = call.body as sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
  const replies = book.change({ origin: 'api' }, (draft) =>
    runBatch(
      { draft, newId: call.shelf.newId, input: inputContext(draft.book, call.shelf.now()) },
      body.requests,
    ),
  );
  if (!body.includeSpreadsheetInResponse) return { spreadsheetId: book.spreadsheetId, replies };
  const ranges = (body.responseRanges ?? []).map((text) => resolveA1(book.book, text));
  const updatedSpreadsheet = renderSpreadsheet(book.readContext, {
    includeGridData: body.responseIncludeGridData ?? false,
    ...(ranges.length > 0 && { ranges }),
  });
  return { spreadsheetId: book.spreadsheetId, replies, updatedSpreadsheet };
};
