import { batch, BOOK, holds, put, read, refused, type ConformanceCase } from '../conformance-case.ts';

const NARROW = batch({
  addSheet: { properties: { sheetId: 9, title: 'Narrow', gridProperties: { rowCount: 3, columnCount: 2 } } },
});

export const VALUES_WRITING: readonly ConformanceCase[] = [
  {
    covers: 'values.update',
    name: 'answers with the range written and the counts',
    when: put('Sheet1!B2:D9', [
      ['a', 'b'],
      ['c', 'd'],
    ]),
    answer: {
      spreadsheetId: BOOK,
      updatedRange: 'Sheet1!B2:C3',
      updatedRows: 2,
      updatedColumns: 2,
      updatedCells: 4,
    },
    then: [
      holds('B2:C3', [
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ],
  },
  {
    covers: 'values.update',
    name: 'lets a single cell grow as far as the data goes',
    when: put('C3', [[1, 2], [3]]),
    contains: { updatedRange: 'Sheet1!C3:D4', updatedCells: 3 },
  },
  {
    covers: 'values.update',
    name: 'skips null and clears with an empty text',
    given: [put('A1', [['a', 'b', 'c']])],
    when: put('A1:C1', [[null, '', 'C']]),
    contains: { updatedCells: 2 },
    then: [holds('A1:C1', [['a', '', 'C']])],
  },
  {
    covers: 'values.update',
    name: 'keeps RAW text as text, formulas and dates included',
    when: put('A1', [['=1+1', '1/2/2026', '007', 'TRUE', 5, false]]),
    then: [
      holds('A1:F1', [['=1+1', '1/2/2026', '007', 'TRUE', 5, false]], 'valueRenderOption=UNFORMATTED_VALUE'),
      holds('A1', [['=1+1']], 'valueRenderOption=FORMULA'),
    ],
  },
  {
    covers: 'values.update',
    name: 'takes columns with majorDimension COLUMNS',
    when: {
      call: 'PUT /values/A1:B2?valueInputOption=RAW',
      body: {
        majorDimension: 'COLUMNS',
        values: [
          ['a', 'b'],
          ['c', 'd'],
        ],
      },
    },
    then: [
      holds('A1:B2', [
        ['a', 'c'],
        ['b', 'd'],
      ]),
    ],
  },
  {
    covers: 'values.update',
    name: 'repeats the written values when asked',
    when: put('A1:B1', [['12%', '=2*3']], 'USER_ENTERED', '&includeValuesInResponse=true'),
    contains: {
      updatedData: { range: 'Sheet1!A1:B1', majorDimension: 'ROWS', values: [['12%', '6']] },
    },
  },
  {
    covers: 'values.update',
    name: 'repeats them unformatted when asked so',
    when: put(
      'A1',
      [['12%']],
      'USER_ENTERED',
      '&includeValuesInResponse=true&responseValueRenderOption=UNFORMATTED_VALUE',
    ),
    contains: { updatedData: { values: [[0.12]] } },
  },
  {
    covers: 'values.update',
    name: 'refuses to write without valueInputOption',
    when: { call: 'PUT /values/A1', body: { values: [['x']] } },
    ...refused("'valueInputOption' is required but not specified"),
  },
  {
    covers: 'values.update',
    name: 'refuses an unknown valueInputOption',
    when: put('A1', [['x']], 'USER_ENTER'),
    ...refused(
      `Invalid value at 'value_input_option' (type.googleapis.com/google.apps.sheets.v4.ValueInputOption), "USER_ENTER"`,
    ),
  },
  {
    covers: 'values.update',
    name: 'refuses more rows than the range has',
    when: put('A1:B1', [['a'], ['b']]),
    ...refused('Requested writing within range [Sheet1!A1:B1], but tried writing to row [2]'),
    then: [holds('A1:B2', undefined)],
  },
  {
    covers: 'values.update',
    name: 'refuses more columns than the range has',
    when: put('A1:B1', [['a', 'b', 'c']]),
    ...refused('Requested writing within range [Sheet1!A1:B1], but tried writing to column [C]'),
  },
  {
    covers: 'values.update',
    name: 'refuses data that runs off the grid from a single cell',
    given: [NARROW],
    when: put('Narrow!A3', [['a'], ['b']]),
    ...refused('Requested writing within range [Narrow!A3], but tried writing to row [4]'),
  },
  {
    covers: 'values.update',
    name: 'cuts an overlong range to the grid before checking',
    given: [NARROW],
    when: put('Narrow!A1:F9', [['a', 'b', 'c']]),
    ...refused('Requested writing within range [Narrow!A1:B3], but tried writing to column [C]'),
  },
  {
    covers: 'values.update',
    name: 'refuses a start past the grid',
    given: [NARROW],
    when: put('Narrow!A4', [['a']]),
    ...refused('Range (Narrow!A4) exceeds grid limits. Max rows: 3, max columns: 2'),
  },
  {
    covers: 'values.update',
    name: 'refuses a row that is not a list',
    when: { call: 'PUT /values/A1?valueInputOption=RAW', body: { values: ['A'] } },
    ...refused(`Invalid value at 'data.values[0]' (type.googleapis.com/google.protobuf.ListValue), "A"`),
  },
  {
    covers: 'values.update',
    name: 'refuses a value that is an object',
    when: { call: 'PUT /values/A1?valueInputOption=RAW', body: { values: [['a', { b: 1 }]] } },
    ...refused('Invalid values[0][1]: struct_value {"b":1}'),
  },
  {
    covers: 'values.update',
    name: 'refuses a body field it does not know',
    when: { call: 'PUT /values/A1?valueInputOption=RAW', body: { value: [['a']] } },
    ...refused(`Invalid JSON payload received. Unknown name "value" at 'data': Cannot find field.`),
  },
  {
    covers: 'values.clear',
    name: 'clears values and keeps formats',
    given: [put('A1', [['12%', 'x']], 'USER_ENTERED')],
    when: { call: 'POST /values/A1:A9:clear', body: {} },
    answer: { spreadsheetId: BOOK, clearedRange: 'Sheet1!A1:A9' },
    then: [holds('A1:B1', [['', 'x']]), { ...put('A1', [[0.5]]), contains: {} }, holds('A1', [['50%']])],
  },
  {
    covers: 'values.clear',
    name: 'clears a whole sheet by its title',
    given: [put('A1', [['x']])],
    when: { call: 'POST /values/Sheet1:clear' },
    answer: { spreadsheetId: BOOK, clearedRange: 'Sheet1!A1:Z1000' },
    then: [{ ...read('Sheet1'), answer: { range: 'Sheet1!A1:Z1000', majorDimension: 'ROWS' } }],
  },
  {
    covers: 'values.batchClear',
    name: 'clears several ranges',
    given: [put('A1', [['a', 'b', 'c']])],
    when: { call: 'POST /values:batchClear', body: { ranges: ['A1', 'Sheet1!C:C'] } },
    answer: { spreadsheetId: BOOK, clearedRanges: ['Sheet1!A1', 'Sheet1!C1:C1000'] },
    then: [holds('A1:C1', [['', 'b']])],
  },
  {
    covers: 'values.batchClear',
    name: 'clears nothing when one range is wrong',
    given: [put('A1', [['a']])],
    when: { call: 'POST /values:batchClear', body: { ranges: ['A1', 'Nope!A1'] } },
    ...refused('Unable to parse range: Nope!A1'),
    then: [holds('A1', [['a']])],
  },
  {
    covers: 'values.batchUpdate',
    name: 'writes several ranges and adds up the counts',
    given: [NARROW],
    when: {
      call: 'POST /values:batchUpdate',
      body: {
        valueInputOption: 'USER_ENTERED',
        data: [
          { range: 'A1:B1', values: [['1', '2']] },
          { range: 'Narrow!A1', majorDimension: 'COLUMNS', values: [['x', 'y']] },
        ],
      },
    },
    answer: {
      spreadsheetId: BOOK,
      totalUpdatedRows: 3,
      totalUpdatedColumns: 3,
      totalUpdatedCells: 4,
      totalUpdatedSheets: 2,
      responses: [
        {
          spreadsheetId: BOOK,
          updatedRange: 'Sheet1!A1:B1',
          updatedRows: 1,
          updatedColumns: 2,
          updatedCells: 2,
        },
        {
          spreadsheetId: BOOK,
          updatedRange: 'Narrow!A1:A2',
          updatedRows: 2,
          updatedColumns: 1,
          updatedCells: 2,
        },
      ],
    },
  },
  {
    covers: 'values.batchUpdate',
    name: 'writes nothing when one range cannot be written',
    when: {
      call: 'POST /values:batchUpdate',
      body: {
        valueInputOption: 'RAW',
        data: [
          { range: 'A1', values: [['x']] },
          { range: 'Nope!A1', values: [['y']] },
        ],
      },
    },
    ...refused('Unable to parse range: Nope!A1'),
    then: [holds('A1', undefined)],
  },
  {
    covers: 'values.batchUpdate',
    name: 'asks for valueInputOption in the body',
    when: { call: 'POST /values:batchUpdate', body: { data: [] } },
    ...refused("'valueInputOption' is required but not specified"),
  },
  {
    covers: 'values.batchUpdate',
    name: 'repeats the written values when asked',
    when: {
      call: 'POST /values:batchUpdate',
      body: {
        valueInputOption: 'RAW',
        includeValuesInResponse: true,
        responseValueRenderOption: 'UNFORMATTED_VALUE',
        data: [{ range: 'A1', values: [[1]] }],
      },
    },
    contains: { responses: [{ updatedData: { range: 'Sheet1!A1', values: [[1]] } }] },
  },
];
