import {
  answered,
  batch,
  cellRows,
  cells,
  columns,
  done,
  grid,
  holds,
  put,
  refused,
  rows,
  sheets,
  type ConformanceCase,
} from '../conformance-case.ts';

const LETTERS = put('A1', [['a'], ['b'], ['c'], ['d']]);
const ACROSS = put('A1', [['a', 'b', 'c', 'd']]);

export const REQUESTS_ON_LINES: readonly ConformanceCase[] = [
  {
    covers: 'insertDimension',
    name: 'inserts rows and grows the grid',
    given: [LETTERS],
    when: batch({ insertDimension: { range: rows(1, 3) } }),
    ...done(),
    then: [
      holds('A1:A6', [['a'], [], [], ['b'], ['c'], ['d']]),
      {
        ...sheets('properties.gridProperties.rowCount'),
        answer: { sheets: [{ properties: { gridProperties: { rowCount: 1002 } } }] },
      },
    ],
  },
  {
    covers: 'insertDimension',
    name: 'inserts columns',
    given: [ACROSS],
    when: batch({ insertDimension: { range: columns(2, 3) } }),
    then: [holds('A1:E1', [['a', 'b', '', 'c', 'd']])],
  },
  {
    covers: 'insertDimension',
    name: 'takes format and rule from the row before, but neither value nor note',
    given: [
      batch({
        updateCells: {
          start: { sheetId: 0 },
          rows: [
            {
              values: [
                {
                  userEnteredValue: { stringValue: 'x' },
                  note: 'n',
                  userEnteredFormat: { textFormat: { italic: true } },
                  dataValidation: { condition: { type: 'BOOLEAN' } },
                },
              ],
            },
          ],
          fields: '*',
        },
      }),
    ],
    when: batch({ insertDimension: { range: rows(1, 2), inheritFromBefore: true } }),
    then: [
      {
        ...cells('A2', 'userEnteredValue,note,userEnteredFormat,dataValidation'),
        answer: cellRows([
          {
            userEnteredFormat: { textFormat: { italic: true } },
            dataValidation: { condition: { type: 'BOOLEAN' } },
          },
        ]),
      },
    ],
  },
  {
    covers: 'insertDimension',
    name: 'takes the looks of the row after otherwise',
    given: [
      batch({
        updateDimensionProperties: { range: rows(1, 2), properties: { pixelSize: 60 }, fields: 'pixelSize' },
      }),
    ],
    when: batch({ insertDimension: { range: rows(1, 2) } }),
    then: [
      {
        call: 'GET ?ranges=A1:A4&fields=sheets.data.rowMetadata.pixelSize',
        answer: {
          sheets: [
            {
              data: [
                { rowMetadata: [{ pixelSize: 21 }, { pixelSize: 60 }, { pixelSize: 60 }, { pixelSize: 21 }] },
              ],
            },
          ],
        },
      },
    ],
  },
  {
    covers: 'insertDimension',
    name: 'shifts ranges below and grows ranges around the new rows',
    given: [
      batch(
        { mergeCells: { range: grid(5, 6, 0, 2), mergeType: 'MERGE_ALL' } },
        { mergeCells: { range: grid(0, 3, 3, 4), mergeType: 'MERGE_ALL' } },
      ),
    ],
    when: batch({ insertDimension: { range: rows(1, 2) } }),
    then: [
      { ...sheets('merges'), answer: { sheets: [{ merges: [answered(6, 7, 0, 2), answered(0, 4, 3, 4)] }] } },
    ],
  },
  {
    covers: 'insertDimension',
    name: 'refuses a place beyond the grid',
    when: batch({ insertDimension: { range: rows(1001, 1002) } }),
    ...refused(
      'Invalid requests[0].insertDimension: range.startIndex is larger than current grid size (1000)',
    ),
  },
  {
    covers: 'insertDimension',
    name: 'refuses the end of the grid without inheritFromBefore',
    when: batch({ insertDimension: { range: rows(1000, 1001) } }),
    ...refused(
      'Invalid requests[0].insertDimension: range.startIndex must be less than the grid size (1000) if inheritFromBefore is false.',
    ),
  },
  {
    covers: 'deleteDimension',
    name: 'deletes rows with what is on them, and shrinks ranges',
    given: [
      LETTERS,
      batch(
        { mergeCells: { range: grid(0, 4, 3, 4), mergeType: 'MERGE_ALL' } },
        { mergeCells: { range: grid(1, 3, 5, 6), mergeType: 'MERGE_ALL' } },
      ),
    ],
    when: batch({ deleteDimension: { range: rows(1, 3) } }),
    ...done(),
    then: [
      holds('A1:A4', [['a'], ['d']]),
      { ...sheets('merges'), answer: { sheets: [{ merges: [answered(0, 2, 3, 4)] }] } },
    ],
  },
  {
    covers: 'deleteDimension',
    name: 'deletes columns',
    given: [ACROSS],
    when: batch({ deleteDimension: { range: columns(0, 2) } }),
    then: [holds('A1:D1', [['c', 'd']])],
  },
  {
    covers: 'deleteDimension',
    name: 'refuses rows that do not exist',
    when: batch({ deleteDimension: { range: rows(999, 1001) } }),
    ...refused(
      "Invalid requests[0].deleteDimension: Cannot delete a row that doesn't exist. Tried to delete row index 1000 but there are only 1000 rows.",
    ),
  },
  {
    covers: 'deleteDimension',
    name: 'refuses to delete every row',
    when: batch({ deleteDimension: { range: rows(0, 1000) } }),
    ...refused("Invalid requests[0].deleteDimension: You can't delete all the rows on the sheet."),
  },
  {
    covers: 'deleteDimension',
    name: 'refuses to delete all rows below the frozen ones',
    given: [
      batch({
        updateSheetProperties: {
          properties: { sheetId: 0, gridProperties: { frozenRowCount: 1 } },
          fields: 'gridProperties.frozenRowCount',
        },
      }),
    ],
    when: batch({ deleteDimension: { range: rows(1, 1000) } }),
    ...refused(
      'Invalid requests[0].deleteDimension: Sorry, it is not possible to delete all non-frozen rows.',
    ),
  },
  {
    covers: 'appendDimension',
    name: 'adds rows at the end',
    when: batch({ appendDimension: { sheetId: 0, dimension: 'ROWS', length: 5 } }),
    ...done(),
    then: [
      {
        ...sheets('properties.gridProperties.rowCount'),
        answer: { sheets: [{ properties: { gridProperties: { rowCount: 1005 } } }] },
      },
    ],
  },
  {
    covers: 'appendDimension',
    name: 'refuses to add nothing',
    when: batch({ appendDimension: { sheetId: 0, dimension: 'ROWS' } }),
    ...refused('Invalid requests[0].appendDimension: Length must be greater than zero.'),
  },
  {
    covers: 'moveDimension',
    name: 'moves rows down, the destination counted before the move',
    given: [LETTERS],
    when: batch({ moveDimension: { source: rows(0, 1), destinationIndex: 3 } }),
    ...done(),
    then: [holds('A1:A4', [['b'], ['c'], ['a'], ['d']])],
  },
  {
    covers: 'moveDimension',
    name: 'moves rows up together with their metadata',
    given: [
      LETTERS,
      batch({
        createDeveloperMetadata: {
          developerMetadata: {
            metadataId: 5,
            metadataKey: 'k',
            visibility: 'DOCUMENT',
            location: { dimensionRange: rows(3, 4) },
          },
        },
      }),
    ],
    when: batch({ moveDimension: { source: rows(2, 4), destinationIndex: 0 } }),
    then: [
      holds('A1:A4', [['c'], ['d'], ['a'], ['b']]),
      {
        call: 'GET /developerMetadata/5?fields=location.dimensionRange(startIndex,endIndex)',
        answer: { location: { dimensionRange: { startIndex: 1, endIndex: 2 } } },
      },
    ],
  },
  {
    covers: 'moveDimension',
    name: 'moves columns',
    given: [ACROSS],
    when: batch({ moveDimension: { source: columns(2, 3), destinationIndex: 0 } }),
    then: [holds('A1:D1', [['c', 'a', 'b', 'd']])],
  },
  {
    covers: 'moveDimension',
    name: 'refuses to cross a merged cell',
    given: [batch({ mergeCells: { range: grid(0, 2, 0, 1), mergeType: 'MERGE_ALL' } })],
    when: batch({ moveDimension: { source: rows(5, 6), destinationIndex: 1 } }),
    ...refused(
      'Invalid requests[0].moveDimension: Sorry, it is not possible to move a row to a position that crosses a merged cell. Please unmerge and try again.',
    ),
  },
];
