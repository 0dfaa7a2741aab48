import { temporaryEngine } from '../firestore-engine/temporary-engine.ts';
import { storeContract } from './store.contract.ts';

storeContract('the embedded engine, whose clock stands still', async () => {
  const engine = await temporaryEngine();
  return { firestore: engine.firestore, close: () => engine.discard() };
});
