import type { Draft } from '../decide/draft.ts';
import type { LeaveDeal } from '../decide/effects.ts';
import { daysBetween, plusDays, type Day } from '../domain/day.ts';
import { byText, type RepId } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import type { Rep } from '../domain/rep.ts';
import type { BookEntry } from '../domain/task.ts';
import { calendarOf, workingDaysBetween } from '../domain/working-calendar.ts';
import { awayRule } from '../scoring/absence.ts';
import { cellOf, pointsOf } from '../scoring/load.ts';
import { staleDays, staleLight } from './stale.ts';

/** Deals of each kind that a mail names; the rest is counted. */
const NAMED = 5;

/** A leave as the rules treat it. */
interface LeaveRule {
  readonly since: Day;
  readonly until: Day | null;
  /** Everything is offered to others: the leave is long, or nobody said when it ends. */
  readonly long: boolean;
}

/** When the present leave began: the planned day, unless that belongs to a leave before the last return. */
const beginOf = ({ fields, away, back }: Rep, today: Day): Day => {
  if (away !== undefined) return away.since;
  const planned = fields.leaveFrom;
  return planned !== undefined && (back === undefined || planned > back.on) ? planned : today;
};

const ruleOf = (rep: Rep, policy: Policy, today: Day): LeaveRule => {
  const since = beginOf(rep, today);
  const until = rep.fields.backOn ?? null;
  return { since, until, long: until === null || daysBetween(since, until) > policy.leave.shortDays };
};

/**
 * Whether a deal of somebody away is to be offered to others (decision 0050): all of them when they are gone, or
 * for long; on a short leave those that would be red before the return. The others wait.
 *
 * @example back in 5 days, red after 7: a deal idle for 4 days moves (8 on the last day), one idle for 3 waits
 */
export const moveDuringAbsence = (
  entry: BookEntry,
  rep: Rep,
  { policy }: { readonly policy: Policy },
  today: Day,
): boolean => {
  if (entry.status !== 'open') return false;
  if (rep.fields.availability === 'left') return true;
  const { until, long } = ruleOf(rep, policy, today);
  if (long || until === null) return true;
  const last = plusDays(until, -1);
  return staleLight(entry, staleDays(entry.progressOn, last, policy), policy) === 'red';
};

/**
 * Notices that a leave has begun, that its planned end has changed, or that it is over, once each: in sweeps, and
 * when the Team tab is edited. The book of whoever leaves has to be at hand to say what moves and what waits.
 */
export const settleLeave = (draft: Draft, id: RepId): void => {
  const { team, whole } = draft.state();
  const rep = team.reps[id];
  if (rep === undefined) return;
  const onLeave = awayRule(rep, draft.today) === 'ON_LEAVE';
  if (!onLeave) {
    if (rep.away !== undefined) endLeave(draft, rep);
    return;
  }
  const told = rep.away !== undefined && (rep.away.until ?? null) === (rep.fields.backOn ?? null);
  if (!told && whole.includes(id)) beginLeave(draft, rep);
};

const beginLeave = (draft: Draft, rep: Rep): void => {
  const { team, books } = draft.state();
  const open = Object.values(books[rep.id] ?? {})
    .filter(({ status }) => status === 'open')
    .sort(heaviestFirst(team.policy));
  const moves = open.filter((entry) => moveDuringAbsence(entry, rep, team, draft.today));
  const waits = open.filter((entry) => !moves.includes(entry));
  draft.emit({
    type: 'leaveBegan',
    rep: rep.id,
    ...ruleOf(rep, team.policy, draft.today),
    moving: moves.length,
    waiting: waits.length,
    moves: moves.slice(0, NAMED).map(named),
    waits: waits.slice(0, NAMED).map(named),
  });
};

const named = ({ taskId, customer, title }: BookEntry): LeaveDeal => ({ taskId, customer, title });

export const heaviestFirst =
  (policy: Policy) =>
  (a: BookEntry, b: BookEntry): number =>
    pointsOf(cellOf(b.rating), policy) - pointsOf(cellOf(a.rating), policy) || byText(a.taskId, b.taskId);

/** The ramp takes no longer than the leave did: who was away for a day is back at once the day after. */
const endLeave = (draft: Draft, rep: Rep): void => {
  const { policy } = draft.state().team;
  const { fields, away, lent = 0 } = rep;
  if (away === undefined) return;
  const planned = fields.availability === 'leave' ? fields.backOn : undefined;
  const on = planned !== undefined && planned > away.since ? planned : draft.today;
  const worked = workingDaysBetween(plusDays(away.since, -1), plusDays(on, -1), calendarOf(policy));
  const rampDays = fields.availability === 'left' ? 0 : Math.min(policy.leave.rampDays, worked);
  draft.emit({ type: 'leaveEnded', rep: rep.id, on, rampDays, lent });
};
