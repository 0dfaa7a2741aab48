import {
  answered,
  batch,
  done,
  grid,
  holds,
  put,
  refused,
  rows,
  sheets,
  type ConformanceCase,
} from '../conformance-case.ts';

export const REQUESTS_ON_ORDER: readonly ConformanceCase[] = [
  {
    covers: 'sortRange',
    name: 'sorts numbers before text before nothing, keeping equal rows in order',
    given: [
      put('A1', [
        ['b', 1],
        [2, 2],
        ['', 3],
        ['a', 4],
        [2, 5],
      ]),
    ],
    when: batch({
      sortRange: { range: grid(0, 5, 0, 2), sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] },
    }),
    ...done(),
    then: [
      holds('A1:B5', [
        ['2', '2'],
        ['2', '5'],
        ['a', '4'],
        ['b', '1'],
        ['', '3'],
      ]),
    ],
  },
  {
    covers: 'sortRange',
    name: 'sorts descending by one column, then ascending by another, empty cells last',
    given: [
      put('A1', [
        [1, 'x'],
        ['', 'w'],
        [3, 'z'],
        [3, 'y'],
      ]),
    ],
    when: batch({
      sortRange: {
        range: grid(0, 4, 0, 2),
        sortSpecs: [
          { dimensionIndex: 0, sortOrder: 'DESCENDING' },
          { dimensionIndex: 1, sortOrder: 'ASCENDING' },
        ],
      },
    }),
    then: [
      holds('A1:B4', [
        ['3', 'y'],
        ['3', 'z'],
        ['1', 'x'],
        ['', 'w'],
      ]),
    ],
  },
  {
    covers: 'sortRange',
    name: 'keeps hidden rows where they are',
    given: [
      put('A1', [[3], [2], [1]]),
      batch({
        updateDimensionProperties: {
          range: rows(1, 2),
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      }),
    ],
    when: batch({
      sortRange: { range: grid(0, 3, 0, 1), sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] },
    }),
    then: [holds('A1:A3', [['1'], ['2'], ['3']])],
  },
  {
    covers: 'sortRange',
    name: 'refuses a range with a vertical merge',
    given: [batch({ mergeCells: { range: grid(1, 3, 0, 1), mergeType: 'MERGE_ALL' } })],
    when: batch({
      sortRange: { range: grid(0, 5, 0, 2), sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] },
    }),
    ...refused(
      "Invalid requests[0].sortRange: You can't sort a range containing vertical merges. There is a vertical merge at A2:A3",
    ),
  },
  {
    covers: 'setBasicFilter',
    name: 'keeps the filter and says which rows it hides',
    given: [put('A1', [['state'], ['open'], ['done'], ['open']])],
    when: batch({
      setBasicFilter: { filter: { range: grid(0, 4, 0, 1), criteria: { 0: { hiddenValues: ['done'] } } } },
    }),
    ...done(),
    then: [
      {
        ...sheets('basicFilter'),
        answer: {
          sheets: [
            { basicFilter: { range: answered(0, 4, 0, 1), criteria: { 0: { hiddenValues: ['done'] } } } },
          ],
        },
      },
      {
        call: 'GET ?ranges=A1:A4&fields=sheets.data.rowMetadata.hiddenByFilter',
        answer: { sheets: [{ data: [{ rowMetadata: [{}, {}, { hiddenByFilter: true }, {}] }] }] },
      },
    ],
  },
  {
    covers: 'setBasicFilter',
    name: 'closes an open range at the edges of the grid',
    when: batch({ setBasicFilter: { filter: { range: { sheetId: 0 } } } }),
    then: [
      {
        ...sheets('basicFilter.range'),
        answer: { sheets: [{ basicFilter: { range: answered(0, 1000, 0, 26) } }] },
      },
    ],
  },
  {
    covers: 'setBasicFilter',
    name: 'sorts below the header by its sort specs',
    given: [put('A1', [['n'], [2], [1]])],
    when: batch({
      setBasicFilter: {
        filter: { range: grid(0, 3, 0, 1), sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] },
      },
    }),
    then: [holds('A1:A3', [['n'], ['1'], ['2']])],
  },
  {
    covers: 'clearBasicFilter',
    name: 'removes the filter',
    given: [batch({ setBasicFilter: { filter: { range: grid(0, 4, 0, 1) } } })],
    when: batch({ clearBasicFilter: { sheetId: 0 } }),
    ...done(),
    then: [{ ...sheets('basicFilter'), answer: { sheets: [{}] } }],
  },
];
