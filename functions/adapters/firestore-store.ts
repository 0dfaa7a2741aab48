import { FieldPath, FieldValue, type Firestore, type Transaction } from 'firebase-admin/firestore';
import { evolveAll, touched, type EntryWrite } from '../../shared/decide/evolve.ts';
import type { Effect } from '../../shared/decide/effects.ts';
import type { BoardState, BookKey, Team } from '../../shared/domain/board-state.ts';
import { teamId, type TeamId } from '../../shared/domain/ids.ts';
import { MAIL_GRACE_MS } from '../../shared/domain/mail-waits.ts';
import type { CommitOutcome, EventRecord, Slice, Store } from '../../shared/ports/store.ts';
import { dueMail, mark, recentMoves, undelivered } from './event-marks.ts';
import { ALREADY_EXISTS, asStoreError, codeOf, withRetries } from './firestore-retries.ts';
import { claimMailRun, endMailRun, noteMailSent } from './mail-runs.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import {
  decodeEvent,
  encodeEntry,
  encodeEvent,
  encodeProof,
  encodeTask,
  encodeTeam,
  isStorableId,
} from './store-codec.ts';
import { StoreError } from './store-error.ts';
import { readDays, writeDays } from './stored-days.ts';
import { assemble, readTeam, sliceDocuments, teamDocuments, type TeamDocuments } from './team-documents.ts';

type Event = Parameters<Store['transact']>[1];

/**
 * The store on Firestore; on the real one, the emulator and the embedded engine alike. What is where, and why:
 * docs/decisions/0002-documents-of-a-team.md. Every call throws {@link StoreError} when the database does not
 * answer or holds something that cannot be understood.
 *
 * An edit of one row reads the head, the task and the books asked for, and writes head, task, the books of old
 * and new owner, and the event: at most 3 and 5 documents; `mark` writes one more.
 */
export const createFirestoreStore = (firestore: Firestore): Store => {
  const oneAtATime = createOneAtATime();
  const guarded = async <T>(doing: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw asStoreError(error, doing);
    }
  };
  return {
    createTeam: (team) => guarded('creating a team', () => createTeam(firestore, team)),
    team: (id) => guarded('reading a team', () => loadTeam(firestore, id)),
    transact: (team, event, slice, decide) =>
      guarded(`event ${event.id}`, () =>
        oneAtATime(team, () => transact(firestore, team, event, slice, decide)),
      ),
    load: (team, slice) => guarded('reading a board', () => loadSlice(firestore, team, slice)),
    event: (team, id) =>
      guarded('reading an event', async () => {
        if (!isStorableId(team) || !isStorableId(id)) return null;
        const snapshot = await teamDocuments(firestore, team).event(id).get();
        const data = snapshot.data();
        return data === undefined ? null : decodeEvent(snapshot.ref.path, data);
      }),
    undelivered: (team, limit) => guarded('reading the outbox', () => undelivered(firestore, team, limit)),
    recentMoves: (team, limit) => guarded('reading moves', () => recentMoves(firestore, team, limit)),
    mark: (team, marks) => guarded('emptying the outbox', () => mark(firestore, team, marks)),
    dueMail: (team, at, limit) => guarded('reading due mail', () => dueMail(firestore, team, at, limit)),
    claimMailRun: (team, by, at, until) =>
      guarded('claiming the mail', () => claimMailRun(firestore, team, by, at, until)),
    noteMailSent: (team, by, key, until) =>
      guarded('noting a mail', () => noteMailSent(firestore, team, by, key, until)),
    endMailRun: (team, by, lately) =>
      guarded('ending a mail run', () => endMailRun(firestore, team, by, lately)),
    days: (team, from, to) => guarded('reading days', () => readDays(firestore, team, from, to)),
    teams: () =>
      guarded('listing teams', async () => {
        const all = await firestore.collection('teams').select().get();
        return all.docs.map((document) => teamId(document.id));
      }),
  };
};

const createTeam = async (firestore: Firestore, team: Team): Promise<Team> => {
  const { head } = teamDocuments(firestore, team.id);
  try {
    await head.create(encodeTeam(team));
    return team;
  } catch (error) {
    if (codeOf(error) !== ALREADY_EXISTS) throw error;
    return readTeam(await head.get()) ?? createTeam(firestore, team);
  }
};

const loadTeam = async (firestore: Firestore, id: TeamId): Promise<Team | null> =>
  isStorableId(id) ? readTeam(await teamDocuments(firestore, id).head.get()) : null;

/** One request where the slice is known beforehand: everything is then of the same moment. */
const loadSlice = async (firestore: Firestore, id: TeamId, slice: Slice): Promise<BoardState | null> => {
  if (!isStorableId(id)) return null;
  const documents = teamDocuments(firestore, id);
  if (slice.allBooks === true) {
    const team = readTeam(await documents.head.get());
    if (team === null) return null;
    const wanted = sliceDocuments(documents, slice, team);
    return assemble(team, wanted, await firestore.getAll(...wanted.references));
  }
  const wanted = sliceDocuments(documents, slice, null);
  const [head, ...rest] = await firestore.getAll(documents.head, ...wanted.references);
  const team = head === undefined ? null : readTeam(head);
  return team === null ? null : assemble(team, wanted, rest);
};

const transact = async (
  firestore: Firestore,
  id: TeamId,
  event: Event,
  slice: (team: Team) => Slice,
  decide: (state: BoardState) => readonly Effect[],
): Promise<CommitOutcome> => {
  if (!isStorableId(id)) return { kind: 'unknownTeam' };
  const documents = teamDocuments(firestore, id);
  const attempt = async (transaction: Transaction): Promise<CommitOutcome> => {
    const team = readTeam(await transaction.get(documents.head));
    if (team === null) return { kind: 'unknownTeam' };
    const wanted = sliceDocuments(documents, slice(team), team);
    const snapshots = wanted.references.length > 0 ? await transaction.getAll(...wanted.references) : [];
    const before = assemble(team, wanted, snapshots);
    const effects = decide(before);
    if (effects.length === 0) return { kind: 'nothing', state: before };
    return write(transaction, documents, event, before, effects);
  };
  try {
    return await withRetries(() => firestore.runTransaction(attempt));
  } catch (error) {
    // Nothing but the event is created, so this event has been processed: by an earlier run, by a rival, or by
    // a commit of our own whose answer got lost. What it has to tell is in the outbox.
    if (codeOf(error) === ALREADY_EXISTS) return { kind: 'duplicate' };
    throw error;
  }
};

const write = (
  transaction: Transaction,
  documents: TeamDocuments,
  event: Event,
  before: BoardState,
  effects: readonly Effect[],
): CommitOutcome => {
  const folded = evolveAll(before, effects);
  const state = { ...folded, team: { ...folded.team, revision: before.team.revision + 1 } };
  const { revision, policyVersion } = state.team;
  const auditFrom = before.team.auditSeq;
  const record: EventRecord = {
    ...event,
    revision,
    policyVersion,
    auditFrom,
    effects,
    delivered: false,
    mail: { due: event.at + MAIL_GRACE_MS, waits: null },
  };
  const { tasks, entries, proofs } = touched(effects);
  transaction.create(documents.event(event.id), encodeEvent(record));
  transaction.set(documents.head, encodeTeam(state.team));
  for (const id of tasks) {
    const task = state.tasks[id];
    if (task === undefined) throw new StoreError('NOT_STORABLE', `Task ${id} was touched but is not there.`);
    transaction.set(documents.task(id), encodeTask(task));
  }
  for (const [key, lines] of byBook(entries)) writeLines(transaction, documents, key, lines);
  writeProofs(transaction, documents, proofs);
  writeDays(transaction, documents, effects);
  return { kind: 'committed', state, record };
};

/** What each book has to be told at last: of several writes of one line the latest counts. */
const byBook = (entries: readonly EntryWrite[]): ReadonlyMap<BookKey, ReadonlyMap<string, EntryWrite>> => {
  const books = new Map<BookKey, Map<string, EntryWrite>>();
  for (const one of entries) {
    const lines = books.get(one.book) ?? new Map<string, EntryWrite>();
    books.set(one.book, lines.set(one.taskId, one));
  }
  return books;
};

/** Writes single lines of the record of proof, whose parts need not have been read. */
const writeProofs = (
  transaction: Transaction,
  documents: TeamDocuments,
  proofs: ReturnType<typeof touched>['proofs'],
): void => {
  const parts = new Map<string, Map<string, string | FieldValue>>();
  for (const { part, key, entry } of proofs) {
    const lines = parts.get(part) ?? new Map<string, string | FieldValue>();
    parts.set(part, lines.set(key, entry === null ? FieldValue.delete() : encodeProof(entry)));
  }
  for (const [part, lines] of parts)
    transaction.set(
      documents.proof(part),
      { rows: Object.fromEntries(lines) },
      { mergeFields: [...lines.keys()].map((key) => new FieldPath('rows', key)) },
    );
};

/** Writes single lines of a book that need not have been read, and need not be there yet. */
const writeLines = (
  transaction: Transaction,
  documents: TeamDocuments,
  key: BookKey,
  lines: ReadonlyMap<string, EntryWrite>,
): void => {
  const values = [...lines].map(([id, { entry }]): [string, string | FieldValue] => [
    id,
    entry === null ? FieldValue.delete() : encodeEntry(entry),
  ]);
  transaction.set(
    documents.book(key),
    { entries: Object.fromEntries(values) },
    { mergeFields: values.map(([id]) => new FieldPath('entries', id)) },
  );
};
