import type { Draft } from '../decide/draft.ts';
import { byText } from '../domain/ids.ts';
import type { BoardState } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import { NEEDS_MARGIN, type Pending } from '../domain/suggestion.ts';
import { isAway } from '../scoring/absence.ts';
import { moveDuringAbsence } from './leave.ts';
import { placeUnowned } from './new-task.ts';
import { suggest } from './suggest.ts';

/**
 * Whether the reason of a suggestion is gone: the owner it was to cover for is back, or will be before the deal
 * turns red; what was to go back is where it was.
 */
const isPointless = (pending: Pending, { team, books }: BoardState, today: Day): boolean => {
  const owner = team.reps[pending.from ?? ''];
  if (pending.cause !== 'OWNER_AWAY' || owner === undefined) return false;
  if (!isAway(owner, today)) return true;
  const entry = books[owner.id]?.[pending.taskId];
  return entry !== undefined && !moveDuringAbsence(entry, owner, team, today);
};

/** Unanswered suggestions whose candidate is away or gone are taken back, and somebody else is suggested. */
export const reviewPending = (draft: Draft): void => {
  const { team } = draft.state();
  for (const pending of Object.values(team.pending).sort((a, b) => byText(a.taskId, b.taskId))) {
    if (isPointless(pending, draft.state(), draft.today)) {
      draft.emit({ type: 'suggestionEnded', pending, how: 'withdrawn' });
      continue;
    }
    const target = team.reps[pending.to];
    if (target !== undefined && target.fields.role === 'rep' && !isAway(target, draft.today)) continue;
    draft.emit({ type: 'suggestionEnded', pending, how: 'withdrawn' });
    if (pending.from === undefined) {
      placeUnowned(draft, pending.taskId);
      continue;
    }
    const entry = draft.state().books[pending.from]?.[pending.taskId];
    if (entry === undefined || pending.cause === 'LEAVE_OVER') continue;
    const margin = NEEDS_MARGIN.includes(pending.cause) ? team.policy.suggest.margin : null;
    suggest(draft, entry, pending.from, pending.cause, margin);
  }
};
