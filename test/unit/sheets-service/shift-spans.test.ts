import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deleteShift,
  insertShift,
  moveShift,
  shiftGridRange,
  type SpanShift,
} from '../../../local/sheets-service/model/shift-spans.ts';

const SIZE = 20;
const span = fc.tuple(fc.nat(SIZE - 1), fc.integer({ min: 1, max: 5 })).map(([start, length]) => {
  const end = Math.min(start + length, SIZE);
  return [start, end] as const;
});

/** Where the lines of a span are after a change of the whole list of lines. */
function follow(lines: readonly number[], [start, end]: readonly [number, number]): readonly number[] {
  return lines.flatMap((line, place) => (line >= start && line < end ? [place] : []));
}

const all = Array.from({ length: SIZE }, (_, line) => line);

describe('spans follow their lines', () => {
  it('when others are deleted: what is left of them is exactly the new span', () => {
    fc.assert(
      fc.property(span, fc.nat(SIZE - 4), (wanted, at) => {
        const places = follow(
          all.filter((line) => line < at || line >= at + 3),
          wanted,
        );
        const shifted = deleteShift(at, 3)(...wanted);
        if (places.length === 0) expect(shifted).toBeUndefined();
        else expect(shifted).toEqual([places[0], (places.at(-1) ?? 0) + 1]);
      }),
    );
  });

  it('when lines are inserted: it covers its old lines, and grows only around new ones', () => {
    fc.assert(
      fc.property(span, fc.nat(SIZE), (wanted, at) => {
        const places = follow([...all.slice(0, at), -1, -1, ...all.slice(at)], wanted);
        expect(insertShift(at, 2)(...wanted)).toEqual([places[0], (places.at(-1) ?? 0) + 1]);
      }),
    );
  });

  it('when a block moves: a span that stays in one piece is found where its lines are', () => {
    fc.assert(
      fc.property(span, fc.nat(SIZE - 3), fc.nat(SIZE), (wanted, start, before) => {
        fc.pre(before <= start || before >= start + 3);
        const lines = all.slice();
        const block = lines.splice(start, 3);
        lines.splice(before > start ? before - 3 : before, 0, ...block);
        const places = follow(lines, wanted);
        const inOnePiece = (places.at(-1) ?? 0) - (places[0] ?? 0) === places.length - 1;
        fc.pre(inOnePiece);
        expect(moveShift(start, 3, before)(...wanted)).toEqual([places[0], (places.at(-1) ?? 0) + 1]);
      }),
    );
  });
});

describe('a grid range', () => {
  const shift: SpanShift = insertShift(0, 4);

  it('keeps open sides open', () => {
    expect(shiftGridRange({ sheetId: 1, startRowIndex: 2 }, 'ROWS', shift)).toEqual({
      sheetId: 1,
      startRowIndex: 6,
    });
    expect(shiftGridRange({ sheetId: 1 }, 'ROWS', shift)).toEqual({ sheetId: 1 });
  });

  it('moves only along the dimension that changed', () => {
    const range = { startRowIndex: 1, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 };
    expect(shiftGridRange(range, 'COLUMNS', shift)).toEqual({
      ...range,
      startColumnIndex: 5,
      endColumnIndex: 6,
    });
  });
});
