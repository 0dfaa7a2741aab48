/** The key that signs the links of the phone pages: made once, kept in the data folder, readable by its owner only. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const KEY_FILE = 'link-key';

/** 256 random bits as text. A link from a mail still opens after a restart. */
export const loadOrCreateLinkKey = async (dataDir: string): Promise<string> => {
  const path = join(dataDir, KEY_FILE);
  const stored = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  });
  if (stored !== null) return stored.trim();
  const key = randomBytes(32).toString('base64url');
  await mkdir(dataDir, { recursive: true });
  await writeFile(path, `${key}\n`, { mode: 0o600, flag: 'wx' });
  return key;
};
