import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DataFolderError } from './data-folder-error.ts';

/** Folders this process holds: after a restart in a container the old holder may have had our own process number. */
const heldHere = new Set<string>();

/**
 * Makes sure that one engine at a time writes to the folder (created if missing). A lock left by a process that no
 * longer runs is taken over.
 *
 * @returns a function that gives the folder free again.
 * @throws {DataFolderError} `IN_USE` or `NOT_WRITABLE`.
 */
export function lockFolder(folder: string): () => void {
  const path = resolve(folder);
  const file = join(path, 'lock');
  if (heldHere.has(path)) throw new DataFolderError({ code: 'IN_USE', file, pid: process.pid });
  try {
    mkdirSync(path, { recursive: true });
    createLock(file);
  } catch (error) {
    if (error instanceof DataFolderError) throw error;
    throw new DataFolderError(
      { code: 'NOT_WRITABLE', file: path, reason: (error as NodeJS.ErrnoException).code ?? String(error) },
      { cause: error },
    );
  }
  heldHere.add(path);
  return () => {
    heldHere.delete(path);
    rmSync(file, { force: true });
  };
}

function createLock(file: string): void {
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid !== process.pid && isRunning(pid)) throw new DataFolderError({ code: 'IN_USE', file, pid });
    rmSync(file, { force: true });
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
