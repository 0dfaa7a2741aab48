import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Book } from '../../../local/sheets-service/model/book.ts';
import { BookDraft } from '../../../local/sheets-service/model/book-draft.ts';
import type { Mutation } from '../../../local/sheets-service/model/mutation.ts';
import { decodeEntry, encodeEntry } from '../../../local/sheets-service/storage/journal-entry.ts';
import { snapshotEntries } from '../../../local/sheets-service/storage/snapshot-entries.ts';

const meta = { properties: { sheetId: 0, title: 'Sheet1' } };
const EMPTY: Book = { meta: { spreadsheetId: 'b', properties: { title: 'Book' } }, sheets: [] };
const SIZE = 12;

function freshBook(): Book {
  const draft = new BookDraft(EMPTY);
  draft.apply({ kind: 'addSheet', index: 0, meta, rowCount: SIZE, columnCount: SIZE });
  for (let row = 0; row < SIZE; row += 2) {
    draft.apply({
      kind: 'cell',
      sheetId: 0,
      row,
      column: row % 5,
      cell: { userEnteredValue: { numberValue: row } },
    });
  }
  return draft.book;
}

const bold = { textFormat: { bold: true } };
const index = fc.nat(SIZE - 1);
const dimension = fc.constantFrom('ROWS' as const, 'COLUMNS' as const);
const storedCell = fc.oneof(
  fc.constant(null),
  fc.record({ userEnteredValue: fc.record({ stringValue: fc.string({ minLength: 1 }) }) }),
  fc.record({ userEnteredValue: fc.record({ formulaValue: fc.constant('=A1') }), note: fc.string() }),
  fc.constant({ userEnteredFormat: bold, dataValidation: { condition: { type: 'BOOLEAN' } } }),
);

/** Changes that keep the sheet at its size, so that any sequence of them is possible. */
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({
    kind: fc.constant('cell' as const),
    sheetId: fc.constant(0),
    row: index,
    column: index,
    cell: storedCell,
  }),
  fc
    .tuple(dimension, index)
    .map(([dim, at]): Mutation => ({ kind: 'splice', sheetId: 0, dimension: dim, at, remove: 1, insert: 1 })),
  fc.tuple(dimension, fc.nat(SIZE - 4), fc.nat(SIZE)).map(([dim, start, before]): Mutation => {
    const outside = before > start && before < start + 3 ? start : before;
    return { kind: 'move', sheetId: 0, dimension: dim, start, count: 3, before: outside };
  }),
  fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }).map((order): Mutation => ({
    kind: 'permute',
    sheetId: 0,
    startRow: 2,
    startColumn: 1,
    endColumn: 5,
    order,
  })),
  fc.tuple(dimension, index, fc.nat(300)).map(([dim, at, pixelSize]): Mutation => ({
    kind: 'dimension',
    sheetId: 0,
    dimension: dim,
    index: at,
    info: { pixelSize },
  })),
);

function changed(base: Book, mutations: readonly Mutation[]): BookDraft {
  const draft = new BookDraft(base);
  for (const one of mutations) draft.apply(one);
  return draft;
}

/** Undefined and missing count the same: a book is what it shows. */
const shown = (book: Book): unknown => JSON.parse(JSON.stringify(book));

describe('a draft', () => {
  it('never changes the book it came from', () => {
    fc.assert(
      fc.property(fc.array(mutation), (mutations) => {
        const base = freshBook();
        const before = shown(base);
        changed(base, mutations);
        expect(shown(base)).toEqual(before);
      }),
    );
  });

  it('gives the same book again when its changes are read back from the journal', () => {
    fc.assert(
      fc.property(fc.array(mutation), (mutations) => {
        const draft = changed(freshBook(), mutations);
        const line = encodeEntry({ revision: 1, at: 0, mutations: draft.mutations });
        const read = decodeEntry(line.slice(0, -1));
        expect(shown(changed(freshBook(), read?.mutations ?? []).book)).toEqual(shown(draft.book));
      }),
    );
  });

  it('gives the same book again from a snapshot', () => {
    fc.assert(
      fc.property(fc.array(mutation), (mutations) => {
        const { book } = changed(freshBook(), mutations);
        const entries = snapshotEntries(book, 7).map((entry) =>
          decodeEntry(encodeEntry(entry()).slice(0, -1)),
        );
        const rebuilt = changed(
          EMPTY,
          entries.flatMap((entry) => entry?.mutations ?? []),
        ).book;
        expect(JSON.stringify(withoutTails(rebuilt))).toEqual(JSON.stringify(withoutTails(book)));
      }),
    );
  });

  it('moves whole rows as if they were cards in a pile', () => {
    fc.assert(
      fc.property(fc.nat(SIZE - 1), fc.nat(SIZE), (start, before) => {
        const { book } = changed(freshBook(), [
          { kind: 'move', sheetId: 0, dimension: 'ROWS', start, count: 1, before },
        ]);
        const pile = Array.from({ length: SIZE }, (_, row) => row);
        const [card = 0] = pile.splice(start, 1);
        pile.splice(before > start ? before - 1 : before, 0, card);
        pile.forEach((row, place) => {
          const value = book.sheets[0]?.rows[place]?.cells[row % 5]?.userEnteredValue?.numberValue;
          expect(value).toBe(row % 2 === 0 ? row : undefined);
        });
      }),
    );
  });

  it('refuses a sheet that is not there', () => {
    expect(() => changed(EMPTY, [{ kind: 'cell', sheetId: 4, row: 0, column: 0, cell: null }])).toThrow(
      'no sheet 4',
    );
  });
});

/** Rows and cells that hold nothing are the same as none at all. */
function withoutTails(book: Book): unknown {
  return book.sheets.map(({ rows, columns, ...rest }) => ({
    ...rest,
    columns: trimmed(columns.map((info) => info ?? null)),
    rows: trimmed(
      rows.map((row) => {
        const cells = trimmed(Array.from(row?.cells ?? [], (cell) => cell ?? null));
        return cells.length > 0 || row?.info ? { cells, info: row?.info ?? null } : null;
      }),
    ),
  }));
}

function trimmed<T>(list: (T | null)[]): (T | null)[] {
  const last = list.findLastIndex((item) => item !== null);
  return list.slice(0, last + 1);
}

describe('a journal line', () => {
  it('is refused when any of its characters is another', () => {
    const line = encodeEntry({ revision: 3, at: 5, mutations: [{ kind: 'deleteSheet', sheetId: 1 }] }).slice(
      0,
      -1,
    );
    fc.assert(
      fc.property(fc.nat(line.length - 1), (at) => {
        const other = line[at] === 'x' ? 'y' : 'x';
        expect(decodeEntry(line.slice(0, at) + other + line.slice(at + 1))).toBeUndefined();
      }),
    );
  });

  it('writes a format that many cells share only once', () => {
    const cellOf = (row: number): Mutation => ({
      kind: 'cell',
      sheetId: 0,
      row,
      column: 0,
      cell: { userEnteredFormat: bold },
    });
    const line = encodeEntry({ revision: 1, at: 0, mutations: [cellOf(0), cellOf(1), cellOf(2)] });
    expect(line.split('"bold"').length - 1).toBe(1);
  });
});
