/** Applies every action once, however often a window repeats it after a lost answer. */
import type { ActAnswer } from './board-protocol.ts';

const REMEMBERED_ACTIONS = 1_000;

export interface ActLedger {
  /** The answer of the first call with this id; a repeated id gets the same answer and applies nothing. */
  once(actionId: string, apply: () => Promise<ActAnswer>): Promise<ActAnswer>;
}

/** An empty ledger. It lives as long as the server; windows that outlive it refetch the book anyway. */
export function createActLedger(): ActLedger {
  const answers = new Map<string, Promise<ActAnswer>>();
  const forgetOldest = (): void => {
    const oldest = answers.keys().next();
    if (answers.size > REMEMBERED_ACTIONS && !oldest.done) answers.delete(oldest.value);
  };
  return {
    async once(actionId, apply) {
      const known = answers.get(actionId);
      if (known) return known;
      const answer = apply();
      answers.set(actionId, answer);
      forgetOldest();
      try {
        const result = await answer;
        // A stale action is repeated with new positions: only an applied or refused one is settled.
        if (!result.ok && result.code === 'STALE') answers.delete(actionId);
        return result;
      } catch (error) {
        answers.delete(actionId);
        throw error;
      }
    },
  };
}
