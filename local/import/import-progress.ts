import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ImportProblem } from './import-problem.ts';
import type { OnBytes } from './read-csv.ts';

/** How far reading has come, in bytes of all files together. */
export interface ImportProgress {
  readonly file: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

export type OnProgress = (progress: ImportProgress) => void;

/** Counts bytes over several files: one counter per file, adding to one total. */
export const progressOver = async (paths: readonly string[], onProgress: OnProgress | undefined) => {
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  const totalBytes = sizes.reduce((sum, size) => sum + size, 0);
  let doneBytes = 0;
  return (path: string): OnBytes =>
    (bytes) => {
      doneBytes += bytes;
      onProgress?.({ file: basename(path), doneBytes, totalBytes });
    };
};

/** Names of the plain files in a folder, sorted. Shortcuts to files count as files. */
export const filesIn = async (folder: string): Promise<Result<readonly string[], ImportProblem>> => {
  try {
    const names = (await readdir(folder)).sort();
    const kinds = await Promise.all(names.map((name) => isFile(join(folder, name))));
    return ok(names.filter((_, index) => kinds[index]));
  } catch {
    return err({ code: 'NO_FOLDER', folder });
  }
};

const isFile = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
};
