import type { Draft } from '../decide/draft.ts';
import type { RepId } from '../domain/ids.ts';
import type { Task } from '../domain/task.ts';
import { followTask } from '../moves/follow-task.ts';
import { entryOf } from './entry.ts';

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
    given: { by: draft.event, from: before.fields.owner ?? null },
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
