import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PlainError } from './explain-failure.ts';

/** What local mode keeps, each in a folder of its own. */
const PARTS = ['sheets', 'firestore', 'mail', 'chat', 'addon', 'identity'] as const;
type Part = (typeof PARTS)[number];

const NOTE = z.object({ spreadsheetId: z.string(), ready: z.boolean() });
type Note = z.infer<typeof NOTE>;

export interface DataFolder {
  readonly path: string;
  part(name: Part): string;
  note(): Promise<Note | null>;
  write(note: Note): Promise<void>;
}

/**
 * Opens the data folder, making it when missing. A reset removes only what local mode itself put there, so
 * that a mistyped `--data` cannot cost anybody their files.
 */
export const openDataFolder = async (path: string, reset: boolean): Promise<DataFolder> => {
  const noteFile = join(path, 'board.json');
  await mkdir(path, { recursive: true });
  if (reset) {
    for (const name of PARTS) await rm(join(path, name), { recursive: true, force: true });
    await rm(noteFile, { force: true });
  }
  return {
    path,
    part: (name) => join(path, name),
    note: async () => readNote(noteFile),
    write: async (note) => {
      await writeFile(`${noteFile}.new`, JSON.stringify(note));
      await rename(`${noteFile}.new`, noteFile);
    },
  };
};

const readNote = async (file: string): Promise<Note | null> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const parsed = NOTE.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  throw new PlainError(`${file} is damaged. Put back a copy, or begin anew: npm start -- --reset`);
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
