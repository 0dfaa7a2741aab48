import { FirestoreMock, type FirestoreController, type MetaDocument } from '@firebase-bridge/firestore-admin';
import { type Firestore } from 'firebase-admin/firestore';
import { bridgeInternals } from './bridge-internals.ts';
import { type CommitClock, createCommitClock } from './commit-clock.ts';
import { openCommitLog } from './commit-log.ts';
import { lockFolder } from './folder-lock.ts';
import { recover, type Recovered } from './recover.ts';
import { restoreDocuments } from './restore-documents.ts';

export interface FirestoreEngineOptions {
  /** Folder for the database alone; created if missing, locked while open. */
  readonly dataDir: string;
  readonly projectId?: string;
  /** Current time, ms since 1970. May be frozen: commits still get times of their own. */
  readonly now: () => number;
  /** Told what a person should know: a torn line dropped, an older snapshot used, compaction failing. */
  readonly onNotice?: (notice: string) => void;
  /** Journal length in bytes after which the files are compacted. Default 8 MiB. */
  readonly compactAfterBytes?: number;
}

export interface FirestoreEngine {
  /** A real Admin SDK Firestore; code cannot tell it from the cloud one, except for the limits named below. */
  readonly firestore: Firestore;
  /** Waits until everything answered so far would survive a power cut. */
  flush(): Promise<void>;
  /** Refuses further writes, forces everything to disk, frees the folder. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * Opens the embedded database: Firestore in this process, durable in `dataDir`.
 *
 * Every answered write survives `kill -9` (it is in the journal before it is answered); a power cut can cost the last
 * few milliseconds, unless {@link FirestoreEngine.flush} was awaited. A write the disk refuses fails and changes nothing.
 *
 * Limit: transactions detect changes of documents read by id, not of query results. Inside transactions read by
 * document id only and use `create()` with deterministic ids where something must be unique.
 *
 * @throws {DataFolderError} when the folder is in use, cannot be written, is damaged or from a newer version.
 */
export async function openFirestoreEngine(options: FirestoreEngineOptions): Promise<FirestoreEngine> {
  const unlock = lockFolder(options.dataDir);
  try {
    return await openLocked(options, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openLocked(options: FirestoreEngineOptions, unlock: () => void): Promise<FirestoreEngine> {
  const found = recover(options.dataDir);
  const notice = options.onNotice ?? (() => undefined);
  found.notices.forEach((text) => notice(text));
  const clock = createCommitClock(options.now);
  const { controller, firestore } = startEngine(options.projectId, found, clock);
  const log = await openCommitLog({
    folder: options.dataDir,
    found,
    compactAfterBytes: options.compactAfterBytes ?? 8 * 1024 * 1024,
    currentDocuments: () => Object.values(controller.database.toMetaMap()),
    onNotice: notice,
  });
  journalCommits(controller, clock, log.append);
  let closing: Promise<void> | undefined;
  return {
    firestore,
    flush: () => log.flush(),
    close: () =>
      (closing ??= log.close().finally(() => {
        controller.delete();
        // Rejects while snapshot listeners are still attached; nothing is left for it to release.
        firestore.terminate().catch(() => undefined);
        unlock();
      })),
  };
}

function startEngine(projectId: string | undefined, found: Recovered, clock: CommitClock) {
  const environment = new FirestoreMock();
  const controller = environment.createDatabase(projectId ?? 'peineng-local');
  const firestore = controller.firestore();
  restoreDocuments(environment, controller, firestore, found.documents.values());
  clock.notBefore(found.committedAt);
  environment.systemTime.custom(() => clock.read());
  return { controller, firestore };
}

function journalCommits(
  controller: FirestoreController,
  clock: CommitClock,
  append: (changed: readonly MetaDocument[]) => void,
): void {
  const internals = bridgeInternals(controller);
  internals.wrapCommits((commit, undo) => {
    clock.advance();
    const result = commit();
    const changed = result.results.filter((meta) => meta.hasChanges);
    try {
      if (changed.length > 0) append(changed);
    } catch (error) {
      clock.advance();
      undo(result);
      throw error;
    }
    internals.forgetOldVersions(
      changed.map((meta) => meta.path),
      clock.read().getTime(),
    );
    return result;
  });
}
