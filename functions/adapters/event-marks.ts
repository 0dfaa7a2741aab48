import {
  FieldValue,
  type DocumentData,
  type Firestore,
  type QueryDocumentSnapshot,
} from 'firebase-admin/firestore';
import type { Instant } from '../../shared/domain/day.ts';
import { dueOfWaits, type MailWaits } from '../../shared/domain/mail-waits.ts';
import type { TeamId } from '../../shared/domain/ids.ts';
import type { EventMark, EventRecord } from '../../shared/ports/store.ts';
import { decodeEvent, isStorableId, toLine } from './store-codec.ts';
import { teamDocuments } from './team-documents.ts';

/** What of the events still has to be told, to the sheet and by mail; each finds its own with a small index. */

const eventsOf = (firestore: Firestore, team: TeamId) =>
  teamDocuments(firestore, team).head.collection('events');

const decoded = (document: QueryDocumentSnapshot): EventRecord =>
  decodeEvent(document.ref.path, document.data());

export const undelivered = async (
  firestore: Firestore,
  team: TeamId,
  limit: number,
): Promise<readonly EventRecord[]> => {
  if (!isStorableId(team) || limit <= 0) return [];
  const waiting = eventsOf(firestore, team).where('outbox', '>', 0).orderBy('outbox').limit(limit);
  return (await waiting.get()).docs.map(decoded);
};

export const recentMoves = async (
  firestore: Firestore,
  team: TeamId,
  limit: number,
): Promise<readonly EventRecord[]> => {
  if (!isStorableId(team) || limit <= 0) return [];
  const moves = eventsOf(firestore, team).where('moved', '>', 0).orderBy('moved', 'desc').limit(limit);
  return (await moves.get()).docs.map(decoded);
};

const READ_AT_ONCE = 300;

/** Page by page: thousands of events may have gathered over a long holiday. */
export const dueMail = async (
  firestore: Firestore,
  team: TeamId,
  at: Instant,
  limit: number,
): Promise<readonly EventRecord[]> => {
  if (!isStorableId(team) || limit <= 0) return [];
  const due = eventsOf(firestore, team).where('mailDue', '<=', at).orderBy('mailDue');
  const found: EventRecord[] = [];
  let last: QueryDocumentSnapshot | undefined;
  do {
    const page = due.limit(Math.min(READ_AT_ONCE, limit - found.length));
    const { docs } = await (last === undefined ? page : page.startAfter(last)).get();
    found.push(...docs.map(decoded));
    last = docs.length < READ_AT_ONCE ? undefined : docs.at(-1);
  } while (last !== undefined && found.length < limit);
  return found.sort((a, b) => a.revision - b.revision);
};

const MARKED_AT_ONCE = 400;

export const mark = async (
  firestore: Firestore,
  team: TeamId,
  marks: readonly EventMark[],
): Promise<void> => {
  for (let start = 0; start < marks.length; start += MARKED_AT_ONCE) {
    const batch = firestore.batch();
    for (const { id, told, waits } of marks.slice(start, start + MARKED_AT_ONCE)) {
      const fields = {
        ...(told === undefined ? {} : { outbox: FieldValue.delete(), toldAt: told }),
        ...(waits === undefined ? {} : mailFields(waits)),
      };
      if (Object.keys(fields).length > 0) batch.update(eventsOf(firestore, team).doc(id), fields);
    }
    await batch.commit();
  }
};

const mailFields = (waits: MailWaits): DocumentData => {
  const due = dueOfWaits(waits);
  return due === null
    ? { mailDue: FieldValue.delete(), mailFor: FieldValue.delete() }
    : { mailDue: due, mailFor: toLine(waits) };
};
