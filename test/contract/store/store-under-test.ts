import type { Firestore } from 'firebase-admin/firestore';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createFirestoreStore } from '../../../functions/adapters/firestore-store.ts';
import { countOperations, type OperationCounter } from '../../../local/firestore-engine/count-operations.ts';
import type { Effect } from '../../../shared/decide/effects.ts';
import type { BoardState, Team } from '../../../shared/domain/board-state.ts';
import { eventId, teamId, type TeamId } from '../../../shared/domain/ids.ts';
import type { CommitOutcome, Slice, Store } from '../../../shared/ports/store.ts';
import { team } from './sample-board.ts';

/** A database to test against; `close` frees whatever was opened. */
export interface OpenDatabase {
  readonly firestore: Firestore;
  close(): Promise<void>;
}

export const NOTHING_MORE: Slice = { tasks: [], books: [] };
export const nothingMore = (): Slice => NOTHING_MORE;

/** The store with a new team in it for each test, and short ways to use it. */
export class StoreUnderTest {
  firestore!: Firestore;
  store!: Store;
  /** Counts from the beginning of each test. */
  counter!: OperationCounter;
  id!: TeamId;
  #teams = 0;

  constructor(open: () => Promise<OpenDatabase>) {
    let database: OpenDatabase;
    beforeAll(async () => {
      database = await open();
      this.firestore = database.firestore;
      this.counter = countOperations(database.firestore);
    });
    afterAll(() => database.close());
    beforeEach(async () => {
      this.store = this.another();
      // A team of its own for each test, also when the database outlives the run.
      this.id = teamId(`sheet-${process.pid}-${(this.#teams += 1)}-${process.hrtime.bigint()}`);
      await this.store.createTeam(team(this.id));
      this.counter.reset();
    });
  }

  /** Another instance on the same database, as in another process. */
  another(): Store {
    return createFirestoreStore(this.firestore);
  }

  run(
    event: string,
    decide: (state: BoardState) => readonly Effect[],
    slice: (of: Team) => Slice = nothingMore,
    through: Store = this.store,
  ): Promise<CommitOutcome> {
    const what = { id: eventId(event), at: 1_000, kind: 'edit', actor: 'wang@example.test' };
    return through.transact(this.id, what, slice, decide);
  }

  async load(slice: Slice): Promise<BoardState> {
    const state = await this.store.load(this.id, slice);
    if (state === null) throw new Error('the team is gone');
    return state;
  }
}
