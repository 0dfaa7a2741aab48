import {
  answered,
  batch,
  BOOK,
  done,
  grid,
  refused,
  rows,
  sheets,
  type ConformanceCase,
} from '../conformance-case.ts';

const guard = (more: object) => ({ protectedRangeId: 7, range: grid(0, 2, 0, 2), ...more });

export const REQUESTS_ON_PROTECTION: readonly ConformanceCase[] = [
  {
    covers: 'addProtectedRange',
    name: 'answers with the protection as it is kept',
    when: batch({
      addProtectedRange: { protectedRange: guard({ description: 'keep', editors: { users: ['a@b.co'] } }) },
    }),
    answer: {
      spreadsheetId: BOOK,
      replies: [
        {
          addProtectedRange: {
            protectedRange: {
              protectedRangeId: 7,
              range: answered(0, 2, 0, 2),
              description: 'keep',
              editors: { users: ['a@b.co'] },
              requestingUserCanEdit: true,
            },
          },
        },
      ],
    },
  },
  {
    covers: 'addProtectedRange',
    name: 'drops the editors of a protection that only warns',
    when: batch({
      addProtectedRange: { protectedRange: guard({ warningOnly: true, editors: { users: ['a@b.co'] } }) },
    }),
    then: [
      {
        ...sheets('protectedRanges(warningOnly,editors)'),
        answer: { sheets: [{ protectedRanges: [{ warningOnly: true }] }] },
      },
    ],
  },
  {
    covers: 'addProtectedRange',
    name: 'moves with the rows it lies on, and goes with them',
    given: [batch({ addProtectedRange: { protectedRange: guard({}) } })],
    when: batch({ insertDimension: { range: rows(0, 1) } }),
    then: [
      {
        ...sheets('protectedRanges.range'),
        answer: { sheets: [{ protectedRanges: [{ range: answered(1, 3, 0, 2) }] }] },
      },
      { ...batch({ deleteDimension: { range: rows(0, 5) } }), ...done() },
      { ...sheets('protectedRanges'), answer: { sheets: [{}] } },
    ],
  },
  {
    covers: 'updateProtectedRange',
    name: 'changes the masked fields',
    given: [batch({ addProtectedRange: { protectedRange: guard({ description: 'old' }) } })],
    when: batch({
      updateProtectedRange: {
        protectedRange: { protectedRangeId: 7, description: 'new', range: grid(5, 6, 0, 1) },
        fields: 'description',
      },
    }),
    ...done(),
    then: [
      {
        ...sheets('protectedRanges(description,range)'),
        answer: { sheets: [{ protectedRanges: [{ description: 'new', range: answered(0, 2, 0, 2) }] }] },
      },
    ],
  },
  {
    covers: 'deleteProtectedRange',
    name: 'lifts a protection',
    given: [batch({ addProtectedRange: { protectedRange: guard({}) } })],
    when: batch({ deleteProtectedRange: { protectedRangeId: 7 } }),
    ...done(),
    then: [{ ...sheets('protectedRanges'), answer: { sheets: [{}] } }],
  },
  {
    covers: 'deleteProtectedRange',
    name: 'refuses an unknown id',
    when: batch({ deleteProtectedRange: { protectedRangeId: 8 } }),
    ...refused('Invalid requests[0].deleteProtectedRange: No protected range with id: 8'),
  },
];
