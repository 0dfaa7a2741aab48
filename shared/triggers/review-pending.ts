import type { Draft } from '../decide/draft.ts';
import { byText } from '../domain/ids.ts';
import { isAway } from '../scoring/candidates.ts';
import { placeUnowned } from './new-task.ts';
import { suggest } from './suggest.ts';

/** Unanswered suggestions whose candidate is away or gone are taken back, and somebody else is suggested. */
export const reviewPending = (draft: Draft): void => {
  const { team } = draft.state();
  for (const pending of Object.values(team.pending).sort((a, b) => byText(a.taskId, b.taskId))) {
    const target = team.reps[pending.to];
    if (target !== undefined && target.fields.role === 'rep' && !isAway(target, draft.today)) continue;
    draft.emit({ type: 'suggestionEnded', pending, how: 'withdrawn' });
    if (pending.from === undefined) {
      placeUnowned(draft, pending.taskId);
      continue;
    }
    const entry = draft.state().books[pending.from]?.[pending.taskId];
    if (entry === undefined) continue;
    const margin = pending.cause === 'VALUE_UP' ? team.policy.suggest.margin : null;
    suggest(draft, entry, pending.from, pending.cause, margin);
  }
};
