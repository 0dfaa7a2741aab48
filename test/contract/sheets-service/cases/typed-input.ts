import { cellRows, cells, put, type ConformanceCase } from '../conformance-case.ts';

type Typed = readonly [text: string, value: object, numberFormat?: object];

const number = (numberValue: number) => ({ numberValue });
const text = (stringValue: string) => ({ stringValue });
const date = (pattern: string) => ({ type: 'DATE', pattern });

/** Text typed into an empty cell, what the cell then holds, and the number format it takes. */
const TYPED: readonly Typed[] = [
  ['42', number(42)],
  ['-1.5', number(-1.5)],
  ['+7', number(7)],
  ['.5', number(0.5)],
  ['5.', number(5)],
  ['007', number(7)],
  ['1e3', number(1000), { type: 'SCIENTIFIC', pattern: '0.00E+00' }],
  ['1,234', number(1234), { type: 'NUMBER', pattern: '#,##0' }],
  ['1,234.5', number(1234.5), { type: 'NUMBER', pattern: '#,##0.00' }],
  ['(12)', number(-12)],
  [' 8 ', number(8)],
  ['12%', number(0.12), { type: 'PERCENT', pattern: '0%' }],
  ['12.5%', number(0.125), { type: 'PERCENT', pattern: '0.00%' }],
  ['$5', number(5), { type: 'CURRENCY', pattern: '"$"#,##0' }],
  ['-$1,234.50', number(-1234.5), { type: 'CURRENCY', pattern: '"$"#,##0.00' }],
  ['¥88', number(88), { type: 'CURRENCY', pattern: '"¥"#,##0' }],
  ['TRUE', { boolValue: true }],
  ['false', { boolValue: false }],
  ['1/2/2026', number(46024), date('M/d/yyyy')],
  ['12/31/99', number(36525), date('M/d/yyyy')],
  ['1/2', number(46024), date('M/d')],
  ['2026-01-02', number(46024), date('yyyy-mm-dd')],
  ['2026/1/2', number(46024), date('yyyy/m/d')],
  ['2026年1月2日', number(46024), date('yyyy"年"m"月"d"日"')],
  ['Jan 2, 2026', number(46024), date('mmm d, yyyy')],
  ['January 2, 2026', number(46024), date('mmmm d, yyyy')],
  ['2 Jan 2026', number(46024), date('d mmm yyyy')],
  ['2-Jan-2026', number(46024), date('d-mmm-yyyy')],
  ['6:00', number(0.25), { type: 'TIME', pattern: 'H:mm' }],
  ['6:00 PM', number(0.75), { type: 'TIME', pattern: 'h:mm am/pm' }],
  ['25:30', number(1.0625), { type: 'TIME', pattern: '[h]:mm' }],
  ['1/2/2026 18:00', number(46024.75), { type: 'DATE_TIME', pattern: 'M/d/yyyy H:mm' }],
  ['=1+1', { formulaValue: '=1+1' }],
  ["'007", text('007')],
  ["'=1", text('=1')],
  ['=', text('=')],
  ['hello', text('hello')],
  ['13/13/2026', text('13/13/2026')],
  ['2/30/2026', text('2/30/2026')],
  ['1,23', text('1,23')],
  ['12 %%', text('12 %%')],
  ['1.2.3', text('1.2.3')],
  ['$', text('$')],
  ['TRUEISH', text('TRUEISH')],
];

const setLocale = (locale: string) => ({
  call: 'POST :batchUpdate',
  body: { requests: [{ updateSpreadsheetProperties: { properties: { locale }, fields: 'locale' } }] },
});

/** What the locale of the workbook changes. */
const LOCALES: readonly (readonly [string, ...Typed])[] = [
  ['en_GB', '1/2/2026', number(46054), date('dd/mm/yyyy')],
  ['de_DE', '1.2.2026', number(46054), date('dd.mm.yyyy')],
  ['zh_CN', '2026/1/2', number(46024), date('yyyy/m/d')],
  ['zh_CN', '3月9日', number(46090), date('m"月"d"日"')],
];

export const TYPED_INPUT: readonly ConformanceCase[] = [
  ...TYPED.map(([typed, userEnteredValue, numberFormat]): ConformanceCase => ({
    covers: 'values.update',
    name: `reads ${JSON.stringify(typed)} as a person's typing`,
    given: [put('A1', [[typed]], 'USER_ENTERED')],
    when: cells('A1', 'userEnteredValue,userEnteredFormat.numberFormat'),
    answer: cellRows([{ userEnteredValue, ...(numberFormat && { userEnteredFormat: { numberFormat } }) }]),
  })),
  ...LOCALES.map(([locale, typed, userEnteredValue, numberFormat]): ConformanceCase => ({
    covers: 'values.update',
    name: `reads ${typed} in a workbook of locale ${locale}`,
    given: [setLocale(locale), put('A1', [[typed]], 'USER_ENTERED')],
    when: cells('A1', 'userEnteredValue,userEnteredFormat.numberFormat'),
    answer: cellRows([{ userEnteredValue, userEnteredFormat: { numberFormat } }]),
  })),
  {
    covers: 'values.update',
    name: 'takes everything as text in a cell formatted as text',
    given: [
      {
        call: 'POST :batchUpdate',
        body: {
          requests: [
            {
              repeatCell: {
                range: { sheetId: 0, endRowIndex: 1 },
                cell: { userEnteredFormat: { numberFormat: { type: 'TEXT' } } },
                fields: 'userEnteredFormat.numberFormat',
              },
            },
          ],
        },
      },
      put('A1', [['007', '=1+1']], 'USER_ENTERED'),
    ],
    when: cells('A1:B1', 'userEnteredValue'),
    answer: cellRows([{ userEnteredValue: text('007') }, { userEnteredValue: text('=1+1') }]),
  },
  {
    covers: 'values.update',
    name: 'keeps the number format a cell already has',
    given: [put('A1', [['50%']], 'USER_ENTERED'), put('A1', [['1/2/2026']], 'USER_ENTERED')],
    when: cells('A1', 'userEnteredFormat.numberFormat.type'),
    answer: cellRows([{ userEnteredFormat: { numberFormat: { type: 'PERCENT' } } }]),
  },
];
