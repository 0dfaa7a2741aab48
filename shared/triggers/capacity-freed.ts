import type { Draft } from '../decide/draft.ts';
import { byText } from '../domain/ids.ts';
import { exclusion, heldWithout } from '../scoring/candidates.ts';
import { suggest } from './suggest.ts';

/**
 * Somebody has room again: waiting tasks are offered, oldest first, until nobody has room any more (spec
 * 3.2). Costs nothing when nothing waits.
 */
export const drainQueue = (draft: Draft): void => {
  const { team } = draft.state();
  const [oldest] = team.waiting;
  if (oldest === undefined) return;
  const free = Object.values(team.reps)
    .filter((rep) => exclusion(rep, heldWithout(team, rep, oldest.taskId, null), team, draft.today) === null)
    .map((rep) => rep.id)
    .sort(byText)[0];
  if (free === undefined) return;
  for (const waiting of team.waiting) {
    const { waitingSince: _over, ...entry } = waiting;
    const outcome = suggest(draft, entry, undefined, 'CAPACITY_FREED', null);
    if (outcome === 'nobody') break;
    if (outcome === 'made') draft.emit({ type: 'taskDequeued', entry });
  }
  if (team.nobodyFreeSince !== undefined) draft.emit({ type: 'capacityReturned', rep: free });
};
