import { describe } from 'vitest';
import { dayContract } from './days.contract.ts';
import { documentContract } from './documents.contract.ts';
import { mailContract } from './mail.contract.ts';
import { StoreUnderTest, type OpenDatabase } from './store-under-test.ts';
import { transactionContract } from './transactions.contract.ts';

/** What every store must do, wherever its documents are. */
export const storeContract = (name: string, open: () => Promise<OpenDatabase>): void => {
  describe(`the store on ${name}`, () => {
    const at = new StoreUnderTest(open);
    transactionContract(at);
    documentContract(at);
    dayContract(at);
    mailContract(at);
  });
};
