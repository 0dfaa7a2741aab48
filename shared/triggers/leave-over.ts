import type { Draft } from '../decide/draft.ts';
import type { BookKey } from '../domain/board-state.ts';
import { dayAt } from '../domain/day.ts';
import { byText } from '../domain/ids.ts';
import type { BookEntry } from '../domain/task.ts';
import { isAway } from '../scoring/absence.ts';
import { suggest } from './suggest.ts';

/** Unanswered offers to one person at a time: who comes back gets work back in steps. */
const AT_ONCE = 3;

/**
 * Offers lent deals back to whoever is back from leave (decision 0050), longest without progress first: where
 * nobody has worked on the deal since, or whoever covers it is overloaded, and as far as the ramp leaves room. A
 * deal that somebody works on stays where it is.
 */
export const offerReturns = (draft: Draft, covering: readonly BookKey[]): void => {
  const { team, books, whole } = draft.state();
  const lent = covering
    .filter((key) => whole.includes(key))
    .flatMap((key) => Object.values(books[key] ?? {}).map((entry) => ({ key, entry })))
    .filter(({ key, entry }) => entry.lentBy !== undefined && team.reps[key] !== undefined)
    .sort((a, b) => byText(a.entry.progressOn, b.entry.progressOn) || byText(a.entry.taskId, b.entry.taskId));
  for (const { key, entry } of lent) offer(draft, key, entry);
};

const offer = (draft: Draft, key: BookKey, entry: BookEntry): void => {
  const { team } = draft.state();
  const lender = team.reps[entry.lentBy ?? ''];
  const cover = team.reps[key];
  if (lender === undefined || cover === undefined || lender.id === cover.id) return;
  if (isAway(lender, draft.today) || team.pending[entry.taskId] !== undefined) return;
  const worked = entry.progressOn > dayAt(entry.since, team.policy.timeZone);
  if (worked && !cover.paused) return;
  const asked = Object.values(team.pending).filter(
    ({ cause, to }) => cause === 'LEAVE_OVER' && to === lender.id,
  );
  if (asked.length < AT_ONCE) suggest(draft, entry, cover.id, 'LEAVE_OVER', null);
};
