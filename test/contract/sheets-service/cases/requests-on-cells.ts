import {
  batch,
  cellRows,
  cells,
  done,
  grid,
  holds,
  put,
  refused,
  sheets,
  type ConformanceCase,
} from '../conformance-case.ts';

const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });
const RED = { red: 1 };
const bold = (range: ReturnType<typeof grid>) =>
  batch({
    repeatCell: {
      range,
      cell: { userEnteredFormat: { textFormat: { bold: true } } },
      fields: 'userEnteredFormat.textFormat.bold',
    },
  });

export const REQUESTS_ON_CELLS: readonly ConformanceCase[] = [
  {
    covers: 'updateCells',
    name: 'writes rows of cells from a start',
    when: batch({
      updateCells: {
        start: { sheetId: 0, rowIndex: 1, columnIndex: 1 },
        rows: [
          { values: [text('a'), { userEnteredValue: { numberValue: 2 }, note: 'why' }] },
          { values: [text('b')] },
        ],
        fields: 'userEnteredValue,note',
      },
    }),
    ...done(),
    then: [
      holds('B2:C3', [['a', '2'], ['b']]),
      { ...cells('C2', 'note'), answer: cellRows([{ note: 'why' }]) },
    ],
  },
  {
    covers: 'updateCells',
    name: 'clears the masked fields of cells of the range that no row covers',
    given: [
      put('A1', [
        ['a', 'b'],
        ['c', 'd'],
      ]),
      bold(grid(0, 2, 0, 2)),
    ],
    when: batch({
      updateCells: { range: grid(0, 2, 0, 2), rows: [{ values: [text('new')] }], fields: 'userEnteredValue' },
    }),
    then: [
      holds('A1:B2', [['new']]),
      {
        ...cells('B2', 'userEnteredFormat.textFormat.bold'),
        answer: cellRows([{ userEnteredFormat: { textFormat: { bold: true } } }]),
      },
    ],
  },
  {
    covers: 'updateCells',
    name: 'leaves fields outside the mask alone',
    given: [bold(grid(0, 1, 0, 1))],
    when: batch({
      updateCells: {
        start: { sheetId: 0 },
        rows: [
          { values: [{ ...text('a'), userEnteredFormat: { textFormat: { bold: false } }, note: 'no' }] },
        ],
        fields: 'userEnteredValue',
      },
    }),
    then: [
      {
        ...cells('A1', 'userEnteredFormat,note,formattedValue'),
        answer: cellRows([{ formattedValue: 'a', userEnteredFormat: { textFormat: { bold: true } } }]),
      },
    ],
  },
  {
    covers: 'updateCells',
    name: 'replaces everything of a cell with the mask *',
    given: [put('A1', [['old']]), bold(grid(0, 1, 0, 1))],
    when: batch({
      updateCells: { start: { sheetId: 0 }, rows: [{ values: [{ note: 'only' }] }], fields: '*' },
    }),
    then: [
      { ...cells('A1', 'userEnteredValue,userEnteredFormat,note'), answer: cellRows([{ note: 'only' }]) },
    ],
  },
  {
    covers: 'updateCells',
    name: 'keeps text runs until another value is written',
    when: batch({
      updateCells: {
        start: { sheetId: 0 },
        rows: [{ values: [{ ...text('abc'), textFormatRuns: [{ startIndex: 1, format: { bold: true } }] }] }],
        fields: 'userEnteredValue,textFormatRuns',
      },
    }),
    then: [
      {
        ...cells('A1', 'textFormatRuns'),
        answer: cellRows([{ textFormatRuns: [{ startIndex: 1, format: { bold: true } }] }]),
      },
      { ...put('A1', [['other']]), contains: {} },
      { ...cells('A1', 'formattedValue,textFormatRuns'), answer: cellRows([{ formattedValue: 'other' }]) },
    ],
  },
  {
    covers: 'updateCells',
    name: 'asks for a field mask',
    when: batch({ updateCells: { start: { sheetId: 0 }, rows: [] } }),
    ...refused(
      "Invalid requests[0].updateCells: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    ),
  },
  {
    covers: 'updateCells',
    name: 'refuses columns beyond the grid',
    when: batch({
      updateCells: {
        start: { sheetId: 0, columnIndex: 25 },
        rows: [{ values: [text('a'), text('b')] }],
        fields: 'userEnteredValue',
      },
    }),
    ...refused(
      'Invalid requests[0].updateCells: Attempting to write column: 26, beyond the last requested column of: 25',
    ),
  },
  {
    covers: 'updateCells',
    name: 'refuses rows beyond the range',
    when: batch({
      updateCells: { range: grid(0, 1, 0, 1), rows: [{ values: [] }, { values: [] }], fields: 'note' },
    }),
    ...refused(
      'Invalid requests[0].updateCells: Attempting to write row: 1, beyond the last requested row of: 0',
    ),
  },
  {
    covers: 'updateCells',
    name: 'refuses a start past the grid',
    when: batch({ updateCells: { start: { sheetId: 0, rowIndex: 1000 }, rows: [], fields: 'note' } }),
    ...refused(
      'Invalid requests[0].updateCells: GridCoordinate.rowIndex[1000] is after last row in grid[999]',
    ),
  },
  {
    covers: 'updateCells',
    name: 'refuses two kinds of value in one cell',
    when: {
      call: 'POST :batchUpdate',
      body: {
        requests: [
          {
            updateCells: {
              start: { sheetId: 0 },
              rows: [{ values: [{ userEnteredValue: { stringValue: 'a', numberValue: 1 } }] }],
              fields: '*',
            },
          },
        ],
      },
    },
    ...refused(
      `Invalid value at 'requests[0].update_cells.rows[0].values[0].user_entered_value' (oneof), oneof field 'value' is already set. Cannot set 'numberValue'`,
    ),
  },
  {
    covers: 'repeatCell',
    name: 'merges formats and answers colours in both forms as 8-bit floats',
    given: [bold(grid(0, 2, 0, 1))],
    when: batch({
      repeatCell: {
        range: grid(0, 2, 0, 1),
        cell: { userEnteredFormat: { backgroundColor: { red: 0.2, green: 0.4 } } },
        fields: 'userEnteredFormat.backgroundColor',
      },
    }),
    ...done(),
    then: [
      {
        ...cells('A2', 'userEnteredFormat'),
        answer: cellRows([
          {
            userEnteredFormat: {
              textFormat: { bold: true },
              backgroundColor: { red: 0.2, green: 0.4 },
              backgroundColorStyle: { rgbColor: { red: 0.2, green: 0.4 } },
            },
          },
        ]),
      },
    ],
  },
  {
    covers: 'repeatCell',
    name: 'lets the style form of a colour win, theme colours included',
    when: batch({
      repeatCell: {
        range: grid(0, 1, 0, 1),
        cell: {
          userEnteredFormat: { backgroundColor: RED, backgroundColorStyle: { themeColor: 'ACCENT2' } },
        },
        fields: 'userEnteredFormat(backgroundColor,backgroundColorStyle)',
      },
    }),
    then: [
      {
        ...cells('A1', 'userEnteredFormat'),
        answer: cellRows([
          {
            userEnteredFormat: {
              backgroundColor: { red: 0.91764706, green: 0.2627451, blue: 0.20784314 },
              backgroundColorStyle: { themeColor: 'ACCENT2' },
            },
          },
        ]),
      },
    ],
  },
  {
    covers: 'repeatCell',
    name: 'clears a format when none is given',
    given: [bold(grid(0, 1, 0, 1)), put('A1', [['x']])],
    when: batch({ repeatCell: { range: grid(0, 1, 0, 1), cell: {}, fields: 'userEnteredFormat' } }),
    then: [
      { ...cells('A1', 'formattedValue,userEnteredFormat'), answer: cellRows([{ formattedValue: 'x' }]) },
    ],
  },
  {
    covers: 'repeatCell',
    name: 'takes a range that ends past the grid without growing it',
    when: batch({ repeatCell: { range: grid(998, 1003, 0, 1), cell: { note: 'n' }, fields: 'note' } }),
    then: [
      {
        ...sheets('properties.gridProperties.rowCount'),
        answer: { sheets: [{ properties: { gridProperties: { rowCount: 1000 } } }] },
      },
    ],
  },
  {
    covers: 'repeatCell',
    name: 'refuses a range that starts past the grid, naming it',
    when: batch({
      repeatCell: {
        range: { sheetId: 0, startRowIndex: 1000, startColumnIndex: 0, endColumnIndex: 2 },
        cell: {},
        fields: 'note',
      },
    }),
    ...refused(
      'Invalid requests[0].repeatCell: Range (Sheet1!A1001:B) exceeds grid limits. Max rows: 1000, max columns: 26',
    ),
  },
  {
    covers: 'repeatCell',
    name: 'refuses an unknown sheet',
    when: batch({ repeatCell: { range: grid(0, 1, 0, 1, 9), cell: {}, fields: 'note' } }),
    ...refused('Invalid requests[0].repeatCell: No grid with id: 9'),
  },
  {
    covers: 'appendCells',
    name: 'writes below the last row that holds data in any column',
    given: [put('A1', [['a'], ['b'], ['', 'c']])],
    when: batch({ appendCells: { sheetId: 0, rows: [{ values: [text('d')] }], fields: 'userEnteredValue' } }),
    ...done(),
    then: [holds('A1:B4', [['a'], ['b'], ['', 'c'], ['d']])],
  },
  {
    covers: 'appendCells',
    name: 'adds rows when the grid is full',
    given: [
      batch({
        addSheet: {
          properties: { sheetId: 4, title: 'Tiny', gridProperties: { rowCount: 1, columnCount: 1 } },
        },
      }),
      put('Tiny!A1', [['a']]),
    ],
    when: batch({ appendCells: { sheetId: 4, rows: [{ values: [text('b')] }], fields: '*' } }),
    then: [holds('Tiny', [['a'], ['b']])],
  },
];
