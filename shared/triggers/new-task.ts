import { UNOWNED } from '../domain/board-state.ts';
import type { Draft } from '../decide/draft.ts';
import type { RepId, TaskId } from '../domain/ids.ts';
import type { BookEntry, Task } from '../domain/task.ts';
import { followTask } from '../moves/follow-task.ts';
import { entryOf } from './entry.ts';
import { nearestToRoom } from './nearest.ts';
import { settlePause } from './overload.ts';
import { suggest } from './suggest.ts';

/**
 * A task without an owner: suggest the best rep, or give it to them at once where the rules say so. When
 * nobody has room it waits, oldest first, and the supervisor is told once (spec 3.2).
 */
export const placeUnowned = (draft: Draft, id: TaskId): void => {
  const { team, books } = draft.state();
  const entry = books[UNOWNED]?.[id];
  if (entry === undefined || entry.waitingSince !== undefined || team.pending[id] !== undefined) return;
  const outcome = suggest(draft, entry, undefined, 'NEW_TASK', null);
  if (outcome === 'nobody') queue(draft, entry);
  if (outcome === 'made' && team.policy.suggest.newTasks === 'assign') assignSuggested(draft, id);
};

const queue = (draft: Draft, entry: BookEntry): void => {
  draft.emit({ type: 'taskQueued', entry: { ...entry, waitingSince: draft.at } });
  const { team } = draft.state();
  if (team.nobodyFreeSince !== undefined) return;
  draft.emit({
    type: 'nobodyFree',
    taskId: entry.taskId,
    at: draft.at,
    nearest: nearestToRoom(team, draft.today),
  });
};

const assignSuggested = (draft: Draft, id: TaskId): void => {
  const { team, tasks } = draft.state();
  const [pending, before] = [team.pending[id], tasks[id]];
  if (pending === undefined || before === undefined) return;
  draft.emit({ type: 'suggestionEnded', pending, how: 'accepted' });
  giveTo(draft, before, pending.to, 'assigned', pending.receipt);
  settlePause(draft, pending.to);
};

/** Gives a task to a rep: state, the owner cell, and a timer that starts afresh (spec 3.3). */
export const giveTo = (
  draft: Draft,
  before: Task,
  to: RepId | undefined,
  cause: 'accepted' | 'assigned' | 'undo' | 'many',
  receipt?: string,
): void => {
  const { owner: _old, ...unowned } = before.fields;
  const { ownerSince: _since, ...rest } = before;
  const given: Task = {
    ...rest,
    fields: to === undefined ? unowned : { ...unowned, owner: to },
    progressOn: draft.today,
    ...(to === undefined ? {} : { ownerSince: draft.at }),
  };
  const { team } = draft.state();
  const undone = cause === 'undo';
  const task = followTask(team, before, given, {
    at: draft.at,
    today: draft.today,
    progress: false,
    undone,
  });
  draft.emit({
    type: 'taskChanged',
    before,
    task,
    entry: entryOf(task, null),
    changes: ['owner'],
    cause,
    ...(receipt === undefined ? {} : { receipt }),
  });
  draft.emit({ type: 'ownerCellSet', taskId: task.id, to: to ?? null });
};
