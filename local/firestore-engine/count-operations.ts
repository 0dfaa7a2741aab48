import { type Readable } from 'node:stream';
import { type Firestore } from 'firebase-admin/firestore';

/** Documents read and written, counted the way Firestore bills them. */
export interface OperationCounts {
  /** Documents asked for by id (missing ones too), returned by queries (an empty query is one), sent to listeners. */
  readonly reads: number;
  /** Documents in successful commits: creates + sets + updates + deletes. */
  readonly writes: number;
  readonly creates: number;
  readonly sets: number;
  readonly updates: number;
  readonly deletes: number;
  /** Successful commits; a batch or transaction is one. */
  readonly commits: number;
}

export interface OperationCounter {
  /** Counted since the start or the last {@link reset}. */
  counts(): OperationCounts;
  reset(): void;
  /** Stops counting; other counters of the same Firestore go on. */
  stop(): void;
}

type Tally = { -readonly [Key in keyof OperationCounts]: number };
type WriteKind = 'creates' | 'sets' | 'updates' | 'deletes';

interface Write {
  readonly delete?: string | null;
  readonly updateMask?: object | null;
  readonly currentDocument?: { readonly exists?: boolean | null } | null;
}

interface Answer {
  readonly found?: object | null;
  readonly missing?: string | null;
  readonly document?: object | null;
  readonly documentChange?: object | null;
  readonly result?: object | null;
}

/** The two calls every request of the Admin SDK goes through, in the cloud, on the emulator and in the engine here. */
interface Wire {
  request(
    method: string,
    request: { readonly writes?: readonly Write[] },
    ...rest: unknown[]
  ): Promise<unknown>;
  requestStream(method: string, ...rest: unknown[]): Promise<Readable>;
}

const tallies = new WeakMap<Firestore, Set<Tally>>();

/**
 * Counts document reads and writes of any Firestore instance from now on: gets, getAll, queries, aggregations,
 * listeners, batches, bulk writers and transactions, including the repeated reads of a retried transaction. Writes
 * count when their commit succeeded. An aggregation counts as one read (Firestore bills one per 1,000 index entries).
 *
 * @throws {Error} when the Admin SDK no longer sends its requests the known way.
 * @example
 * const counter = countOperations(firestore);
 * await firestore.doc('a/b').get();
 * counter.counts().reads // 1
 */
export function countOperations(firestore: Firestore): OperationCounter {
  const all = tallies.get(firestore) ?? listen(firestore);
  const tally = emptyTally();
  all.add(tally);
  return {
    counts: () => ({ ...tally }),
    reset: () => void Object.assign(tally, emptyTally()),
    stop: () => void all.delete(tally),
  };
}

function emptyTally(): Tally {
  return { reads: 0, writes: 0, creates: 0, sets: 0, updates: 0, deletes: 0, commits: 0 };
}

function listen(firestore: Firestore): Set<Tally> {
  const wire = firestore as unknown as Wire;
  if (typeof wire.request !== 'function' || typeof wire.requestStream !== 'function') {
    throw new Error('This version of the Firestore Admin SDK has no request and requestStream to count.');
  }
  const all = new Set<Tally>();
  tallies.set(firestore, all);
  const add = (key: keyof Tally, amount: number): void => all.forEach((tally) => (tally[key] += amount));
  const request = wire.request.bind(firestore);
  const requestStream = wire.requestStream.bind(firestore);
  wire.request = async (method, message, ...rest) => {
    const answer = await request(method, message, ...rest);
    countRequest(method, message, answer, add);
    return answer;
  };
  wire.requestStream = async (method, ...rest) => {
    const stream = await requestStream(method, ...rest);
    countStream(method, stream, (documents) => add('reads', documents));
    return stream;
  };
  return all;
}

type Add = (key: keyof Tally, amount: number) => void;

function countRequest(
  method: string,
  message: Parameters<Wire['request']>[1],
  answer: unknown,
  add: Add,
): void {
  if (method === 'listDocuments') add('reads', (answer as readonly unknown[]).length);
  if (method !== 'commit' && method !== 'batchWrite') return;
  const status = (answer as { status?: readonly { code?: number | null }[] | null }).status;
  const succeeded = (message.writes ?? []).filter((_, index) => (status?.[index]?.code ?? 0) === 0);
  if (succeeded.length > 0) add('commits', 1);
  add('writes', succeeded.length);
  for (const write of succeeded) add(kindOf(write), 1);
}

function kindOf(write: Write): WriteKind {
  if (write.delete != null) return 'deletes';
  if (write.currentDocument?.exists === false) return 'creates';
  // A merging set has a mask too, but no condition that the document exists.
  return write.updateMask != null && write.currentDocument != null ? 'updates' : 'sets';
}

/** Watches what the SDK itself takes from the stream; reading it any other way would take answers from the SDK. */
function countStream(method: string, stream: Readable, addReads: (documents: number) => void): void {
  const emit = stream.emit.bind(stream);
  let documents = 0;
  stream.emit = (event: string | symbol, ...args: unknown[]) => {
    if (event === 'data' && holdsDocument(args[0] as Answer)) {
      documents += 1;
      addReads(1);
    }
    if (event === 'end' && method === 'runQuery' && documents === 0) addReads(1);
    return emit(event as 'data', ...(args as [unknown]));
  };
}

function holdsDocument({ found, missing, document, documentChange, result }: Answer): boolean {
  return [found, missing, document, documentChange, result].some((part) => part != null && part !== '');
}
