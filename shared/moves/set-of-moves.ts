import type { Effect } from '../decide/effects.ts';

/** The moves that one set made, for taking it back as a whole. */
export const movesOf = (effects: readonly Effect[]): readonly Effect[] =>
  effects.filter((effect) => effect.type === 'taskChanged' && effect.cause === 'many');
