import type * as FileSystem from 'node:fs';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openJournal } from '../../../local/firestore-engine/journal.ts';
import { recover } from '../../../local/firestore-engine/recover.ts';

const disk = vi.hoisted(() => ({ full: false }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof FileSystem>();
  const writeSync = (fd: number, bytes: Buffer, offset: number): number => {
    if (!disk.full) return real.writeSync(fd, bytes, offset);
    real.writeSync(fd, bytes.subarray(0, 10));
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  };
  return { ...real, writeSync };
});

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'peineng-journal-'))));
afterEach(() => {
  disk.full = false;
  rmSync(folder, { recursive: true });
});

describe('the journal', () => {
  it('takes back a commit the full disk accepted only in part, and goes on once there is room', async () => {
    const journal = openJournal(folder, 1);
    journal.append({ t: 1, w: [], x: ['a/1'] });
    const file = join(folder, 'journal-000001.jsonl');
    const before = readFileSync(file, 'utf8');
    disk.full = true;
    expect(() => journal.append({ t: 2, w: [], x: ['a/2'] })).toThrow('no space left');
    expect(readFileSync(file, 'utf8')).toBe(before);
    disk.full = false;
    journal.append({ t: 3, w: [], x: ['a/3'] });
    await journal.close();
    expect(recover(folder)).toMatchObject({ committedAt: 3, notices: [] });
  });
});
