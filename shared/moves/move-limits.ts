import type { Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import type { BookEntry } from '../domain/task.ts';
import { budgetFreeOn } from './transfers.ts';

/** Why the rules would rather leave a deal where it is, or null. */
export type MoveLimit =
  | { readonly code: 'OWN_SOURCED' }
  /** The customer has changed hands too often lately; from `freeOn` on another move is within the budget. */
  | { readonly code: 'BUDGET'; readonly freeOn: Day };

/**
 * Own-sourced deals stay with who brought them, and customers are not passed around (spec 3.6). Neither binds
 * deals that nobody has, or whose owner has left for good: those have to go to somebody.
 */
export const moveLimit = (
  team: Team,
  entry: Pick<BookEntry, 'customer' | 'source'>,
  owner: string | undefined,
  today: Day,
): MoveLimit | null => {
  const rep = owner === undefined ? undefined : team.reps[owner];
  if (rep === undefined || rep.fields.availability === 'left') return null;
  if (entry.source === 'own' && team.policy.transfers.ownSourced === 'stay') return { code: 'OWN_SOURCED' };
  const freeOn = budgetFreeOn(team, entry.customer, today);
  return freeOn === null ? null : { code: 'BUDGET', freeOn };
};
