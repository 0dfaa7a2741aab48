import type { Book } from './model/book.ts';
import { BookDraft } from './model/book-draft.ts';
import type { Mutation } from './model/mutation.ts';
import { cellData } from './read/cell-data.ts';
import { changedFormulas } from './read/changed-formulas.ts';
import { readContext, type ReadContext } from './read/read-context.ts';
import type { BookChange } from './service-api.ts';
import { BookFiles } from './storage/book-files.ts';

/** Who made a change, for change news. */
export interface ChangeOrigin {
  readonly origin: 'api' | 'person';
  readonly clientId?: string;
}

/** Beyond this many changed cells, windows fetch the sheet again instead of taking single cells. */
const MANY_CELLS = 5000;

/** A workbook in use: its current state, its files, and news of its changes. */
export class OpenBook {
  readonly spreadsheetId: string;
  private readonly files: BookFiles;
  private readonly now: () => number;
  private readonly listeners: ReadonlySet<(change: BookChange) => void>;
  private current: Book;
  private currentRevision: number;
  private reading: ReadContext | undefined;
  private readingSince = 0;

  constructor(
    directory: string,
    spreadsheetId: string,
    now: () => number,
    listeners: ReadonlySet<(change: BookChange) => void>,
  ) {
    this.spreadsheetId = spreadsheetId;
    this.now = now;
    this.listeners = listeners;
    this.files = new BookFiles(directory, spreadsheetId);
    const loaded = this.files.load();
    this.current = loaded.book;
    this.currentRevision = loaded.revision;
  }

  get book(): Book {
    return this.current;
  }

  get revision(): number {
    return this.currentRevision;
  }

  /** For reading the current state. Calculated values are shared between readers for a minute at most. */
  get readContext(): ReadContext {
    const now = this.now();
    if (!this.reading || now - this.readingSince >= 60_000) {
      this.reading = readContext(this.current, now);
      this.readingSince = now;
    }
    return this.reading;
  }

  /**
   * Runs `work` on a draft and, when it returns, makes the result durable and current, all in one step. When
   * it throws, nothing has happened. A draft without changes makes no new revision.
   */
  change<T>(origin: ChangeOrigin, work: (draft: BookDraft) => T): T {
    const draft = new BookDraft(this.current);
    const result = work(draft);
    if (draft.mutations.length === 0) return result;
    const before = this.readContext;
    const revision = this.currentRevision + 1;
    this.files.append({ revision, at: this.now(), mutations: draft.mutations });
    this.current = draft.book;
    this.currentRevision = revision;
    this.reading = undefined;
    if (this.files.wantsCompaction) this.files.compactSoon({ book: this.current, revision });
    if (this.listeners.size > 0) {
      const news = this.news(draft.mutations, before);
      const change = { spreadsheetId: this.spreadsheetId, revision, ...origin, ...news };
      this.listeners.forEach((listener) => listener(change));
    }
    return result;
  }

  async close(): Promise<void> {
    await this.files.close();
  }

  /** What changed for somebody who looks: cells written, and formulas that now show something else. */
  private news(mutations: readonly Mutation[], before: ReadContext): Pick<BookChange, 'cells' | 'structure'> {
    const structure = new Map<number | undefined, { sheetId?: number }>();
    const cells = new Map<string, { sheetId: number; row: number; column: number }>();
    for (const mutation of mutations) {
      if (mutation.kind === 'cell') {
        const { sheetId, row, column } = mutation;
        cells.set(`${sheetId}:${row}:${column}`, { sheetId, row, column });
      } else if ('sheetId' in mutation && mutation.kind !== 'deleteSheet') {
        structure.set(mutation.sheetId, { sheetId: mutation.sheetId });
      } else structure.set(undefined, {});
    }
    for (const place of changedFormulas(before, this.readContext)) {
      cells.set(`${place.sheetId}:${place.row}:${place.column}`, place);
    }
    const changed = [...cells.values()].filter(({ sheetId }) => !structure.has(sheetId));
    if (changed.length > MANY_CELLS) {
      for (const { sheetId } of changed) structure.set(sheetId, { sheetId });
      changed.length = 0;
    }
    return { cells: this.rendered(changed), structure: [...structure.values()] };
  }

  private rendered(places: readonly { sheetId: number; row: number; column: number }[]): BookChange['cells'] {
    return places.flatMap((place) => {
      const sheet = this.current.sheets.find(({ meta }) => meta.properties.sheetId === place.sheetId);
      return sheet ? [{ ...place, data: cellData(this.readContext, sheet, place.row, place.column) }] : [];
    });
  }
}
