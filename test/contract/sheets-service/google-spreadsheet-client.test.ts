/** An independent client of the npm registry does its ordinary work; only its address is changed. */
import { GoogleSpreadsheet } from 'google-spreadsheet';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startService, type RunningService } from './running-service.ts';

let running: RunningService;
let doc: GoogleSpreadsheet;

beforeAll(async () => {
  running = await startService();
});
afterAll(() => running.stop());
beforeEach(async () => {
  doc = await openDocument(running.service.createSpreadsheet({ properties: { title: 'Team plan' } }));
});

async function openDocument(id: string): Promise<GoogleSpreadsheet> {
  const opened = new GoogleSpreadsheet(id, { token: 'any' }, { retryConfig: 0 });
  Object.defineProperty(opened, 'sheetsApi', {
    value: opened.sheetsApi.extend({ prefix: `${running.url}/v4/spreadsheets/${id}` }),
  });
  await opened.loadInfo();
  return opened;
}

it('loads what a book is', () => {
  expect(doc.title).toBe('Team plan');
  expect(doc.sheetCount).toBe(1);
  expect(doc.sheetsByIndex[0]?.title).toBe('Sheet1');
  expect(doc.sheetsByIndex[0]?.rowCount).toBe(1000);
});

it('adds a sheet with a header row, renames it, resizes it and deletes it', async () => {
  const sheet = await doc.addSheet({ title: 'Tasks', headerValues: ['id', 'title', 'days'] });
  await sheet.updateProperties({ title: 'All tasks' });
  await sheet.resize({ rowCount: 50, columnCount: 5 });
  const again = await openDocument(doc.spreadsheetId);
  const found = again.sheetsByTitle['All tasks'];
  await found?.loadHeaderRow();
  expect(found?.headerValues).toEqual(['id', 'title', 'days']);
  expect([found?.rowCount, found?.columnCount]).toEqual([50, 5]);
  await found?.delete();
  expect((await openDocument(doc.spreadsheetId)).sheetsByIndex.map(({ title }) => title)).toEqual(['Sheet1']);
});

it('adds, reads, changes and deletes rows', async () => {
  const sheet = await doc.addSheet({ title: 'Tasks', headerValues: ['id', 'title', 'days'] });
  await sheet.addRow({ id: 'a', title: 'Call', days: 2 });
  await sheet.addRows([{ id: 'b', title: 'Write', days: 3.5 }, ['c', 'Visit', '=1+1']]);
  const rows = await sheet.getRows();
  expect(rows.map((row) => row.toObject())).toEqual([
    { id: 'a', title: 'Call', days: '2' },
    { id: 'b', title: 'Write', days: '3.5' },
    { id: 'c', title: 'Visit', days: '2' },
  ]);
  rows[1]?.set('title', 'Write again');
  await rows[1]?.save();
  await rows[0]?.delete();
  const left = await sheet.getRows();
  expect(left.map((row) => [row.rowNumber, row.get('title') as string])).toEqual([
    [2, 'Write again'],
    [3, 'Visit'],
  ]);
});

it('pages through rows with offset and limit', async () => {
  const sheet = await doc.addSheet({ title: 'Long', headerValues: ['n'] });
  await sheet.addRows(Array.from({ length: 20 }, (_, n) => ({ n })));
  const page = await sheet.getRows({ offset: 5, limit: 3 });
  expect(page.map((row) => row.get('n') as string)).toEqual(['5', '6', '7']);
});

it('reads and writes single cells with values, formulas, notes and formats', async () => {
  const sheet = doc.sheetsByIndex[0]!;
  await sheet.loadCells('A1:C3');
  sheet.getCellByA1('A1').value = 4;
  sheet.getCellByA1('B1').formula = '=A1*2';
  sheet.getCellByA1('C1').value = 'text';
  sheet.getCellByA1('C1').note = 'why';
  const formatted = sheet.getCellByA1('A1');
  formatted.numberFormat = { type: 'CURRENCY', pattern: '"$"#,##0.00' };
  formatted.textFormat = { bold: true };
  formatted.backgroundColor = { red: 1, green: 0.5, blue: 0, alpha: 1 };
  await sheet.saveUpdatedCells();

  sheet.resetLocalCache(true);
  await sheet.loadCells('A1:C1');
  const [a, b, c] = ['A1', 'B1', 'C1'].map((name) => sheet.getCellByA1(name));
  expect(a?.value).toBe(4);
  expect(a?.formattedValue).toBe('$4.00');
  expect(a?.textFormat?.bold).toBe(true);
  expect(a?.backgroundColor).toEqual({ red: 1, green: 0.5019608 });
  expect([b?.formula, b?.value]).toEqual(['=A1*2', 8]);
  expect([c?.value, c?.note]).toEqual(['text', 'why']);
});

it('says what is wrong with a formula', async () => {
  const sheet = doc.sheetsByIndex[0]!;
  await sheet.loadCells('A1');
  sheet.getCellByA1('A1').formula = '=1/0';
  await sheet.saveUpdatedCells();
  expect(sheet.getCellByA1('A1').errorValue).toMatchObject({ type: 'DIVIDE_BY_ZERO' });
});

it('merges cells, inserts rows and clears', async () => {
  const sheet = await doc.addSheet({ title: 'Grid', headerValues: ['a', 'b'] });
  await sheet.addRow(['1', '2']);
  await sheet.mergeCells({ startRowIndex: 3, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 2 });
  await sheet.insertDimension('ROWS', { startIndex: 1, endIndex: 3 });
  expect((await sheet.getRows())[2]?.toObject()).toEqual({ a: '1', b: '2' });
  await sheet.clearRows();
  expect((await sheet.getRows()).length).toBe(0);
});

it('duplicates a sheet and names a range', async () => {
  const sheet = await doc.addSheet({ title: 'Source', headerValues: ['a'] });
  await sheet.duplicate({ title: 'Twin' });
  await doc.addNamedRange('head', { sheetId: sheet.sheetId, startRowIndex: 0, endRowIndex: 1 });
  const again = await openDocument(doc.spreadsheetId);
  expect(again.sheetsByIndex.map(({ title }) => title)).toEqual(['Sheet1', 'Source', 'Twin']);
  await again.sheetsByTitle['Twin']?.loadHeaderRow();
  expect(again.sheetsByTitle['Twin']?.headerValues).toEqual(['a']);
});

it("reports the service's refusals as Google's", async () => {
  await doc.addSheet({ title: 'Once' });
  await expect(doc.addSheet({ title: 'Once' })).rejects.toThrow(
    'Google API error - [400] Invalid requests[0].addSheet: A sheet with the name "Once" already exists. Please enter another name.',
  );
});
