import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  DataFolderError,
  describeDataFolderProblem,
} from '../../../local/firestore-engine/data-folder-error.ts';
import { lockFolder } from '../../../local/firestore-engine/folder-lock.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'peineng-lock-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function refusal(path: string): DataFolderError {
  try {
    lockFolder(path)();
  } catch (error) {
    if (error instanceof DataFolderError) return error;
  }
  throw new Error('The folder was not refused.');
}

describe('the folder lock', () => {
  it('lets one holder in and the next after it is released', () => {
    const release = lockFolder(folder);
    expect(refusal(folder).problem).toMatchObject({ code: 'IN_USE', pid: process.pid });
    release();
    lockFolder(folder)();
  });

  it('refuses a folder another running process holds, naming the process and the lock file', () => {
    writeFileSync(join(folder, 'lock'), `${process.ppid}\n`);
    const { problem, message } = refusal(folder);
    expect(problem).toEqual({ code: 'IN_USE', file: join(folder, 'lock'), pid: process.ppid });
    expect(message).toContain(String(process.ppid));
    expect(describeDataFolderProblem(problem, 'zh-CN')).toContain(`进程 ${process.ppid}`);
  });

  it.each(['999999999\n', '', 'nonsense'])('takes over a lock nobody holds any more: %j', (left) => {
    writeFileSync(join(folder, 'lock'), left);
    lockFolder(folder)();
  });

  it('takes over a lock with our own process number from an earlier life of the container', () => {
    writeFileSync(join(folder, 'lock'), `${process.pid}\n`);
    lockFolder(folder)();
  });

  it('says which path cannot be written when a file stands where the folder should be', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(refusal(file).problem).toMatchObject({ code: 'NOT_WRITABLE', file });
  });
});
