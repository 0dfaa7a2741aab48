import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { packGrid } from '../../../local/board/packed-grid.ts';
import { boardSheet, type BoardSheet } from '../../../local/web/book/board-book.ts';
import { rowMap, rowShift } from '../../../local/web/book/row-identity.ts';
import { shiftedRow, shiftSheet } from '../../../local/web/session/shift-sheet.ts';
import { cellFromTyping } from '../../support/typed-cell-value.ts';

function sheetOf(rows: readonly (readonly string[])[], rowCount = rows.length): BoardSheet {
  const rowData = rows.map((row) => ({ values: row.map(cellFromTyping) }));
  const grid = packGrid([{ rowData, columnMetadata: [{ hiddenByUser: true }] }]);
  const properties = { sheetId: 1, gridProperties: { rowCount, columnCount: 4 } };
  return boardSheet({ sheet: { properties }, grid });
}

const header = ['编号', '客户', '下一步'];

describe('finding rows again', () => {
  it('a row is found by its hidden id wherever a sort put it, even when its texts changed too', () => {
    const rows = fc.uniqueArray(
      fc.string({ minLength: 1, maxLength: 4 }).filter((id) => id.trim() !== '' && id !== '编号'),
      {
        minLength: 2,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat(100)), (ids, order) => {
        const shuffled = [...ids]
          .map((id) => [order.next().value as number, id] as const)
          .sort((a, b) => a[0] - b[0]);
        const before = sheetOf([header, ...ids.map((id) => [`T${id}`, '同名', '旧'])]);
        const after = sheetOf([header, ...shuffled.map(([, id]) => [`T${id}`, '同名', '新'])]);
        const map = rowMap(before, after);
        for (const [index, id] of ids.entries()) {
          expect(map(index + 1)).toBe(shuffled.findIndex(([, other]) => other === id) + 1);
        }
      }),
    );
  });

  it('a deleted row is gone, and its neighbours are not taken for it', () => {
    const before = sheetOf([header, ['1', 'a'], ['2', 'b'], ['3', 'c']]);
    const after = sheetOf([header, ['1', 'a'], ['3', 'c']]);
    expect([1, 2, 3].map(rowMap(before, after))).toEqual([1, undefined, 2]);
    expect(rowShift(before, after)).toEqual({ kind: 'delete', start: 2, count: 1 });
  });

  it('empty rows stay where they are when nothing moved', () => {
    const sheet = sheetOf([header, ['1', 'a']], 50);
    expect(rowMap(sheet, sheetOf([header, ['1', 'b']], 50))(30)).toBe(30);
  });

  it('an inserted block is recognised as such', () => {
    const before = sheetOf([header, ['1', 'a'], ['2', 'b']]);
    const after = sheetOf([header, ['1', 'a'], [], [], ['2', 'b']]);
    expect(rowShift(before, after)).toEqual({ kind: 'insert', start: 2, count: 2 });
  });
});

describe('moving rows in the window', () => {
  const kinds = fc.constantFrom('insertRows', 'deleteRows', 'moveRows');
  it('each row is where shiftedRow says after shiftSheet has moved it', () => {
    fc.assert(
      fc.property(kinds, fc.nat(5), fc.integer({ min: 1, max: 3 }), fc.nat(9), (kind, start, count, to) => {
        // A block cannot be moved into itself.
        const before = to > start && to < start + count ? start : to;
        const sheet = sheetOf(Array.from({ length: 10 }, (_, row) => [`r${row}`]));
        const action =
          kind === 'moveRows'
            ? { kind, sheetId: 1, start, count, before }
            : { kind, sheetId: 1, start, count };
        const names = sheet.cells.map((row) => row[0]?.userEnteredValue?.stringValue);
        shiftSheet(sheet, action);
        for (const [row, name] of names.entries()) {
          const now = shiftedRow(action, row);
          if (now === undefined)
            expect(sheet.cells.some((cells) => cells[0]?.userEnteredValue?.stringValue === name)).toBe(false);
          else expect(sheet.cells[now]?.[0]?.userEnteredValue?.stringValue).toBe(name);
        }
      }),
    );
  });
});
