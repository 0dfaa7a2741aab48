import { closeSync, fdatasync, fdatasyncSync, ftruncateSync, openSync, writeSync, fstatSync } from 'node:fs';
import { promisify } from 'node:util';
import { writeRecordLine } from './record-line.ts';
import { fileOf, header, type StoredCommit } from './stored-files.ts';
import { syncFolder } from './sync-folder.ts';

const fdatasyncLater = promisify(fdatasync);

/** The open end of one journal file. */
export interface Journal {
  readonly generation: number;
  /** Length in bytes. */
  size(): number;
  /**
   * Hands one commit to the operating system before returning, so that it outlives this process however that ends.
   * Throws, with the file as it was before, when the disk refuses it.
   */
  append(commit: StoredCommit): void;
  /** Waits until all appended commits are on the disk itself, and so outlive a power cut. */
  flush(): Promise<void>;
  /** Forces everything to disk before returning. */
  flushNow(): void;
  /** Forces everything to disk and closes the file. */
  close(): Promise<void>;
}

/** Opens (or starts) the journal of a generation for appending. */
export function openJournal(folder: string, generation: number): Journal {
  const fd = openSync(fileOf(folder, 'journal', generation), 'a');
  let size = fstatSync(fd).size;
  if (size === 0) {
    size = appendWhole(fd, size, writeRecordLine(header('journal', generation)));
    fdatasyncSync(fd);
    syncFolder(folder);
  }
  const disk = createDiskSync(fd);
  return {
    generation,
    size: () => size,
    append: (commit) => {
      size = appendWhole(fd, size, writeRecordLine(commit));
      disk.request();
    },
    flush: disk.settled,
    flushNow: () => fdatasyncSync(fd),
    close: async () => {
      await disk.settled();
      fdatasyncSync(fd);
      closeSync(fd);
    },
  };
}

/** Writes all of `text` at the end, or nothing: a write cut short by a full disk is taken back. */
function appendWhole(fd: number, size: number, text: string): number {
  const bytes = Buffer.from(text, 'utf8');
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done);
  } catch (error) {
    ftruncateSync(fd, size);
    throw error;
  }
  return size + bytes.length;
}

/** Forces the file to disk in the background, once for all commits that arrive while an earlier force is running. */
function createDiskSync(fd: number): { readonly request: () => void; readonly settled: () => Promise<void> } {
  let wanted = false;
  let failure: unknown;
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    while (wanted) {
      wanted = false;
      try {
        await fdatasyncLater(fd);
      } catch (error) {
        failure = error;
      }
    }
    running = undefined;
  };
  return {
    request: () => {
      wanted = true;
      running ??= run();
    },
    settled: async () => {
      await running;
      if (failure !== undefined) throw failure as Error;
    },
  };
}
