import {
  batchClearValuesByDataFilter,
  batchGetValuesByDataFilter,
  batchUpdateValuesByDataFilter,
  getDeveloperMetadata,
  getSpreadsheetByDataFilter,
  searchDeveloperMetadata,
} from './data-filter-endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { batchUpdate, copySheetTo, createSpreadsheet, getSpreadsheet } from './spreadsheet-endpoints.ts';
import {
  appendValues,
  batchClearValues,
  batchGetValues,
  batchUpdateValues,
  clearRange,
  getValues,
  updateValues,
} from './values-endpoints.ts';

interface Route {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Matched against the path as sent; named groups are decoded afterwards. */
  readonly path: RegExp;
  readonly endpoint: Endpoint;
  /** Which quota the call counts against. */
  readonly counts: 'read' | 'write';
  /** The message of the answer, against which its field mask is checked. */
  readonly answer: string;
  /** The message of the body, and the name under which errors mention its fields. */
  readonly body?: { readonly message: string; readonly path: string };
}

const BOOK = '^/v4/spreadsheets/(?<spreadsheetId>[^/:]+)';
const RANGE = '/values/(?<range>[^/]+?)';

const get = (path: string, endpoint: Endpoint, answer: string): Route => ({
  method: 'GET',
  path: new RegExp(`${path}$`),
  endpoint,
  counts: 'read',
  answer,
});

/** A call with a body: `Body > Answer`, or `Body as name > Answer` when errors prefix the body's fields. */
const send = (method: 'POST' | 'PUT', path: string, endpoint: Endpoint, messages: string): Route => {
  const [body = '', answer = ''] = messages.split(' > ');
  const [message = '', name = ''] = body.split(' as ');
  return {
    method,
    path: new RegExp(`${path}$`),
    endpoint,
    counts: /(?::search|[gG]etByDataFilter)$/.test(path) ? 'read' : 'write',
    answer,
    body: { message, path: name },
  };
};

const ROUTES: readonly Route[] = [
  send('POST', '^/v4/spreadsheets', createSpreadsheet, 'Spreadsheet as spreadsheet > Spreadsheet'),
  get(BOOK, getSpreadsheet, 'Spreadsheet'),
  send(
    'POST',
    `${BOOK}:batchUpdate`,
    batchUpdate,
    'BatchUpdateSpreadsheetRequest > BatchUpdateSpreadsheetResponse',
  ),
  send(
    'POST',
    `${BOOK}:getByDataFilter`,
    getSpreadsheetByDataFilter,
    'GetSpreadsheetByDataFilterRequest > Spreadsheet',
  ),
  send(
    'POST',
    `${BOOK}/sheets/(?<sheetId>\\d+):copyTo`,
    copySheetTo,
    'CopySheetToAnotherSpreadsheetRequest > SheetProperties',
  ),
  get(`${BOOK}/developerMetadata/(?<metadataId>\\d+)`, getDeveloperMetadata, 'DeveloperMetadata'),
  send(
    'POST',
    `${BOOK}/developerMetadata:search`,
    searchDeveloperMetadata,
    'SearchDeveloperMetadataRequest > SearchDeveloperMetadataResponse',
  ),
  get(`${BOOK}/values:batchGet`, batchGetValues, 'BatchGetValuesResponse'),
  send(
    'POST',
    `${BOOK}/values:batchUpdate`,
    batchUpdateValues,
    'BatchUpdateValuesRequest > BatchUpdateValuesResponse',
  ),
  send(
    'POST',
    `${BOOK}/values:batchClear`,
    batchClearValues,
    'BatchClearValuesRequest > BatchClearValuesResponse',
  ),
  ...byDataFilter('Get', batchGetValuesByDataFilter),
  ...byDataFilter('Update', batchUpdateValuesByDataFilter),
  ...byDataFilter('Clear', batchClearValuesByDataFilter),
  send('POST', `${BOOK}${RANGE}:append`, appendValues, 'ValueRange as data > AppendValuesResponse'),
  send('POST', `${BOOK}${RANGE}:clear`, clearRange, 'ClearValuesRequest > ClearValuesResponse'),
  get(`${BOOK}${RANGE}`, getValues, 'ValueRange'),
  send('PUT', `${BOOK}${RANGE}`, updateValues, 'ValueRange as data > UpdateValuesResponse'),
];

function byDataFilter(verb: 'Get' | 'Update' | 'Clear', endpoint: Endpoint): Route[] {
  const message = `Batch${verb}ValuesByDataFilter`;
  const path = `${BOOK}/values:batch${verb}ByDataFilter`;
  return [send('POST', path, endpoint, `${message}Request > ${message}Response`)];
}

export interface MatchedRoute {
  readonly route: Route;
  readonly path: Readonly<Record<string, string>>;
}

/** The route of a call; undefined when the API has no such method. */
export function matchRoute(method: string, pathname: string): MatchedRoute | undefined {
  const path = withoutStraySlashes(pathname);
  for (const candidate of ROUTES) {
    if (candidate.method !== method) continue;
    const match = candidate.path.exec(path);
    if (!match) continue;
    const named: Record<string, string> = {};
    for (const [name, value] of Object.entries(match.groups ?? {})) named[name] = decoded(value);
    return { route: candidate, path: named };
  }
  return undefined;
}

/** Some clients send `/ID/` and `/ID/:batchUpdate`; Google takes them, so they count here too. */
function withoutStraySlashes(pathname: string): string {
  return pathname.replace(/\/+(?=:|$)/g, '');
}

/** The text of a part of the path; one that is wrongly escaped is taken as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** True for every path that belongs to the Sheets API. */
export function isSheetsPath(pathname: string): boolean {
  return pathname === '/v4/spreadsheets' || pathname.startsWith('/v4/spreadsheets/');
}
