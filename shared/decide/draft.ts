import type { BoardState } from '../domain/board-state.ts';
import { dayAt, type Day, type Instant } from '../domain/day.ts';
import { receiptId, type EventId, type ReceiptId } from '../domain/ids.ts';
import type { Effect } from './effects.ts';
import { evolve } from './evolve.ts';

/**
 * A decision in the making. Each step sees the state with the steps before it folded in, so the fiftieth row
 * of a paste is decided exactly as if the forty-nine before it had been single edits. It lives inside one
 * call of `decide` and never leaves it.
 */
export interface Draft {
  /** The event that is being decided. */
  readonly event: EventId;
  readonly at: Instant;
  readonly today: Day;
  state(): BoardState;
  emit(effect: Effect): void;
  nextReceipt(): ReceiptId;
  effects(): readonly Effect[];
}

export const startDraft = (
  initial: BoardState,
  event: { readonly id: EventId; readonly at: Instant },
): Draft => {
  let state = initial;
  const effects: Effect[] = [];
  let receipts = 0;
  return {
    event: event.id,
    at: event.at,
    today: dayAt(event.at, initial.team.policy.timeZone),
    state: () => state,
    emit: (effect) => {
      effects.push(effect);
      state = evolve(state, effect);
    },
    nextReceipt: () => {
      receipts += 1;
      return receiptId(event.id, receipts);
    },
    effects: () => effects,
  };
};
