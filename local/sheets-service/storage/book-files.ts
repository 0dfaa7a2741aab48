/**
 * One book on disk: a snapshot and the journals written since. Both hold lines made by {@link encodeEntry};
 * a snapshot is simply a journal that builds the book from nothing.
 *
 *   <id>.snapshot            first line: revision and number of lines that follow
 *   <id>.<generation>.journal
 *
 * An answered write is a complete line handed to the operating system, so it survives the death of the
 * process. A last line without its newline was never answered for and is cut off; anything else unreadable
 * is refused by name, never half-read.
 */
import {
  closeSync,
  existsSync,
  fdatasync,
  fstatSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Book, BookMeta } from '../model/book.ts';
import { BookDraft } from '../model/book-draft.ts';
import { decodeEntry, encodeEntry, type JournalEntry } from './journal-entry.ts';
import { snapshotEntries } from './snapshot-entries.ts';

export interface LoadedBook {
  readonly book: Book;
  readonly revision: number;
}

const COMPACT_ABOVE_BYTES = 8_000_000;
/** Each start of the service begins a journal of its own; this many are too many. */
const COMPACT_ABOVE_FILES = 20;

export class BookFiles {
  private readonly directory: string;
  private readonly id: string;
  private generation = 0;
  private journal: number | undefined;
  private journalBytes = 0;
  private syncing = false;
  private compaction: Promise<void> | undefined;

  constructor(directory: string, id: string) {
    this.directory = directory;
    this.id = id;
  }

  /** Reads the book back. Throws an error naming the file when something in the middle is unreadable. */
  load(): LoadedBook {
    const snapshot = this.path('snapshot');
    const draft = new BookDraft(emptyBook(this.id));
    let revision = 0;
    if (existsSync(snapshot)) revision = replaySnapshot(snapshot, draft);
    const journals = this.journals();
    for (const { generation, path } of journals) {
      revision = replayJournal(path, draft, revision);
      this.generation = Math.max(this.generation, generation);
      this.journalBytes += statSync(path).size;
    }
    if (journals.length > COMPACT_ABOVE_FILES) this.journalBytes = COMPACT_ABOVE_BYTES + 1;
    this.generation += 1;
    return { book: draft.book, revision };
  }

  /**
   * Appends one change; when this returns, the change outlives the process. When it throws (a full disk), what
   * was written of the line is taken back, so that the journal stays readable.
   */
  append(entry: JournalEntry): void {
    const file = (this.journal ??= openSync(this.path(`${this.generation}.journal`), 'a'));
    const bytes = Buffer.from(encodeEntry(entry));
    const before = fstatSync(file).size;
    try {
      let written = 0;
      while (written < bytes.length) written += writeSync(file, bytes, written);
    } catch (error) {
      ftruncateSync(file, before);
      throw error;
    }
    this.journalBytes += bytes.length;
    this.syncSoon();
  }

  /** True when the journal has grown enough to be worth folding into a snapshot. */
  get wantsCompaction(): boolean {
    return this.journalBytes > COMPACT_ABOVE_BYTES && this.compaction === undefined;
  }

  /**
   * Starts writing the book as a new snapshot beside the old one, to be put in place with a rename; then the
   * journals it covers are dropped. Writes that arrive meanwhile go to a fresh journal. A snapshot that cannot
   * be written is reported and loses nothing: the journals stay, and the next large one tries again.
   */
  compactSoon({ book, revision }: LoadedBook): void {
    if (this.journal !== undefined) closeSync(this.journal);
    this.journal = undefined;
    this.journalBytes = 0;
    const covered = this.generation;
    this.generation += 1;
    this.compaction = this.writeSnapshot(book, revision)
      .then(() => {
        for (const { generation, path } of this.journals()) if (generation <= covered) rmSync(path);
      })
      .catch((error: unknown) => {
        console.error(`Could not write the snapshot of workbook ${this.id}; its journals are kept.`, error);
      })
      .finally(() => (this.compaction = undefined));
  }

  /** Waits for a running snapshot and closes the files. */
  async close(): Promise<void> {
    await this.compaction;
    if (this.journal !== undefined) closeSync(this.journal);
    this.journal = undefined;
  }

  private async writeSnapshot(book: Book, revision: number): Promise<void> {
    const temporary = this.path('snapshot.tmp');
    const file = openSync(temporary, 'w');
    try {
      const lines = snapshotEntries(book, revision);
      writeSync(file, encodeEntry({ revision, at: lines.length, mutations: [] }));
      for (const line of lines) {
        writeSync(file, encodeEntry(line()));
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
      await new Promise<void>((resolve, reject) =>
        fdatasync(file, (error) => (error ? reject(error) : resolve())),
      );
    } finally {
      closeSync(file);
    }
    renameSync(temporary, this.path('snapshot'));
  }

  /** Pushes the journal to the disk itself in the background, one push at a time. */
  private syncSoon(): void {
    if (this.syncing || this.journal === undefined) return;
    this.syncing = true;
    fdatasync(this.journal, () => (this.syncing = false));
  }

  private journals(): { generation: number; path: string }[] {
    const prefix = `${this.id}.`;
    return readdirSync(this.directory)
      .filter((name) => name.startsWith(prefix) && name.endsWith('.journal'))
      .map((name) => ({
        generation: Number(name.slice(prefix.length, -8)),
        path: join(this.directory, name),
      }))
      .sort((a, b) => a.generation - b.generation);
  }

  private path(suffix: string): string {
    return join(this.directory, `${this.id}.${suffix}`);
  }
}

function emptyBook(spreadsheetId: string): Book {
  const meta: BookMeta = { spreadsheetId, properties: {} };
  return { meta, sheets: [] };
}

function replaySnapshot(path: string, draft: BookDraft): number {
  const lines = readFileSync(path, 'utf8').split('\n');
  const header = decodeEntry(lines[0] ?? '');
  if (!header || lines.length !== header.at + 2) throw unreadable(path, 1);
  for (let index = 1; index <= header.at; index += 1) {
    const entry = decodeEntry(lines[index] ?? '');
    if (!entry) throw unreadable(path, index + 1);
    for (const mutation of entry.mutations) draft.replay(mutation);
  }
  return header.revision;
}

function replayJournal(path: string, draft: BookDraft, known: number): number {
  const text = readFileSync(path, 'utf8');
  const complete = text.slice(0, text.lastIndexOf('\n') + 1);
  if (complete.length < text.length) truncateSync(path, Buffer.byteLength(complete));
  let revision = known;
  complete
    .split('\n')
    .slice(0, -1)
    .forEach((line, index) => {
      const entry = decodeEntry(line);
      if (!entry) throw unreadable(path, index + 1);
      if (entry.revision <= known) return;
      if (entry.revision !== revision + 1) throw unreadable(path, index + 1);
      for (const mutation of entry.mutations) draft.replay(mutation);
      revision = entry.revision;
    });
  return revision;
}

function unreadable(path: string, line: number): Error {
  return new Error(
    `The workbook file ${path} is damaged at line ${line}. Nothing was loaded and nothing was changed. ` +
      'Put back a copy of this file, or move it and the other files of this workbook away to start without it.',
  );
}
