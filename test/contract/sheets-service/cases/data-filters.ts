import { BOOK, batch, grid, put, refused, rows, type ConformanceCase } from '../conformance-case.ts';

const TAGGED = batch(
  {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: 11,
        metadataKey: 'task',
        metadataValue: 't1',
        visibility: 'DOCUMENT',
        location: { dimensionRange: rows(1, 2) },
      },
    },
  },
  {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: 12,
        metadataKey: 'task',
        metadataValue: 't2',
        visibility: 'DOCUMENT',
        location: { dimensionRange: rows(3, 4) },
      },
    },
  },
);
const ROWS_1_TO_4 = put('A1', [['head'], ['first'], [], ['second', 'more']]);
const lookup = (metadataValue: string) => ({
  developerMetadataLookup: { metadataKey: 'task', metadataValue },
});
const answeredRow = (metadataId: number, metadataValue: string, startIndex: number) => ({
  metadataId,
  metadataKey: 'task',
  metadataValue,
  location: {
    locationType: 'ROW',
    dimensionRange: { dimension: 'ROWS', startIndex, endIndex: startIndex + 1 },
  },
  visibility: 'DOCUMENT',
});

export const DATA_FILTERS: readonly ConformanceCase[] = [
  {
    covers: 'spreadsheets.getByDataFilter',
    name: 'answers the sheet and the cells that a filter selects',
    given: [ROWS_1_TO_4, TAGGED],
    when: {
      call: 'POST :getByDataFilter?fields=sheets.data(startRow,rowData.values.formattedValue)',
      body: { dataFilters: [lookup('t2'), { a1Range: 'A1' }], includeGridData: true },
    },
    answer: {
      sheets: [
        {
          data: [
            {
              startRow: 3,
              rowData: [{ values: [{ formattedValue: 'second' }, { formattedValue: 'more' }] }],
            },
            { rowData: [{ values: [{ formattedValue: 'head' }] }] },
          ],
        },
      ],
    },
  },
  {
    covers: 'spreadsheets.getByDataFilter',
    name: 'answers no sheet when nothing matches',
    when: {
      call: 'POST :getByDataFilter?fields=spreadsheetId,sheets',
      body: { dataFilters: [lookup('none')] },
    },
    answer: { spreadsheetId: BOOK },
  },
  {
    covers: 'values.batchGetByDataFilter',
    name: 'answers values with the filters that selected them',
    given: [ROWS_1_TO_4, TAGGED],
    when: {
      call: 'POST /values:batchGetByDataFilter',
      body: { dataFilters: [lookup('t1'), { gridRange: grid(3, 4, 0, 1) }], majorDimension: 'ROWS' },
    },
    answer: {
      spreadsheetId: BOOK,
      valueRanges: [
        {
          valueRange: { range: 'Sheet1!A2:Z2', majorDimension: 'ROWS', values: [['first']] },
          dataFilters: [lookup('t1')],
        },
        {
          valueRange: { range: 'Sheet1!A4', majorDimension: 'ROWS', values: [['second']] },
          dataFilters: [
            { gridRange: { startRowIndex: 3, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 1 } },
          ],
        },
      ],
    },
  },
  {
    covers: 'values.batchGetByDataFilter',
    name: 'asks for at least one filter',
    when: { call: 'POST /values:batchGetByDataFilter', body: {} },
    ...refused('Must specify at least one data filter.'),
  },
  {
    covers: 'values.batchUpdateByDataFilter',
    name: 'writes into the rows that metadata names, wherever they are now',
    given: [ROWS_1_TO_4, TAGGED, batch({ insertDimension: { range: rows(0, 2) } })],
    when: {
      call: 'POST /values:batchUpdateByDataFilter',
      body: {
        valueInputOption: 'RAW',
        data: [{ dataFilter: lookup('t2'), majorDimension: 'ROWS', values: [['changed']] }],
      },
    },
    answer: {
      spreadsheetId: BOOK,
      totalUpdatedRows: 1,
      totalUpdatedColumns: 1,
      totalUpdatedCells: 1,
      totalUpdatedSheets: 1,
      responses: [
        {
          updatedRange: 'Sheet1!A6',
          updatedRows: 1,
          updatedColumns: 1,
          updatedCells: 1,
          dataFilter: lookup('t2'),
        },
      ],
    },
  },
  {
    covers: 'values.batchUpdateByDataFilter',
    name: 'writes nothing when no row matches',
    when: {
      call: 'POST /values:batchUpdateByDataFilter',
      body: { valueInputOption: 'RAW', data: [{ dataFilter: lookup('none'), values: [['x']] }] },
    },
    answer: { spreadsheetId: BOOK },
  },
  {
    covers: 'values.batchClearByDataFilter',
    name: 'clears the rows that metadata names',
    given: [ROWS_1_TO_4, TAGGED],
    when: { call: 'POST /values:batchClearByDataFilter', body: { dataFilters: [lookup('t1')] } },
    answer: { spreadsheetId: BOOK, clearedRanges: ['Sheet1!A2:Z2'] },
    then: [{ call: 'GET /values/A1:A4', contains: { values: [['head'], [], [], ['second']] } }],
  },
  {
    covers: 'developerMetadata.get',
    name: 'answers one piece of metadata with its place',
    given: [TAGGED],
    when: { call: 'GET /developerMetadata/12' },
    answer: answeredRow(12, 't2', 3),
  },
  {
    covers: 'developerMetadata.get',
    name: 'does not find what is not there',
    when: { call: 'GET /developerMetadata/99' },
    ...refused('Requested entity was not found.', 404, 'NOT_FOUND'),
  },
  {
    covers: 'developerMetadata.search',
    name: 'answers all that match, each with the filters it matched',
    given: [TAGGED],
    when: {
      call: 'POST /developerMetadata:search',
      body: { dataFilters: [lookup('t1'), { developerMetadataLookup: { metadataKey: 'task' } }] },
    },
    answer: {
      matchedDeveloperMetadata: [
        {
          developerMetadata: answeredRow(11, 't1', 1),
          dataFilters: [lookup('t1'), { developerMetadataLookup: { metadataKey: 'task' } }],
        },
        {
          developerMetadata: answeredRow(12, 't2', 3),
          dataFilters: [{ developerMetadataLookup: { metadataKey: 'task' } }],
        },
      ],
    },
  },
  {
    covers: 'developerMetadata.search',
    name: 'finds nothing without an error',
    when: { call: 'POST /developerMetadata:search', body: { dataFilters: [lookup('t1')] } },
    answer: {},
  },
  {
    covers: 'sheets.copyTo',
    name: 'copies a sheet with its cells to the end of the book',
    given: [put('A1', [['x']])],
    when: { call: 'POST /sheets/0:copyTo', body: { destinationSpreadsheetId: BOOK } },
    contains: { title: 'Copy of Sheet1', index: 1, gridProperties: { rowCount: 1000, columnCount: 26 } },
    then: [{ call: "GET /values/'Copy of Sheet1'!A1", contains: { values: [['x']] } }],
  },
  {
    covers: 'sheets.copyTo',
    name: 'does not find an unknown destination',
    when: { call: 'POST /sheets/0:copyTo', body: { destinationSpreadsheetId: 'unknown' } },
    ...refused('Requested entity was not found.', 404, 'NOT_FOUND'),
  },
];
