import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { nameRange, resolveA1, type ResolvedRange } from '../a1/resolve-range.ts';
import { findSheet, type Book } from '../model/book.ts';
import type { BookDraft } from '../model/book-draft.ts';
import { insertShift } from '../model/shift-spans.ts';
import type { OpenBook } from '../open-book.ts';
import { followShift } from '../requests/follow-shift.ts';
import { findTable } from '../values/find-table.ts';
import { majorDimension, oneOf, readOptions, readValues, type ReadOptions } from '../values/read-values.ts';
import {
  clearValues,
  inputOption,
  rowsToWrite,
  updateResponse,
  writeValues,
  type WriteOptions,
} from '../values/write-values.ts';
import { badField } from './api-error.ts';
import { bookOf, inputContext, type ApiCall, type Endpoint } from './endpoint.ts';

export interface Words {
  readonly valueInputOption?: string | null | undefined;
  readonly includeValuesInResponse?: boolean | null | undefined;
  readonly responseValueRenderOption?: string | null | undefined;
  readonly responseDateTimeRenderOption?: string | null | undefined;
}

const queryReadOptions = ({ query }: ApiCall): ReadOptions =>
  readOptions({
    majorDimension: query.get('majorDimension'),
    valueRenderOption: query.get('valueRenderOption'),
    dateTimeRenderOption: query.get('dateTimeRenderOption'),
  });

const queryWords = ({ query }: ApiCall): Words => ({
  valueInputOption: query.get('valueInputOption'),
  includeValuesInResponse: query.flag('includeValuesInResponse'),
  responseValueRenderOption: query.get('responseValueRenderOption'),
  responseDateTimeRenderOption: query.get('responseDateTimeRenderOption'),
});

export const getValues: Endpoint = (call) => {
  const book = bookOf(call);
  return readValues(book.readContext, resolveA1(book.book, call.path['range'] ?? ''), queryReadOptions(call));
};

export const batchGetValues: Endpoint = (call) => {
  const book = bookOf(call);
  const options = queryReadOptions(call);
  const ranges = call.query.all('ranges').map((text) => resolveA1(book.book, text));
  return {
    spreadsheetId: book.spreadsheetId,
    valueRanges: ranges.map((range) => readValues(book.readContext, range, options)),
  };
};

export const updateValues: Endpoint = (call) => {
  const book = bookOf(call);
  const body = call.body as sheets_v4.Schema$ValueRange;
  const range = call.path['range'] ?? '';
  if (body.range != null && body.range !== '') checkSameRange(book.book, range, body.range);
  const words = queryWords(call);
  const input = inputOption(words.valueInputOption);
  const answer = book.change({ origin: 'api' }, (draft) =>
    writeOne(call, draft, resolveA1(draft.book, range), body, input),
  );
  return withUpdatedData(book, answer, words, body.majorDimension);
};

function checkSameRange(book: Book, inPath: string, inBody: string): void {
  if (nameRange(resolveA1(book, inPath)) === nameRange(resolveA1(book, inBody))) return;
  throw badField('data.range', `Requested writing within range [${inPath}], but the body says [${inBody}]`);
}

/** Writes one ValueRange into an already resolved range. */
export function writeOne(
  call: ApiCall,
  draft: BookDraft,
  target: ResolvedRange,
  data: { values?: unknown; majorDimension?: string | null },
  input: WriteOptions['input'],
): sheets_v4.Schema$UpdateValuesResponse {
  const rows = rowsToWrite(data.values, majorDimension(data.majorDimension));
  const written = writeValues(draft, target, rows, input, inputContext(draft.book, call.shelf.now()));
  return updateResponse(draft.book.meta.spreadsheetId, target, written);
}

/** Adds what was written, as it now reads, when the caller asked for it. */
export function withUpdatedData(
  book: OpenBook,
  answer: sheets_v4.Schema$UpdateValuesResponse,
  words: Words,
  dimension: string | null | undefined,
): sheets_v4.Schema$UpdateValuesResponse {
  if (!words.includeValuesInResponse) return answer;
  const range = resolveA1(book.book, answer.updatedRange ?? '');
  const updatedData = readValues(book.readContext, range, {
    ...readOptions({
      valueRenderOption: words.responseValueRenderOption,
      dateTimeRenderOption: words.responseDateTimeRenderOption,
    }),
    majorDimension: majorDimension(dimension),
  });
  return { ...answer, updatedData };
}

export const batchUpdateValues: Endpoint = (call) => {
  const book = bookOf(call);
  const body = call.body as sheets_v4.Schema$BatchUpdateValuesRequest;
  const input = inputOption(body.valueInputOption);
  const answers = book.change({ origin: 'api' }, (draft) =>
    (body.data ?? []).map((data) =>
      writeOne(call, draft, resolveA1(draft.book, data.range ?? ''), data, input),
    ),
  );
  const responses = answers.map((answer, index) =>
    withUpdatedData(book, answer, body, body.data?.[index]?.majorDimension),
  );
  return { spreadsheetId: book.spreadsheetId, ...totals(answers), responses };
};

/** Sums over several written ranges; a sheet counts once however many ranges it holds. */
export function totals(
  answers: readonly sheets_v4.Schema$UpdateValuesResponse[],
): sheets_v4.Schema$BatchUpdateValuesResponse {
  const sum = (key: 'updatedRows' | 'updatedColumns' | 'updatedCells') =>
    answers.reduce((total, answer) => total + (answer[key] ?? 0), 0);
  if (sum('updatedCells') === 0) return {};
  const sheets = new Set(answers.map((answer) => answer.updatedRange?.replace(/![^!]*$/, '')));
  return {
    totalUpdatedRows: sum('updatedRows'),
    totalUpdatedColumns: sum('updatedColumns'),
    totalUpdatedCells: sum('updatedCells'),
    totalUpdatedSheets: sheets.size,
  };
}

export const appendValues: Endpoint = (call) => {
  const book = bookOf(call);
  const body = call.body as sheets_v4.Schema$ValueRange;
  const words = queryWords(call);
  const input = inputOption(words.valueInputOption);
  const insert = oneOf('insert_data_option', 'InsertDataOption', call.query.get('insertDataOption'), [
    'OVERWRITE',
    'INSERT_ROWS',
  ]);
  const rows = rowsToWrite(body.values, majorDimension(body.majorDimension));
  let tableRange: string | undefined;
  const updates = book.change({ origin: 'api' }, (draft) => {
    const range = resolveA1(draft.book, call.path['range'] ?? '');
    const table = findTable(range);
    if (table) tableRange = nameRange({ ...table, sheetId: range.sheetId, sheet: range.sheet });
    const startRow = table?.endRow ?? range.startRow;
    const startColumn = table?.startColumn ?? range.startColumn;
    makeRoom(draft, range.sheetId, startRow, rows.length, insert === 'INSERT_ROWS' && table !== undefined);
    const sheet = findSheet(draft.book, range.sheetId) ?? range.sheet;
    const place = { startRow, startColumn, endRow: startRow + 1, endColumn: startColumn + 1 };
    const target: ResolvedRange = { ...place, sheet, sheetId: range.sheetId, singleCell: true };
    const written = writeValues(draft, target, rows, input, inputContext(draft.book, call.shelf.now()));
    return updateResponse(book.spreadsheetId, target, written);
  });
  return {
    spreadsheetId: book.spreadsheetId,
    ...(tableRange !== undefined && { tableRange }),
    updates: withUpdatedData(book, updates, words, body.majorDimension),
  };
};

/** Inserts rows for the new data, or only as many as the grid lacks. */
function makeRoom(
  draft: BookDraft,
  sheetId: number,
  startRow: number,
  count: number,
  insertAll: boolean,
): void {
  const rowCount = findSheet(draft.book, sheetId)?.rowCount ?? 0;
  const insert = insertAll ? count : Math.max(startRow + count - rowCount, 0);
  if (insert === 0) return;
  const at = insertAll ? startRow : rowCount;
  draft.apply({ kind: 'splice', sheetId, dimension: 'ROWS', at, remove: 0, insert });
  if (insertAll) followShift(draft, sheetId, 'ROWS', insertShift(at, insert));
}

export const clearRange: Endpoint = (call) => {
  const book = bookOf(call);
  const clearedRange = book.change({ origin: 'api' }, (draft) =>
    clearOne(draft, resolveA1(draft.book, call.path['range'] ?? '')),
  );
  return { spreadsheetId: book.spreadsheetId, clearedRange };
};

/** Clears the values of a range and names it as the answer does. */
export function clearOne(draft: BookDraft, range: ResolvedRange): string {
  clearValues(draft, range);
  return nameRange(range);
}

export const batchClearValues: Endpoint = (call) => {
  const book = bookOf(call);
  const body = call.body as sheets_v4.Schema$BatchClearValuesRequest;
  const clearedRanges = book.change({ origin: 'api' }, (draft) =>
    (body.ranges ?? []).map((text) => clearOne(draft, resolveA1(draft.book, text))),
  );
  return { spreadsheetId: book.spreadsheetId, clearedRanges };
};
