import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DataFolderError } from '../../../local/firestore-engine/data-folder-error.ts';
import { openJournal } from '../../../local/firestore-engine/journal.ts';
import { writeRecordLine } from '../../../local/firestore-engine/record-line.ts';
import { recover } from '../../../local/firestore-engine/recover.ts';
import { writeSnapshot } from '../../../local/firestore-engine/snapshot.ts';
import {
  fileOf,
  type StoredCommit,
  type StoredDocument,
} from '../../../local/firestore-engine/stored-files.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'peineng-recover-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const written = (t: number, p: string, n: number): StoredCommit => ({ t, w: [{ p, c: t, d: { n } }], x: [] });
const document = (p: string, n: number): StoredDocument => ({ p, c: 1, u: 1, d: { n } });

async function journal(generation: number, ...commits: StoredCommit[]): Promise<void> {
  const file = openJournal(folder, generation);
  commits.forEach((commit) => file.append(commit));
  await file.close();
}

async function snapshot(generation: number, ...documents: StoredDocument[]): Promise<void> {
  await writeSnapshot(folder, generation, { count: documents.length, committedAt: 1, documents });
}

function state(): Record<string, unknown> {
  return Object.fromEntries([...recover(folder).documents].map(([path, { d }]) => [path, d['n']]));
}

function problem(): unknown {
  try {
    recover(folder);
  } catch (error) {
    return (error as DataFolderError).problem;
  }
  return 'nothing was refused';
}

describe('recovery', () => {
  it('finds nothing in an empty folder', () => {
    expect(recover(folder)).toMatchObject({ generation: 0, committedAt: 0, notices: [] });
  });

  it('replays the journal over the snapshot: new, changed and deleted documents', async () => {
    await snapshot(2, document('a/1', 1), document('a/2', 2));
    await journal(2, written(5, 'a/3', 3), written(6, 'a/1', 10), { t: 7, w: [], x: ['a/2'] });
    expect(state()).toEqual({ 'a/1': 10, 'a/3': 3 });
    expect(recover(folder).committedAt).toBe(7);
  });

  it('cuts off a last commit without its newline, says so, and is whole the next time', async () => {
    await journal(1, written(5, 'a/1', 1));
    const file = fileOf(folder, 'journal', 1);
    appendFileSync(file, writeRecordLine(written(6, 'a/2', 2)).slice(0, -1));
    const found = recover(folder);
    expect(found.documents.has('a/2')).toBe(false);
    expect(found.notices).toEqual([expect.stringContaining(file)]);
    expect(recover(folder).notices).toEqual([]);
  });

  it('takes a journal whose first line was cut short for one that has not begun', async () => {
    await journal(1);
    truncateSync(fileOf(folder, 'journal', 1), 4);
    expect(state()).toEqual({});
    await journal(1, written(5, 'a/1', 1));
    expect(state()).toEqual({ 'a/1': 1 });
  });

  it('refuses a journal line that was changed, naming file and line, and leaves the file alone', async () => {
    await journal(1, written(5, 'a/1', 1), written(6, 'a/2', 2));
    const file = fileOf(folder, 'journal', 1);
    writeFileSync(file, readFileSync(file, 'utf8').replace('a/1', 'a/9'));
    const before = readFileSync(file);
    expect(problem()).toEqual({ code: 'DAMAGED', file, line: 2 });
    expect(readFileSync(file)).toEqual(before);
  });

  it('rebuilds the same state from the generation before when the newest snapshot is damaged', async () => {
    await snapshot(2, document('a/1', 1));
    await journal(2, written(5, 'a/2', 2));
    await snapshot(3, document('a/1', 1), document('a/2', 2));
    await journal(3, written(6, 'a/3', 3));
    const file = fileOf(folder, 'snapshot', 3);
    truncateSync(file, 100);
    expect(state()).toEqual({ 'a/1': 1, 'a/2': 2, 'a/3': 3 });
    expect(recover(folder).notices).toEqual([expect.stringContaining(file)]);
  });

  it('refuses a snapshot with a line missing when there is nothing to rebuild it from', async () => {
    await snapshot(2, document('a/1', 1), document('a/2', 2));
    await journal(2);
    const file = fileOf(folder, 'snapshot', 2);
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, [lines[0], lines[1], ''].join('\n'));
    expect(problem()).toEqual({ code: 'DAMAGED', file, line: 3 });
  });

  it('refuses when a journal between the snapshot and the newest one is gone', async () => {
    await snapshot(2, document('a/1', 1));
    await journal(2);
    await journal(3, written(6, 'a/3', 3));
    rmSync(fileOf(folder, 'journal', 2));
    expect(problem()).toEqual({ code: 'MISSING_FILE', file: fileOf(folder, 'journal', 2) });
  });

  it('refuses files of a newer format instead of guessing', () => {
    const file = fileOf(folder, 'journal', 1);
    writeFileSync(file, writeRecordLine({ kind: 'journal', version: 2, generation: 1 }));
    expect(problem()).toEqual({ code: 'NEWER_FORMAT', file, version: 2 });
  });

  it('ignores the unfinished temporary file of an interrupted snapshot', async () => {
    await journal(1, written(5, 'a/1', 1));
    writeFileSync(`${fileOf(folder, 'snapshot', 2)}.tmp`, 'half');
    expect(state()).toEqual({ 'a/1': 1 });
    expect(existsSync(fileOf(folder, 'journal', 2))).toBe(false);
  });
});
