import { type FirestoreController, type MetaDocument } from '@firebase-bridge/firestore-admin';

/** What one engine commit did: every touched document, in the order of the writes. */
export interface CommitResult {
  readonly results: readonly MetaDocument[];
}

/** The engine's single door for writes; transactions, batches, bulk writers and direct writes all end here. */
export type CommitFunction = (ops: unknown[], mode: unknown) => CommitResult;

interface Accessor {
  batchWrite: CommitFunction;
  readonly _src: {
    readonly docs: Map<string, { readonly _history: { readonly updateTime: Timestampish }[] }>;
  };
}

interface Timestampish {
  toMillis(): number;
}

/** `WriteMode.Atomic` of the engine: all writes or none. */
const ATOMIC = 0;
/** The engine answers reads of the past for this long only; older versions are dead weight. */
const READABLE_PAST_MS = 60_000;

/**
 * The few private parts of @firebase-bridge/firestore-admin 0.0.10 used here, in one place. Its public triggers fire
 * per document and only after the commit was answered, too late to make an answered commit durable.
 */
export interface BridgeInternals {
  /** Puts `around` between every commit and the engine. */
  wrapCommits(
    around: (commit: () => CommitResult, undo: (result: CommitResult) => void) => CommitResult,
  ): void;
  /** Forgets document versions that can no longer be read; the engine itself keeps all of them forever. */
  forgetOldVersions(paths: Iterable<string>, nowMs: number): void;
}

/** @throws {Error} when the installed engine has another shape than the pinned version. */
export function bridgeInternals(controller: FirestoreController): BridgeInternals {
  const accessor = (controller.database as unknown as { _accessor?: Partial<Accessor> })._accessor;
  if (typeof accessor?.batchWrite !== 'function' || !(accessor._src?.docs instanceof Map)) {
    throw new Error(
      'This version of @firebase-bridge/firestore-admin is not the one this engine was built for: 0.0.10.',
    );
  }
  const { docs } = accessor._src;
  const original: CommitFunction = accessor.batchWrite.bind(accessor);
  return {
    wrapCommits: (around) => {
      accessor.batchWrite = (ops, mode) =>
        around(
          () => original(ops, mode),
          (result) => void original(inverseOf(result), ATOMIC),
        );
    },
    forgetOldVersions: (paths, nowMs) => {
      for (const path of paths) {
        const history = docs.get(path)?._history ?? [];
        const oldestNeeded = history.findLastIndex(
          (entry) => entry.updateTime.toMillis() <= nowMs - READABLE_PAST_MS,
        );
        if (oldestNeeded > 0) history.splice(0, oldestNeeded);
      }
    },
  };
}

function inverseOf(result: CommitResult): unknown[] {
  return result.results
    .filter((meta) => meta.hasChanges)
    .map(({ path, previous }) =>
      previous?.exists === true
        ? { type: 'set', merge: 'root', path, data: previous.data }
        : { type: 'delete', path },
    );
}
