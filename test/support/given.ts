import { expect } from 'vitest';
import type { BoardState } from '../../shared/domain/board-state.ts';
import type { BoardEvent } from '../../shared/decide/board-event.ts';
import { decide } from '../../shared/decide/decide.ts';
import type { Effect } from '../../shared/decide/effects.ts';
import { evolveAll } from '../../shared/decide/evolve.ts';

export type EffectOf<T extends Effect['type']> = Extract<Effect, { type: T }>;

/** What a decision came to, with ways to look at it. */
export interface Outcome {
  readonly effects: readonly Effect[];
  /** The state after all effects. */
  readonly state: BoardState;
  /** The effects of one kind, in order. */
  readonly of: <T extends Effect['type']>(type: T) => readonly EffectOf<T>[];
  /** The only effect of a kind; the test fails when there is none or more than one. */
  readonly only: <T extends Effect['type']>(type: T) => EffectOf<T>;
  /** Compares the whole list. */
  readonly then: (expected: readonly Effect[]) => void;
  /** Compares the kinds of all effects, in order. */
  readonly thenKinds: (...expected: readonly Effect['type'][]) => void;
}

/** `given(state).when(event).thenKinds('taskChanged', 'suggestionMade')` */
export const given = (state: BoardState) => ({
  when: (event: BoardEvent): Outcome => outcomeOf(state, decide(state, event)),
});

const outcomeOf = (before: BoardState, effects: readonly Effect[]): Outcome => {
  const of = <T extends Effect['type']>(type: T): readonly EffectOf<T>[] =>
    effects.filter((effect): effect is EffectOf<T> => effect.type === type);
  return {
    effects,
    state: evolveAll(before, effects),
    of,
    only: (type) => {
      const found = of(type);
      expect(found, `effects of kind ${type} among ${kinds(effects)}`).toHaveLength(1);
      return found[0]!;
    },
    then: (expected) => expect(effects).toEqual(expected),
    thenKinds: (...expected) => expect(effects.map((effect) => effect.type)).toEqual(expected),
  };
};

const kinds = (effects: readonly Effect[]): string =>
  effects.map((effect) => effect.type).join(', ') || 'none';

/** Freezes a value and everything in it: whoever writes to it throws. */
export const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
};
