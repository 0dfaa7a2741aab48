import { type FirestoreController, type FirestoreMock } from '@firebase-bridge/firestore-admin';
import { type Firestore } from 'firebase-admin/firestore';
import { type StoredDocument } from './stored-files.ts';
import { decodeDocument } from './value-codec.ts';

/**
 * Puts stored documents into a new database with the create and update times they had: the engine stamps writes with
 * its clock, so the clock is set before each group of equal times. A document updated after its creation is written
 * twice. Leaves the clock where the last group put it; the caller sets the real one.
 */
export function restoreDocuments(
  environment: FirestoreMock,
  controller: FirestoreController,
  firestore: Firestore,
  documents: Iterable<StoredDocument>,
): void {
  const created = new Map<number, { path: string; data: object }[]>();
  const updated = new Map<number, { path: string; data: object }[]>();
  for (const { p: path, c, u, d } of documents) {
    const data = decodeDocument(d, (target) => firestore.doc(target));
    if (c !== u) addTo(created, c, { path, data: { restoring: u } });
    addTo(c === u ? created : updated, u, { path, data });
  }
  for (const writes of [created, updated]) {
    for (const [ms, group] of writes) {
      environment.systemTime.constant(new Date(ms));
      controller.database.batchSet(...group);
    }
  }
}

function addTo<Item>(groups: Map<number, Item[]>, key: number, item: Item): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [item]);
  else group.push(item);
}
