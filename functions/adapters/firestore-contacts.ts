import type { Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';
import type { Contacts } from '../../shared/ports/contacts.ts';
import { asStoreError, withRetries } from './firestore-retries.ts';
import { isStorableId } from './store-codec.ts';
import { StoreError } from './store-error.ts';

const CONTACT = z.looseObject({ contact: z.string() });

/** Contacts on Firestore, `teams/{team}/contacts/{task}`: apart from tasks and events, so that neither holds one. */
export const createFirestoreContacts = (firestore: Firestore): Contacts => {
  const document = (team: string, task: string) =>
    firestore.collection('teams').doc(team).collection('contacts').doc(task);
  const guarded = async <T>(doing: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await withRetries(work);
    } catch (error) {
      throw asStoreError(error, doing);
    }
  };
  return {
    put: async (team, task, contact) => {
      if (!isStorableId(team) || !isStorableId(task))
        throw new StoreError('NOT_STORABLE', 'A contact belongs to a task whose id cannot be stored.');
      await guarded('keeping a contact', () => document(team, task).set({ contact }));
    },
    get: async (team, task) => {
      if (!isStorableId(team) || !isStorableId(task)) return null;
      const found = await guarded('reading a contact', () => document(team, task).get());
      const data = found.data();
      if (data === undefined) return null;
      const parsed = CONTACT.safeParse(data);
      if (parsed.success) return parsed.data.contact;
      throw new StoreError('BROKEN_DOCUMENT', `Stored document ${found.ref.path} holds no contact.`);
    },
  };
};
