import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parsed, type ReceivedChat } from './received-chat.ts';

/** Messages in the order in which they came, one line of JSON each in `messages.jsonl`. */
export interface ChatStore {
  add(message: ReceivedChat): Promise<void>;
  /** Newest first. */
  list(): readonly ReceivedChat[];
}

/** Opens or makes the folder. A last line that a kill cut short is left out. */
export const openChatStore = async (dataDir: string): Promise<ChatStore> => {
  await mkdir(dataDir, { recursive: true });
  const file = join(dataDir, 'messages.jsonl');
  const text = await readFile(file, 'utf8').catch(() => '');
  const all = text.split('\n').flatMap((line): readonly ReceivedChat[] => {
    const message = parsed(line);
    return message === undefined ? [] : [message as ReceivedChat];
  });
  // A cut line without its end would swallow the next one.
  if (text !== '' && !text.endsWith('\n')) await appendFile(file, '\n');
  return {
    add: async (message) => {
      all.push(message);
      await appendFile(file, `${JSON.stringify(message)}\n`);
    },
    list: () => all.toReversed(),
  };
};
