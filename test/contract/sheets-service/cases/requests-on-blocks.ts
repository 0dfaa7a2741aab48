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

export const REQUESTS_ON_BLOCKS: readonly ConformanceCase[] = [
  {
    covers: 'copyPaste',
    name: 'copies values and formats, formulas moving along',
    given: [put('A1', [[1, '=A1+1']], 'USER_ENTERED'), put('A2', [[5]])],
    when: batch({
      copyPaste: { source: grid(0, 1, 1, 2), destination: grid(1, 2, 1, 2), pasteType: 'PASTE_NORMAL' },
    }),
    ...done(),
    then: [holds('B2', [['6']]), holds('B2', [['=A2+1']], 'valueRenderOption=FORMULA')],
  },
  {
    covers: 'copyPaste',
    name: 'fills a larger destination with repetitions',
    given: [put('A1', [['a', 'b']])],
    when: batch({ copyPaste: { source: grid(0, 1, 0, 2), destination: grid(1, 3, 0, 4) } }),
    then: [
      holds('A2:D3', [
        ['a', 'b', 'a', 'b'],
        ['a', 'b', 'a', 'b'],
      ]),
    ],
  },
  {
    covers: 'copyPaste',
    name: 'pastes values alone',
    given: [put('A1', [['50%', '=A1*2']], 'USER_ENTERED')],
    when: batch({
      copyPaste: { source: grid(0, 1, 0, 2), destination: grid(2, 3, 0, 2), pasteType: 'PASTE_VALUES' },
    }),
    then: [holds('A3:B3', [[0.5, 1]], 'valueRenderOption=FORMULA'), holds('A3:B3', [['0.5', '1']])],
  },
  {
    covers: 'copyPaste',
    name: 'pastes formats alone',
    given: [put('A1', [['50%'], [0.25]], 'USER_ENTERED')],
    when: batch({
      copyPaste: { source: grid(0, 1, 0, 1), destination: grid(1, 2, 0, 1), pasteType: 'PASTE_FORMAT' },
    }),
    then: [holds('A2', [['25%']])],
  },
  {
    covers: 'copyPaste',
    name: 'turns rows into columns when asked',
    given: [
      put('A1', [
        ['a', 'b'],
        ['c', 'd'],
      ]),
    ],
    when: batch({
      copyPaste: { source: grid(0, 2, 0, 2), destination: grid(3, 4, 0, 1), pasteOrientation: 'TRANSPOSE' },
    }),
    then: [
      holds('A4:B5', [
        ['a', 'c'],
        ['b', 'd'],
      ]),
    ],
  },
  {
    covers: 'cutPaste',
    name: 'moves cells and leaves nothing behind',
    given: [put('A1', [['a', 'b']])],
    when: batch({
      cutPaste: {
        source: grid(0, 1, 0, 2),
        destination: { sheetId: 0, rowIndex: 2, columnIndex: 1 },
        pasteType: 'PASTE_NORMAL',
      },
    }),
    ...done(),
    then: [holds('A1:C3', [[], [], ['', 'a', 'b']])],
  },
  {
    covers: 'cutPaste',
    name: 'leaves formats behind when only values move',
    given: [put('A1', [['50%']], 'USER_ENTERED')],
    when: batch({
      cutPaste: {
        source: grid(0, 1, 0, 1),
        destination: { sheetId: 0, rowIndex: 1 },
        pasteType: 'PASTE_VALUES',
      },
    }),
    then: [
      holds('A2', [['0.5']]),
      {
        ...cells('A1', 'userEnteredFormat.numberFormat.type,userEnteredValue'),
        answer: cellRows([{ userEnteredFormat: { numberFormat: { type: 'PERCENT' } } }]),
      },
    ],
  },
  {
    covers: 'deleteRange',
    name: 'takes cells out and moves up what lies below, formulas following',
    given: [
      put(
        'A1',
        [
          ['a', 1],
          ['b', 2],
          ['c', 3],
          ['', '=SUM(B2:B3)'],
        ],
        'USER_ENTERED',
      ),
    ],
    when: batch({ deleteRange: { range: grid(0, 1, 0, 2), shiftDimension: 'ROWS' } }),
    ...done(),
    then: [
      holds('A1:B4', [
        ['b', '2'],
        ['c', '3'],
        ['', '5'],
      ]),
      holds('B3', [['=SUM(B1:B2)']], 'valueRenderOption=FORMULA'),
      {
        ...sheets('properties.gridProperties.rowCount'),
        answer: { sheets: [{ properties: { gridProperties: { rowCount: 1000 } } }] },
      },
    ],
  },
  {
    covers: 'deleteRange',
    name: 'moves cells left when told so',
    given: [put('A1', [['a', 'b', 'c']])],
    when: batch({ deleteRange: { range: grid(0, 1, 0, 1), shiftDimension: 'COLUMNS' } }),
    then: [holds('A1:C1', [['b', 'c']])],
  },
  {
    covers: 'insertRange',
    name: 'moves cells down within their columns only',
    given: [
      put('A1', [
        ['a', 'x'],
        ['b', 'y'],
      ]),
    ],
    when: batch({ insertRange: { range: grid(0, 1, 0, 1), shiftDimension: 'ROWS' } }),
    ...done(),
    then: [holds('A1:B3', [['', 'x'], ['a', 'y'], ['b']])],
  },
  {
    covers: 'insertRange',
    name: 'does not push data off the grid',
    given: [put('A1000', [['last']])],
    when: batch({ insertRange: { range: grid(0, 1, 0, 1), shiftDimension: 'ROWS' } }),
    ...refused(
      'Invalid requests[0].insertRange: Inserting the range would push data off the grid. Add rows or columns first.',
    ),
  },
];
