import type { Draft } from '../decide/draft.ts';
import { byText, type RepId } from '../domain/ids.ts';
import { cellOf, pointsOf } from '../scoring/load.ts';
import { suggest } from './suggest.ts';

/** Enough for one go; a sweep goes on with the rest. */
const AT_ONCE = 40;

/** The owner left or is on leave: each open task gets a suggestion, heaviest first, while there is room. */
export const coverAbsence = (draft: Draft, owner: RepId): void => {
  const { team, books } = draft.state();
  const open = Object.values(books[owner] ?? {})
    .filter((entry) => entry.status === 'open' && team.pending[entry.taskId] === undefined)
    .map((entry) => ({ entry, points: pointsOf(cellOf(entry.rating), team.policy) }))
    .sort((a, b) => b.points - a.points || byText(a.entry.taskId, b.entry.taskId));
  for (const { entry } of open.slice(0, AT_ONCE)) {
    if (suggest(draft, entry, owner, 'OWNER_AWAY', null) === 'nobody') return;
  }
};
