import { BOOK, cells, cellRows, put, read, type ConformanceCase, type Step } from '../conformance-case.ts';

/** A number, its number format, and the text the cell shows. */
const SHOWN: readonly (readonly [number, object | undefined, string])[] = [
  [1234.5, undefined, '1234.5'],
  [0.1 + 0.2, undefined, '0.3'],
  [1 / 3, undefined, '0.3333333333'],
  [123456789012, undefined, '123456789012'],
  [1e21, undefined, '1E+21'],
  [-0.0000002, undefined, '-2E-07'],
  [1234.5, { type: 'NUMBER', pattern: '#,##0.00' }, '1,234.50'],
  [1234.5, { type: 'NUMBER' }, '1,234.50'],
  [0.256, { type: 'PERCENT' }, '25.60%'],
  [0.256, { type: 'PERCENT', pattern: '0%' }, '26%'],
  [1234.5, { type: 'CURRENCY' }, '$1,234.50'],
  [-1234.5, { type: 'CURRENCY', pattern: '"$"#,##0.00' }, '-$1,234.50'],
  [-5, { type: 'NUMBER', pattern: '0;(0)' }, '(5)'],
  [12345, { type: 'SCIENTIFIC' }, '1.23E+04'],
  [46024, { type: 'DATE' }, '1/2/2026'],
  [46024, { type: 'DATE', pattern: 'yyyy-mm-dd' }, '2026-01-02'],
  [46024, { type: 'DATE', pattern: 'mmmm d, yyyy' }, 'January 2, 2026'],
  [46024, { type: 'DATE', pattern: 'ddd d mmm' }, 'Fri 2 Jan'],
  [46024, { type: 'DATE', pattern: 'yyyy"年"m"月"d"日"' }, '2026年1月2日'],
  [46024.75, { type: 'DATE_TIME' }, '1/2/2026 18:00:00'],
  [0.75, { type: 'TIME' }, '6:00:00 PM'],
  [1.5, { type: 'TIME', pattern: '[h]:mm:ss' }, '36:00:00'],
  [5, { type: 'TEXT', pattern: '@' }, '5'],
];

const withFormat = (numberValue: number, numberFormat: object | undefined): Step => ({
  call: 'POST :batchUpdate',
  body: {
    requests: [
      {
        updateCells: {
          start: { sheetId: 0 },
          rows: [{ values: [{ userEnteredValue: { numberValue }, userEnteredFormat: { numberFormat } }] }],
          fields: 'userEnteredValue,userEnteredFormat.numberFormat',
        },
      },
    ],
  },
});

const DEFAULT_TEXT = {
  foregroundColor: {},
  fontFamily: 'Arial',
  fontSize: 10,
  bold: false,
  italic: false,
  strikethrough: false,
  underline: false,
  foregroundColorStyle: { rgbColor: {} },
};
const WHITE = { red: 1, green: 1, blue: 1 };

export const SHOWN_VALUES: readonly ConformanceCase[] = [
  ...SHOWN.map(([value, format, shown]): ConformanceCase => ({
    covers: 'values.get',
    name: `shows ${value} as ${shown} with ${format ? JSON.stringify(format) : 'no format'}`,
    given: [withFormat(value, format)],
    when: read('A1'),
    contains: { values: [[shown]] },
  })),
  {
    covers: 'spreadsheets.get',
    name: 'answers a text cell with its value, its text and the format it is shown with',
    given: [put('A1', [['hello']])],
    when: { call: 'GET ?ranges=A1&includeGridData=true&fields=sheets.data.rowData' },
    answer: cellRows([
      {
        userEnteredValue: { stringValue: 'hello' },
        effectiveValue: { stringValue: 'hello' },
        formattedValue: 'hello',
        effectiveFormat: {
          backgroundColor: WHITE,
          padding: { top: 2, right: 3, bottom: 2, left: 3 },
          horizontalAlignment: 'LEFT',
          verticalAlignment: 'BOTTOM',
          wrapStrategy: 'OVERFLOW_CELL',
          textFormat: DEFAULT_TEXT,
          hyperlinkDisplayType: 'PLAIN_TEXT',
          backgroundColorStyle: { rgbColor: WHITE },
        },
      },
    ]),
  },
  {
    covers: 'spreadsheets.get',
    name: 'stands numbers right and booleans in the middle',
    given: [put('A1', [[1, true]])],
    when: cells('A1:B1', 'effectiveFormat.horizontalAlignment'),
    answer: cellRows([
      { effectiveFormat: { horizontalAlignment: 'RIGHT' } },
      { effectiveFormat: { horizontalAlignment: 'CENTER' } },
    ]),
  },
  {
    covers: 'spreadsheets.get',
    name: 'answers a formula with its text and its result',
    given: [put('A1', [[2], ['=A1/0'], ['=A1*2']], 'USER_ENTERED')],
    when: cells('A2:A3', 'userEnteredValue,effectiveValue,formattedValue'),
    answer: cellRows(
      [
        {
          userEnteredValue: { formulaValue: '=A1/0' },
          effectiveValue: {
            errorValue: { type: 'DIVIDE_BY_ZERO', message: 'Division by zero is not allowed.' },
          },
          formattedValue: '#DIV/0!',
        },
      ],
      [
        {
          userEnteredValue: { formulaValue: '=A1*2' },
          effectiveValue: { numberValue: 4 },
          formattedValue: '4',
        },
      ],
    ),
  },
  {
    covers: 'spreadsheets.get',
    name: 'finds the link of a HYPERLINK formula and of a plain address',
    given: [
      put('A1', [['=HYPERLINK("https://example.com/x","open")', 'https://example.com/y']], 'USER_ENTERED'),
    ],
    when: cells('A1:B1', 'hyperlink,formattedValue'),
    answer: cellRows([
      { hyperlink: 'https://example.com/x', formattedValue: 'open' },
      { hyperlink: 'https://example.com/y', formattedValue: 'https://example.com/y' },
    ]),
  },
  {
    covers: 'spreadsheets.get',
    name: 'never evaluates text that was written RAW',
    given: [put('A1', [['=HYPERLINK("https://example.com/x","open")']])],
    when: cells('A1', 'hyperlink,formattedValue,userEnteredValue'),
    answer: cellRows([
      {
        formattedValue: '=HYPERLINK("https://example.com/x","open")',
        userEnteredValue: { stringValue: '=HYPERLINK("https://example.com/x","open")' },
      },
    ]),
  },
  {
    covers: 'spreadsheets.get',
    name: 'answers empty rows and cells inside the data as empty messages',
    given: [put('A1', [['a'], [], ['', 'b']])],
    when: cells('A1:C5', 'formattedValue'),
    answer: cellRows([{ formattedValue: 'a' }], [], [{}, { formattedValue: 'b' }]),
  },
  {
    covers: 'spreadsheets.get',
    name: 'says where a block of data starts and how large its lines are',
    given: [put('B3', [['x']])],
    when: { call: 'GET ?ranges=B3:C3&fields=sheets.data(startRow,startColumn,rowMetadata,columnMetadata)' },
    answer: {
      sheets: [
        {
          data: [
            {
              startRow: 2,
              startColumn: 1,
              rowMetadata: [{ pixelSize: 21 }],
              columnMetadata: [{ pixelSize: 100 }, { pixelSize: 100 }],
            },
          ],
        },
      ],
    },
  },
  {
    covers: 'spreadsheets.get',
    name: 'gives each range of a sheet its own block, and only sheets with a range',
    given: [
      { call: 'POST :batchUpdate', body: { requests: [{ addSheet: { properties: { title: 'Other' } } }] } },
      put('A1', [['a', 'b', 'c']]),
    ],
    when: {
      call: 'GET ?ranges=A1&ranges=C1&fields=spreadsheetId,sheets(properties.title,data.rowData.values.formattedValue)',
    },
    answer: {
      spreadsheetId: BOOK,
      sheets: [
        {
          properties: { title: 'Sheet1' },
          data: [
            { rowData: [{ values: [{ formattedValue: 'a' }] }] },
            { rowData: [{ values: [{ formattedValue: 'c' }] }] },
          ],
        },
      ],
    },
  },
];
