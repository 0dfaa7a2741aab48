import { existsSync, readFileSync, truncateSync } from 'node:fs';
import { DataFolderError } from './data-folder-error.ts';
import { readRecordLine, splitLines } from './record-line.ts';
import {
  type FileHeader,
  type FileKind,
  fileOf,
  FORMAT_VERSION,
  generationsOf,
  type StoredCommit,
  type StoredDocument,
} from './stored-files.ts';

/** The state found in a data folder. */
export interface Recovered {
  /** Documents by path, each in its last committed state. */
  readonly documents: ReadonlyMap<string, StoredDocument>;
  /** Newest generation present; 0 for an empty folder. */
  readonly generation: number;
  /** Generation of the snapshot that was used; 1 when there was none yet. */
  readonly snapshotGeneration: number;
  /** Time of the last commit, ms since 1970. */
  readonly committedAt: number;
  /** What a person should know: a torn last line dropped, an older snapshot used. */
  readonly notices: readonly string[];
}

/**
 * Reads the newest whole snapshot and replays every journal since; generation 1 begins empty and has none. A damaged
 * snapshot costs nothing while the one before and its journals are there: the same state is rebuilt from them.
 *
 * A last journal line without its newline was being written when the process ended; nobody was told that this commit
 * succeeded, so it is cut off. Any other damage is refused, with the file and line.
 *
 * @throws {DataFolderError} `DAMAGED`, `MISSING_FILE` or `NEWER_FORMAT`.
 */
export function recover(folder: string): Recovered {
  const journals = generationsOf(folder, 'journal');
  const newest = Math.max(0, ...journals, ...generationsOf(folder, 'snapshot'));
  const notices: string[] = [];
  if (newest === 0) {
    return { documents: new Map(), generation: 0, snapshotGeneration: 1, committedAt: 0, notices };
  }
  const snapshot = newestWholeSnapshot(folder, notices);
  const documents = new Map(snapshot.documents.map((document) => [document.p, document]));
  let committedAt = snapshot.committedAt;
  for (let generation = snapshot.generation; generation <= newest; generation += 1) {
    for (const commit of readJournal(folder, generation, generation === newest, notices)) {
      applyCommit(documents, commit);
      committedAt = Math.max(committedAt, commit.t);
    }
  }
  return { documents, generation: newest, snapshotGeneration: snapshot.generation, committedAt, notices };
}

function applyCommit(documents: Map<string, StoredDocument>, commit: StoredCommit): void {
  for (const write of commit.w) documents.set(write.p, { ...write, u: commit.t });
  for (const path of commit.x) documents.delete(path);
}

interface Snapshot {
  readonly generation: number;
  readonly committedAt: number;
  readonly documents: readonly StoredDocument[];
}

function newestWholeSnapshot(folder: string, notices: string[]): Snapshot {
  const generations = generationsOf(folder, 'snapshot').toReversed();
  let firstFailure: DataFolderError | undefined;
  for (const generation of generations) {
    try {
      return readSnapshot(folder, generation);
    } catch (error) {
      if (!(error instanceof DataFolderError) || error.problem.code !== 'DAMAGED') throw error;
      firstFailure ??= error;
      notices.push(`${error.problem.file} is damaged; the same data was rebuilt from the files before it.`);
    }
  }
  if (existsSync(fileOf(folder, 'journal', 1))) return { generation: 1, committedAt: 0, documents: [] };
  throw firstFailure ?? new DataFolderError({ code: 'MISSING_FILE', file: fileOf(folder, 'journal', 1) });
}

function readSnapshot(folder: string, generation: number): Snapshot {
  const file = fileOf(folder, 'snapshot', generation);
  const { lines, torn } = splitLines(readFileSync(file));
  const first = readHeader(file, 'snapshot', lines[0]);
  const documents = lines.slice(1).map((line, index) => readLine(file, index + 2, line) as StoredDocument);
  if (torn || documents.length !== first.documents) {
    throw new DataFolderError({ code: 'DAMAGED', file, line: lines.length + 1 });
  }
  return { generation, committedAt: first.committedAt ?? 0, documents };
}

function readJournal(
  folder: string,
  generation: number,
  isLast: boolean,
  notices: string[],
): readonly StoredCommit[] {
  const file = fileOf(folder, 'journal', generation);
  if (!existsSync(file)) throw new DataFolderError({ code: 'MISSING_FILE', file });
  const { lines, completeBytes, torn } = splitLines(readFileSync(file));
  if (torn && !isLast) throw new DataFolderError({ code: 'DAMAGED', file, line: lines.length + 1 });
  // An empty last journal was created and not yet begun; the appender writes its header.
  if (lines.length > 0 || !isLast) readHeader(file, 'journal', lines[0]);
  const commits = lines.slice(1).map((line, index) => readLine(file, index + 2, line) as StoredCommit);
  if (torn) {
    truncateSync(file, completeBytes);
    notices.push(`${file}: the last commit was cut short before it was answered; it was left out.`);
  }
  return commits;
}

function readHeader(file: string, kind: FileKind, line: string | undefined): FileHeader {
  const first = readLine(file, 1, line ?? '') as FileHeader;
  if (first.kind !== kind) throw new DataFolderError({ code: 'DAMAGED', file, line: 1 });
  if (first.version > FORMAT_VERSION) {
    throw new DataFolderError({ code: 'NEWER_FORMAT', file, version: first.version });
  }
  return first;
}

function readLine(file: string, number: number, line: string): object {
  const record = readRecordLine(line);
  if (record === undefined) throw new DataFolderError({ code: 'DAMAGED', file, line: number });
  return record;
}
