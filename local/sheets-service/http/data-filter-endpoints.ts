import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { matchesLookup, resolveDataFilter } from '../a1/match-data-filter.ts';
import { allMetadata, withLocation } from '../model/metadata-places.ts';
import { withoutZeros } from '../read/proto-defaults.ts';
import { readOptions, readValues } from '../values/read-values.ts';
import { inputOption } from '../values/write-values.ts';
import { entityNotFound, invalidArgument } from './api-error.ts';
import { bookOf, type Endpoint } from './endpoint.ts';
import { render } from './spreadsheet-endpoints.ts';
import { clearOne, totals, withUpdatedData, writeOne } from './values-endpoints.ts';

type DataFilter = sheets_v4.Schema$DataFilter;

export const getSpreadsheetByDataFilter: Endpoint = (call) => {
  const book = bookOf(call);
  const body = call.body as sheets_v4.Schema$GetSpreadsheetByDataFilterRequest;
  const ranges = (body.dataFilters ?? []).flatMap((filter) => resolveDataFilter(book.book, filter));
  if (body.dataFilters?.length && ranges.length === 0) {
    const { sheets: _sheets, ...rest } = render(call, book, false, []);
    return rest;
  }
  return render(call, book, body.includeGridData ?? false, ranges);
};

export const batchGetValuesByDataFilter: Endpoint = (call) => {
  const book = bookOf(call);
  const body = call.body as sheets_v4.Schema$BatchGetValuesByDataFilterRequest;
  const options = readOptions(body);
  const valueRanges = required(body.dataFilters).flatMap((filter) =>
    resolveDataFilter(book.book, filter).map((range) => ({
      valueRange: readValues(book.readContext, range, options),
      dataFilters: [withoutZeros(filter)],
    })),
  );
  return { spreadsheetId: book.spreadsheetId, ...(valueRanges.length > 0 && { valueRanges }) };
};

function required(filters: DataFilter[] | undefined): DataFilter[] {
  if (!filters?.length) throw invalidArgument('Must specify at least one data filter.');
  return filters;
}

export const batchUpdateValuesByDataFilter: Endpoint = (call) => {
  const book = bookOf(call);
  const body = call.body as sheets_v4.Schema$BatchUpdateValuesByDataFilterRequest;
  const input = inputOption(body.valueInputOption);
  const written = book.change({ origin: 'api' }, (draft) =>
    (body.data ?? []).flatMap((data) =>
      resolveDataFilter(draft.book, data.dataFilter ?? {}).map((range) => ({
        data,
        answer: writeOne(call, draft, range, data, input),
      })),
    ),
  );
  const responses = written.map(({ data, answer }) => ({
    ...withUpdatedData(book, answer, body, data.majorDimension),
    dataFilter: withoutZeros(data.dataFilter ?? {}),
  }));
  return {
    spreadsheetId: book.spreadsheetId,
    ...totals(written.map(({ answer }) => answer)),
    ...(responses.length > 0 && { responses: responses.map(({ spreadsheetId: _id, ...rest }) => rest) }),
  };
};

export const batchClearValuesByDataFilter: Endpoint = (call) => {
  const book = bookOf(call);
  const body = call.body as sheets_v4.Schema$BatchClearValuesByDataFilterRequest;
  const clearedRanges = book.change({ origin: 'api' }, (draft) =>
    required(body.dataFilters).flatMap((filter) =>
      resolveDataFilter(draft.book, filter).map((range) => clearOne(draft, range)),
    ),
  );
  return { spreadsheetId: book.spreadsheetId, ...(clearedRanges.length > 0 && { clearedRanges }) };
};

export const getDeveloperMetadata: Endpoint = (call) => {
  const book = bookOf(call);
  const id = Number(call.path['metadataId']);
  const found = allMetadata(book.book).find(({ metadata }) => metadata.metadataId === id);
  if (!found) throw entityNotFound();
  return withoutZeros(withLocation(found));
};

export const searchDeveloperMetadata: Endpoint = (call) => {
  const book = bookOf(call);
  const body = call.body as sheets_v4.Schema$SearchDeveloperMetadataRequest;
  const matched = allMetadata(book.book).flatMap((placed) => {
    const dataFilters = required(body.dataFilters).filter(
      ({ developerMetadataLookup }) =>
        developerMetadataLookup && matchesLookup(placed, developerMetadataLookup),
    );
    return dataFilters.length > 0 ? [{ developerMetadata: withLocation(placed), dataFilters }] : [];
  });
  return matched.length > 0 ? { matchedDeveloperMetadata: withoutZeros(matched) } : {};
};
