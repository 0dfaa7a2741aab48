import type { Draft } from '../decide/draft.ts';
import { bookOf } from '../decide/evolve.ts';
import type { CustomerValue, Task } from '../domain/task.ts';
import { suggest } from './suggest.ts';

const RANK: Readonly<Record<CustomerValue, number>> = { low: 0, medium: 1, high: 2 };

/**
 * The customer's value went up, by any number of levels: the owner is reassessed, and somebody who fits
 * clearly better is suggested (spec 3.3). A fall reassesses only where the rules say so.
 */
export const reassess = (draft: Draft, before: Task, task: Task): void => {
  const { team, books } = draft.state();
  const rise = RANK[task.rating.value] - RANK[before.rating.value];
  if (rise === 0 || (rise < 0 && !team.policy.suggest.onDowngrade)) return;
  const entry = books[bookOf(task)]?.[task.id];
  if (entry === undefined || task.fields.owner === undefined) return;
  suggest(draft, entry, task.fields.owner, 'VALUE_UP', team.policy.suggest.margin);
};
