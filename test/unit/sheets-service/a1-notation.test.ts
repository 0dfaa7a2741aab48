import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnIndex,
  columnName,
  formatRange,
  parseRange,
  parseReference,
  quoteTitle,
} from '../../../local/sheets-service/a1/a1-notation.ts';

describe('columns', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('%i is %s', (index, name) => {
    expect(columnName(index)).toBe(name);
    expect(columnIndex(name.toLowerCase())).toBe(index);
  });

  it('come back from their names', () => {
    fc.assert(fc.property(fc.nat(18_277), (index) => columnIndex(columnName(index)) === index));
  });
});

describe('ranges', () => {
  it('come back from their text, whichever corner is named first', () => {
    const corner = fc.record({ row: fc.nat(9999), column: fc.nat(700) });
    fc.assert(
      fc.property(corner, corner, (a, b) => {
        const range = {
          startRow: Math.min(a.row, b.row),
          endRow: Math.max(a.row, b.row) + 1,
          startColumn: Math.min(a.column, b.column),
          endColumn: Math.max(a.column, b.column) + 1,
        };
        expect(parseRange(formatRange(range))).toEqual(range);
        const [first, last] = [a, b].map(({ row, column }) => `${columnName(column)}${row + 1}`);
        expect(parseRange(`${last}:${first}`)).toEqual(range);
      }),
    );
  });

  it.each(['', ':', 'A', '1', 'A1:', ':B2', 'A0', 'ABCD1', 'A1:B2:C3', 'A1 B2'])('%j is none', (text) => {
    expect(parseRange(text)).toBeUndefined();
  });
});

describe('titles', () => {
  it('come back from references, whatever is in them', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (title) => {
        const reference = parseReference(`${quoteTitle(title)}!B2`);
        expect(reference.sheetTitle).toBe(title);
        expect(reference.range).toMatchObject({ startRow: 1, startColumn: 1 });
      }),
    );
  });

  it.each([
    ['Plain_1', 'Plain_1'],
    ['Two words', "'Two words'"],
    ["O'Neil", "'O''Neil'"],
    ['任务', "'任务'"],
    ['2026', "'2026'"],
    ['Q1', "'Q1'"],
    ['R1C1', "'R1C1'"],
  ])('%s is written %s', (title, written) => {
    expect(quoteTitle(title)).toBe(written);
  });
});
