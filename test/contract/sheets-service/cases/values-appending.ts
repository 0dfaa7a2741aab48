import {
  batch,
  BOOK,
  holds,
  put,
  refused,
  sheets,
  type ConformanceCase,
  type Step,
} from '../conformance-case.ts';

/** The two tables of Google's guide: A1:C2 and B4:D6. */
const TWO_TABLES = put('A1', [
  ['x', 'y', 'z'],
  ['x', 'y', 'z'],
  [],
  ['', 'x', 'y'],
  ['', '', 'y', 'z'],
  ['', 'x', 'y', 'z'],
]);

const append = (range: string, values: unknown[][], query = ''): Step => ({
  call: `POST /values/${encodeURIComponent(range)}:append?valueInputOption=RAW${query}`,
  body: { values },
});

/** Ranges of the guide and the cell where the appended row must start. */
const GUIDE: readonly (readonly [string, string, string | undefined])[] = [
  ['Sheet1', 'B7', 'B4:D6'],
  ['C5', 'B7', 'B4:D6'],
  ['B4:D6', 'B7', 'B4:D6'],
  ['B2:D4', 'B7', 'B4:D6'],
  ['A3:G10', 'B7', 'B4:D6'],
  ['A1', 'A3', 'A1:C2'],
  ['E4', 'E4', undefined],
  ['A4', 'A4', undefined],
];

const SMALL = batch({
  addSheet: { properties: { sheetId: 9, title: 'Small', gridProperties: { rowCount: 2, columnCount: 2 } } },
});

export const VALUES_APPENDING: readonly ConformanceCase[] = [
  ...GUIDE.map(([range, start, table]): ConformanceCase => ({
    covers: 'values.append',
    name: `finds the table for ${range} and starts at ${start}`,
    given: [TWO_TABLES],
    when: append(range, [['new']]),
    answer: {
      spreadsheetId: BOOK,
      ...(table !== undefined && { tableRange: `Sheet1!${table}` }),
      updates: {
        spreadsheetId: BOOK,
        updatedRange: `Sheet1!${start}`,
        updatedRows: 1,
        updatedColumns: 1,
        updatedCells: 1,
      },
    },
  })),
  {
    covers: 'values.append',
    name: 'starts an empty sheet at A1 without naming a table',
    when: append('Sheet1', [['a', 'b'], ['c']]),
    answer: {
      spreadsheetId: BOOK,
      updates: {
        spreadsheetId: BOOK,
        updatedRange: 'Sheet1!A1:B2',
        updatedRows: 2,
        updatedColumns: 2,
        updatedCells: 3,
      },
    },
  },
  {
    covers: 'values.append',
    name: 'overwrites what lies below the table by default',
    given: [put('A1', [['head'], [], ['below']])],
    when: append('A1', [['new'], ['newer']]),
    then: [holds('A1:A4', [['head'], ['new'], ['newer']])],
  },
  {
    covers: 'values.append',
    name: 'pushes it down with INSERT_ROWS',
    given: [put('A1', [['head'], [], ['below']])],
    when: append('A1', [['new'], ['newer']], '&insertDataOption=INSERT_ROWS'),
    contains: { updates: { updatedRange: 'Sheet1!A2:A3' } },
    then: [
      holds('A1:A6', [['head'], ['new'], ['newer'], [], ['below']]),
      {
        ...sheets('properties.gridProperties'),
        answer: { sheets: [{ properties: { gridProperties: { rowCount: 1002, columnCount: 26 } } }] },
      },
    ],
  },
  {
    covers: 'values.append',
    name: 'adds rows when the grid is full',
    given: [SMALL, put('Small!A1', [['a'], ['b']])],
    when: append('Small', [['c'], ['d']]),
    contains: { tableRange: 'Small!A1:A2', updates: { updatedRange: 'Small!A3:A4' } },
    then: [
      {
        call: 'GET ?fields=sheets.properties(title,gridProperties.rowCount)',
        contains: { sheets: [{}, { properties: { title: 'Small', gridProperties: { rowCount: 4 } } }] },
      },
    ],
  },
  {
    covers: 'values.append',
    name: 'does not add columns',
    given: [SMALL],
    when: append('Small', [['a', 'b', 'c']]),
    ...refused('Requested writing within range [Small!A1], but tried writing to column [C]'),
  },
  {
    covers: 'values.append',
    name: 'reads typed text with USER_ENTERED and repeats it when asked',
    when: {
      call: 'POST /values/A1:append?valueInputOption=USER_ENTERED&includeValuesInResponse=true',
      body: { values: [['=1+1', '50%']] },
    },
    contains: { updates: { updatedData: { range: 'Sheet1!A1:B1', values: [['2', '50%']] } } },
  },
  {
    covers: 'values.append',
    name: 'takes columns with majorDimension COLUMNS',
    when: {
      call: 'POST /values/A1:append?valueInputOption=RAW',
      body: { majorDimension: 'COLUMNS', values: [['a', 'b']] },
    },
    then: [holds('A1:A2', [['a'], ['b']])],
  },
  {
    covers: 'values.append',
    name: 'refuses to append without valueInputOption',
    when: { call: 'POST /values/A1:append', body: { values: [['a']] } },
    ...refused("'valueInputOption' is required but not specified"),
  },
];
