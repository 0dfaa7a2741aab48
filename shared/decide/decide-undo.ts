import { entryOf } from '../triggers/entry.ts';
import { giveTo } from '../triggers/new-task.ts';
import type { UndoTicked } from './board-event.ts';
import { archive } from './decide-tasks.ts';
import type { Draft } from './draft.ts';
import { followUp } from './follow-up.ts';

/**
 * Takes back what an audit row stands for: a change of owner, an archived row, a copied row. Whatever has
 * moved on since is left alone, and the tick is taken away with a note that says so.
 */
export const decideUndo = (draft: Draft, event: UndoTicked): void => {
  draft.emit({ type: 'undoCellCleared', auditId: event.auditId, done: undo(draft, event.effect) });
};

const undo = (draft: Draft, effect: UndoTicked['effect']): boolean => {
  if (effect.type === 'taskChanged' && effect.changes.includes('owner')) {
    const task = draft.state().tasks[effect.task.id];
    if (task?.status !== 'open' || task.fields.owner !== effect.task.fields.owner) return false;
    giveTo(draft, task, effect.before.fields.owner, 'undo');
    followUp(draft, task, draft.state().tasks[task.id] ?? task);
    return true;
  }
  if (effect.type === 'taskArchived') return restore(draft, effect);
  if (effect.type === 'taskAdded' && effect.copyOf !== undefined) {
    if (draft.state().tasks[effect.task.id]?.status === 'archived') return false;
    archive(draft, effect.task.id, 'undo');
    return true;
  }
  return false;
};

const restore = (draft: Draft, effect: Extract<UndoTicked['effect'], { type: 'taskArchived' }>): boolean => {
  const present = draft.state().tasks[effect.task.id];
  if (present?.status !== 'archived') return false;
  const task = { ...present, status: effect.before.status };
  draft.emit({ type: 'rowRestored', task });
  draft.emit({ type: 'taskRestored', task, entry: entryOf(task, null) });
  followUp(draft, null, task);
  return true;
};
