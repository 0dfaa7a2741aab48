import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes a rename or a new file itself survive a power cut; not every platform can open a folder for this. */
export function syncFolder(folder: string): void {
  let fd: number;
  try {
    fd = openSync(folder, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(fd);
  } catch {
    // Windows opens folders but cannot force them to disk; the rename itself is still whole.
  } finally {
    closeSync(fd);
  }
}
