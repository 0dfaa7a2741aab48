import { type Firestore, initializeFirestore } from 'firebase-admin/firestore';
import { deleteApp, initializeApp } from 'firebase-admin/app';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countOperations, type OperationCounter } from '../../../local/firestore-engine/count-operations.ts';
import { temporaryEngine } from './temporary-engine.ts';

interface Subject {
  readonly name: string;
  readonly open: () => Promise<{ readonly firestore: Firestore; readonly close: () => Promise<void> }>;
}

const subjects: Subject[] = [
  {
    name: 'the embedded engine',
    open: async () => {
      const engine = await temporaryEngine();
      return { firestore: engine.firestore, close: () => engine.discard() };
    },
  },
];
if (process.env['FIRESTORE_EMULATOR_HOST'] !== undefined) {
  subjects.push({
    name: 'the official emulator',
    open: () => {
      const app = initializeApp({ projectId: 'peineng-count' }, 'count-operations');
      return Promise.resolve({ firestore: initializeFirestore(app), close: () => deleteApp(app) });
    },
  });
}

describe.each(subjects)('operations counted on $name', ({ open }) => {
  let firestore: Firestore;
  let close: () => Promise<void>;
  let counter: OperationCounter;

  beforeAll(async () => {
    ({ firestore, close } = await open());
  });
  afterAll(() => close());
  beforeEach(async () => {
    await firestore.recursiveDelete(firestore.collection('tasks'));
    await Promise.all(['a', 'b', 'c'].map((id) => firestore.doc(`tasks/${id}`).set({ id, n: 1 })));
    counter = countOperations(firestore);
    return () => counter.stop();
  });

  it('count documents read by id, found or missing', async () => {
    await firestore.doc('tasks/a').get();
    await firestore.getAll(firestore.doc('tasks/b'), firestore.doc('tasks/missing'));
    expect(counter.counts().reads).toBe(3);
  });

  it('count the documents a query returns, and one for a query that finds nothing', async () => {
    expect((await firestore.collection('tasks').get()).size).toBe(3);
    expect(counter.counts().reads).toBe(3);
    counter.reset();
    await firestore.collection('tasks').where('n', '==', 2).get();
    expect(counter.counts().reads).toBe(1);
  });

  it('count an aggregation as one read', async () => {
    await firestore.collection('tasks').count().get();
    expect(counter.counts().reads).toBe(1);
  });

  it('tell creates, sets, updates and deletes of a batch apart', async () => {
    const batch = firestore.batch();
    batch.create(firestore.doc('tasks/d'), { n: 1 });
    batch.set(firestore.doc('tasks/a'), { n: 2 });
    batch.set(firestore.doc('tasks/b'), { n: 2 }, { merge: true });
    batch.update(firestore.doc('tasks/c'), { n: 2 });
    batch.delete(firestore.doc('tasks/a'));
    await batch.commit();
    expect(counter.counts()).toEqual({
      reads: 0,
      writes: 5,
      creates: 1,
      sets: 2,
      updates: 1,
      deletes: 1,
      commits: 1,
    });
  });

  it('count nothing for a commit that was refused', async () => {
    await expect(firestore.doc('tasks/a').create({ n: 1 })).rejects.toMatchObject({ code: 6 });
    expect(counter.counts()).toMatchObject({ writes: 0, commits: 0 });
  });

  it('count reads and writes of a transaction, and the reads again when it had to start over', async () => {
    let attempts = 0;
    await firestore.runTransaction(async (transaction) => {
      attempts += 1;
      const snapshot = await transaction.get(firestore.doc('tasks/a'));
      if (attempts === 1) throw Object.assign(new Error('contention'), { code: 10 });
      transaction.update(firestore.doc('tasks/a'), { n: (snapshot.get('n') as number) + 1 });
    });
    expect(counter.counts()).toMatchObject({ reads: 2, writes: 1, updates: 1, commits: 1 });
  });

  it('count only the writes of a bulk writer that went through', async () => {
    const writer = firestore.bulkWriter();
    writer.onWriteError(() => false);
    const refused = writer.create(firestore.doc('tasks/a'), { n: 1 }).catch(() => 'refused');
    void writer.set(firestore.doc('tasks/e'), { n: 1 });
    await writer.close();
    expect(await refused).toBe('refused');
    expect(counter.counts()).toMatchObject({ writes: 1, sets: 1, creates: 0 });
  });

  it('count documents sent to a listener', async () => {
    await new Promise<void>((resolve, reject) => {
      const stop = firestore.collection('tasks').onSnapshot(() => {
        stop();
        resolve();
      }, reject);
    });
    expect(counter.counts().reads).toBe(3);
  });

  it('keep two counters of one Firestore apart and leave results untouched', async () => {
    const second = countOperations(firestore);
    expect((await firestore.doc('tasks/a').get()).get('id')).toBe('a');
    counter.stop();
    await firestore.doc('tasks/a').get();
    expect([counter.counts().reads, second.counts().reads]).toEqual([1, 2]);
    second.stop();
  });
});
