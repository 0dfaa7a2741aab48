import type { DocumentReference, DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import {
  UNOWNED,
  type Book,
  type BookKey,
  type BoardState,
  type Team,
} from '../../shared/domain/board-state.ts';
import { repId, type EventId, type TaskId, type TeamId } from '../../shared/domain/ids.ts';
import type { Month } from '../../shared/domain/points-ledger.ts';
import type { ProofBooks } from '../../shared/domain/proof.ts';
import type { Task } from '../../shared/domain/task.ts';
import type { Slice } from '../../shared/ports/store.ts';
import { decodeBook, decodeProofBook, decodeTask, decodeTeam, isStorableId } from './store-codec.ts';
import { StoreError } from './store-error.ts';

/** Where a team's documents are: teams/{team}, and under it tasks, books, events and months of days. */
export interface TeamDocuments {
  readonly head: DocumentReference;
  task(id: TaskId): DocumentReference;
  book(key: BookKey): DocumentReference;
  event(id: EventId): DocumentReference;
  proof(part: string): DocumentReference;
  days(month: Month): DocumentReference;
}

export const teamDocuments = (firestore: Firestore, team: TeamId): TeamDocuments => {
  const head = firestore.collection('teams').doc(storableId(team));
  const below = (collection: string) => (id: string) => head.collection(collection).doc(storableId(id));
  return {
    head,
    task: below('tasks'),
    book: below('books'),
    event: below('events'),
    proof: below('proofs'),
    days: below('days'),
  };
};

const storableId = (id: string): string => {
  if (isStorableId(id)) return id;
  throw new StoreError('NOT_STORABLE', `"${id.slice(0, 60)}" cannot be the id of a stored document.`);
};

export const readTeam = (snapshot: DocumentSnapshot): Team | null => {
  const data = snapshot.data();
  return data === undefined ? null : decodeTeam(snapshot.ref.path, data);
};

/** The documents of a slice in one list; ids that cannot have been stored are not asked for. */
export interface SliceDocuments {
  readonly tasks: readonly TaskId[];
  readonly books: readonly BookKey[];
  readonly proofs: readonly string[];
  readonly references: readonly DocumentReference[];
}

/** `team` is needed for `allBooks` alone: one book per rep, and that of nobody. */
export const sliceDocuments = (documents: TeamDocuments, slice: Slice, team: Team | null): SliceDocuments => {
  const every: BookKey[] =
    slice.allBooks === true ? [...Object.keys(team?.reps ?? {}).map(repId), UNOWNED] : [];
  const tasks = [...new Set(slice.tasks)].filter(isStorableId);
  const books = [...new Set<BookKey>([...slice.books, ...every])].filter(isStorableId);
  const proofs = [...new Set(slice.proofs ?? [])];
  return {
    tasks,
    books,
    proofs,
    references: [
      ...tasks.map((id) => documents.task(id)),
      ...books.map((key) => documents.book(key)),
      ...proofs.map((part) => documents.proof(part)),
    ],
  };
};

/** Puts together what was read, in the order of {@link SliceDocuments.references}. A missing book is empty. */
export const assemble = (
  team: Team,
  { tasks, books, proofs }: SliceDocuments,
  snapshots: readonly DocumentSnapshot[],
): BoardState => {
  const state = { tasks: {} as Record<string, Task>, books: {} as Record<string, Book> };
  tasks.forEach((id, at) => {
    const snapshot = snapshots[at];
    const data = snapshot?.data();
    if (snapshot !== undefined && data !== undefined) state.tasks[id] = decodeTask(snapshot.ref.path, data);
  });
  books.forEach((key, at) => {
    const snapshot = snapshots[tasks.length + at];
    const data = snapshot?.data();
    state.books[key] =
      snapshot === undefined || data === undefined ? {} : decodeBook(snapshot.ref.path, data);
  });
  if (proofs.length === 0) return { team, ...state, whole: books };
  const known = proofs.map((part, at) => {
    const snapshot = snapshots[tasks.length + books.length + at];
    const data = snapshot?.data();
    return [
      part,
      snapshot === undefined || data === undefined ? {} : decodeProofBook(snapshot.ref.path, data),
    ];
  });
  return { team, ...state, proofs: Object.fromEntries(known) as ProofBooks, whole: books };
};
