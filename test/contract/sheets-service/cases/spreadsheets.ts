import { BOOK, batch, put, refused, sheets, type ConformanceCase } from '../conformance-case.ts';

const BLUE = { red: 0.25882354, green: 0.52156866, blue: 0.95686275 };
const grey = { red: 0.5 };
const greyAnswered = { red: 0.5019608 };

export const SPREADSHEETS: readonly ConformanceCase[] = [
  {
    covers: 'spreadsheets.get',
    name: 'answers a new book: one sheet of 1000 x 26, en_US, Etc/GMT, no cells',
    when: {
      call: 'GET ?fields=spreadsheetId,properties(title,locale,autoRecalc,timeZone),sheets.properties,spreadsheetUrl',
    },
    answer: {
      spreadsheetId: BOOK,
      properties: {
        title: 'Untitled spreadsheet',
        locale: 'en_US',
        autoRecalc: 'ON_CHANGE',
        timeZone: 'Etc/GMT',
      },
      sheets: [
        {
          properties: {
            sheetId: 0,
            title: 'Sheet1',
            index: 0,
            sheetType: 'GRID',
            gridProperties: { rowCount: 1000, columnCount: 26 },
          },
        },
      ],
      spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${BOOK}/edit`,
    },
  },
  {
    covers: 'spreadsheets.get',
    name: 'answers the default format and the theme of a new book',
    when: { call: 'GET ?fields=properties(defaultFormat,spreadsheetTheme)' },
    contains: {
      properties: {
        defaultFormat: {
          backgroundColor: { red: 1, green: 1, blue: 1 },
          padding: { top: 2, right: 3, bottom: 2, left: 3 },
          verticalAlignment: 'BOTTOM',
          wrapStrategy: 'OVERFLOW_CELL',
          textFormat: { fontFamily: 'arial,sans,sans-serif', fontSize: 10, bold: false, foregroundColor: {} },
        },
        spreadsheetTheme: {
          primaryFontFamily: 'Arial',
          themeColors: [
            'TEXT',
            'BACKGROUND',
            'ACCENT1',
            'ACCENT2',
            'ACCENT3',
            'ACCENT4',
            'ACCENT5',
            'ACCENT6',
            'LINK',
          ].map((colorType) => ({
            colorType,
            ...(colorType === 'ACCENT1' && { color: { rgbColor: BLUE } }),
          })),
        },
      },
    },
  },
  {
    covers: 'spreadsheets.get',
    name: 'takes slashes in a field mask for dots',
    when: { call: 'GET ?fields=sheets/properties/title' },
    answer: { sheets: [{ properties: { title: 'Sheet1' } }] },
  },
  {
    covers: 'spreadsheets.get',
    name: 'takes parentheses and commas in a field mask',
    when: { call: 'GET ?fields=properties(title,locale),sheets(properties(sheetId,title))' },
    answer: {
      properties: { title: 'Untitled spreadsheet', locale: 'en_US' },
      sheets: [{ properties: { sheetId: 0, title: 'Sheet1' } }],
    },
  },
  {
    covers: 'spreadsheets.get',
    name: 'reads cells when the mask asks for them, whatever includeGridData says',
    given: [put('A1', [['x']])],
    when: { call: 'GET ?includeGridData=false&fields=sheets.data.rowData.values.formattedValue' },
    answer: { sheets: [{ data: [{ rowData: [{ values: [{ formattedValue: 'x' }] }] }] }] },
  },
  {
    covers: 'spreadsheets.get',
    name: 'reads no cells without includeGridData',
    given: [put('A1', [['x']])],
    when: { call: 'GET ?includeGridData=false&ranges=A1' },
    contains: { sheets: [{ properties: { title: 'Sheet1' } }] },
    then: [{ call: 'GET ?includeGridData=true&fields=sheets.merges', answer: { sheets: [{}] } }],
  },
  {
    covers: 'spreadsheets.get',
    name: 'refuses an unknown field and names its path',
    when: { call: 'GET ?fields=sheets.sheetProperties' },
    refused: {
      code: 400,
      status: 'INVALID_ARGUMENT',
      message: 'Request contains an invalid argument.',
    },
  },
  {
    covers: 'spreadsheets.get',
    name: 'refuses a range on a sheet that does not exist',
    when: { call: 'GET ?ranges=Nope!A1' },
    ...refused('Unable to parse range: Nope!A1'),
  },
  {
    covers: 'spreadsheets.batchUpdate',
    name: 'asks for at least one request',
    when: { call: 'POST :batchUpdate', body: { requests: [] } },
    ...refused('Must specify at least one request.'),
  },
  {
    covers: 'spreadsheets.batchUpdate',
    name: 'applies nothing when a later request is refused',
    when: batch({ addSheet: { properties: { title: 'New' } } }, { deleteSheet: { sheetId: 77 } }),
    ...refused('Invalid requests[1].deleteSheet: No sheet with id: 77'),
    then: [{ ...sheets('properties.title'), answer: { sheets: [{ properties: { title: 'Sheet1' } }] } }],
  },
  {
    covers: 'spreadsheets.batchUpdate',
    name: 'lets a later request build on an earlier one',
    when: batch(
      { addSheet: { properties: { sheetId: 5, title: 'New' } } },
      {
        updateCells: {
          start: { sheetId: 5 },
          rows: [{ values: [{ userEnteredValue: { stringValue: 'x' } }] }],
          fields: '*',
        },
      },
    ),
    then: [{ call: 'GET /values/New!A1', contains: { values: [['x']] } }],
  },
  {
    covers: 'spreadsheets.batchUpdate',
    name: 'refuses a kind of request it has never heard of',
    when: { call: 'POST :batchUpdate', body: { requests: [{ paintSheet: {} }] } },
    ...refused(
      `Invalid JSON payload received. Unknown name "paintSheet" at 'requests[0]': Cannot find field.`,
    ),
  },
  {
    covers: 'spreadsheets.batchUpdate',
    name: 'refuses two kinds in one request',
    when: { call: 'POST :batchUpdate', body: { requests: [{ addSheet: {}, deleteSheet: { sheetId: 0 } }] } },
    ...refused(
      `Invalid value at 'requests[0]' (oneof), oneof field 'kind' is already set. Cannot set 'deleteSheet'`,
    ),
  },
  {
    covers: 'spreadsheets.batchUpdate',
    name: 'names the field that has the wrong type',
    when: {
      call: 'POST :batchUpdate',
      body: { requests: [{ addSheet: { properties: { index: 'first' } } }] },
    },
    ...refused(`Invalid value at 'requests[0].add_sheet.properties.index' (TYPE_INT32), "first"`),
  },
  {
    covers: 'spreadsheets.batchUpdate',
    name: 'names the field whose word does not exist',
    when: {
      call: 'POST :batchUpdate',
      body: { requests: [{ appendDimension: { sheetId: 0, dimension: 'LINES', length: 1 } }] },
    },
    ...refused(
      `Invalid value at 'requests[0].append_dimension.dimension' (type.googleapis.com/google.apps.sheets.v4.Dimension), "LINES"`,
    ),
  },
  {
    covers: 'spreadsheets.batchUpdate',
    name: 'answers with the book afterwards when asked',
    when: {
      call: 'POST :batchUpdate?fields=updatedSpreadsheet.sheets.properties(title,tabColor)',
      body: {
        requests: [{ addSheet: { properties: { title: 'New', tabColor: grey } } }],
        includeSpreadsheetInResponse: true,
      },
    },
    answer: {
      updatedSpreadsheet: {
        sheets: [
          { properties: { title: 'Sheet1' } },
          { properties: { title: 'New', tabColor: greyAnswered } },
        ],
      },
    },
  },
  {
    covers: 'spreadsheets.batchUpdate',
    name: 'takes snake_case names in the body',
    when: {
      call: 'POST :batchUpdate',
      body: { requests: [{ add_sheet: { properties: { sheet_id: 4, title: 'N' } } }] },
    },
    contains: { replies: [{ addSheet: { properties: { sheetId: 4, title: 'N' } } }] },
  },
  {
    covers: 'spreadsheets.create',
    name: 'makes a book with the title and the sheets asked for',
    when: {
      call: 'CREATE ?fields=properties(title,locale,timeZone),sheets.properties',
      body: {
        properties: { title: 'Plan', locale: 'zh_CN', timeZone: 'Asia/Shanghai' },
        sheets: [
          { properties: { title: '任务', gridProperties: { rowCount: 50, frozenRowCount: 1 } } },
          { properties: { title: 'Log', sheetId: 12, hidden: true, gridProperties: { columnCount: 3 } } },
        ],
      },
    },
    answer: {
      properties: { title: 'Plan', locale: 'zh_CN', timeZone: 'Asia/Shanghai' },
      sheets: [
        {
          properties: {
            sheetId: 0,
            title: '任务',
            index: 0,
            sheetType: 'GRID',
            gridProperties: { rowCount: 50, columnCount: 26, frozenRowCount: 1 },
          },
        },
        {
          properties: {
            sheetId: 12,
            title: 'Log',
            index: 1,
            sheetType: 'GRID',
            gridProperties: { rowCount: 1000, columnCount: 3 },
            hidden: true,
          },
        },
      ],
    },
  },
  {
    covers: 'spreadsheets.create',
    name: 'refuses two sheets of one name',
    when: {
      call: 'CREATE',
      body: { sheets: [{ properties: { title: 'A' } }, { properties: { title: 'a' } }] },
    },
    ...refused('A sheet with the name "a" already exists. Please enter another name.'),
  },
  {
    covers: 'spreadsheets.create',
    name: 'refuses a field that a book does not have',
    when: { call: 'CREATE', body: { name: 'Plan' } },
    ...refused(`Invalid JSON payload received. Unknown name "name" at 'spreadsheet': Cannot find field.`),
  },
];
