import { UNOWNED } from '../domain/board-state.ts';
import type { Draft } from '../decide/draft.ts';
import type { TaskId } from '../domain/ids.ts';
import type { BookEntry } from '../domain/task.ts';
import { giveToSuggested } from './assign.ts';
import { nearestToRoom } from './nearest.ts';
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
  if (outcome === 'made') giveToSuggested(draft, id);
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
