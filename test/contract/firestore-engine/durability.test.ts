import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { type Firestore } from 'firebase-admin/firestore';
import { describe, expect, it } from 'vitest';
import { comparable, documentData } from '../../unit/firestore-engine/firestore-values.ts';
import { temporaryEngine } from './temporary-engine.ts';

const paths = ['tasks/t1', 'tasks/t2', 'tasks/t1/notes/n1', 'reps/r1', 'reps/李雷'] as const;

/** What a reader sees: data and times of every document. */
async function everything(firestore: Firestore): Promise<unknown> {
  const snapshots = await firestore.getAll(...paths.map((path) => firestore.doc(path)));
  return snapshots.map((snapshot) => [
    snapshot.ref.path,
    comparable(snapshot.data() ?? null),
    snapshot.createTime?.toMillis(),
    snapshot.updateTime?.toMillis(),
  ]);
}

function step(firestore: () => Firestore) {
  const data = documentData(fc.constantFrom(...paths).map((path) => firestore().doc(path)));
  return fc.record({
    kind: fc.constantFrom('set', 'merge', 'create', 'update', 'delete', 'reopen'),
    writes: fc.array(fc.record({ path: fc.constantFrom(...paths), data }), { minLength: 1, maxLength: 4 }),
  });
}

type Step = ReturnType<typeof step> extends fc.Arbitrary<infer S> ? S : never;

async function run(firestore: Firestore, { kind, writes }: Step): Promise<void> {
  const batch = firestore.batch();
  for (const { path, data } of writes) {
    const document = firestore.doc(path);
    const local = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
    if (kind === 'set') batch.set(document, local);
    if (kind === 'merge') batch.set(document, local, { merge: true });
    if (kind === 'create') batch.create(document, local);
    if (kind === 'update') batch.update(document, { touched: kind });
    if (kind === 'delete') batch.delete(document);
  }
  // An update of a missing or a create of an existing document is refused as a whole; that is part of the sequence.
  await batch.commit().catch(() => undefined);
}

describe('the embedded Firestore, closed and opened again', () => {
  it('reads back any sequence of commits with every value type, and the times of every document', async () => {
    let engine = await temporaryEngine({ compactAfterBytes: 2000 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          step(() => engine.firestore),
          { minLength: 1, maxLength: 12 },
        ),
        async (steps) => {
          for (const each of steps) {
            if (each.kind === 'reopen') engine = await engine.reopen();
            else await run(engine.firestore, each);
          }
          const before = await everything(engine.firestore);
          engine = await engine.reopen();
          expect(await everything(engine.firestore)).toEqual(before);
        },
      ),
      { numRuns: 60 },
    );
    await engine.discard();
  });

  it('keeps two generations of files however often it compacts', async () => {
    let engine = await temporaryEngine({ compactAfterBytes: 200 });
    for (let n = 0; n < 40; n += 1) await engine.firestore.doc('tasks/t1').set({ n, text: 'x'.repeat(200) });
    engine = await engine.reopen();
    expect(await everything(engine.firestore)).toContainEqual([
      'tasks/t1',
      { n: 39, text: 'x'.repeat(200) },
      expect.any(Number),
      expect.any(Number),
    ]);
    expect(readdirSync(engine.dataDir).filter((name) => name.startsWith('snapshot'))).toHaveLength(2);
    await engine.discard();
  });

  it('refuses writes after closing instead of forgetting them', async () => {
    const engine = await temporaryEngine();
    const { firestore } = engine;
    await engine.close();
    await expect(firestore.doc('tasks/t1').set({ n: 1 })).rejects.toThrow();
    await engine.discard();
  });

  it('has every answered write, and only whole batches, after kill -9', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'peineng-kill-'));
    const script = join(import.meta.dirname, 'write-until-killed.ts');
    const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let answered = 0;
    for await (const line of createInterface({ input: child.stdout! })) {
      answered = Number(line);
      if (answered === 60) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');

    const engine = await temporaryEngine({ dataDir });
    const left = (await engine.firestore.doc('pairs/left').get()).get('n') as number;
    const right = (await engine.firestore.doc('pairs/right').get()).get('n') as number;
    expect(left).toBeGreaterThanOrEqual(answered);
    expect(right).toBe(left);
    expect((await engine.firestore.collection('written').count().get()).data().count).toBe(left);
    await engine.discard();
    rmSync(dataDir, { recursive: true, force: true });
  });
});
