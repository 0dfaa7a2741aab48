import {
  batch,
  BOOK,
  done,
  grid,
  holds,
  put,
  refused,
  sheets,
  type ConformanceCase,
} from '../conformance-case.ts';

const SECOND = batch({ addSheet: { properties: { sheetId: 5, title: 'Second' } } });
const THIRD = batch({ addSheet: { properties: { sheetId: 6, title: 'Third' } } });
const titles = (...names: string[]) => ({
  ...sheets('properties.title'),
  answer: { sheets: names.map((title) => ({ properties: { title } })) },
});
const gridOf = (...lines: object[]) => ({
  ...sheets('properties.gridProperties'),
  answer: { sheets: lines.map((gridProperties) => ({ properties: { gridProperties } })) },
});

export const REQUESTS_ON_SHEETS: readonly ConformanceCase[] = [
  {
    covers: 'addSheet',
    name: 'answers with the full properties of the new sheet',
    when: batch({ addSheet: { properties: { sheetId: 5, title: 'New', tabColor: { blue: 1 } } } }),
    answer: {
      spreadsheetId: BOOK,
      replies: [
        {
          addSheet: {
            properties: {
              sheetId: 5,
              title: 'New',
              index: 1,
              sheetType: 'GRID',
              gridProperties: { rowCount: 1000, columnCount: 26 },
              tabColor: { blue: 1 },
              tabColorStyle: { rgbColor: { blue: 1 } },
            },
          },
        },
      ],
    },
  },
  {
    covers: 'addSheet',
    name: 'numbers a sheet without a title',
    when: batch({ addSheet: {} }),
    contains: { replies: [{ addSheet: { properties: { title: 'Sheet2' } } }] },
  },
  {
    covers: 'addSheet',
    name: 'puts it at the index asked for',
    when: batch({ addSheet: { properties: { title: 'First', index: 0 } } }),
    then: [titles('First', 'Sheet1')],
  },
  {
    covers: 'addSheet',
    name: 'refuses a title that is taken, whatever its case',
    when: batch({ addSheet: { properties: { title: 'SHEET1' } } }),
    ...refused(
      'Invalid requests[0].addSheet: A sheet with the name "SHEET1" already exists. Please enter another name.',
    ),
  },
  {
    covers: 'addSheet',
    name: 'refuses an id that is taken',
    when: batch({ addSheet: { properties: { sheetId: 0, title: 'X' } } }),
    ...refused(
      'Invalid requests[0].addSheet: A sheet with the id 0 already exists. Please choose another id.',
    ),
  },
  {
    covers: 'addSheet',
    name: 'refuses more than ten million cells',
    when: batch({ addSheet: { properties: { gridProperties: { rowCount: 1_000_000, columnCount: 10 } } } }),
    ...refused(
      'Invalid requests[0].addSheet: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    ),
  },
  {
    covers: 'deleteSheet',
    name: 'removes a sheet',
    given: [SECOND],
    when: batch({ deleteSheet: { sheetId: 0 } }),
    ...done(),
    then: [titles('Second')],
  },
  {
    covers: 'deleteSheet',
    name: 'removes named ranges that lay on it',
    given: [SECOND, batch({ addNamedRange: { namedRange: { name: 'there', range: grid(0, 1, 0, 1, 5) } } })],
    when: batch({ deleteSheet: { sheetId: 5 } }),
    then: [{ call: 'GET ?fields=spreadsheetId,namedRanges', answer: { spreadsheetId: BOOK } }],
  },
  {
    covers: 'deleteSheet',
    name: 'does not remove the last sheet',
    when: batch({ deleteSheet: { sheetId: 0 } }),
    ...refused("Invalid requests[0].deleteSheet: You can't remove all the sheets in a document."),
  },
  {
    covers: 'duplicateSheet',
    name: 'copies cells, looks and rules next to the source',
    given: [
      put('A1', [['x']]),
      batch({ mergeCells: { range: grid(2, 3, 0, 2), mergeType: 'MERGE_ALL' } }),
      SECOND,
    ],
    when: batch({ duplicateSheet: { sourceSheetId: 0, newSheetId: 9, newSheetName: 'Twin' } }),
    contains: { replies: [{ duplicateSheet: { properties: { sheetId: 9, title: 'Twin', index: 1 } } }] },
    then: [
      titles('Sheet1', 'Twin', 'Second'),
      holds('Twin!A1', [['x']]),
      {
        ...sheets('merges'),
        contains: {
          sheets: [
            {},
            {
              merges: [
                { sheetId: 9, startRowIndex: 2, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 },
              ],
            },
            {},
          ],
        },
      },
    ],
  },
  {
    covers: 'duplicateSheet',
    name: 'names a copy after its source',
    when: batch({ duplicateSheet: { sourceSheetId: 0 } }, { duplicateSheet: { sourceSheetId: 0 } }),
    then: [titles('Sheet1', 'Copy of Sheet1 1', 'Copy of Sheet1')],
  },
  {
    covers: 'duplicateSheet',
    name: 'refuses an unknown source',
    when: batch({ duplicateSheet: { sourceSheetId: 44 } }),
    ...refused('Invalid requests[0].duplicateSheet: No sheet with id: 44'),
  },
  {
    covers: 'updateSheetProperties',
    name: 'changes only the masked fields',
    given: [
      batch({
        updateSheetProperties: { properties: { sheetId: 0, tabColor: { red: 1 } }, fields: 'tabColor' },
      }),
    ],
    when: batch({
      updateSheetProperties: { properties: { sheetId: 0, title: 'Board', hidden: false }, fields: 'title' },
    }),
    ...done(),
    then: [
      {
        ...sheets('properties(title,tabColor,tabColorStyle)'),
        answer: {
          sheets: [
            { properties: { title: 'Board', tabColor: { red: 1 }, tabColorStyle: { rgbColor: { red: 1 } } } },
          ],
        },
      },
    ],
  },
  {
    covers: 'updateSheetProperties',
    name: 'clears a masked field that is not given, both colour forms together',
    given: [
      batch({
        updateSheetProperties: { properties: { sheetId: 0, tabColor: { red: 1 } }, fields: 'tabColor' },
      }),
    ],
    when: batch({ updateSheetProperties: { properties: { sheetId: 0 }, fields: 'tabColorStyle' } }),
    then: [{ ...sheets('properties(tabColor,tabColorStyle)'), answer: { sheets: [{ properties: {} }] } }],
  },
  {
    covers: 'updateSheetProperties',
    name: 'resizes the grid with a slash in the mask',
    given: [put('A1', [['a', 'b', 'c']])],
    when: batch({
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { rowCount: 20, columnCount: 2 } },
        fields: 'gridProperties/rowCount,gridProperties/columnCount',
      },
    }),
    then: [gridOf({ rowCount: 20, columnCount: 2 }), holds('Sheet1', [['a', 'b']])],
  },
  {
    covers: 'updateSheetProperties',
    name: 'freezes rows and columns, and leaves zeros out of the answer',
    when: batch({
      updateSheetProperties: {
        properties: {
          sheetId: 0,
          gridProperties: { frozenRowCount: 1, frozenColumnCount: 0, hideGridlines: true },
        },
        fields: 'gridProperties(frozenRowCount,frozenColumnCount,hideGridlines)',
      },
    }),
    then: [gridOf({ rowCount: 1000, columnCount: 26, frozenRowCount: 1, hideGridlines: true })],
  },
  {
    covers: 'updateSheetProperties',
    name: 'moves a sheet, the index counted before the move',
    given: [SECOND, THIRD],
    when: batch({ updateSheetProperties: { properties: { sheetId: 0, index: 2 }, fields: 'index' } }),
    then: [titles('Second', 'Sheet1', 'Third')],
  },
  {
    covers: 'updateSheetProperties',
    name: 'does not freeze every row',
    when: batch({
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties: { frozenRowCount: 1000 } },
        fields: 'gridProperties.frozenRowCount',
      },
    }),
    ...refused("Invalid requests[0].updateSheetProperties: You can't freeze all visible rows on the sheet."),
  },
  {
    covers: 'updateSheetProperties',
    name: 'refuses an empty title',
    when: batch({ updateSheetProperties: { properties: { sheetId: 0, title: '' }, fields: 'title' } }),
    ...refused('Invalid requests[0].updateSheetProperties: The sheet name cannot be empty.'),
  },
  {
    covers: 'updateSheetProperties',
    name: 'refuses an unknown sheet',
    when: batch({ updateSheetProperties: { properties: { sheetId: 3 }, fields: 'title' } }),
    ...refused('Invalid requests[0].updateSheetProperties: No sheet with id: 3'),
  },
  {
    covers: 'updateSheetProperties',
    name: 'asks for a field mask',
    when: batch({ updateSheetProperties: { properties: { sheetId: 0, title: 'x' } } }),
    ...refused(
      "Invalid requests[0].updateSheetProperties: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    ),
  },
];
