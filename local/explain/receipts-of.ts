import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Firestore } from 'firebase-admin/firestore';
import { createFirestoreStore } from '../../functions/adapters/firestore-store.ts';
import { decodeEvent } from '../../functions/adapters/store-codec.ts';
import type { BoardState } from '../../shared/domain/board-state.ts';
import { teamId } from '../../shared/domain/ids.ts';
import type { Receipt } from '../../shared/domain/suggestion.ts';
import { receiptText } from '../../shared/text/receipt-words.ts';
import { openDataFolder } from '../data-folder.ts';
import { openFirestoreEngine } from '../firestore-engine/open-firestore-engine.ts';
import { explainWords, type Known } from './explain-words.ts';

/** `found`: the receipts, oldest first. `none`: why there are none, in the board's language. */
export type Explained =
  | { readonly kind: 'found'; readonly texts: readonly string[] }
  | { readonly kind: 'none'; readonly message: string };

/** Tasks listed when the one asked for has no receipt. */
const LISTED = 20;

/**
 * The receipts of a task as texts. Works on a copy of the database, so a board that is running goes on running:
 * its journal is only ever appended to, and what it was writing at that moment is left out.
 */
export const receiptsOf = async (dataDir: string, task: string): Promise<Explained> => {
  // Asking must not leave a folder behind.
  if (!existsSync(dataDir)) return { kind: 'none', message: explainWords('en').noBoard(dataDir) };
  const folder = await openDataFolder(dataDir, false);
  const note = await folder.note();
  if (note === null) return { kind: 'none', message: explainWords('en').noBoard(dataDir) };
  const copy = await mkdtemp(join(tmpdir(), 'peineng-explain-'));
  try {
    await cp(folder.part('firestore'), copy, {
      recursive: true,
      filter: (file) => basename(file) !== 'lock',
    });
    const engine = await openFirestoreEngine({ dataDir: copy, now: Date.now });
    try {
      return await explainFrom(engine.firestore, note.spreadsheetId, task);
    } finally {
      await engine.close();
    }
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
};

const explainFrom = async (firestore: Firestore, team: string, task: string): Promise<Explained> => {
  const state = await createFirestoreStore(firestore).load(teamId(team), {
    tasks: [],
    books: [],
    allBooks: true,
  });
  if (state === null) return { kind: 'none', message: explainWords('en').noBoard(team) };
  const { language } = state.team.policy;
  const receipts = await allReceipts(firestore, team);
  const own = receipts.filter(({ taskId }) => taskId === task);
  if (own.length > 0) return { kind: 'found', texts: own.map((one) => receiptText(one, language)) };
  const known = [...new Set(receipts.map(({ taskId }) => taskId))].slice(-LISTED);
  const message = explainWords(language).noReceipt(
    task,
    known.map((id) => ({ id, task: nameOf(state, id) })),
  );
  return { kind: 'none', message };
};

/** Every receipt of a team, oldest first. A look at everything: for a person who asks, never for an edit. */
const allReceipts = async (firestore: Firestore, team: string): Promise<readonly Receipt[]> => {
  const events = await firestore.collection('teams').doc(team).collection('events').get();
  return events.docs
    .map((document) => decodeEvent(document.ref.path, document.data()))
    .sort((a, b) => a.revision - b.revision)
    .flatMap(({ effects }) =>
      effects.flatMap((effect) => (effect.type === 'suggestionMade' ? [effect.receipt] : [])),
    );
};

const nameOf = (state: BoardState, id: string): Known['task'] => {
  const entry = Object.values(state.books).find((book) => book[id] !== undefined)?.[id];
  return entry === undefined ? '' : [entry.customer, entry.title].filter((one) => one !== '').join(' · ');
};
