import type { FactorRule } from '../fit-question.ts';

/** Continuity: the customer keeps the person they know. 1 for the present owner, 0 for everybody else. */
export const continuity: FactorRule = (task, { rep }) =>
  task.owner === rep.id
    ? { value: 1, reason: { code: 'PRESENT_OWNER' } }
    : { value: 0, reason: { code: 'NEW_TO_CUSTOMER' } };
