import type { FactorRule } from '../fit-question.ts';
import { loadOf, pointsOf } from '../load.ts';

/** How far below the load limit a rep would stand after taking the task: 1 when empty, 0 at the limit or above. */
export const headroomValue = (after: number, limit: number): number =>
  Math.min(1, Math.max(0, 1 - after / limit));

/**
 * Load headroom. At a limit of 10, a rep at 4 points who would take a 2-point task: 1 − 6/10 = 0.4.
 * The present owner's load before and after is the same: the task is theirs already.
 */
export const headroom: FactorRule = (task, { rep, held }, policy) => {
  const without = loadOf(held, policy);
  const after = without + pointsOf(task.cell, policy);
  const before = task.owner === rep.id ? after : without;
  const limit = policy.load.limit;
  return { value: headroomValue(after, limit), reason: { code: 'LOAD', before, after, limit } };
};
