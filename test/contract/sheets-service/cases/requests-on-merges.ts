import {
  answered,
  batch,
  BOOK,
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

const RED = { red: 1 };

export const REQUESTS_ON_MERGES: readonly ConformanceCase[] = [
  {
    covers: 'mergeCells',
    name: 'merges a range and keeps only its first value',
    given: [
      put('A1', [
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ],
    when: batch({ mergeCells: { range: grid(0, 2, 0, 2), mergeType: 'MERGE_ALL' } }),
    ...done(),
    then: [
      { ...sheets('merges'), answer: { sheets: [{ merges: [answered(0, 2, 0, 2)] }] } },
      holds('A1:B2', [['a']]),
    ],
  },
  {
    covers: 'mergeCells',
    name: 'merges row by row',
    when: batch({ mergeCells: { range: grid(0, 2, 0, 2), mergeType: 'MERGE_ROWS' } }),
    then: [
      {
        ...sheets('merges'),
        answer: { sheets: [{ merges: [answered(0, 1, 0, 2), answered(1, 2, 0, 2)] }] },
      },
    ],
  },
  {
    covers: 'mergeCells',
    name: 'merges column by column',
    when: batch({ mergeCells: { range: grid(0, 2, 0, 2), mergeType: 'MERGE_COLUMNS' } }),
    then: [
      {
        ...sheets('merges'),
        answer: { sheets: [{ merges: [answered(0, 2, 0, 1), answered(0, 2, 1, 2)] }] },
      },
    ],
  },
  {
    covers: 'mergeCells',
    name: 'refuses to cut through a merge',
    given: [batch({ mergeCells: { range: grid(0, 2, 0, 2), mergeType: 'MERGE_ALL' } })],
    when: batch({ mergeCells: { range: grid(1, 3, 0, 2), mergeType: 'MERGE_ALL' } }),
    ...refused(
      'Invalid requests[0].mergeCells: You must select all cells in a merged range to merge or unmerge them.',
    ),
  },
  {
    covers: 'unmergeCells',
    name: 'takes apart what lies in the range',
    given: [
      batch(
        { mergeCells: { range: grid(0, 1, 0, 2), mergeType: 'MERGE_ALL' } },
        { mergeCells: { range: grid(4, 5, 0, 2), mergeType: 'MERGE_ALL' } },
      ),
    ],
    when: batch({ unmergeCells: { range: grid(0, 3, 0, 5) } }),
    ...done(),
    then: [{ ...sheets('merges'), answer: { sheets: [{ merges: [answered(4, 5, 0, 2)] }] } }],
  },
  {
    covers: 'updateBorders',
    name: 'draws the outside and the inside of a range',
    when: batch({
      updateBorders: {
        range: grid(0, 2, 0, 2),
        top: { style: 'SOLID', color: RED },
        innerVertical: { style: 'DASHED' },
      },
    }),
    ...done(),
    then: [
      {
        ...cells('A1:B1', 'userEnteredFormat.borders(top.style,left.style,right.style)'),
        answer: cellRows([
          { userEnteredFormat: { borders: { top: { style: 'SOLID' }, right: { style: 'DASHED' } } } },
          { userEnteredFormat: { borders: { top: { style: 'SOLID' }, left: { style: 'DASHED' } } } },
        ]),
      },
      {
        ...cells('A1', 'userEnteredFormat.borders.top'),
        answer: cellRows([
          {
            userEnteredFormat: {
              borders: { top: { style: 'SOLID', width: 1, color: RED, colorStyle: { rgbColor: RED } } },
            },
          },
        ]),
      },
    ],
  },
  {
    covers: 'updateBorders',
    name: 'erases with style NONE and leaves the sides not given',
    given: [
      batch({
        updateBorders: { range: grid(0, 1, 0, 1), top: { style: 'SOLID' }, bottom: { style: 'DOUBLE' } },
      }),
    ],
    when: batch({ updateBorders: { range: grid(0, 1, 0, 1), top: { style: 'NONE' } } }),
    then: [
      {
        ...cells('A1', 'userEnteredFormat.borders(top.style,bottom.style)'),
        answer: cellRows([{ userEnteredFormat: { borders: { bottom: { style: 'DOUBLE' } } } }]),
      },
    ],
  },
  {
    covers: 'findReplace',
    name: 'replaces text in every sheet and counts what it did',
    given: [put('A1', [['one two', 'two'], ['TWO']])],
    when: batch({ findReplace: { find: 'two', replacement: 'three', allSheets: true } }),
    answer: {
      spreadsheetId: BOOK,
      replies: [
        {
          findReplace: { valuesChanged: 3, rowsChanged: 2, sheetsChanged: 1, occurrencesChanged: 3 },
        },
      ],
    },
    then: [holds('A1:B2', [['one three', 'three'], ['three']])],
  },
  {
    covers: 'findReplace',
    name: 'minds case and whole cells when asked',
    given: [put('A1', [['Two', 'two', 'two two']])],
    when: batch({
      findReplace: {
        find: 'two',
        replacement: '2',
        range: grid(0, 1, 0, 3),
        matchCase: true,
        matchEntireCell: true,
      },
    }),
    contains: { replies: [{ findReplace: { valuesChanged: 1 } }] },
    then: [holds('A1:C1', [['Two', 2, 'two two']], 'valueRenderOption=UNFORMATTED_VALUE')],
  },
  {
    covers: 'findReplace',
    name: 'uses regular expressions with groups',
    given: [put('A1', [['a-1']])],
    when: batch({
      findReplace: { find: '([a-z])-(\\d)', replacement: '$2$1', searchByRegex: true, sheetId: 0 },
    }),
    then: [holds('A1', [['1a']])],
  },
  {
    covers: 'findReplace',
    name: 'changes formulas only when asked',
    given: [put('A1', [[1, '=A1+10']], 'USER_ENTERED')],
    when: batch(
      { findReplace: { find: '10', replacement: '20', sheetId: 0 } },
      { findReplace: { find: '10', replacement: '20', sheetId: 0, includeFormulas: true } },
    ),
    answer: {
      spreadsheetId: BOOK,
      replies: [
        { findReplace: {} },
        { findReplace: { formulasChanged: 1, rowsChanged: 1, sheetsChanged: 1, occurrencesChanged: 1 } },
      ],
    },
    then: [holds('B1', [['21']])],
  },
];
