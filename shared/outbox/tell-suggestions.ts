import type { BoardState } from '../domain/board-state.ts';
import type { Effect } from '../decide/effects.ts';
import type { EventRecord } from '../ports/store.ts';
import { serialOfInstant } from '../sheet/cell-value.ts';
import { auditWords } from '../text/audit-words.ts';
import { receiptText } from '../text/receipt-words.ts';
import { findEntry } from './dirty.ts';
import type { PlanDraft } from './plan-draft.ts';
import { suggestionText } from './task-cells.ts';

type Made = Extract<Effect, { type: 'suggestionMade' }>;

/** Keeps the Suggestions tab: a row for each one made, and how each ended. */
export const tellSuggestions = (record: EventRecord, state: BoardState, plan: PlanDraft): void => {
  const words = auditWords(state.team.policy.language);
  const status = (receipt: string, text: string): void => plan.set('suggestions', receipt, { status: text });
  for (const effect of record.effects) {
    switch (effect.type) {
      case 'suggestionMade':
        plan.append('suggestions', suggestionRow(effect, state));
        break;
      case 'suggestionEnded':
        status(effect.pending.receipt, words.status[effect.how]);
        break;
      case 'suggestionSnoozed':
        status(effect.pending.receipt, words.status.snoozed);
        break;
      case 'suggestionWoken':
        status(effect.pending.receipt, words.status.open);
        break;
      default:
    }
  }
};

const suggestionRow = ({ pending, receipt }: Made, state: BoardState): Parameters<PlanDraft['append']>[1] => {
  const { team } = state;
  const { language, timeZone } = team.policy;
  const words = auditWords(language);
  const task = findEntry(state, pending.taskId)?.entry;
  const from = pending.from === undefined ? words.nobody : team.reps[pending.from]?.fields.name;
  return {
    id: receipt.id,
    at: serialOfInstant(receipt.at, timeZone),
    customer: task?.customer ?? null,
    title: task?.title ?? null,
    from: from ?? null,
    to: receipt.chosen.name,
    score: Math.round(pending.score * 1000) / 1000,
    cause: words.cause[pending.cause],
    why: suggestionText(pending, team, language),
    receipt: receiptText(receipt, language),
    status: words.status.open,
  };
};
