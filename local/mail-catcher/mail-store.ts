import { mkdirSync, readdirSync } from 'node:fs';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Envelope,
  type MailSummary,
  parseMail,
  type ReceivedMail,
  withEnvelope,
} from './received-mail.ts';

export interface MailFilter {
  /** Only mails delivered to this address, compared without regard to case. */
  readonly to?: string;
}

/** Received mails, one `.eml` file each in a folder. */
export interface MailStore {
  /** Stores one message and returns it once it is safely on disk. */
  save(envelope: Envelope, message: Buffer): Promise<ReceivedMail>;
  /** Newest first. */
  list(filter?: MailFilter): Promise<readonly MailSummary[]>;
  /** `undefined` for an id that is not there. */
  get(id: string): Promise<ReceivedMail | undefined>;
  /** Id of the newest mail; empty when there is none. */
  newest(): string;
}

const MAIL_FILE = /^(\d{15}-\d{4})\.eml$/;

/** Opens the folder (created if missing). `now`: ms since 1970. */
export function openMailStore(folder: string, now: () => number): MailStore {
  mkdirSync(folder, { recursive: true });
  const ids = readdirSync(folder)
    .map((name) => MAIL_FILE.exec(name)?.[1])
    .filter((id) => id !== undefined)
    .sort();
  const summaries = new Map<string, MailSummary>();
  const fileOf = (id: string): string => join(folder, `${id}.eml`);
  const get = async (id: string): Promise<ReceivedMail | undefined> =>
    ids.includes(id) ? parseMail(id, await readFile(fileOf(id))) : undefined;

  const summaryOf = async (id: string): Promise<MailSummary> => {
    const known = summaries.get(id) ?? summarise(await parseMail(id, await readFile(fileOf(id))));
    summaries.set(id, known);
    return known;
  };
  let lastId = ids.at(-1) ?? '';
  return {
    save: async (envelope, message) => {
      const id = (lastId = nextId(lastId, now()));
      const raw = withEnvelope(envelope, message);
      await writeWhole(fileOf(id), raw);
      const mail = await parseMail(id, raw);
      summaries.set(id, summarise(mail));
      ids.push(id);
      ids.sort();
      return mail;
    },
    list: async ({ to } = {}) => {
      const seen = new Set<string>();
      const found: MailSummary[] = [];
      for (const id of ids) {
        const summary = await summaryOf(id);
        const message = `${summary.messageId} ${summary.to.join()}`;
        found.push(seen.has(message) && summary.messageId !== '' ? { ...summary, again: true } : summary);
        seen.add(message);
      }
      const wanted = to?.toLowerCase();
      found.reverse();
      return wanted === undefined
        ? found
        : found.filter((mail) => mail.to.some((address) => address.toLowerCase() === wanted));
    },
    get,
    newest: () => ids.at(-1) ?? '',
  };
}

function summarise({ id, receivedAt, from, to, subject, preview, messageId }: ReceivedMail): MailSummary {
  return { id, receivedAt, from, to, subject, preview, messageId };
}

/** Later than every id so far, also within one millisecond and after the clock was set back. */
function nextId(last: string, nowMs: number): string {
  const [ms = 0, count = 0] = last === '' ? [] : last.split('-').map(Number);
  const time = Math.trunc(nowMs);
  if (time > ms) return formatId(time, 0);
  return count < 9999 ? formatId(ms, count + 1) : formatId(ms + 1, 0);
}

function formatId(ms: number, count: number): string {
  return `${String(ms).padStart(15, '0')}-${String(count).padStart(4, '0')}`;
}

/** The name only ever belongs to a complete file, also after a crash in the middle. */
async function writeWhole(file: string, content: Buffer): Promise<void> {
  const handle = await open(`${file}.tmp`, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.tmp`, file);
}
