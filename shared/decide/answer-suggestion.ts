import { plusDays } from '../domain/day.ts';
import type { Pending } from '../domain/suggestion.ts';
import type { Task } from '../domain/task.ts';
import { isAway } from '../scoring/absence.ts';
import type { Word } from '../text/spellings.ts';
import { drainQueue } from '../triggers/capacity-freed.ts';
import { entryOf } from '../triggers/entry.ts';
import { giveTo } from '../triggers/give-to.ts';
import type { Draft } from './draft.ts';
import { bookOf } from './evolve.ts';
import { followUp } from './follow-up.ts';

/** What follows from accepting, keeping or snoozing a suggestion (spec 3.6), wherever the answer was given. */
export const answerSuggestion = (
  draft: Draft,
  task: Task,
  pending: Pending,
  action: Word<'action'>,
): void => {
  const { team } = draft.state();
  if (action === 'accept') {
    const target = team.reps[pending.to];
    const gone = target === undefined || isAway(target, draft.today);
    draft.emit({ type: 'suggestionEnded', pending, how: gone ? 'withdrawn' : 'accepted' });
    if (!gone) giveTo(draft, task, pending.to, 'accepted', pending.receipt);
    followUp(draft, task, draft.state().tasks[task.id] ?? task);
  } else if (action === 'snooze') {
    const quietUntil = plusDays(draft.today, team.policy.suggest.snoozeDays);
    draft.emit({ type: 'suggestionSnoozed', pending: { ...pending, quietUntil } });
  } else {
    keep(draft, task, plusDays(draft.today, team.policy.suggest.keepDays));
  }
};

/** "Keep" ends the suggestion and leaves the task in peace for a while. */
const keep = (draft: Draft, before: Task, quietUntil: NonNullable<Task['quietUntil']>): void => {
  const { team, books } = draft.state();
  const pending = team.pending[before.id];
  if (pending !== undefined) draft.emit({ type: 'suggestionEnded', pending, how: 'kept' });
  // Whoever keeps a deal that was lent to them has it for good.
  const { lentBy: _lent, ...own } = before;
  const task: Task = { ...(pending?.cause === 'LEAVE_OVER' ? own : before), quietUntil };
  const entry = entryOf(task, books[bookOf(before)]?.[before.id] ?? null);
  draft.emit({ type: 'taskChanged', before, task, entry, changes: [], cause: 'person' });
  drainQueue(draft);
};
