import type { BoardState, Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import type { RepId } from '../domain/ids.ts';
import type { RatingCell } from '../domain/rep.ts';
import type { BookEntry, Task } from '../domain/task.ts';
import { withoutEmpty } from '../domain/without-empty.ts';
import { fittingOneSet } from '../domain/many-size.ts';
import { moveLimit } from '../moves/move-limits.ts';
import type { ManyDeal, ManyPreview, ManyWish } from '../ports/many-moves.ts';
import { rank } from '../scoring/choose.ts';
import { cellOf, loadOf, pointsOf, tallyPlus, typeOf } from '../scoring/load.ts';
import { newWorkLimit } from '../scoring/ramp.ts';
import { heaviestFirst } from './leave.ts';
import { staysWithin } from './stays-within.ts';

type Stays = ManyPreview['staying'][number]['why'];

/** Deals that a wish is about, heaviest first. */
export const dealsOf = ({ team, books }: BoardState, { from, type }: ManyWish): readonly BookEntry[] =>
  Object.values(books[from] ?? {})
    .filter(({ status }) => status === 'open')
    .filter(({ rating }) => type === undefined || typeOf(cellOf(rating)) === type)
    .sort(heaviestFirst(team.policy));

/**
 * What moving many deals would do, without doing it: one after another, heaviest first, each to whoever fits best
 * (or to the one person named) and would stay within their limits after all the moves before it. Leave, pause, the
 * ramp after a leave, the transfer budget and own-sourced deals count as they do for suggestions. `state` holds the
 * whole book and, as far as one set reaches, the tasks.
 */
export const previewMany = (state: BoardState, wish: ManyWish, today: Day): ManyPreview => {
  const deals = dealsOf(state, wish);
  const tasks = deals.map(({ taskId }) => state.tasks[taskId]);
  const known = tasks.findIndex((task) => task === undefined);
  const at = (known < 0 ? tasks : tasks.slice(0, known)) as readonly Task[];
  const fitting = fittingOneSet(at);
  let team = state.team;
  const moves: ManyPreview['moves'][number][] = [];
  const staying: ManyPreview['staying'][number][] = [];
  for (const entry of deals.slice(0, fitting)) {
    const cell = cellOf(entry.rating);
    const target = targetOf(team, entry, wish, today);
    if (typeof target === 'string') {
      staying.push({ ...named(entry), why: target });
      continue;
    }
    const points = pointsOf(cell, team.policy);
    moves.push({ ...named(entry), type: typeOf(cell), points, to: target.rep, toName: target.name });
    team = asMoved(team, entry, cell, wish.from, target.rep);
  }
  const concerned = [wish.from, ...new Set(moves.map(({ to }) => to))];
  return {
    moves,
    staying,
    more: deals.length - fitting,
    loads: concerned.flatMap((id) => loadsOf(id, state.team, team, today)),
  };
};

const named = ({ taskId, customer, title }: BookEntry): ManyDeal => ({ taskId, customer, title });

const targetOf = (
  team: Team,
  entry: BookEntry,
  { from, to }: ManyWish,
  today: Day,
): { readonly rep: RepId; readonly name: string } | Stays => {
  const limit = moveLimit(team, entry, from, today);
  if (limit !== null) return limit.code;
  const cell = cellOf(entry.rating);
  const { industry, lentBy } = entry;
  const question = { id: entry.taskId, cell, owner: from, ...withoutEmpty({ industry, lentBy }) };
  const fits = staysWithin(team, cell, today);
  const { ranked } = rank(team, question, today);
  return ranked.find((one) => (to === undefined || one.rep === to) && fits(one)) ?? 'NOBODY_FREE';
};

/** The team as it would be with one deal moved: loads, and no suggestion for it any more. */
const asMoved = (team: Team, entry: BookEntry, cell: RatingCell, from: RepId, to: RepId): Team => {
  const { [entry.taskId]: _moot, ...pending } = team.pending;
  const [giver, taker] = [team.reps[from], team.reps[to]];
  if (giver === undefined || taker === undefined) return team;
  const reps = {
    ...team.reps,
    [from]: { ...giver, open: tallyPlus(giver.open, cell, -1) },
    [to]: { ...taker, open: tallyPlus(taker.open, cell, 1) },
  };
  return { ...team, pending, reps };
};

const loadsOf = (id: RepId, before: Team, after: Team, today: Day): ManyPreview['loads'] => {
  const [old, now] = [before.reps[id], after.reps[id]];
  if (old === undefined || now === undefined) return [];
  const load = ({ open }: { open: typeof old.open }): number => loadOf(open, before.policy);
  const limit = newWorkLimit(old, before.policy, today);
  return [{ rep: id, name: old.fields.name, before: load(old), after: load(now), limit }];
};
