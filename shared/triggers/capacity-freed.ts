import type { Draft } from '../decide/draft.ts';
import { byText, type RepId } from '../domain/ids.ts';
import { exclusion, heldWithout } from '../scoring/candidates.ts';
import { suggest } from './suggest.ts';

/**
 * Somebody has room again: waiting tasks are offered, oldest first, until nobody has room any more (spec
 * 3.2). Only when room is left after that may the supervisor be told anew that there is none. Costs nothing
 * when nothing waits.
 */
export const drainQueue = (draft: Draft): void => {
  const { team } = draft.state();
  const told = team.nobodyFreeSince !== undefined;
  if ((team.waiting.length === 0 && !told) || whoHasRoom(draft) === undefined) return;
  for (const waiting of team.waiting) {
    const { waitingSince: _over, ...entry } = waiting;
    const outcome = suggest(draft, entry, undefined, 'CAPACITY_FREED', null);
    if (outcome === 'nobody') break;
    if (outcome === 'made') draft.emit({ type: 'taskDequeued', entry });
  }
  const free = told ? whoHasRoom(draft) : undefined;
  if (free !== undefined) draft.emit({ type: 'capacityReturned', rep: free });
};

const whoHasRoom = (draft: Draft): RepId | undefined => {
  const { team } = draft.state();
  return Object.values(team.reps)
    .filter((rep) => exclusion(rep, heldWithout(team, rep, null, null), team, draft.today) === null)
    .map((rep) => rep.id)
    .sort(byText)[0];
};
