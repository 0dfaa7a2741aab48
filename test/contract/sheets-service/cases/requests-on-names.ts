import {
  batch,
  BOOK,
  done,
  grid,
  holds,
  put,
  refused,
  rows,
  type ConformanceCase,
} from '../conformance-case.ts';

export const REQUESTS_ON_NAMES: readonly ConformanceCase[] = [
  {
    covers: 'updateSpreadsheetProperties',
    name: 'changes title and time zone',
    when: batch({
      updateSpreadsheetProperties: {
        properties: { title: 'Renamed', timeZone: 'Asia/Shanghai' },
        fields: 'title,timeZone',
      },
    }),
    ...done(),
    then: [
      {
        call: 'GET ?fields=properties(title,timeZone,locale)',
        answer: { properties: { title: 'Renamed', timeZone: 'Asia/Shanghai', locale: 'en_US' } },
      },
    ],
  },
  {
    covers: 'updateSpreadsheetProperties',
    name: 'refuses a time zone that does not exist',
    when: batch({
      updateSpreadsheetProperties: { properties: { timeZone: 'Mars/Base' }, fields: 'timeZone' },
    }),
    ...refused('Invalid requests[0].updateSpreadsheetProperties: Invalid time zone: Mars/Base'),
  },
  {
    covers: 'addNamedRange',
    name: 'names a range that can then be read by its name',
    given: [put('A1', [['x', 'y']])],
    when: batch({
      addNamedRange: { namedRange: { namedRangeId: 'n1', name: 'pair', range: grid(0, 1, 0, 2) } },
    }),
    answer: {
      spreadsheetId: BOOK,
      replies: [
        {
          addNamedRange: {
            namedRange: {
              namedRangeId: 'n1',
              name: 'pair',
              range: { startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 },
            },
          },
        },
      ],
    },
    then: [holds('pair', [['x', 'y']])],
  },
  {
    covers: 'addNamedRange',
    name: 'refuses a name that is taken',
    given: [batch({ addNamedRange: { namedRange: { name: 'pair', range: grid(0, 1, 0, 2) } } })],
    when: batch({ addNamedRange: { namedRange: { name: 'Pair', range: grid(0, 1, 0, 2) } } }),
    ...refused(
      'Invalid requests[0].addNamedRange: Cannot add named range with name Pair, a named range with that name already exists.',
    ),
  },
  {
    covers: 'addNamedRange',
    name: 'refuses a name that looks like a cell',
    when: batch({ addNamedRange: { namedRange: { name: 'A1', range: grid(0, 1, 0, 2) } } }),
    ...refused("Invalid requests[0].addNamedRange: Invalid named range name: 'A1'"),
  },
  {
    covers: 'updateNamedRange',
    name: 'changes the name and keeps the range',
    given: [
      batch({ addNamedRange: { namedRange: { namedRangeId: 'n1', name: 'old', range: grid(0, 1, 0, 2) } } }),
    ],
    when: batch({ updateNamedRange: { namedRange: { namedRangeId: 'n1', name: 'fresh' }, fields: 'name' } }),
    ...done(),
    then: [{ call: 'GET /values/fresh', contains: { range: 'Sheet1!A1:B1' } }],
  },
  {
    covers: 'updateNamedRange',
    name: 'refuses an unknown id',
    when: batch({ updateNamedRange: { namedRange: { namedRangeId: 'zz', name: 'x' }, fields: 'name' } }),
    ...refused('Invalid requests[0].updateNamedRange: No named range with id: zz'),
  },
  {
    covers: 'deleteNamedRange',
    name: 'removes the name and keeps the cells',
    given: [
      put('A1', [['x']]),
      batch({ addNamedRange: { namedRange: { namedRangeId: 'n1', name: 'gone', range: grid(0, 1, 0, 1) } } }),
    ],
    when: batch({ deleteNamedRange: { namedRangeId: 'n1' } }),
    ...done(),
    then: [{ call: 'GET /values/gone', ...refused('Unable to parse range: gone') }, holds('A1', [['x']])],
  },
  {
    covers: 'addNamedRange',
    name: 'moves with the rows it lies on',
    given: [batch({ addNamedRange: { namedRange: { name: 'there', range: grid(4, 6, 0, 1) } } })],
    when: batch({ insertDimension: { range: rows(0, 3) } }, { deleteDimension: { range: rows(8, 9) } }),
    then: [{ call: 'GET /values/there', contains: { range: 'Sheet1!A8' } }],
  },
];
