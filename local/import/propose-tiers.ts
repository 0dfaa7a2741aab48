import type { Tier } from '../../shared/domain/rep.ts';

/**
 * Tiers where the source names none, by the number of closed deals: experience, whatever their outcome (a win
 * rate per rep says nothing on such data). Nobody's first deal closed: newcomer. The third with the most
 * closed deals, and everybody level with them: senior. Everybody else: growing.
 *
 * @example proposeTiers(new Map([['a', 0], ['b', 5], ['c', 9], ['d', 40]])).get('d') // 'senior'
 */
export const proposeTiers = (closedDeals: ReadonlyMap<string, number>): ReadonlyMap<string, Tier> => {
  const experienced = [...closedDeals.values()].filter((count) => count > 0).sort((a, b) => b - a);
  const seniorFrom = experienced[Math.ceil(experienced.length / 3) - 1] ?? Number.POSITIVE_INFINITY;
  return new Map(
    [...closedDeals].map(([name, count]) => [
      name,
      count === 0 ? 'newcomer' : count >= seniorFrom ? 'senior' : 'growing',
    ]),
  );
};
