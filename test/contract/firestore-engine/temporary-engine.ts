import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type FirestoreEngine,
  type FirestoreEngineOptions,
  openFirestoreEngine,
} from '../../../local/firestore-engine/open-firestore-engine.ts';

/** A wall clock that stands still: the hardest case for telling commits apart. */
export const frozen = (): number => Date.UTC(2026, 10, 23, 9);

export interface TemporaryEngine extends FirestoreEngine {
  readonly dataDir: string;
  /** Closes the database and opens the same folder again. */
  reopen(): Promise<TemporaryEngine>;
  /** Closes the database and removes the folder. */
  discard(): Promise<void>;
}

export async function temporaryEngine(
  options: Partial<FirestoreEngineOptions> = {},
): Promise<TemporaryEngine> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'peineng-engine-'));
  const engine = await openFirestoreEngine({ now: frozen, ...options, dataDir });
  return {
    ...engine,
    dataDir,
    reopen: async () => {
      await engine.close();
      return temporaryEngine({ ...options, dataDir });
    },
    discard: async () => {
      await engine.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
