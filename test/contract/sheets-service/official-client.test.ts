/** Google's own typed client for Node, only its rootUrl changed: every method it has for the Sheets API. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createSheetsClient, type sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { startService, type RunningService } from './running-service.ts';

let running: RunningService;
let client: sheets_v4.Sheets;
let spreadsheetId: string;

beforeAll(async () => {
  running = await startService();
  client = createSheetsClient({ version: 'v4', rootUrl: `${running.url}/` });
});
afterAll(() => running.stop());
beforeEach(async () => {
  const made = await client.spreadsheets.create({ requestBody: { properties: { title: 'Plan' } } });
  spreadsheetId = made.data.spreadsheetId ?? '';
});

it('creates and gets a book', async () => {
  const { data } = await client.spreadsheets.get({ spreadsheetId, fields: 'spreadsheetId,properties.title' });
  expect(data).toEqual({ spreadsheetId, properties: { title: 'Plan' } });
});

it('updates, gets, appends to and clears values', async () => {
  const { values } = client.spreadsheets;
  const range = 'Sheet1!A1:B1';
  const input = { spreadsheetId, valueInputOption: 'USER_ENTERED' };
  await values.update({ ...input, range, requestBody: { values: [['a', '2']] } });
  const added = await values.append({ ...input, range: 'Sheet1', requestBody: { values: [['b', '=B1*2']] } });
  expect(added.data.updates?.updatedRange).toBe('Sheet1!A2:B2');
  const read = await values.get({ spreadsheetId, range: 'Sheet1!A:B' });
  expect(read.data.values).toEqual([
    ['a', '2'],
    ['b', '4'],
  ]);
  await values.clear({ spreadsheetId, range: 'Sheet1!A1', requestBody: {} });
  expect((await values.get({ spreadsheetId, range: 'A1' })).data.values).toBeUndefined();
});

it('works on several ranges at once', async () => {
  const { values } = client.spreadsheets;
  const data = [
    { range: 'A1', values: [[1]] },
    { range: 'C3:D3', values: [[2, 3]] },
  ];
  const written = await values.batchUpdate({ spreadsheetId, requestBody: { valueInputOption: 'RAW', data } });
  expect(written.data.totalUpdatedCells).toBe(3);
  const read = await values.batchGet({ spreadsheetId, ranges: ['A1', 'D3'] });
  expect(read.data.valueRanges?.map((one) => one.values)).toEqual([[['1']], [['3']]]);
  const cleared = await values.batchClear({ spreadsheetId, requestBody: { ranges: ['A1', 'D3'] } });
  expect(cleared.data.clearedRanges).toEqual(['Sheet1!A1', 'Sheet1!D3']);
});

const LOOKUP = { developerMetadataLookup: { metadataKey: 'task', metadataValue: 't1' } };

/** Tags row 5, then pushes it down to row 7; answers with the id of the tag. */
async function tagRowAndMoveIt(): Promise<number> {
  const location = { dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: 4, endIndex: 5 } };
  const developerMetadata = { metadataKey: 'task', metadataValue: 't1', visibility: 'DOCUMENT', location };
  const range = { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 };
  const requests = [{ createDeveloperMetadata: { developerMetadata } }, { insertDimension: { range } }];
  const { data } = await client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  return data.replies?.[0]?.createDeveloperMetadata?.developerMetadata?.metadataId ?? 0;
}

it('writes, reads and clears rows by their metadata after they moved', async () => {
  await tagRowAndMoveIt();
  const { values } = client.spreadsheets;
  const write = { valueInputOption: 'RAW', data: [{ dataFilter: LOOKUP, values: [['here']] }] };
  await values.batchUpdateByDataFilter({ spreadsheetId, requestBody: write });
  const requestBody = { dataFilters: [LOOKUP] };
  const found = await values.batchGetByDataFilter({ spreadsheetId, requestBody });
  expect(found.data.valueRanges?.[0]?.valueRange).toMatchObject({
    range: 'Sheet1!A7:Z7',
    values: [['here']],
  });
  await values.batchClearByDataFilter({ spreadsheetId, requestBody });
  expect((await values.get({ spreadsheetId, range: 'A7' })).data.values).toBeUndefined();
});

it('finds metadata and the part of the book it stands on', async () => {
  const metadataId = await tagRowAndMoveIt();
  const { developerMetadata: metadata } = client.spreadsheets;
  const requestBody = { dataFilters: [LOOKUP] };
  const searched = await metadata.search({ spreadsheetId, requestBody });
  expect(searched.data.matchedDeveloperMetadata?.length).toBe(1);
  const one = await metadata.get({ spreadsheetId, metadataId });
  expect(one.data.location).toMatchObject({ dimensionRange: { startIndex: 6, endIndex: 7 } });
  const fields = 'sheets.data(startRow,rowMetadata.developerMetadata.metadataKey)';
  const book = await client.spreadsheets.getByDataFilter({ spreadsheetId, fields, requestBody });
  expect(book.data.sheets).toEqual([
    { data: [{ startRow: 6, rowMetadata: [{ developerMetadata: [{ metadataKey: 'task' }] }] }] },
  ]);
});

it('copies a sheet into another book', async () => {
  const other = running.service.createSpreadsheet({});
  const requestBody = { destinationSpreadsheetId: other };
  const { data } = await client.spreadsheets.sheets.copyTo({ spreadsheetId, sheetId: 0, requestBody });
  expect(data).toMatchObject({ title: 'Copy of Sheet1', index: 1 });
});

it('throws refusals with their code and message', async () => {
  const request = client.spreadsheets.values.get({ spreadsheetId: 'unknown', range: 'A1' });
  await expect(request).rejects.toMatchObject({ code: 404, message: 'Requested entity was not found.' });
});
