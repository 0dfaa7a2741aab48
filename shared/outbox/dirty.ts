import { UNOWNED, type BoardState } from '../domain/board-state.ts';
import type { BookEntry, Task } from '../domain/task.ts';
import type { Effect } from '../decide/effects.ts';

/** Tasks whose row must be written again because of these effects. */
export const dirtyTasks = (effects: readonly Effect[], state: BoardState): ReadonlySet<string> => {
  const dirty = new Set<string>();
  for (const effect of effects) {
    if (effect.type === 'policyChanged') {
      for (const book of Object.values(state.books)) for (const id of Object.keys(book)) dirty.add(id);
    }
    if (effect.type === 'taskAdded' || effect.type === 'taskChanged' || effect.type === 'taskRestored')
      dirty.add(effect.task.id);
    if ('entry' in effect) dirty.add(effect.entry.taskId);
    if ('pending' in effect) dirty.add(effect.pending.taskId);
  }
  return dirty;
};

const sharesOf = ({ earned }: Task): readonly { readonly rep: string }[] => earned?.shares ?? [];

/** Reps whose rows in Team and Workload must be written again: counts, pause or fields changed. */
export const dirtyReps = (effects: readonly Effect[], state: BoardState): ReadonlySet<string> => {
  const dirty = new Set<string>();
  const owner = (id: string | undefined): unknown => id !== undefined && dirty.add(id);
  for (const effect of effects) {
    switch (effect.type) {
      case 'taskAdded':
      case 'taskRestored':
        owner(effect.task.fields.owner);
        break;
      case 'taskChanged':
        owner(effect.before.fields.owner);
        owner(effect.task.fields.owner);
        // Whoever lent it shows how many deals others cover.
        owner(effect.before.lentBy);
        owner(effect.task.lentBy);
        // Points go to everybody who had a share in the deal.
        if (effect.before.earned !== effect.task.earned)
          for (const { rep } of [...sharesOf(effect.before), ...sharesOf(effect.task)]) owner(rep);
        break;
      case 'taskArchived':
        owner(effect.before.fields.owner);
        owner(effect.before.lentBy);
        break;
      case 'lightTurned':
        owner(effect.book);
        break;
      case 'repPaused':
      case 'repResumed':
      case 'leaveBegan':
      case 'leaveEnded':
        owner(effect.rep);
        break;
      case 'repChanged':
        owner(effect.rep.id);
        break;
      case 'tagsLearnt':
        for (const { rep } of effect.reps) owner(rep);
        break;
      case 'policyChanged':
        for (const id of Object.keys(state.team.reps)) dirty.add(id);
        break;
      default:
    }
  }
  return dirty;
};

/** The book line of a task, with its owner, wherever it stands in the loaded books. */
export const findEntry = (
  state: BoardState,
  id: string,
): { entry: BookEntry; owner: string | undefined } | null => {
  for (const [key, book] of Object.entries(state.books)) {
    const entry = book[id];
    if (entry !== undefined) return { entry, owner: key === UNOWNED ? undefined : key };
  }
  return null;
};
