import { FieldValue, type Firestore } from 'firebase-admin/firestore';
import { z } from 'zod';
import type { Instant } from '../../shared/domain/day.ts';
import type { MailRun } from '../../shared/domain/mail-waits.ts';
import type { TeamId } from '../../shared/domain/ids.ts';
import { withRetries } from './firestore-retries.ts';
import { isStorableId } from './store-codec.ts';
import { StoreError } from './store-error.ts';
import { teamDocuments } from './team-documents.ts';

const RUN = z.looseObject({
  /** Null when nobody is at it. */
  by: z.string().nullable(),
  at: z.number(),
  until: z.number(),
  sent: z.array(z.string()),
  lately: z.record(z.string(), z.number()).default({}),
});

/** The one document that says who is sending a team's due mail, and whom earlier runs have written to. */
const runDocument = (firestore: Firestore, team: TeamId) =>
  teamDocuments(firestore, team).head.collection('mail').doc('run');

const readRun = (path: string, data: unknown): z.infer<typeof RUN> => {
  const parsed = RUN.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new StoreError('BROKEN_DOCUMENT', `Stored document ${path} cannot be understood.`);
};

export const claimMailRun = async (
  firestore: Firestore,
  team: TeamId,
  by: string,
  at: Instant,
  until: Instant,
): Promise<MailRun | null> => {
  if (!isStorableId(team)) return null;
  const document = runDocument(firestore, team);
  return withRetries(() =>
    firestore.runTransaction(async (transaction) => {
      const data = (await transaction.get(document)).data();
      const run = data === undefined ? null : readRun(document.path, data);
      const lately = run?.lately ?? {};
      if (run === null || run.by === null) {
        transaction.set(document, { by, at, until, sent: [], lately });
        return { by, at, sent: [], lately };
      }
      if (run.until > at) return null;
      transaction.update(document, { by, until });
      return { by, at: run.at, sent: run.sent, lately };
    }),
  );
};

export const noteMailSent = async (
  firestore: Firestore,
  team: TeamId,
  by: string,
  key: string,
  until: Instant,
): Promise<boolean> => {
  const document = runDocument(firestore, team);
  return withRetries(() =>
    firestore.runTransaction(async (transaction) => {
      const data = (await transaction.get(document)).data();
      if (data === undefined || readRun(document.path, data).by !== by) return false;
      transaction.update(document, { until, sent: FieldValue.arrayUnion(key) });
      return true;
    }),
  );
};

export const endMailRun = async (
  firestore: Firestore,
  team: TeamId,
  by: string,
  lately: MailRun['lately'],
): Promise<void> => {
  const document = runDocument(firestore, team);
  await withRetries(() =>
    firestore.runTransaction(async (transaction) => {
      const data = (await transaction.get(document)).data();
      if (data !== undefined && readRun(document.path, data).by === by)
        transaction.set(document, { by: null, at: 0, until: 0, sent: [], lately });
    }),
  );
};
