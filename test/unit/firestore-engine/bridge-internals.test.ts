import { type FirestoreController, FirestoreMock } from '@firebase-bridge/firestore-admin';
import { Timestamp } from 'firebase-admin/firestore';
import { describe, expect, it } from 'vitest';
import { bridgeInternals, type CommitResult } from '../../../local/firestore-engine/bridge-internals.ts';

const start = Date.UTC(2026, 10, 23, 9);

function database(): { environment: FirestoreMock; controller: FirestoreController } {
  const environment = new FirestoreMock();
  environment.systemTime.constant(new Date(start));
  return { environment, controller: environment.createDatabase('bridge-test') };
}

describe('what is used of the engine beyond its public parts', () => {
  it('forgets versions older than the readable minute and keeps the ones a reader can still ask for', () => {
    const { environment, controller } = database();
    const internals = bridgeInternals(controller);
    for (let n = 0; n < 30; n += 1) {
      environment.systemTime.constant(new Date(start + n * 10_000));
      controller.database.setDocument('tasks/hot', { n });
    }
    internals.forgetOldVersions(['tasks/hot'], start + 290_000);
    const at = (secondsAgo: number) =>
      controller.database.query({
        parent: '',
        allDescendants: false,
        collectionId: 'tasks',
        predicate: () => true,
        readTime: Timestamp.fromMillis(start + 290_000 - secondsAgo * 1000),
      })[0]?.data['n'] as unknown;
    expect([0, 15, 55, 60].map(at)).toEqual([29, 27, 23, 23]);
    const accessor = (
      controller.database as unknown as { _accessor: { _src: { docs: Map<string, unknown> } } }
    )._accessor;
    expect((accessor._src.docs.get('tasks/hot') as { _history: unknown[] })._history.length).toBeLessThan(8);
  });

  it('undoes a commit: created, changed and deleted documents are as before', () => {
    const { controller } = database();
    const { database: direct } = controller;
    direct.batchSet({ path: 'a/changed', data: { n: 1 } }, { path: 'a/deleted', data: { n: 2 } });
    let refuse = true;
    bridgeInternals(controller).wrapCommits((commit, undo): CommitResult => {
      const result = commit();
      if (!refuse) return result;
      undo(result);
      throw new Error('refused');
    });
    expect(() =>
      direct.batchWrite([
        { path: 'a/new', data: { n: 3 } },
        { path: 'a/changed', data: { n: 9 } },
        'a/deleted',
      ]),
    ).toThrow('refused');
    expect(direct.toMap()).toEqual({ 'a/changed': { n: 1 }, 'a/deleted': { n: 2 } });
    refuse = false;
    direct.setDocument('a/new', { n: 3 });
    expect(direct.getDocument('a/new').data).toEqual({ n: 3 });
  });

  it('refuses an engine of another shape at once instead of losing commits later', () => {
    const stranger = { database: { _accessor: {} } } as unknown as FirestoreController;
    expect(() => bridgeInternals(stranger)).toThrow('0.0.10');
  });
});
