import { plusDays, type Day } from '../../shared/domain/day.ts';
import type { Random } from './random.ts';

/** Deals that come in on a weekend day for each on a weekday, as measured in a real lead set. */
const WEEKEND_SHARE = 0.38;

const isWeekend = (day: Day): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
};

/** A day between `nearest` and `farthest` days before another, weekends less often than weekdays. */
export const dayBefore = (day: Day, nearest: number, farthest: number, random: Random): Day => {
  let drawn = plusDays(day, -random.whole(nearest, farthest));
  for (let again = 0; again < 20; again += 1) {
    if (!isWeekend(drawn) || random.chance(WEEKEND_SHARE)) return drawn;
    drawn = plusDays(day, -random.whole(nearest, farthest));
  }
  return drawn;
};

/** How long ago progress was last made, with the share of deals: green up to 4 days, yellow to 7, then red. */
const AGES = [
  { from: 0, to: 4, share: 0.6 },
  { from: 5, to: 7, share: 0.18 },
  { from: 8, to: 14, share: 0.14 },
  { from: 15, to: 45, share: 0.08 },
] as const;

/** Last days of progress for so many deals. Every age has its share exactly, so each light is always there. */
export const progressDays = (today: Day, count: number, random: Random): readonly Day[] => {
  let given = 0;
  let ends = 0;
  const ages = AGES.flatMap((age) => {
    ends += age.share;
    const upTo = Math.round(ends * count);
    const some = Array.from({ length: upTo - given }, () => age);
    given = upTo;
    return some;
  });
  return random.shuffled(ages).map(({ from, to }) => dayBefore(today, from, to, random));
};
