import type { Instant } from '../domain/day.ts';
import type { EventId } from '../domain/ids.ts';
import type { MailWait, MailWaits } from '../domain/mail-waits.ts';
import { batchOf } from './message-id.ts';
import type { EventMark, EventRecord } from '../ports/store.ts';

/** Who waits for mail about which events, during one run that sends it. Lives inside the run and never leaves it. */
export interface MailBook {
  /** Everybody who waits for something, in an order that is the same in every process. */
  readonly keys: readonly string[];
  /** The events that a recipient's mail is about. */
  dueFor(key: string): readonly EventRecord[];
  /** How often a recipient's mail about these events has been tried in vain. */
  triesOf(key: string, records: readonly EventRecord[]): number;
  /** It is over: sent, given up, or of no interest any more. */
  settle(key: string, records: readonly EventRecord[]): void;
  postpone(
    key: string,
    records: readonly EventRecord[],
    due: Instant,
    how: { readonly tried: boolean; readonly inDoubt?: string },
  ): void;
  /** What is to be written down in the end. */
  marks(): readonly EventMark[];
}

/**
 * Opens the book of a run over events whose mail was due at `at`. `concerned` says who has to hear of an event that
 * nobody came to say it of: its mail is in doubt, as somebody died while sending it, perhaps after having sent it.
 * What is in doubt goes alone, mail by mail, so that a receiver recognises the very same mail.
 */
export const openMailBook = (
  records: readonly EventRecord[],
  at: Instant,
  concerned: (record: EventRecord) => MailWaits,
): MailBook => {
  const book = new Map<EventId, Record<string, MailWait>>();
  for (const record of records) {
    const waits = record.mail?.waits ?? null;
    book.set(record.id, { ...(waits ?? doubted(concerned(record), batchOf(record))) });
  }
  const waitOf = (id: EventId, key: string): MailWait | undefined => book.get(id)?.[key];
  return {
    keys: [...new Set([...book.values()].flatMap((waits) => Object.keys(waits)))].sort(),
    dueFor: (key) => {
      const due = records.filter(({ id }) => (waitOf(id, key)?.due ?? Infinity) <= at);
      const doubts = due.map(({ id }) => waitOf(id, key)?.inDoubt);
      const first = doubts.find((doubt) => doubt !== undefined);
      return first === undefined ? due : due.filter((_, index) => doubts[index] === first);
    },
    triesOf: (key, about) => Math.max(0, ...about.map(({ id }) => waitOf(id, key)?.tries ?? 0)),
    settle: (key, about) => {
      for (const { id } of about) delete book.get(id)?.[key];
    },
    postpone: (key, about, due, { tried, inDoubt }) => {
      for (const { id } of about) {
        const waits = book.get(id);
        const wait = waits?.[key];
        if (waits !== undefined && wait !== undefined)
          waits[key] = {
            ...(inDoubt === undefined ? {} : { inDoubt }),
            ...wait,
            due,
            tries: wait.tries + (tried ? 1 : 0),
          };
      }
    },
    marks: () => records.map(({ id }) => ({ id, waits: book.get(id) ?? {} })),
  };
};

const doubted = (waits: MailWaits, inDoubt: string): MailWaits =>
  Object.fromEntries(Object.entries(waits).map(([key, wait]) => [key, { ...wait, inDoubt }]));
