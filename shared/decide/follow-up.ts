import type { Task } from '../domain/task.ts';
import type { RepId } from '../domain/ids.ts';
import { cellOf, isOverloaded, loadOf } from '../scoring/load.ts';
import { drainQueue } from '../triggers/capacity-freed.ts';
import { placeUnowned } from '../triggers/new-task.ts';
import { settlePause } from '../triggers/overload.ts';
import { reassess } from '../triggers/value-changed.ts';
import type { Draft } from './draft.ts';

/** Everything that follows from a task having been added (`before` null) or changed. */
export const followUp = (draft: Draft, before: Task | null, task: Task): void => {
  endOutdated(draft, before, task);
  warnOverLimit(draft, before, task);
  // Before the pause: where an upgrade also overloads its owner, the upgrade is the cause to speak of.
  if (before !== null && task.status === 'open') reassess(draft, before, task);
  for (const owner of ownersOf(before, task)) settlePause(draft, owner);
  // Whoever waits already comes before this task.
  drainQueue(draft);
  if (task.status === 'open' && task.fields.owner === undefined) placeUnowned(draft, task.id);
};

const ownersOf = (before: Task | null, task: Task): readonly RepId[] =>
  [...new Set([before?.fields.owner, task.fields.owner])].filter((owner) => owner !== undefined);

/** A suggestion ends when the task changed hands, was closed, or is no longer the task it was made for. */
const endOutdated = (draft: Draft, before: Task | null, task: Task): void => {
  const pending = draft.state().team.pending[task.id];
  if (pending === undefined || before === null) return;
  const { owner } = task.fields;
  if (task.status !== 'open') draft.emit({ type: 'suggestionEnded', pending, how: 'closed' });
  else if (owner !== before.fields.owner) {
    draft.emit({ type: 'suggestionEnded', pending, how: owner === pending.to ? 'accepted' : 'moved' });
  } else if (cellOf(task.rating) !== pending.cell) {
    draft.emit({ type: 'suggestionEnded', pending, how: 'withdrawn' });
  }
};

/** A person may give a task to somebody over the limit: allowed, warned, audited (spec 3.2). */
const warnOverLimit = (draft: Draft, before: Task | null, task: Task): void => {
  const { owner } = task.fields;
  if (owner === undefined || task.status !== 'open' || owner === before?.fields.owner) return;
  const { team } = draft.state();
  const rep = team.reps[owner];
  if (rep === undefined || rep.fields.role === 'supervisor') return;
  if (rep.paused || isOverloaded(rep.open, team.policy)) {
    draft.emit({ type: 'overLimit', rep: owner, taskId: task.id, load: loadOf(rep.open, team.policy) });
  }
};
