import { batch, grid, put, read, refused, type ConformanceCase } from '../conformance-case.ts';

const TABLE = put('A1', [
  ['name', 'score'],
  ['Ada', 3.5],
  ['', true],
]);
const TITLES = batch(
  {
    addSheet: {
      properties: { sheetId: 5, title: 'Two words', gridProperties: { rowCount: 5, columnCount: 3 } },
    },
  },
  {
    addSheet: {
      properties: { sheetId: 6, title: "O'Neil", gridProperties: { rowCount: 5, columnCount: 3 } },
    },
  },
  {
    addSheet: { properties: { sheetId: 7, title: '任务', gridProperties: { rowCount: 5, columnCount: 3 } } },
  },
  {
    addSheet: { properties: { sheetId: 8, title: '2026', gridProperties: { rowCount: 5, columnCount: 3 } } },
  },
  { addSheet: { properties: { sheetId: 9, title: 'Q1', gridProperties: { rowCount: 5, columnCount: 3 } } } },
  { addNamedRange: { namedRange: { name: 'budget', range: grid(1, 3, 1, 2) } } },
  { addNamedRange: { namedRange: { name: 'Sheet1', range: grid(0, 1, 0, 1) } } },
);

/** A range as asked for, and the normalised form in which the answer names it. */
const RANGES: readonly (readonly [string, string])[] = [
  ['Sheet1!A1', 'Sheet1!A1'],
  ['Sheet1!A1:B2', 'Sheet1!A1:B2'],
  ['Sheet1!B2:A1', 'Sheet1!A1:B2'],
  ['Sheet1!$A$1:$B$2', 'Sheet1!A1:B2'],
  ['sheet1!a1:b2', 'Sheet1!A1:B2'],
  ['A1:B2', 'Sheet1!A1:B2'],
  ['Sheet1!A:B', 'Sheet1!A1:B1000'],
  ['Sheet1!2:3', 'Sheet1!A2:Z3'],
  ['Sheet1!A2:B', 'Sheet1!A2:B1000'],
  ['Sheet1!B3:3', 'Sheet1!B3:Z3'],
  ["'Sheet1'", 'Sheet1!A1:Z1000'],
  ['Sheet1!A999:ZZ2000', 'Sheet1!A999:Z1000'],
  ['Sheet1!R2C1', 'Sheet1!A2'],
  ['Sheet1!R1C1:R2C3', 'Sheet1!A1:C2'],
  ["'Two words'!A1:B2", "'Two words'!A1:B2"],
  ['Two words!A1:B2', "'Two words'!A1:B2"],
  ["'Two words'", "'Two words'!A1:C5"],
  ["'O''Neil'!A1", "'O''Neil'!A1"],
  ['任务!A1', "'任务'!A1"],
  ['2026!A1', "'2026'!A1"],
  ["'Q1'!B2", "'Q1'!B2"],
  ['budget', 'Sheet1!B2:B3'],
  ['Sheet1!budget', 'Sheet1!B2:B3'],
  ['Sheet1', 'Sheet1!A1'],
];

const UNREADABLE = [
  'Nowhere!A1',
  'Sheet1!A0',
  'Sheet1!A1:B2:C3',
  'Sheet1!nothing',
  'no such name',
  'Sheet1!A1B',
];

const OFF_GRID: readonly (readonly [string, string])[] = [
  ['Sheet1!A1001', 'Sheet1!A1001'],
  ['Sheet1!AA1', 'Sheet1!AA1'],
  ['Sheet1!A1001:B', 'Sheet1!A1001:B'],
  ['Sheet1!AA1:AB2', 'Sheet1!AA1:AB2'],
];

export const VALUES_READING: readonly ConformanceCase[] = [
  ...RANGES.map(([asked, named]): ConformanceCase => ({
    covers: 'values.get',
    name: `answers the range ${asked} as ${named}`,
    given: [TITLES],
    when: read(asked),
    answer: { range: named, majorDimension: 'ROWS' },
  })),
  ...UNREADABLE.map((range): ConformanceCase => ({
    covers: 'values.get',
    name: `cannot parse the range ${range}`,
    when: read(range),
    ...refused(`Unable to parse range: ${range}`),
  })),
  ...OFF_GRID.map(([asked, named]): ConformanceCase => ({
    covers: 'values.get',
    name: `refuses ${asked}, which starts past the grid`,
    when: read(asked),
    ...refused(`Range (${named}) exceeds grid limits. Max rows: 1000, max columns: 26`),
  })),
  {
    covers: 'values.get',
    name: 'leaves trailing empty rows and cells out, and shows values as text',
    given: [TABLE],
    when: read('Sheet1!A1:D10'),
    answer: {
      range: 'Sheet1!A1:D10',
      majorDimension: 'ROWS',
      values: [
        ['name', 'score'],
        ['Ada', '3.5'],
        ['', 'TRUE'],
      ],
    },
  },
  {
    covers: 'values.get',
    name: 'keeps an empty row between filled ones as an empty list',
    given: [put('A1', [['a'], [], ['b']])],
    when: read('Sheet1!A1:B3'),
    contains: { values: [['a'], [], ['b']] },
  },
  {
    covers: 'values.get',
    name: 'turns rows into columns with majorDimension COLUMNS',
    given: [TABLE],
    when: read('Sheet1!A1:B3', 'majorDimension=COLUMNS'),
    answer: {
      range: 'Sheet1!A1:B3',
      majorDimension: 'COLUMNS',
      values: [
        ['name', 'Ada'],
        ['score', '3.5', 'TRUE'],
      ],
    },
  },
  {
    covers: 'values.get',
    name: 'gives numbers and booleans as such with UNFORMATTED_VALUE',
    given: [TABLE],
    when: read('Sheet1!B2:B3', 'valueRenderOption=UNFORMATTED_VALUE'),
    contains: { values: [[3.5], [true]] },
  },
  {
    covers: 'values.get',
    name: 'takes snake_case names of query parameters as well',
    given: [TABLE],
    when: read('Sheet1!B2', 'value_render_option=UNFORMATTED_VALUE'),
    contains: { values: [[3.5]] },
  },
  {
    covers: 'values.get',
    name: 'shows formulas with FORMULA and their results otherwise',
    given: [put('A1', [['2'], ['=A1*3']], 'USER_ENTERED')],
    when: read('Sheet1!A1:A2', 'valueRenderOption=FORMULA'),
    contains: { values: [[2], ['=A1*3']] },
  },
  {
    covers: 'values.get',
    name: 'gives dates as day numbers by default when unformatted',
    given: [put('A1', [['1/2/2026']], 'USER_ENTERED')],
    when: read('Sheet1!A1', 'valueRenderOption=UNFORMATTED_VALUE'),
    contains: { values: [[46024]] },
  },
  {
    covers: 'values.get',
    name: 'gives dates as text with dateTimeRenderOption FORMATTED_STRING',
    given: [put('A1', [['1/2/2026', 7]], 'USER_ENTERED')],
    when: read('Sheet1!A1:B1', 'valueRenderOption=UNFORMATTED_VALUE&dateTimeRenderOption=FORMATTED_STRING'),
    contains: { values: [['1/2/2026', 7]] },
  },
  {
    covers: 'values.get',
    name: 'refuses a render option that does not exist',
    when: read('Sheet1!A1', 'valueRenderOption=PRETTY'),
    ...refused(
      `Invalid value at 'value_render_option' (type.googleapis.com/google.apps.sheets.v4.ValueRenderOption), "PRETTY"`,
    ),
  },
  {
    covers: 'values.get',
    name: 'cuts the answer down to the fields asked for',
    given: [TABLE],
    when: read('Sheet1!A1:B1', 'fields=range'),
    answer: { range: 'Sheet1!A1:B1' },
  },
  {
    covers: 'values.get',
    name: 'refuses a field mask with an unknown field',
    when: read('Sheet1!A1', 'fields=range,nope'),
    ...refused('Request contains an invalid argument.'),
  },
  {
    covers: 'values.batchGet',
    name: 'answers every range in the order asked',
    given: [TABLE],
    when: { call: 'GET /values:batchGet?ranges=Sheet1!A2&ranges=Sheet1!A1:B1' },
    answer: {
      spreadsheetId: 'BOOK',
      valueRanges: [
        { range: 'Sheet1!A2', majorDimension: 'ROWS', values: [['Ada']] },
        { range: 'Sheet1!A1:B1', majorDimension: 'ROWS', values: [['name', 'score']] },
      ],
    },
  },
  {
    covers: 'values.batchGet',
    name: 'applies the options to every range',
    given: [TABLE],
    when: {
      call: 'GET /values:batchGet?ranges=B1:B3&majorDimension=COLUMNS&valueRenderOption=UNFORMATTED_VALUE',
    },
    contains: { valueRanges: [{ majorDimension: 'COLUMNS', values: [['score', 3.5, true]] }] },
  },
  {
    covers: 'values.batchGet',
    name: 'answers nothing at all when one range is wrong',
    when: { call: 'GET /values:batchGet?ranges=A1&ranges=Nope!A1' },
    ...refused('Unable to parse range: Nope!A1'),
  },
];
