import type { FactorRule } from '../fit-question.ts';

/**
 * Continuity: the customer keeps the person they know. 1 for the present owner, and for whoever had the deal before
 * a leave during which it was lent; 0 for everybody else.
 */
export const continuity: FactorRule = (task, { rep }) => {
  if (task.owner === rep.id) return { value: 1, reason: { code: 'PRESENT_OWNER' } };
  if (task.lentBy === rep.id) return { value: 1, reason: { code: 'KNOWN_BEFORE_LEAVE' } };
  return { value: 0, reason: { code: 'NEW_TO_CUSTOMER' } };
};
