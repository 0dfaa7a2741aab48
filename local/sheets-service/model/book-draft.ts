import { findSheet, type Book, type RowState, type SheetState, type StoredCell } from './book.ts';
import { type Dimension, type Mutation } from './mutation.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };
interface WritableSheet extends Omit<Writable<SheetState>, 'rows' | 'columns'> {
  rows: (RowState | undefined)[];
  columns: SheetState['columns'][number][];
}
type WritableRow = Omit<Writable<RowState>, 'cells'> & { cells: (StoredCell | undefined)[] };

/**
 * A book being changed. Copies each sheet, row list and row the first time it is touched, so dropping the
 * draft undoes everything at no cost. Records what was done, for the journal and for change news.
 */
export class BookDraft {
  readonly mutations: Mutation[] = [];
  private current: Book;
  private readonly owned = new WeakSet<object>();

  constructor(base: Book) {
    this.current = base;
  }

  get book(): Book {
    return this.current;
  }

  /** Applies one change and remembers it. Throws when the sheet it names does not exist. */
  apply(mutation: Mutation): void {
    this.replay(mutation);
    this.mutations.push(mutation);
  }

  /** Applies one change without remembering it: for reading a journal. */
  replay(mutation: Mutation): void {
    switch (mutation.kind) {
      case 'bookMeta':
        this.current = { ...this.current, meta: mutation.meta };
        return;
      case 'addSheet':
      case 'deleteSheet':
      case 'sheetOrder':
        this.changeSheetList(mutation);
        return;
      default:
        this.changeSheet(mutation);
    }
  }

  private changeSheetList(
    mutation: Extract<Mutation, { kind: 'addSheet' | 'deleteSheet' | 'sheetOrder' }>,
  ): void {
    const sheets = this.current.sheets.slice();
    if (mutation.kind === 'addSheet') {
      const { meta, rowCount, columnCount } = mutation;
      sheets.splice(mutation.index, 0, { meta, rowCount, columnCount, rows: [], columns: [] });
      this.current = { ...this.current, sheets };
    } else if (mutation.kind === 'deleteSheet') {
      this.current = {
        ...this.current,
        sheets: sheets.filter((sheet) => sheet.meta.properties.sheetId !== mutation.sheetId),
      };
    } else {
      this.current = { ...this.current, sheets: mutation.order.map((id) => this.sheet(id)) };
    }
  }

  private changeSheet(
    mutation: Exclude<Mutation, { kind: 'bookMeta' | 'addSheet' | 'deleteSheet' | 'sheetOrder' }>,
  ): void {
    const sheet = this.ownSheet(mutation.sheetId);
    switch (mutation.kind) {
      case 'cell':
        this.ownRow(sheet, mutation.row).cells[mutation.column] = mutation.cell ?? undefined;
        return;
      case 'row':
        fill(sheet.rows, mutation.row);
        sheet.rows[mutation.row] = {
          cells: mutation.cells.map((cell) => cell ?? undefined),
          ...(mutation.info && { info: mutation.info }),
        };
        return;
      case 'sheetMeta':
        sheet.meta = mutation.meta;
        return;
      case 'splice':
        this.splice(sheet, mutation.dimension, mutation);
        return;
      case 'move':
        this.move(sheet, mutation.dimension, mutation);
        return;
      case 'permute':
        this.permute(sheet, mutation);
        return;
      case 'dimension':
        this.setDimension(sheet, mutation);
    }
  }

  private splice(
    sheet: WritableSheet,
    dimension: Dimension,
    { at, remove, insert }: { at: number; remove: number; insert: number },
  ): void {
    const grow = insert - remove;
    if (dimension === 'ROWS') {
      spliceList(sheet.rows, at, remove, insert);
      sheet.rowCount += grow;
      return;
    }
    spliceList(sheet.columns, at, remove, insert);
    sheet.columnCount += grow;
    this.eachRow(sheet, (cells) => spliceList(cells, at, remove, insert));
  }

  private move(
    sheet: WritableSheet,
    dimension: Dimension,
    { start, count, before }: { start: number; count: number; before: number },
  ): void {
    if (dimension === 'ROWS') {
      moveInList(sheet.rows, start, count, before);
      return;
    }
    moveInList(sheet.columns, start, count, before);
    this.eachRow(sheet, (cells) => moveInList(cells, start, count, before));
  }

  private permute(sheet: WritableSheet, mutation: Extract<Mutation, { kind: 'permute' }>): void {
    const { startRow, startColumn, endColumn, order } = mutation;
    const before = order.map(
      (_, offset) => sheet.rows[startRow + offset]?.cells.slice(startColumn, endColumn) ?? [],
    );
    order.forEach((from, offset) => {
      if (from === offset) return;
      const cells = this.ownRow(sheet, startRow + offset).cells;
      for (let column = startColumn; column < endColumn; column += 1) {
        cells[column] = before[from]?.[column - startColumn];
      }
    });
  }

  private setDimension(sheet: WritableSheet, mutation: Extract<Mutation, { kind: 'dimension' }>): void {
    if (mutation.dimension === 'COLUMNS') {
      fill(sheet.columns, mutation.index);
      sheet.columns[mutation.index] = mutation.info ?? undefined;
      return;
    }
    const row = this.ownRow(sheet, mutation.index);
    if (mutation.info) row.info = mutation.info;
    else delete row.info;
  }

  private eachRow(sheet: WritableSheet, change: (cells: (StoredCell | undefined)[]) => void): void {
    sheet.rows.forEach((row, index) => {
      if (row) change(this.ownRow(sheet, index).cells);
    });
  }

  private sheet(sheetId: number): SheetState {
    const sheet = findSheet(this.current, sheetId);
    if (!sheet) throw new Error(`The book has no sheet ${sheetId}.`);
    return sheet;
  }

  private ownSheet(sheetId: number): WritableSheet {
    const sheet = this.sheet(sheetId);
    if (this.owned.has(sheet)) return sheet as WritableSheet;
    const copy: WritableSheet = { ...sheet, rows: sheet.rows.slice(), columns: sheet.columns.slice() };
    this.owned.add(copy);
    this.current = {
      ...this.current,
      sheets: this.current.sheets.map((other) => (other === sheet ? copy : other)),
    };
    return copy;
  }

  private ownRow(sheet: WritableSheet, index: number): WritableRow {
    fill(sheet.rows, index);
    const row = sheet.rows[index];
    if (row && this.owned.has(row)) return row as WritableRow;
    const copy: WritableRow = { ...row, cells: row ? row.cells.slice() : [] };
    this.owned.add(copy);
    sheet.rows[index] = copy;
    return copy;
  }
}

/** Makes the list long enough to hold `index` without leaving holes, which are slow to walk. */
function fill(list: unknown[], index: number): void {
  while (list.length <= index) list.push(undefined);
}

function spliceList(list: unknown[], at: number, remove: number, insert: number): void {
  if (at >= list.length) return;
  const tail = list.slice(at + remove);
  list.length = at;
  for (let added = 0; added < insert; added += 1) list.push(undefined);
  for (const item of tail) list.push(item);
}

function moveInList(list: unknown[], start: number, count: number, before: number): void {
  fill(list, Math.max(start + count, before) - 1);
  const block = list.splice(start, count);
  list.splice(before > start ? before - count : before, 0, ...block);
}
