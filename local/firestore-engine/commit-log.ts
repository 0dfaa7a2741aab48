import { rmSync, statSync } from 'node:fs';
import { type MetaDocument, type MetaDocumentExists } from '@firebase-bridge/firestore-admin';
import { openJournal } from './journal.ts';
import { type Recovered } from './recover.ts';
import { writeSnapshot } from './snapshot.ts';
import {
  type FileKind,
  fileOf,
  generationsOf,
  type StoredCommit,
  type StoredDocument,
} from './stored-files.ts';
import { encodeDocument } from './value-codec.ts';

export interface CommitLogOptions {
  readonly folder: string;
  readonly found: Recovered;
  readonly compactAfterBytes: number;
  /** All documents right now; the data of each is never changed afterwards. */
  readonly currentDocuments: () => readonly MetaDocumentExists[];
  readonly onNotice: (notice: string) => void;
}

/** Commits on disk: a snapshot, the journal since, and the generation before as a reserve. */
export interface CommitLog {
  /** Stores one commit before returning. @throws when closed or when the disk refuses it; then nothing was stored. */
  readonly append: (changed: readonly MetaDocument[]) => void;
  flush(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Continues the journal found by recovery, or starts generation 1 in an empty folder. When the journal outgrows
 * `compactAfterBytes` and the last snapshot, a new generation begins: commits go to its journal at once while its snapshot is written in the
 * background; only when that is whole are files older than the previous generation removed.
 */
export async function openCommitLog(options: CommitLogOptions): Promise<CommitLog> {
  const { folder, found } = options;
  let committedAt = found.committedAt;
  let snapshotGeneration = found.snapshotGeneration;
  let journal = openJournal(folder, Math.max(1, found.generation));
  let compacting: Promise<void> | undefined;
  let closed = false;

  const beginGeneration = async (generation: number): Promise<void> => {
    const previous = journal;
    // A later journal must never be on disk while an earlier one is not: recovery needs them without gaps.
    previous.flushNow();
    journal = openJournal(folder, generation);
    const documents = options.currentDocuments();
    const content = { count: documents.length, committedAt, documents: storedDocuments(documents) };
    await previous.close();
    await writeSnapshot(folder, generation, content);
    removeBefore(folder, snapshotGeneration);
    snapshotGeneration = generation;
  };
  // In proportion to the data, so that a large database is not rewritten for every few commits.
  const compactAt = (): number =>
    Math.max(
      options.compactAfterBytes,
      statSync(fileOf(folder, 'snapshot', snapshotGeneration), { throwIfNoEntry: false })?.size ?? 0,
    );
  const compactLater = (): void => {
    if (compacting !== undefined || closed || journal.size() < compactAt()) return;
    compacting = beginGeneration(journal.generation + 1)
      .catch((error: unknown) => {
        options.onNotice(`Compacting ${folder} failed, nothing is lost: ${String(error)}`);
      })
      .finally(() => (compacting = undefined));
  };

  // A compaction was interrupted, or its snapshot was damaged: make the state whole in one file again.
  if (found.snapshotGeneration < found.generation) await beginGeneration(found.generation + 1);
  return {
    append: (changed) => {
      if (closed) throw refusal('the database is closed');
      const commit = storedCommit(changed);
      try {
        journal.append(commit);
      } catch (error) {
        throw refusal(`the journal in ${folder} cannot be written: ${String(error)}`, error);
      }
      committedAt = commit.t;
      compactLater();
    },
    flush: async () => {
      await compacting;
      await journal.flush();
    },
    close: async () => {
      closed = true;
      await compacting;
      await journal.close();
    },
  };
}

function storedCommit(changed: readonly MetaDocument[]): StoredCommit {
  const t = changed[0]?.serverTime.toMillis() ?? 0;
  return {
    t,
    w: changed
      .filter((meta): meta is MetaDocumentExists => meta.exists)
      .map(({ path, createTime, data }) => ({ p: path, c: createTime.toMillis(), d: encodeDocument(data) })),
    x: changed.filter((meta) => !meta.exists).map((meta) => meta.path),
  };
}

function* storedDocuments(documents: readonly MetaDocumentExists[]): Iterable<StoredDocument> {
  for (const { path, createTime, updateTime, data } of documents) {
    yield { p: path, c: createTime.toMillis(), u: updateTime.toMillis(), d: encodeDocument(data) };
  }
}

function removeBefore(folder: string, generation: number): void {
  for (const kind of ['snapshot', 'journal'] satisfies FileKind[]) {
    for (const old of generationsOf(folder, kind)) {
      if (old < generation) rmSync(fileOf(folder, kind, old), { force: true });
    }
  }
}

/** Code 8, RESOURCE_EXHAUSTED: the caller is told that nothing was written and may try again. */
function refusal(reason: string, cause?: unknown): Error {
  return Object.assign(new Error(`Nothing was written: ${reason}.`, { cause }), { code: 8 });
}
