import type { Book, SheetState } from '../model/book.ts';
import type { Mutation } from '../model/mutation.ts';
import type { JournalEntry } from './journal-entry.ts';

const ROWS_PER_LINE = 500;

/**
 * The lines that build a book from nothing, each made only when asked for, so that writing a large snapshot
 * never holds up other work for long.
 */
export function snapshotEntries(book: Book, revision: number): readonly (() => JournalEntry)[] {
  const entry = (mutations: () => Mutation[]) => () => ({ revision, at: 0, mutations: mutations() });
  return [
    entry(() => [{ kind: 'bookMeta', meta: book.meta }]),
    ...book.sheets.flatMap((sheet, index) => [
      entry(() => sheetFrame(sheet, index)),
      ...blocks(sheet.rows.length).map(([from, to]) => entry(() => rowMutations(sheet, from, to))),
    ]),
  ];
}

function sheetFrame(sheet: SheetState, index: number): Mutation[] {
  const { meta, rowCount, columnCount } = sheet;
  const frame: Mutation[] = [{ kind: 'addSheet', index, meta, rowCount, columnCount }];
  sheet.columns.forEach((info, column) => {
    if (!info) return;
    frame.push({
      kind: 'dimension',
      sheetId: meta.properties.sheetId,
      dimension: 'COLUMNS',
      index: column,
      info,
    });
  });
  return frame;
}

/** The stored rows in [from, to) as changes that put them in place. */
export function rowMutations(sheet: SheetState, from: number, to: number): Mutation[] {
  const sheetId = sheet.meta.properties.sheetId;
  return sheet.rows.slice(from, to).flatMap((row, offset): Mutation[] => {
    if (!row) return [];
    const cells = Array.from(row.cells, (cell) => cell ?? null);
    return [{ kind: 'row', sheetId, row: from + offset, cells, info: row.info ?? null }];
  });
}

function blocks(length: number): [number, number][] {
  const starts = Array.from(
    { length: Math.ceil(length / ROWS_PER_LINE) },
    (_, block) => block * ROWS_PER_LINE,
  );
  return starts.map((start) => [start, Math.min(start + ROWS_PER_LINE, length)]);
}
