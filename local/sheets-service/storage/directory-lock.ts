import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAME = 'in-use-by-process';

/**
 * Claims a directory for this process; two processes writing the same journals would destroy them. A claim
 * left behind by a process that was killed does not count. Throws when another living process holds it.
 * Returns the way to give it back.
 */
export function lockDirectory(directory: string): () => void {
  const path = join(directory, NAME);
  const holder = holderOf(path);
  if (holder !== undefined && holder !== process.pid && isAlive(holder)) {
    throw new Error(
      `The workbooks in ${directory} are in use by process ${holder}. Stop it first, or give this one another ` +
        `directory. If process ${holder} is something else entirely, delete ${path}.`,
    );
  }
  writeFileSync(path, `${process.pid}\n`);
  return () => {
    if (holderOf(path) === process.pid) rmSync(path, { force: true });
  };
}

function holderOf(path: string): number | undefined {
  try {
    return Number(readFileSync(path, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
