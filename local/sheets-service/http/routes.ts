import type { Endpoint } from './endpoint.ts';
import { batchUpdate, createSpreadsheet, getSpreadsheet } from './spreadsheet-endpoints.ts';
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
}

const BOOK = '^/v4/spreadsheets/(?<spreadsheetId>[^/:]+)';
const RANGE = '/values/(?<range>[^/]+?)';

const route = (
  method: Route['method'],
  path: string,
  endpoint: Endpoint,
  counts: Route['counts'],
): Route => ({
  method,
  path: new RegExp(`${path}$`),
  endpoint,
  counts,
});

const ROUTES: readonly Route[] = [
  route('POST', '^/v4/spreadsheets', createSpreadsheet, 'write'),
  route('GET', BOOK, getSpreadsheet, 'read'),
  route('POST', `${BOOK}:batchUpdate`, batchUpdate, 'write'),
  route('GET', `${BOOK}/values:batchGet`, batchGetValues, 'read'),
  route('POST', `${BOOK}/values:batchUpdate`, batchUpdateValues, 'write'),
  route('POST', `${BOOK}/values:batchClear`, batchClearValues, 'write'),
  route('POST', `${BOOK}${RANGE}:append`, appendValues, 'write'),
  route('POST', `${BOOK}${RANGE}:clear`, clearRange, 'write'),
  route('GET', `${BOOK}${RANGE}`, getValues, 'read'),
  route('PUT', `${BOOK}${RANGE}`, updateValues, 'write'),
];

export interface MatchedRoute {
  readonly route: Route;
  readonly path: Readonly<Record<string, string>>;
}

/** The route of a call; undefined when the API has no such method. */
export function matchRoute(method: string, pathname: string): MatchedRoute | undefined {
  for (const candidate of ROUTES) {
    if (candidate.method !== method) continue;
    const match = candidate.path.exec(pathname);
    if (!match) continue;
    const path: Record<string, string> = {};
    for (const [name, value] of Object.entries(match.groups ?? {})) path[name] = decodeURIComponent(value);
    return { route: candidate, path };
  }
  return undefined;
}

/** True for every path that belongs to the Sheets API. */
export function isSheetsPath(pathname: string): boolean {
  return pathname === '/v4/spreadsheets' || pathname.startsWith('/v4/spreadsheets/');
}
