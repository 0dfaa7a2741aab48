import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridRangeOf, joinBlocks, type Placed } from '../../../functions/adapters/sheets-cells.ts';
import { columnLetter } from '../../../functions/adapters/sheets-looks.ts';

const at = (row: number, column: number, value = `${row}/${column}`, sheetId = 1): Placed<string> => ({
  sheetId,
  row,
  column,
  value,
});

describe('joining cells into blocks', () => {
  it('makes one block of a full rectangle, whatever the order', () => {
    const cells = [at(3, 2), at(2, 3), at(2, 2), at(3, 3)];
    expect(joinBlocks(cells)).toEqual([
      {
        sheetId: 1,
        startRow: 2,
        startColumn: 2,
        values: [
          ['2/2', '2/3'],
          ['3/2', '3/3'],
        ],
      },
    ]);
  });

  it('keeps apart what does not touch: gaps, widths, sheets', () => {
    expect(joinBlocks([at(2, 1), at(2, 3), at(4, 1), at(3, 3), at(3, 4), at(2, 1, 'x', 2)])).toHaveLength(5);
  });

  it('lets the last of several values for one cell count', () => {
    expect(joinBlocks([at(2, 1, 'old'), at(2, 1, 'new')])[0]?.values).toEqual([['new']]);
  });

  it('covers exactly the cells given, each once', () => {
    const placed = fc.record({ row: fc.nat(6), column: fc.nat(6), sheetId: fc.nat(1) });
    fc.assert(
      fc.property(fc.array(placed), (places) => {
        const cells = places.map(({ row, column, sheetId }) =>
          at(row, column, `${sheetId}:${row}/${column}`, sheetId),
        );
        const covered = joinBlocks(cells).flatMap((block) => {
          const range = gridRangeOf(block);
          expect(block.values).toHaveLength(range.endRowIndex! - range.startRowIndex!);
          return block.values.flatMap((row, down) => {
            expect(row).toHaveLength(range.endColumnIndex! - range.startColumnIndex!);
            return row.map((value, along) => {
              const place = `${block.sheetId}:${block.startRow + down}/${block.startColumn + along}`;
              expect(value).toBe(place);
              return place;
            });
          });
        });
        expect([...covered].sort()).toEqual([...new Set(cells.map(({ value }) => value))].sort());
      }),
    );
  });
});

describe('columnLetter', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('names column %i %s', (index, letter) => {
    expect(columnLetter(index)).toBe(letter);
  });
});
