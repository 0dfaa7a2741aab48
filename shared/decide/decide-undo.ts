import type { BoardState, Team } from '../domain/board-state.ts';
import type { Rep } from '../domain/rep.ts';
import type { ActRefusal } from '../ports/people.ts';
import { entryOf } from '../triggers/entry.ts';
import { giveTo } from '../triggers/give-to.ts';
import type { UndoTicked } from './board-event.ts';
import { archive } from './decide-tasks.ts';
import type { Draft } from './draft.ts';
import type { Effect } from './effects.ts';
import { followUp } from './follow-up.ts';
import { isSupervisorOf } from './who-is-asked.ts';

/**
 * Takes back what an audit row stands for: a change of owner, an archived row, a copied row, or a whole set of
 * moves at once. Whatever has moved on since is left alone; where nothing can be taken back the tick is taken
 * away with a note that says so.
 */
export const decideUndo = (draft: Draft, event: UndoTicked): void =>
  undoAll(draft, event.auditId, event.set ?? [event.effect]);

/** Last first, as one would by hand. */
export const undoAll = (draft: Draft, auditId: string, effects: readonly Effect[]): void => {
  const undone = [...effects].reverse().map((effect) => undo(draft, effect));
  draft.emit({ type: 'undoCellCleared', auditId, done: undone.includes(true) });
};

/** Whether one effect can be taken back in this state. */
const canUndo = ({ tasks }: BoardState, effect: Effect): boolean => {
  if (effect.type === 'taskChanged' && effect.changes.includes('owner')) {
    const task = tasks[effect.task.id];
    return task?.status === 'open' && task.fields.owner === effect.task.fields.owner;
  }
  if (effect.type === 'taskArchived') return tasks[effect.task.id]?.status === 'archived';
  if (effect.type === 'taskAdded' && effect.copyOf !== undefined)
    return tasks[effect.task.id]?.status !== 'archived';
  return false;
};

/**
 * Away from the sheet: whoever did it takes it back, or a supervisor of somebody whose deals they are. `doneBy`
 * is the actor on record.
 */
export const mayUndo = (
  state: BoardState,
  effects: readonly Effect[],
  person: Rep,
  doneBy: string | null,
): ActRefusal | null => {
  const { email, name } = person.fields;
  const own = doneBy !== null && (doneBy === email || doneBy === name);
  if (!own && !effects.some((effect) => leads(state.team, person, effect))) return 'NOT_YOURS';
  return effects.some((effect) => canUndo(state, effect)) ? null : 'CANNOT_UNDO';
};

const leads = (team: Team, person: Rep, effect: Effect): boolean => {
  if (!('task' in effect)) return false;
  const owners = [effect.task.fields.owner, 'before' in effect ? effect.before.fields.owner : undefined];
  return owners.some((id) => id !== undefined && isSupervisorOf(person, team.reps[id], team));
};

const undo = (draft: Draft, effect: Effect): boolean => {
  if (!canUndo(draft.state(), effect)) return false;
  if (effect.type === 'taskArchived') return restore(draft, effect);
  if (effect.type === 'taskAdded') {
    archive(draft, effect.task.id, 'undo');
    return true;
  }
  if (effect.type !== 'taskChanged') return false;
  const task = draft.state().tasks[effect.task.id];
  if (task === undefined) return false;
  giveTo(draft, task, effect.before.fields.owner, 'undo');
  followUp(draft, task, draft.state().tasks[task.id] ?? task);
  return true;
};

const restore = (draft: Draft, effect: Extract<Effect, { type: 'taskArchived' }>): boolean => {
  const present = draft.state().tasks[effect.task.id];
  if (present === undefined) return false;
  const task = { ...present, status: effect.before.status };
  draft.emit({ type: 'rowRestored', task });
  draft.emit({ type: 'taskRestored', before: present, task, entry: entryOf(task, null) });
  followUp(draft, null, task);
  return true;
};
