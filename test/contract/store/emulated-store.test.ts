import { deleteApp, initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { describe, it } from 'vitest';
import { storeContract } from './store.contract.ts';

// The judge of transactions is Google's own emulator (it needs Java): firebase emulators:exec sets the variable.
if (process.env['FIRESTORE_EMULATOR_HOST'] === undefined) {
  describe('the store on the official emulator', () => {
    it.skip('left out: FIRESTORE_EMULATOR_HOST is not set', () => undefined);
  });
} else {
  storeContract('the official emulator', () => {
    const app = initializeApp({ projectId: 'demo-peineng' }, 'store-contract');
    return Promise.resolve({ firestore: getFirestore(app), close: () => deleteApp(app) });
  });
}
