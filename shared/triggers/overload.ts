import type { Draft } from '../decide/draft.ts';
import type { Team } from '../domain/board-state.ts';
import { byText, type RepId } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import type { RatingCell, Rep } from '../domain/rep.ts';
import { withoutEmpty } from '../domain/without-empty.ts';
import type { BookEntry } from '../domain/task.ts';
import { rank } from '../scoring/choose.ts';
import { cellOf, isKey, keyTasksOf, loadOf, pausedNow, pointsOf, roundedLoad } from '../scoring/load.ts';
import { staysWithin } from './stays-within.ts';
import { mayBeSuggested, suggest } from './suggest.ts';

/** More than a few unanswered suggestions would be ignored; a sweep offers further ones once they are answered. */
const AT_ONCE = 3;

/**
 * Overload (spec 3.2, 3.3): pauses a rep whose load went above a limit and suggests which tasks to move and
 * to whom; lets them work again once back at the resume line.
 */
export const settlePause = (draft: Draft, id: RepId): void => {
  const { team } = draft.state();
  const rep = team.reps[id];
  if (rep === undefined || rep.fields.role === 'supervisor') return;
  const paused = pausedNow(rep, team.policy);
  if (paused === rep.paused) return;
  const now = { rep: id, load: loadOf(rep.open, team.policy), keyTasks: keyTasksOf(rep.open) };
  draft.emit({ type: paused ? 'repPaused' : 'repResumed', ...now });
  if (paused) suggestRelief(draft, id);
};

/** What has to go before a rep is back at the resume line: points, and key tasks. */
interface Excess {
  readonly points: number;
  readonly keys: number;
}

const less = (excess: Excess, cell: RatingCell, policy: Policy): Excess => ({
  points: roundedLoad(excess.points - pointsOf(cell, policy)),
  keys: excess.keys - (isKey(cell) ? 1 : 0),
});

/** How far above the lines a rep is, once the moves already suggested have been made. */
const excessOf = (team: Team, rep: Rep): Excess => {
  const { policy } = team;
  const excess: Excess = {
    points: roundedLoad(loadOf(rep.open, policy) - policy.load.resumeAt),
    keys: keyTasksOf(rep.open) - policy.load.keyLimit,
  };
  return Object.values(team.pending)
    .filter((pending) => pending.from === rep.id)
    .reduce((left, pending) => less(left, pending.cell, policy), excess);
};

/** Suggests moves, best gain first, until the load would be back at the resume line. */
export const suggestRelief = (draft: Draft, id: RepId): void => {
  const { team, whole } = draft.state();
  const rep = team.reps[id];
  if (rep === undefined || !whole.includes(id)) return;
  let excess = excessOf(team, rep);
  let made = Object.values(team.pending).filter((one) => one.from === id && one.cause === 'OVERLOAD').length;
  for (const entry of movable(draft, id)) {
    if ((excess.points <= 0 && excess.keys <= 0) || made >= AT_ONCE) return;
    const cell = cellOf(entry.rating);
    if (excess.points <= 0 && !isKey(cell)) continue;
    if (suggest(draft, entry, id, 'OVERLOAD', null) !== 'made') continue;
    made += 1;
    excess = less(excess, cell, team.policy);
  }
};

/** Open tasks of an owner that could go to somebody, those who would lose least by it first. */
const movable = (draft: Draft, owner: RepId): readonly BookEntry[] => {
  const { team, books } = draft.state();
  const gains: { entry: BookEntry; gain: number; points: number }[] = [];
  for (const entry of Object.values(books[owner] ?? {})) {
    if (team.pending[entry.taskId] !== undefined || !mayBeSuggested(entry, draft)) continue;
    const cell = cellOf(entry.rating);
    const { industry, lentBy } = entry;
    const asked = { id: entry.taskId, cell, owner, ...withoutEmpty({ industry, lentBy }) };
    const { ranked, incumbent } = rank(team, asked, draft.today);
    if (ranked.length === 0) return [];
    const best = ranked.find(staysWithin(team, cell, draft.today));
    if (best === undefined) continue;
    gains.push({ entry, gain: best.score - (incumbent?.score ?? 0), points: pointsOf(cell, team.policy) });
  }
  return gains
    .sort((a, b) => b.gain - a.gain || b.points - a.points || byText(a.entry.taskId, b.entry.taskId))
    .map(({ entry }) => entry);
};
