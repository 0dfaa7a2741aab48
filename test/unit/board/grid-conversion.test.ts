import { describe, expect, it } from 'vitest';
import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { packGrid, unpackGrid } from '../../../local/board/packed-grid.ts';
import { boardSheet, isLocked, type BoardSheet } from '../../../local/web/book/board-book.ts';
import { compileColours } from '../../../local/web/book/cell-colours.ts';
import { dropdownOptions } from '../../../local/web/book/dropdown-options.ts';
import { gridConditionalFormats } from '../../../local/web/book/grid-conditional-format.ts';
import { gridColumns, gridFreeze, gridSheet, StyleBook } from '../../../local/web/book/grid-sheet.ts';
import { gridStyle } from '../../../local/web/book/grid-style.ts';
import { gridValidationRules } from '../../../local/web/book/grid-validation.ts';
import { cellFromTyping } from '../../support/typed-cell-value.ts';

type Cell = sheets_v4.Schema$CellData;

function sheetOf(rows: Cell[][], sheet: sheets_v4.Schema$Sheet = {}): BoardSheet {
  const grid = packGrid([{ rowData: rows.map((values) => ({ values })) }]);
  return boardSheet({
    sheet: {
      properties: { sheetId: 5, title: 'T', gridProperties: { rowCount: 20, columnCount: 6 } },
      ...sheet,
    },
    grid,
  });
}

const list = (...values: string[]): Cell => ({
  dataValidation: {
    condition: { type: 'ONE_OF_LIST', values: values.map((userEnteredValue) => ({ userEnteredValue })) },
  },
});

describe('Google cells in the grid', () => {
  it('packing and unpacking gives the same cells, and one object for each distinct format', () => {
    const format = () => ({ numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } });
    const cells: Cell[][] = [
      [
        { ...cellFromTyping('a'), userEnteredFormat: format(), note: 'n' },
        {},
        { ...cellFromTyping(3), userEnteredFormat: format() },
      ],
      [{ userEnteredValue: { formulaValue: '=1' }, effectiveValue: { numberValue: 1 } }],
    ];
    const unpacked = unpackGrid(packGrid([{ rowData: cells.map((values) => ({ values })) }]));
    const bare = (cell: Cell | undefined) => ({ ...cell, formattedValue: undefined });
    expect(unpacked[0]?.map(bare)).toEqual(cells[0]?.map(bare));
    expect(unpacked[1]?.map(bare)).toEqual(cells[1]?.map(bare));
    expect(unpacked[0]?.[0]?.userEnteredFormat).toBe(unpacked[0]?.[2]?.userEnteredFormat);
  });

  it('white backgrounds and black text are left to the theme', () => {
    const white = { red: 1, green: 1, blue: 1 };
    expect(gridStyle({ backgroundColor: white, textFormat: { foregroundColor: {} } })).toBeUndefined();
    expect(gridStyle({ backgroundColor: { red: 1 } })).toEqual({ bg: { rgb: '#ff0000' } });
  });

  it('hidden and sized columns, frozen rows and values arrive in the worksheet', () => {
    const grid = packGrid([
      {
        rowData: [
          { values: [cellFromTyping('编号'), cellFromTyping('客户')] },
          { values: [cellFromTyping(true)] },
        ],
        columnMetadata: [{ hiddenByUser: true, pixelSize: 90 }, { pixelSize: 240 }],
        rowMetadata: [{ pixelSize: 21 }, { pixelSize: 21 }],
      },
    ]);
    const sheet = boardSheet({
      sheet: {
        properties: {
          sheetId: 0,
          title: '任务',
          gridProperties: { rowCount: 9, columnCount: 3, frozenRowCount: 1 },
        },
      },
      grid,
    });
    const made = gridSheet(sheet, new StyleBook());
    expect(gridFreeze(sheet)).toEqual({ xSplit: 0, ySplit: 1, startRow: 1, startColumn: -1 });
    expect(Object.fromEntries(gridColumns(sheet))[0]).toEqual({ w: 90, hd: 1 });
    expect(made.columnData).toMatchObject({ 1: { w: 240 } });
    expect(made.rowData).toEqual({});
    expect(made.cellData?.[1]?.[0]).toEqual({ v: 1, t: 3 });
  });

  it('cells of one rule become one rule over column runs, wherever the rule objects came from', () => {
    const cell = () => list('高', '低');
    const rules = gridValidationRules(
      sheetOf([
        [{}, cell()],
        [{}, cell()],
        [{}, {}],
        [{}, cell(), list('x')],
      ]),
      [],
    );
    expect(rules.map(({ ranges, formula1 }) => [formula1, ranges])).toEqual([
      [
        '高,低',
        [
          { startRow: 0, endRow: 1, startColumn: 1, endColumn: 1 },
          { startRow: 3, endRow: 3, startColumn: 1, endColumn: 1 },
        ],
      ],
      ['x', [{ startRow: 3, endRow: 3, startColumn: 2, endColumn: 2 }]],
    ]);
  });

  it('an option with a comma is not torn apart into two', () => {
    expect(gridValidationRules(sheetOf([[list('a,b', 'c')]]), [])).toEqual([]);
  });

  it('options that stand on another tab are read from there, without blanks and repetitions', () => {
    const names = {
      ...sheetOf([['姓名'], ['Lisa'], [''], ['王磊'], ['Lisa']].map((row) => row.map(cellFromTyping))),
      title: "团队's",
    };
    const rule = {
      condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: "='团队''s'!$A$2:$A" }] },
    };
    expect(dropdownOptions(rule, [names])).toEqual(['Lisa', '王磊']);
    expect(dropdownOptions(rule, [{ ...names, loaded: false }])).toBeUndefined();
  });

  it('the first matching colour rule wins, later ones add what it leaves open', () => {
    const range = { startRowIndex: 0, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 3 };
    const rule = (
      type: string,
      value: string,
      format: sheets_v4.Schema$CellFormat,
    ): sheets_v4.Schema$ConditionalFormatRule => ({
      ranges: [range],
      booleanRule: { condition: { type, values: [{ userEnteredValue: value }] }, format },
    });
    const sheet = sheetOf([[cellFromTyping('🔴'), cellFromTyping(7)]], {
      conditionalFormats: [
        rule('CUSTOM_FORMULA', '=$A1="🔴"', { backgroundColor: { red: 1 } }),
        rule('NUMBER_GREATER', '5', { backgroundColor: { green: 1 }, textFormat: { bold: true } }),
        rule('CUSTOM_FORMULA', '=COUNTIF(A:A,"x")>0', { backgroundColor: { blue: 1 } }),
      ],
    });
    const { colours, left } = compileColours(sheet);
    const scope = {
      value: (row: number, column: number) => (row > 0 ? null : column === 0 ? '🔴' : 7),
      today: () => 0,
    };
    expect(colours(scope, 0, 1)).toEqual({ bg: { rgb: '#ff0000' }, bl: 1 });
    expect(colours(scope, 1, 1)).toBeUndefined();
    expect(left).toHaveLength(1);
    expect(gridConditionalFormats(sheet).map(({ rule: made }) => made['value'])).toEqual([
      '=COUNTIF(A:A,"x")>0',
    ]);
  });

  it('a protected range locks for everyone but its editors, and a warning locks for nobody', () => {
    const locked = sheetOf([], {
      protectedRanges: [
        { range: { startColumnIndex: 1, endColumnIndex: 2, startRowIndex: 1 }, editors: { users: ['a@x'] } },
        { range: { startColumnIndex: 3, endColumnIndex: 4 }, warningOnly: true },
      ],
    });
    expect([
      isLocked(locked, 1, 1, 'b@x'),
      isLocked(locked, 0, 1, 'b@x'),
      isLocked(locked, 1, 1, 'a@x'),
    ]).toEqual([true, false, false]);
    expect(isLocked(locked, 1, 3, 'b@x')).toBe(false);
  });
});
