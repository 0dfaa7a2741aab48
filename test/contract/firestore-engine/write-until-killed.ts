import { openFirestoreEngine } from '../../../local/firestore-engine/open-firestore-engine.ts';

/** Commits three documents at a time forever and prints the number of each commit once it was answered. */
const { firestore } = await openFirestoreEngine({
  dataDir: process.argv[2] ?? '',
  now: () => Date.now(),
  compactAfterBytes: 2000,
});
for (let n = 1; ; n += 1) {
  const batch = firestore.batch();
  batch.set(firestore.doc('pairs/left'), { n });
  batch.set(firestore.doc(`written/${n}`), { n, text: '配能'.repeat(50) });
  batch.set(firestore.doc('pairs/right'), { n });
  await batch.commit();
  process.stdout.write(`${n}\n`);
}
