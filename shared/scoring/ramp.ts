import { plusDays, type Day } from '../domain/day.ts';
import type { Policy } from '../domain/policy.ts';
import type { Rep, Tally } from '../domain/rep.ts';
import { calendarOf, workingDaysBetween } from '../domain/working-calendar.ts';
import { loadOf } from './load.ts';

/** The first days after a leave: how much new work the rules allow, and until when. */
export interface Ramp {
  /** Points up to which new work may go; below the load limit. */
  readonly limit: number;
  /** Working days since the first day back, and how many the ramp takes. */
  readonly day: number;
  readonly days: number;
}

/**
 * The ramp a rep is on, or null: from the share of the first day it grows in a straight line, each working day.
 * It binds suggestions and automatic assignment; what a rep holds already pauses nobody and moves nothing.
 *
 * @example limit 10, start 0.5, 5 days: 5, 6, 7, 8, 9 on the first five working days, then the whole limit
 */
export const rampOf = ({ back }: Rep, policy: Policy, today: Day): Ramp | null => {
  if (back === undefined || back.rampDays <= 0) return null;
  const day = workingDaysBetween(back.on, today, calendarOf(policy));
  if (day >= back.rampDays || today < back.on) return null;
  const start = policy.leave.rampStart;
  const share = start + ((1 - start) * day) / back.rampDays;
  return { limit: Math.round(policy.load.limit * share * 10) / 10, day, days: back.rampDays };
};

/** Up to how many points a rep may be given new work today: the load limit, or less on a ramp. */
export const newWorkLimit = (rep: Rep, policy: Policy, today: Day): number =>
  Math.min(policy.load.limit, rampOf(rep, policy, today)?.limit ?? policy.load.limit);

/** Whether the ramp leaves no room for new work. */
export const isRampFull = (rep: Rep, held: Tally, policy: Policy, today: Day): boolean => {
  const ramp = rampOf(rep, policy, today);
  return ramp !== null && loadOf(held, policy) > ramp.limit;
};

/** Farther than any ramp with its holidays; ends the search for a day. */
const FARTHEST = 400;

/** The first day on which the whole limit holds again; null where no ramp is under way. */
export const rampEnds = (rep: Rep, policy: Policy, today: Day): Day | null => {
  if (rampOf(rep, policy, today) === null) return null;
  for (let ahead = 1; ahead <= FARTHEST; ahead += 1) {
    const day = plusDays(today, ahead);
    if (rampOf(rep, policy, day) === null) return day;
  }
  return null;
};
