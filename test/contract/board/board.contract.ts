import { describe } from 'vitest';
import { BoardUnderTest } from './board-under-test.ts';
import { chartsContract } from './charts.contract.ts';
import { readContract } from './read.contract.ts';
import { setUpContract } from './set-up.contract.ts';
import { troubleContract } from './trouble.contract.ts';
import { writeContract } from './write.contract.ts';

/** What the board must do on any service that speaks the Sheets API. */
export const boardContract = (name: string): void => {
  describe(`the board on ${name}`, () => {
    const at = new BoardUnderTest();
    setUpContract(at);
    chartsContract(at);
    readContract(at);
    writeContract(at);
    troubleContract(at);
  });
};
