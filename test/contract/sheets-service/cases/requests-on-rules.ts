import {
  answered,
  batch,
  cellRows,
  cells,
  done,
  grid,
  put,
  refused,
  sheets,
  type ConformanceCase,
} from '../conformance-case.ts';

const RED = { red: 1 };
const LIST = { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'open' }, { userEnteredValue: 'done' }] };
const colorRule = (type: string, value: string, backgroundColor: object, range = grid(0, 3, 0, 1)) => ({
  ranges: [range],
  booleanRule: { condition: { type, values: [{ userEnteredValue: value }] }, format: { backgroundColor } },
});
const background = (backgroundColor: object) => ({ effectiveFormat: { backgroundColor } });
const WHITE = { red: 1, green: 1, blue: 1 };
const SCALE = {
  minpoint: { type: 'MIN', color: { red: 1 } },
  maxpoint: { type: 'MAX', color: { blue: 1 } },
};

export const REQUESTS_ON_RULES: readonly ConformanceCase[] = [
  {
    covers: 'setDataValidation',
    name: 'puts a rule on every cell of the range',
    when: batch({
      setDataValidation: {
        range: grid(0, 1, 0, 2),
        rule: { condition: LIST, strict: true, showCustomUi: true },
      },
    }),
    ...done(),
    then: [
      {
        ...cells('A1:B1', 'dataValidation'),
        answer: cellRows([
          { dataValidation: { condition: LIST, strict: true, showCustomUi: true } },
          { dataValidation: { condition: LIST, strict: true, showCustomUi: true } },
        ]),
      },
    ],
  },
  {
    covers: 'setDataValidation',
    name: 'leaves out flags that are off',
    when: batch({
      setDataValidation: { range: grid(0, 1, 0, 1), rule: { condition: { type: 'BOOLEAN' }, strict: false } },
    }),
    then: [
      {
        ...cells('A1', 'dataValidation'),
        answer: cellRows([{ dataValidation: { condition: { type: 'BOOLEAN' } } }]),
      },
    ],
  },
  {
    covers: 'setDataValidation',
    name: 'removes rules when none is given',
    given: [batch({ setDataValidation: { range: grid(0, 1, 0, 2), rule: { condition: LIST } } })],
    when: batch({ setDataValidation: { range: grid(0, 1, 0, 1) } }),
    then: [
      {
        ...cells('A1:B1', 'dataValidation.condition.type'),
        answer: cellRows([{}, { dataValidation: { condition: { type: 'ONE_OF_LIST' } } }]),
      },
    ],
  },
  {
    covers: 'setDataValidation',
    name: 'writes a custom formula for each cell of the range',
    when: batch({
      setDataValidation: {
        range: grid(1, 3, 0, 1),
        rule: { condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=B2>$C$1' }] } },
      },
    }),
    then: [
      {
        ...cells('A3', 'dataValidation.condition.values'),
        answer: cellRows([{ dataValidation: { condition: { values: [{ userEnteredValue: '=B3>$C$1' }] } } }]),
      },
    ],
  },
  {
    covers: 'setDataValidation',
    name: 'does not stop writes through the API',
    given: [
      batch({ setDataValidation: { range: grid(0, 1, 0, 1), rule: { condition: LIST, strict: true } } }),
    ],
    when: put('A1', [['neither']]),
    contains: { updatedCells: 1 },
  },
  {
    covers: 'addConditionalFormatRule',
    name: 'colours cells whose condition holds, the first true rule winning',
    given: [put('A1', [[5], [15], ['x']])],
    when: batch(
      { addConditionalFormatRule: { rule: colorRule('NUMBER_GREATER', '1', RED), index: 0 } },
      { addConditionalFormatRule: { rule: colorRule('NUMBER_GREATER', '10', { green: 1 }), index: 0 } },
    ),
    ...done(2),
    then: [
      {
        ...cells('A1:A3', 'effectiveFormat.backgroundColor'),
        answer: cellRows([background(RED)], [background({ green: 1 })], [background(WHITE)]),
      },
      {
        ...sheets('conditionalFormats(ranges,booleanRule(condition,format(backgroundColor)))'),
        contains: {
          sheets: [
            {
              conditionalFormats: [
                {
                  ranges: [answered(0, 3, 0, 1)],
                  booleanRule: {
                    condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '10' }] },
                    format: { backgroundColor: { green: 1 } },
                  },
                },
                {},
              ],
            },
          ],
        },
      },
    ],
  },
  {
    covers: 'addConditionalFormatRule',
    name: 'moves the references of a custom formula with the cell',
    given: [
      put('A1', [
        [1, 'no'],
        [2, 'yes'],
      ]),
    ],
    when: batch({
      addConditionalFormatRule: { rule: colorRule('CUSTOM_FORMULA', '=$B1="yes"', RED), index: 0 },
    }),
    then: [
      {
        ...cells('A1:A2', 'effectiveFormat.backgroundColor'),
        answer: cellRows([background(WHITE)], [background(RED)]),
      },
    ],
  },
  {
    covers: 'addConditionalFormatRule',
    name: 'mixes the colours of a scale',
    given: [put('A1', [[0], [5], [10]])],
    when: batch({
      addConditionalFormatRule: { rule: { ranges: [grid(0, 3, 0, 1)], gradientRule: SCALE }, index: 0 },
    }),
    then: [
      {
        ...cells('A1:A3', 'effectiveFormat.backgroundColor'),
        answer: cellRows(
          [background(RED)],
          [background({ red: 0.5019608, blue: 0.5019608 })],
          [background({ blue: 1 })],
        ),
      },
    ],
  },
  {
    covers: 'addConditionalFormatRule',
    name: 'refuses a rule that is both boolean and gradient',
    when: {
      call: 'POST :batchUpdate',
      body: {
        requests: [
          { addConditionalFormatRule: { rule: { ...colorRule('BLANK', '', RED), gradientRule: SCALE } } },
        ],
      },
    },
    ...refused(
      `Invalid value at 'requests[0].add_conditional_format_rule.rule' (oneof), oneof field 'rule' is already set. Cannot set 'gradientRule'`,
    ),
  },
  {
    covers: 'addConditionalFormatRule',
    name: 'refuses a scale without its ends',
    when: batch({
      addConditionalFormatRule: {
        rule: { ranges: [grid(0, 1, 0, 1)], gradientRule: { minpoint: SCALE.minpoint } },
        index: 0,
      },
    }),
    ...refused('Invalid requests[0].addConditionalFormatRule: No interpolationPointType specified.'),
  },
  {
    covers: 'addConditionalFormatRule',
    name: 'refuses a point that needs a value and has none',
    when: batch({
      addConditionalFormatRule: {
        rule: {
          ranges: [grid(0, 1, 0, 1)],
          gradientRule: { ...SCALE, midpoint: { type: 'PERCENTILE', color: RED } },
        },
        index: 0,
      },
    }),
    ...refused('Invalid requests[0].addConditionalFormatRule: InterpolationPoint.value is required.'),
  },
  {
    covers: 'updateConditionalFormatRule',
    name: 'replaces a rule and answers with both',
    given: [batch({ addConditionalFormatRule: { rule: colorRule('TEXT_EQ', 'a', RED), index: 0 } })],
    when: batch({
      updateConditionalFormatRule: { index: 0, sheetId: 0, rule: colorRule('TEXT_EQ', 'b', RED) },
    }),
    contains: {
      replies: [
        {
          updateConditionalFormatRule: {
            newIndex: 0,
            newRule: { booleanRule: { condition: { values: [{ userEnteredValue: 'b' }] } } },
            oldRule: { booleanRule: { condition: { values: [{ userEnteredValue: 'a' }] } } },
          },
        },
      ],
    },
  },
  {
    covers: 'updateConditionalFormatRule',
    name: 'moves a rule to another index',
    given: [
      batch(
        { addConditionalFormatRule: { rule: colorRule('TEXT_EQ', 'a', RED), index: 0 } },
        { addConditionalFormatRule: { rule: colorRule('TEXT_EQ', 'b', RED), index: 1 } },
      ),
    ],
    when: batch({ updateConditionalFormatRule: { index: 0, newIndex: 1, sheetId: 0 } }),
    contains: { replies: [{ updateConditionalFormatRule: { oldIndex: 0, newIndex: 1 } }] },
    then: [
      {
        ...sheets('conditionalFormats.booleanRule.condition.values'),
        answer: {
          sheets: [
            {
              conditionalFormats: ['b', 'a'].map((userEnteredValue) => ({
                booleanRule: { condition: { values: [{ userEnteredValue }] } },
              })),
            },
          ],
        },
      },
    ],
  },
  {
    covers: 'deleteConditionalFormatRule',
    name: 'removes the rule at an index and answers with it',
    given: [batch({ addConditionalFormatRule: { rule: colorRule('TEXT_EQ', 'a', RED), index: 0 } })],
    when: batch({ deleteConditionalFormatRule: { sheetId: 0, index: 0 } }),
    contains: { replies: [{ deleteConditionalFormatRule: { rule: { ranges: [answered(0, 3, 0, 1)] } } }] },
    then: [{ ...sheets('conditionalFormats'), answer: { sheets: [{}] } }],
  },
  {
    covers: 'deleteConditionalFormatRule',
    name: 'refuses an index without a rule',
    when: batch({ deleteConditionalFormatRule: { sheetId: 0, index: 2 } }),
    refused: {
      code: 400,
      status: 'INVALID_ARGUMENT',
      message:
        'Invalid requests[0].deleteConditionalFormatRule: No conditional format on sheet at index: 2 (the sheet has 0)',
    },
  },
];
