import type { FactorRule } from '../fit-question.ts';
import { tierOf } from './tier.ts';

/**
 * Development seat: growth tasks are how growing reps grow, so each has a few seats for them (setting
 * `suggest.seats`). 1 while a seat is free, 0.5 for tasks that need none or reps who have none.
 */
export const seat: FactorRule = (task, { rep, held }, policy) => {
  if (task.type !== 'growth' || tierOf(rep) !== 'growing')
    return { value: 0.5, reason: { code: 'NO_SEAT_NEEDED' } };
  const taken = (held['high/easy'] ?? 0) + (held['high/medium'] ?? 0);
  return taken < policy.suggest.seats
    ? { value: 1, reason: { code: 'SEAT_FREE' } }
    : { value: 0, reason: { code: 'NO_SEAT' } };
};
