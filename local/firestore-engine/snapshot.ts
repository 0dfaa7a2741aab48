import { renameSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { writeRecordLine } from './record-line.ts';
import { fileOf, header, type StoredDocument } from './stored-files.ts';
import { syncFolder } from './sync-folder.ts';

/** Documents written between two pauses in which other work of the process may run. */
const BATCH = 200;

/** What a snapshot holds: the documents may be produced lazily. */
export interface SnapshotContent {
  readonly count: number;
  readonly committedAt: number;
  readonly documents: Iterable<StoredDocument>;
}

/**
 * Writes the snapshot of a generation: a temporary file forced to disk, then renamed, then the folder forced to disk.
 * The name therefore only ever belongs to a complete file.
 */
export async function writeSnapshot(
  folder: string,
  generation: number,
  content: SnapshotContent,
): Promise<void> {
  const file = fileOf(folder, 'snapshot', generation);
  const temporary = `${file}.tmp`;
  const handle = await open(temporary, 'w');
  try {
    const { count: documents, committedAt } = content;
    let text = writeRecordLine({ ...header('snapshot', generation), documents, committedAt });
    let pending = 0;
    for (const document of content.documents) {
      text += writeRecordLine(document);
      pending += 1;
      if (pending === BATCH) {
        await handle.appendFile(text);
        text = '';
        pending = 0;
      }
    }
    await handle.appendFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  renameSync(temporary, file);
  syncFolder(folder);
}
