import type { Draft } from '../decide/draft.ts';
import { withoutEmpty } from '../domain/without-empty.ts';
import type { Team } from '../domain/board-state.ts';
import { moveLimit, type MoveLimit } from '../moves/move-limits.ts';
import type { BookEntry } from '../domain/task.ts';
import type { Day } from '../domain/day.ts';
import { byText, type RepId } from '../domain/ids.ts';
import type { RatingCell } from '../domain/rep.ts';
import type { Cause, Pending, Receipt, Scored } from '../domain/suggestion.ts';
import { lastAssignedIn, rank, type Ranking } from '../scoring/choose.ts';
import { cellOf, typeOf } from '../scoring/load.ts';
import { newWorkLimit } from '../scoring/ramp.ts';
import { mainPart } from '../scoring/main-part.ts';
import { rounded } from '../scoring/score.ts';
import { rivalsOf, turningPoint } from '../scoring/turning-point.ts';
import { staysWithin } from './stays-within.ts';

/** `nobody`: there is no one to suggest; `none`: nobody is clearly better, or nobody is to be asked. */
export type SuggestOutcome = 'made' | 'nobody' | 'none';

/**
 * Selective tasks (low or medium value, hard) go to no rep: the article has the supervisor batch or drop
 * them. A task under "keep" or "snooze" is left in peace until its day.
 */
export const mayBeSuggested = (entry: BookEntry, draft: Draft): boolean =>
  entry.status === 'open' &&
  typeOf(cellOf(entry.rating)) !== 'selective' &&
  (entry.quietUntil === undefined || entry.quietUntil <= draft.today);

const needsOf = (limit: MoveLimit | null): 'supervisor' | undefined =>
  limit === null ? undefined : 'supervisor';

/** Beyond the transfer budget nothing is suggested, or only for a supervisor to accept, as the rules say. */
const isWithheld = ({ policy }: Team, limit: MoveLimit | null): boolean =>
  limit !== null && (limit.code === 'OWN_SOURCED' || policy.transfers.beyond === 'withhold');

/**
 * Whoever would go over a limit with the task stands back behind whoever would not. Relief and deals that go back
 * after a leave are never suggested over a limit; other work may be, when nobody has room for it whole: that is
 * for people to decide.
 */
const asFarAsRoom = (
  team: Team,
  all: Ranking,
  asked: {
    readonly cause: Cause;
    readonly cell: RatingCell;
    readonly lentBy: RepId | undefined;
    readonly today: Day;
  },
): Ranking => {
  const { cause, cell, lentBy, today } = asked;
  const fits = staysWithin(team, cell, today);
  const ranked = cause === 'LEAVE_OVER' ? all.ranked.filter(({ rep }) => rep === lentBy) : all.ranked;
  const within = ranked.filter(fits);
  if (within.length === 0) return { ...all, ranked: IN_ANY_CASE_WITHIN.includes(cause) ? [] : ranked };
  const over = all.ranked.filter((scored) => !fits(scored));
  const excluded = [
    ...all.excluded,
    ...over.map(({ rep, name }) => ({ rep, name, rule: 'WOULD_EXCEED' as const })),
  ].sort((a, b) => byText(a.rep, b.rep));
  return { ...all, ranked: within, excluded };
};

const IN_ANY_CASE_WITHIN: readonly Cause[] = ['OVERLOAD', 'LEAVE_OVER'];

/** Everybody ranked for a task, and who of them has room. */
export const rankFor = (
  team: Team,
  entry: BookEntry,
  owner: RepId | undefined,
  cause: Cause,
  today: Day,
): { readonly all: Ranking; readonly ranking: Ranking } => {
  const cell = cellOf(entry.rating);
  const { industry, lentBy } = entry;
  const question = { id: entry.taskId, cell, ...withoutEmpty({ industry, owner, lentBy }) };
  const all = rank(team, question, today);
  return { all, ranking: asFarAsRoom(team, all, { cause, cell, lentBy, today }) };
};

/** Whether somebody fits better than the present owner by the margin; always, where there is no owner or margin. */
export const isClearlyBetter = (
  chosen: Scored,
  incumbent: Scored | undefined,
  margin: number | null,
): boolean => margin === null || incumbent === undefined || rounded(chosen.score - incumbent.score) >= margin;

/**
 * Finds the best rep for a task and suggests them, with the receipt (spec 3.5). With a margin, somebody must
 * fit that much better than the present owner; without one (overload, absence) the best is named anyway.
 */
export const suggest = (
  draft: Draft,
  entry: BookEntry,
  owner: RepId | undefined,
  cause: Cause,
  margin: number | null,
): SuggestOutcome => {
  if (!mayBeSuggested(entry, draft)) return 'none';
  const { team } = draft.state();
  // Going back to whom the customer knows from before a leave is no further change of hands.
  const limit = cause === 'LEAVE_OVER' ? null : moveLimit(team, entry, owner, draft.today);
  if (isWithheld(team, limit)) return 'none';
  const cell = cellOf(entry.rating);
  const { all, ranking } = rankFor(team, entry, owner, cause, draft.today);
  const { ranked, incumbent, excluded } = ranking;
  const [chosen, runnerUp] = ranked;
  if (chosen === undefined) return all.ranked.length > 0 ? 'none' : 'nobody';
  if (!isClearlyBetter(chosen, incumbent, margin)) return 'none';
  const present = team.pending[entry.taskId];
  if (present?.to === chosen.rep) return 'none';
  if (present !== undefined) draft.emit({ type: 'suggestionEnded', pending: present, how: 'replaced' });
  const receipt: Receipt = {
    id: draft.nextReceipt(),
    taskId: entry.taskId,
    at: draft.at,
    cause,
    cell,
    chosen,
    excluded,
    policyVersion: team.policyVersion,
    turningPoint: turningPoint(
      chosen,
      rivalsOf(ranking, margin, lastAssignedIn(team)),
      cell,
      team.policy,
      roomTo(team, chosen, cell, draft.today),
    ),
    ...withoutEmpty({ incumbent, runnerUp }),
  };
  draft.emit({
    type: 'suggestionMade',
    pending: {
      taskId: entry.taskId,
      to: chosen.rep,
      cause,
      at: draft.at,
      receipt: receipt.id,
      score: chosen.score,
      cell,
      ...withoutEmpty({ from: owner, main: mainOf(receipt), needs: needsOf(limit) }),
    },
    receipt,
  });
  return 'made';
};

/** The load that somebody chosen has to stay within; null where all would go over, so that load bars nobody. */
const roomTo = (team: Team, chosen: Scored, cell: RatingCell, today: Day): number | null => {
  const rep = team.reps[chosen.rep];
  return rep !== undefined && staysWithin(team, cell, today)(chosen)
    ? newWorkLimit(rep, team.policy, today)
    : null;
};

const mainOf = (receipt: Receipt): Pending['main'] => {
  const part = mainPart(receipt);
  return part && { factor: part.factor, reason: part.reason };
};
