import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { resolveGridRange, type ResolvedRange } from '../a1/resolve-range.ts';
import { invalidArgument } from '../http/api-error.ts';
import type { StoredCell } from '../model/book.ts';
import { eachStoredCell } from '../model/each-cell.ts';
import { enterValue } from '../values/enter-value.ts';
import { formatValue } from '../values/format-value.ts';
import type { RequestContext, RequestHandler } from './request-context.ts';

type Wish = sheets_v4.Schema$FindReplaceRequest;

/** Finds text in cells, and in formulas when asked, and replaces it as if a person typed the result. */
export const findReplace: RequestHandler<'findReplace'> = (context, request) => {
  if (!request.find) throw invalidArgument('The find string must not be empty.');
  const pattern = patternOf(request);
  const locale = context.draft.book.meta.properties.locale ?? 'en_US';
  const counts = {
    occurrences: 0,
    values: 0,
    formulas: 0,
    rows: new Set<string>(),
    sheets: new Set<number>(),
  };
  for (const range of rangesOf(context, request)) {
    eachStoredCell(range.sheet, range, (cell, row, column) => {
      const text = searchedText(locale, cell, request);
      if (text === undefined) return;
      const found = [...text.matchAll(pattern)].length;
      if (found === 0) return;
      const isFormula = cell.userEnteredValue?.formulaValue != null;
      replaceIn(context, range, [row, column], cell, text.replace(pattern, replacement(request)));
      counts.occurrences += request.matchEntireCell ? 1 : found;
      counts[isFormula ? 'formulas' : 'values'] += 1;
      counts.rows.add(`${range.sheetId}:${row}`);
      counts.sheets.add(range.sheetId);
    });
  }
  return { findReplace: answer(counts) };
};

function answer(counts: {
  occurrences: number;
  values: number;
  formulas: number;
  rows: Set<string>;
  sheets: Set<number>;
}): sheets_v4.Schema$FindReplaceResponse {
  return {
    ...(counts.values > 0 && { valuesChanged: counts.values }),
    ...(counts.formulas > 0 && { formulasChanged: counts.formulas }),
    ...(counts.rows.size > 0 && { rowsChanged: counts.rows.size }),
    ...(counts.sheets.size > 0 && { sheetsChanged: counts.sheets.size }),
    ...(counts.occurrences > 0 && { occurrencesChanged: counts.occurrences }),
  };
}

function patternOf(request: Wish): RegExp {
  const source = request.searchByRegex ? request.find : request.find?.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const whole = request.matchEntireCell ? `^(?:${source ?? ''})$` : (source ?? '');
  try {
    return new RegExp(whole, request.matchCase ? 'gu' : 'giu');
  } catch {
    throw invalidArgument(`Invalid regular expression: ${request.find ?? ''}`);
  }
}

/** With a regular expression `$1` names a group; otherwise the replacement is plain text. */
function replacement(request: Wish): string {
  const text = request.replacement ?? '';
  return request.searchByRegex ? text : text.replaceAll('$', '$$$$');
}

function rangesOf({ draft }: RequestContext, request: Wish): ResolvedRange[] {
  const scopes = [request.range, request.sheetId != null, request.allSheets].filter(Boolean).length;
  if (scopes !== 1) throw invalidArgument("Must specify exactly one of 'range', 'sheetId' and 'allSheets'.");
  if (request.range) return [resolveGridRange(draft.book, request.range)];
  if (request.sheetId != null) return [resolveGridRange(draft.book, { sheetId: request.sheetId })];
  return draft.book.sheets.map((sheet) =>
    resolveGridRange(draft.book, { sheetId: sheet.meta.properties.sheetId }),
  );
}

/** What a cell offers to the search: its formula if formulas are searched, else what it shows. */
function searchedText(locale: string, cell: StoredCell, request: Wish): string | undefined {
  const formula = cell.userEnteredValue?.formulaValue;
  if (formula != null) return request.includeFormulas ? formula : undefined;
  const value = cell.userEnteredValue;
  return value && formatValue(value, cell.userEnteredFormat?.numberFormat, locale);
}

function replaceIn(
  { draft, input }: RequestContext,
  range: ResolvedRange,
  [row, column]: readonly [number, number],
  before: StoredCell,
  text: string,
): void {
  const cell = enterValue(before, text, 'USER_ENTERED', input);
  draft.apply({ kind: 'cell', sheetId: range.sheetId, row, column, cell: cell ?? null });
}
