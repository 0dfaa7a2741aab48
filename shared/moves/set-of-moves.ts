import type { Effect } from '../decide/effects.ts';

/** A deal that changed hands. */
export type Move = Extract<Effect, { type: 'taskChanged' }>;

/**
 * The moves of one event that are taken back together: all that a person brought about, by one accepted
 * suggestion, some pasted owner cells or a set. What Peineng gave out as a consequence stays, unless there is
 * nothing else; taking back is nothing to be taken back.
 */
export const movesOf = (effects: readonly Effect[]): readonly Move[] => {
  const moves = effects.filter(
    (effect): effect is Move =>
      effect.type === 'taskChanged' && effect.changes.includes('owner') && effect.cause !== 'undo',
  );
  const byPeople = moves.filter(({ cause }) => cause !== 'assigned');
  return byPeople.length > 0 ? byPeople : moves;
};
