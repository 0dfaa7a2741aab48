import type { Draft } from '../decide/draft.ts';
import type { Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import { byText, type TaskId } from '../domain/ids.ts';
import type { Pending } from '../domain/suggestion.ts';
import { exclusion, heldWithout } from '../scoring/candidates.ts';
import { isKey, keyTasksOf, loadOf, tallyPlus } from '../scoring/load.ts';
import { newWorkLimit } from '../scoring/ramp.ts';
import { giveTo } from './give-to.ts';
import { settlePause } from './overload.ts';

/** Tasks given at once in one sweep; the next one goes on. */
const AT_ONCE = 50;

/**
 * Whether the rules give a task to whoever is suggested for it, without asking: only where nobody has it, and never
 * over a limit. Who fits best but would go over it is suggested, and people decide.
 */
const mayBeGiven = (pending: Pending, team: Team, today: Day): boolean => {
  const rep = team.reps[pending.to];
  if (rep === undefined || pending.from !== undefined || pending.quietUntil !== undefined) return false;
  const held = heldWithout(team, rep, pending.taskId, null);
  const after = tallyPlus(held, pending.cell, 1);
  const keys = keyTasksOf(rep.open) + (isKey(pending.cell) ? 1 : 0);
  return (
    exclusion(rep, held, team, today) === null &&
    loadOf(after, team.policy) <= newWorkLimit(rep, team.policy, today) &&
    keys <= team.policy.load.keyLimit
  );
};

/**
 * Tasks that a sweep may give to whoever is suggested for them: their suggestion was made while the task itself was
 * not at hand (new in a sweep, or out of the queue). Known from the team's head alone, so that a sweep loads them.
 */
export const givable = (team: Team, today: Day): readonly TaskId[] =>
  team.policy.suggest.newTasks !== 'assign'
    ? []
    : Object.values(team.pending)
        .filter((pending) => mayBeGiven(pending, team, today))
        .sort((a, b) => a.at - b.at || byText(a.taskId, b.taskId))
        .slice(0, AT_ONCE)
        .map(({ taskId }) => taskId);

/** Gives a task to whoever is suggested for it, where the rules say so and the task is at hand. */
export const giveToSuggested = (draft: Draft, id: TaskId): void => {
  const { team, tasks } = draft.state();
  const [pending, before] = [team.pending[id], tasks[id]];
  if (team.policy.suggest.newTasks !== 'assign' || pending === undefined || before === undefined) return;
  if (before.status !== 'open' || before.fields.owner !== undefined) return;
  if (!mayBeGiven(pending, team, draft.today)) return;
  draft.emit({ type: 'suggestionEnded', pending, how: 'accepted' });
  giveTo(draft, before, pending.to, 'assigned', pending.receipt);
  settlePause(draft, pending.to);
};
