import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';

/** One HTTP call: `METHOD /path-after-the-spreadsheet-id`, and its JSON body. */
export interface Step {
  readonly call: string;
  readonly body?: unknown;
}

/** An answer held against what Google documents: exactly, in part, or as a refusal. */
export interface Expectation {
  readonly answer?: unknown;
  readonly contains?: unknown;
  readonly refused?: { readonly code: number; readonly status?: string; readonly message: string };
}

/** A request and the answer it must get, on a workbook that starts with one empty `Sheet1` of id 0. */
export interface ConformanceCase extends Expectation {
  /** Endpoint (`values.get`) or kind of request (`repeatCell`) that this case is about. */
  readonly covers: string;
  readonly name: string;
  readonly given?: readonly Step[];
  readonly when: Step;
  /** What can be read afterwards. */
  readonly then?: readonly (Step & Expectation)[];
}

/** Stands for the id of the workbook under test in expected answers. */
export const BOOK = 'BOOK';

export const put = (range: string, values: unknown[][], input = 'RAW', more = ''): Step => ({
  call: `PUT /values/${encodeURIComponent(range)}?valueInputOption=${input}${more}`,
  body: { values },
});

export const read = (range: string, query = ''): Step => ({
  call: `GET /values/${encodeURIComponent(range)}${query && `?${query}`}`,
});

export const batch = (...requests: sheets_v4.Schema$Request[]): Step => ({
  call: 'POST :batchUpdate',
  body: { requests },
});

/** Reads cell fields of a range, e.g. `cells('A1:B2', 'note')`. */
export const cells = (range: string, fields: string): Step => ({
  call: `GET ?ranges=${encodeURIComponent(range)}&fields=sheets.data.rowData.values(${fields})`,
});

/** The answer of {@link cells}: rows of cells. */
export const cellRows = (...rows: object[][]): object => ({
  sheets: [{ data: [{ rowData: rows.map((values) => (values.length > 0 ? { values } : {})) }] }],
});

/** Reads fields of the sheets, e.g. `sheets('merges')`. */
export const sheets = (fields: string): Step => ({ call: `GET ?fields=sheets(${fields})` });

export const grid = (
  startRowIndex: number,
  endRowIndex: number,
  startColumnIndex: number,
  endColumnIndex: number,
  sheetId = 0,
): sheets_v4.Schema$GridRange => ({ sheetId, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex });

/** The same range as an answer names it: the first sheet's id, zero, is left out. */
export const answered = (...corners: [number, number, number, number]): object => {
  const { sheetId: _zero, ...range } = grid(...corners);
  return range;
};

export const rows = (startIndex: number, endIndex: number): sheets_v4.Schema$DimensionRange => ({
  sheetId: 0,
  dimension: 'ROWS',
  startIndex,
  endIndex,
});

export const columns = (startIndex: number, endIndex: number): sheets_v4.Schema$DimensionRange => ({
  ...rows(startIndex, endIndex),
  dimension: 'COLUMNS',
});

export const refused = (message: string, code = 400, status = 'INVALID_ARGUMENT'): Expectation => ({
  refused: { code, status, message },
});

/** The answer of a batch whose requests have nothing to say. */
export const done = (count = 1): Expectation => ({
  answer: { spreadsheetId: BOOK, replies: Array.from({ length: count }, () => ({})) },
});

/** The values of a range as read back. */
export const holds = (range: string, values: unknown[][] | undefined, query = ''): Step & Expectation => ({
  ...read(range, query),
  contains: values ? { values } : {},
});
