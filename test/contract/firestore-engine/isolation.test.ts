import { FirestoreMock } from '@firebase-bridge/firestore-admin';
import { type Firestore } from 'firebase-admin/firestore';
import { afterEach, describe, expect, it } from 'vitest';
import { frozen, temporaryEngine, type TemporaryEngine } from './temporary-engine.ts';

let engine: TemporaryEngine | undefined;
afterEach(async () => {
  await engine?.discard();
  engine = undefined;
});

interface Outcome {
  readonly committed: number;
  readonly final: number;
}

/** `contenders` transactions at once, each reading n and writing n + 1. */
async function contend(firestore: Firestore, contenders: number, maxAttempts: number): Promise<Outcome> {
  const document = firestore.doc(`counters/${contenders}-${maxAttempts}`);
  await document.set({ n: 0 });
  const increment = (): Promise<void> =>
    firestore.runTransaction(
      async (transaction) => {
        const n = (await transaction.get(document)).get('n') as number;
        transaction.update(document, { n: n + 1 });
      },
      { maxAttempts },
    );
  const results = await Promise.allSettled(Array.from({ length: contenders }, increment));
  return {
    committed: results.filter(({ status }) => status === 'fulfilled').length,
    final: (await document.get()).get('n') as number,
  };
}

describe('transactions of the embedded Firestore', () => {
  it.each([2, 10, 50])(
    'lose no update with %i contenders at the same frozen millisecond',
    async (contenders) => {
      engine = await temporaryEngine();
      for (let round = 0; round < 5; round += 1) {
        const { committed, final } = await contend(engine.firestore, contenders, 1);
        expect(committed).toBeGreaterThan(0);
        expect(final).toBe(committed);
      }
    },
  );

  it('let all ten contenders through in the end when each may try again', async () => {
    engine = await temporaryEngine();
    expect(await contend(engine.firestore, 10, 10)).toEqual({ committed: 10, final: 10 });
  });

  it('would lose updates on the bare engine with a frozen clock: the reason for the commit clock', async () => {
    const bare = new FirestoreMock();
    bare.systemTime.constant(new Date(frozen()));
    const { committed, final } = await contend(bare.createDatabase('bare-engine').firestore(), 10, 1);
    expect(final).toBeLessThan(committed);
    bare.deleteAll();
  });

  it('let exactly one of twenty racing creates of the same document win', async () => {
    engine = await temporaryEngine();
    const document = engine.firestore.doc('events/e1');
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, by) => document.create({ by })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
