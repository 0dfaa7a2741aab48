import type { EventRecord } from '../ports/store.ts';

const LENGTH = 40;

/** Letters, digits and hyphens, of bounded length: an address is a key, and must not be readable in logs of others. */
const part = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LENGTH);

/** 32-bit FNV-1a, in base 36: tells sets of events apart that begin alike. No secret and no proof. */
const print = (text: string): string => {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
};

/** The events that were told in one go go by one name. */
export const batchOf = ({ id, batch }: Pick<EventRecord, 'id' | 'batch'>): string => batch ?? id;

/** What a mail about these events is named after: one batch, or the events that have gathered. */
export const namesOf = (records: readonly Pick<EventRecord, 'id' | 'batch'>[]): readonly string[] => {
  const batches = new Set(records.map(batchOf));
  return batches.size === 1 ? [...batches] : records.map(({ id }) => id);
};

/**
 * The Message-ID of a mail to one recipient about these events: the same mail tried again has the same one, and a
 * mail about more or fewer events has another, so that a receiver who drops repeats loses nothing.
 *
 * @example messageIdOf(['evt-1'], 'rep-wang') // '<evt-1.rep-wang.1x2y3z@peineng.mail>'
 */
export const messageIdOf = (events: readonly string[], key: string): string =>
  `<${mailName(events, key)}@peineng.mail>`;

/** The part before the @: also the name of what is remembered about a mail. */
export const mailName = (events: readonly string[], key: string): string =>
  `${part(events[0] ?? '')}.${part(key)}.${print([...events, key].join('|'))}`;
