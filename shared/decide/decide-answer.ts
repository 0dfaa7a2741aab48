import type { AnswerGiven } from './board-event.ts';
import { answerSuggestion } from './answer-suggestion.ts';
import type { Draft } from './draft.ts';
import { mayAnswer } from './who-is-asked.ts';

/**
 * An answer given on the phone. Nothing follows from one that comes too late (the suggestion is no longer the
 * one that was shown) or from somebody who was not asked: the link may be theirs, the task is not.
 */
export const decideAnswer = (draft: Draft, event: AnswerGiven): void => {
  const { team, tasks } = draft.state();
  const [task, pending, person] = [tasks[event.taskId], team.pending[event.taskId], team.reps[event.by]];
  if (task === undefined || person === undefined || pending?.receipt !== event.receipt) return;
  if (!mayAnswer(person, pending, team, draft.today)) return;
  if (event.action === 'accept' && pending.needs === 'supervisor' && person.fields.role !== 'supervisor')
    return;
  const sleeps = pending.quietUntil !== undefined && pending.quietUntil > draft.today;
  if (event.action === 'snooze' && sleeps) return;
  answerSuggestion(draft, task, pending, event.action);
};
