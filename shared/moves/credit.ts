import { daysBetween, type Day } from '../domain/day.ts';
import type { Held, Month, PointTotals } from '../domain/points-ledger.ts';
import { byText, type RepId } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import type { Earned, Earning } from '../domain/points-ledger.ts';
import type { Task, TaskType } from '../domain/task.ts';

/**
 * Days held with progress (spec 3.7): each progress counts the days since the one before it, at most as many as
 * turn a deal red, and a rep's first progress on a deal counts one day more. Who only passes a deal on shows no
 * progress and so counts nothing; many edits in one day count once.
 *
 * @example got on the 1st, progress on the 4th and the 30th, red after 7 days: 1 + 3 + 7 = 11 days
 */
export const creditAfter = (
  before: Pick<Task, 'held' | 'progressOn'>,
  owner: RepId,
  today: Day,
  policy: Policy,
): readonly Held[] => {
  const held = before.held ?? [];
  const own = held.find(({ rep }) => rep === owner);
  const since = Math.min(policy.stale.redDays, Math.max(0, daysBetween(before.progressOn, today)));
  const days = (own?.days ?? 1) + since;
  return [...held.filter(({ rep }) => rep !== owner), { rep: owner, days }];
};

/**
 * Splits whole tenths by weight, largest remainder first, so that the shares add up exactly. Ties end at the id.
 */
const split = (tenths: number, held: readonly Held[]): readonly { rep: RepId; tenths: number }[] => {
  const days = held.reduce((sum, one) => sum + one.days, 0);
  if (days <= 0) return [];
  const exact = held.map(({ rep, days: own }) => ({ rep, exact: (tenths * own) / days }));
  const whole = exact.map((one) => ({ ...one, tenths: Math.floor(one.exact) }));
  let left = tenths - whole.reduce((sum, one) => sum + one.tenths, 0);
  return [...whole]
    .sort((a, b) => b.exact - b.tenths - (a.exact - a.tenths) || byText(a.rep, b.rep))
    .map(({ rep, tenths: own }) => ({ rep, tenths: own + (left-- > 0 ? 1 : 0) }))
    .filter((one) => one.tenths > 0)
    .sort((a, b) => byText(a.rep, b.rep));
};

/**
 * What a won deal earns: the reward of its type; of a strategic one the partner's share first; the rest by days
 * held with progress. Nobody earns anything on a deal that nobody has worked on.
 *
 * @example strategic, 30 points, partner 20 %, Lisa 18 days, 老王 6: partner 6, Lisa 18, 老王 6
 */
export const earningOf = (
  type: TaskType,
  held: readonly Held[],
  partner: RepId | null,
  month: Month,
  { rewards }: Policy,
): Earning => {
  const total = Math.round(rewards[type] * 10);
  const along = partner !== null && type === 'strategic' ? Math.round(total * rewards.partnerShare) : 0;
  const own = split(total - along, held).map((one): Earned => ({ ...one, as: 'owner' }));
  const shared: readonly Earned[] =
    own.length === 0 || along === 0 || partner === null
      ? []
      : [{ rep: partner, tenths: along, as: 'partner' }];
  return { month, shares: [...own, ...shared] };
};

/** The totals with an earning added (1) or taken back (-1). */
export const totalsWith = (totals: PointTotals, { month, shares }: Earning, sign: 1 | -1): PointTotals =>
  shares.reduce<PointTotals>((all, { rep, tenths }) => {
    const { [month]: present = 0, ...months } = all[rep] ?? {};
    const sum = present + sign * tenths;
    return { ...all, [rep]: sum === 0 ? months : { ...months, [month]: sum } };
  }, totals);

export const monthOf = (day: Day): Month => day.slice(0, 7) as Month;

/** The promotion period a month is in, first month and length: with 6 months, `2026-11` is in that from `2026-07`. */
export const periodOf = (month: Month, months: number): { readonly from: Month; readonly months: number } => {
  const first = Math.floor((Number(month.slice(5)) - 1) / months) * months + 1;
  return { from: `${month.slice(0, 4)}-${String(first).padStart(2, '0')}` as Month, months };
};

/** A rep's points in this month and in the promotion period so far. */
export const pointsIn = (
  totals: PointTotals | undefined,
  rep: string,
  today: Day,
  periodMonths: number,
): { readonly month: number; readonly period: number } => {
  const own = totals?.[rep] ?? {};
  const month = monthOf(today);
  const { from } = periodOf(month, periodMonths);
  const tenths = Object.entries(own)
    .filter(([one]) => one >= from && one <= month)
    .reduce((sum, [, value]) => sum + value, 0);
  return { month: (own[month] ?? 0) / 10, period: tenths / 10 };
};
