import { batch, BOOK, columns, done, put, rows, sheets, type ConformanceCase } from '../conformance-case.ts';

const lines = (fields: string) => sheets(`data(${fields})`);

export const REQUESTS_ON_GROUPS: readonly ConformanceCase[] = [
  {
    covers: 'updateDimensionProperties',
    name: 'sets the width of columns and hides them',
    when: batch({
      updateDimensionProperties: {
        range: columns(1, 3),
        properties: { pixelSize: 240, hiddenByUser: true },
        fields: 'pixelSize,hiddenByUser',
      },
    }),
    ...done(),
    then: [
      {
        call: 'GET ?ranges=A1:D1&fields=sheets.data.columnMetadata',
        answer: {
          sheets: [
            {
              data: [
                {
                  columnMetadata: [
                    { pixelSize: 100 },
                    { hiddenByUser: true, pixelSize: 240 },
                    { hiddenByUser: true, pixelSize: 240 },
                    { pixelSize: 100 },
                  ],
                },
              ],
            },
          ],
        },
      },
    ],
  },
  {
    covers: 'updateDimensionProperties',
    name: 'shows a hidden row again',
    given: [
      batch({
        updateDimensionProperties: {
          range: rows(0, 1),
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      }),
    ],
    when: batch({
      updateDimensionProperties: {
        range: rows(0, 1),
        properties: { hiddenByUser: false },
        fields: 'hiddenByUser',
      },
    }),
    then: [
      {
        call: 'GET ?ranges=A1&fields=sheets.data.rowMetadata',
        answer: { sheets: [{ data: [{ rowMetadata: [{ pixelSize: 21 }] }] }] },
      },
    ],
  },
  {
    covers: 'autoResizeDimensions',
    name: 'fits a column to its longest text',
    given: [put('A1', [['x'], ['a much longer text than this']])],
    when: batch({ autoResizeDimensions: { dimensions: columns(0, 2) } }),
    ...done(),
    then: [
      {
        call: 'GET ?ranges=A1:B1&fields=sheets.data.columnMetadata.pixelSize',
        answer: { sheets: [{ data: [{ columnMetadata: [{ pixelSize: 212 }, { pixelSize: 100 }] }] }] },
      },
    ],
  },
  {
    covers: 'addDimensionGroup',
    name: 'groups columns and answers with all groups of the sheet',
    when: batch({ addDimensionGroup: { range: columns(0, 2) } }),
    answer: {
      spreadsheetId: BOOK,
      replies: [
        {
          addDimensionGroup: {
            dimensionGroups: [{ range: { dimension: 'COLUMNS', startIndex: 0, endIndex: 2 }, depth: 1 }],
          },
        },
      ],
    },
  },
  {
    covers: 'addDimensionGroup',
    name: 'nests a group inside another',
    given: [batch({ addDimensionGroup: { range: rows(0, 6) } })],
    when: batch({ addDimensionGroup: { range: rows(1, 3) } }),
    contains: {
      replies: [
        {
          addDimensionGroup: {
            dimensionGroups: [
              { range: { startIndex: 0, endIndex: 6 }, depth: 1 },
              { range: { startIndex: 1, endIndex: 3 }, depth: 2 },
            ],
          },
        },
      ],
    },
  },
  {
    covers: 'updateDimensionGroup',
    name: 'collapses a group and hides its rows',
    given: [batch({ addDimensionGroup: { range: rows(1, 3) } })],
    when: batch({
      updateDimensionGroup: {
        dimensionGroup: { range: rows(1, 3), depth: 1, collapsed: true },
        fields: 'collapsed',
      },
    }),
    ...done(),
    then: [
      {
        ...sheets('rowGroups'),
        answer: {
          sheets: [
            {
              rowGroups: [
                { range: { dimension: 'ROWS', startIndex: 1, endIndex: 3 }, depth: 1, collapsed: true },
              ],
            },
          ],
        },
      },
      {
        call: 'GET ?ranges=A2&fields=sheets.data.rowMetadata.hiddenByUser',
        answer: { sheets: [{ data: [{ rowMetadata: [{ hiddenByUser: true }] }] }] },
      },
    ],
  },
  {
    covers: 'deleteDimensionGroup',
    name: 'takes one level of grouping away',
    given: [
      batch({ addDimensionGroup: { range: rows(0, 6) } }, { addDimensionGroup: { range: rows(1, 3) } }),
    ],
    when: batch({ deleteDimensionGroup: { range: rows(1, 3) } }),
    answer: {
      spreadsheetId: BOOK,
      replies: [
        {
          deleteDimensionGroup: {
            dimensionGroups: [{ range: { dimension: 'ROWS', startIndex: 0, endIndex: 6 }, depth: 1 }],
          },
        },
      ],
    },
  },
  {
    covers: 'updateDimensionProperties',
    name: 'reads back with the sizes of untouched lines',
    when: { call: 'GET ?ranges=A1&fields=sheets.data(rowMetadata,columnMetadata)' },
    answer: {
      sheets: [{ data: [{ rowMetadata: [{ pixelSize: 21 }], columnMetadata: [{ pixelSize: 100 }] }] }],
    },
    then: [{ ...lines('startRow'), answer: { sheets: [{ data: [{}] }] } }],
  },
];
