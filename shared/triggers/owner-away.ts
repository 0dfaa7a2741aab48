import type { Draft } from '../decide/draft.ts';
import type { RepId } from '../domain/ids.ts';
import { heaviestFirst, moveDuringAbsence } from './leave.ts';
import { suggest } from './suggest.ts';

/** Enough for one go; a sweep goes on with the rest. */
const AT_ONCE = 40;

/**
 * The owner left or is on leave: each open task that is to move gets a suggestion, heaviest first, while there is
 * room. On a short leave the others wait for the owner.
 */
export const coverAbsence = (draft: Draft, owner: RepId): void => {
  const { team, books } = draft.state();
  const rep = team.reps[owner];
  if (rep === undefined) return;
  const open = Object.values(books[owner] ?? {})
    .filter((entry) => team.pending[entry.taskId] === undefined)
    .filter((entry) => moveDuringAbsence(entry, rep, team, draft.today))
    .sort(heaviestFirst(team.policy));
  for (const entry of open.slice(0, AT_ONCE)) {
    if (suggest(draft, entry, owner, 'OWNER_AWAY', null) === 'nobody') return;
  }
};
