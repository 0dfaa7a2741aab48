import type { LearntTag } from '../domain/proof.ts';
import type { TagFamily } from '../domain/rep.ts';
import { rateInterval, shrunkRate, type RateCell } from './beta-binomial.ts';
import { fitStrength } from './fit-strength.ts';
import { PER_OPINION } from './proof-rules.ts';
import type { AgedCount } from './proof-tally.ts';

/** A cell with what it is about. */
export interface NamedCell extends RateCell {
  readonly rep: string;
  readonly tag: string;
  readonly count: AgedCount;
}

const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** hits / of over all cells; ½ when nothing was counted. */
export const pooledRate = (
  cells: readonly { readonly hits: number; readonly of: number }[],
): { readonly mean: number; readonly hits: number; readonly of: number } => {
  let [hits, of] = [0, 0];
  for (const cell of cells) {
    hits += cell.hits;
    of += cell.of;
  }
  return { mean: of === 0 ? 0.5 : hits / of, hits, of };
};

/**
 * The mean of each tag: the team's rate in that tag, itself shrunk toward the team's overall rate with a fitted
 * strength. Deals of one industry may be won more easily than those of another; that is no merit of a rep, so a
 * rep is compared with colleagues in the same industry.
 */
export const meansByTag = (
  counts: readonly { readonly tag: string; readonly hits: number; readonly of: number }[],
): ((tag: string) => number) => {
  const { mean } = pooledRate(counts);
  const sums = new Map<string, { hits: number; of: number; mean: number }>();
  for (const { tag, hits, of } of counts) {
    const sum = sums.get(tag) ?? { hits: 0, of: 0, mean };
    sums.set(tag, { hits: sum.hits + hits, of: sum.of + of, mean });
  }
  sums.delete('');
  const { strength } = fitStrength([...sums.values()]);
  return (tag) => {
    const sum = sums.get(tag);
    return sum === undefined ? mean : shrunkRate(sum, strength);
  };
};

/** Every cell as a tag: one strength for all of them, fitted to all of them. */
export const learnRates = (
  family: TagFamily,
  cells: readonly NamedCell[],
  least: number,
): ReadonlyMap<string, readonly LearntTag[]> => {
  const { strength } = fitStrength(cells);
  const byRep = new Map<string, LearntTag[]>();
  for (const cell of cells) {
    const [low, high] = rateInterval(cell, strength);
    const tag: LearntTag = {
      family,
      tag: cell.tag,
      source: 'deals',
      n: cell.count.rows,
      weight: rounded(cell.of, 1),
      rate: rounded(shrunkRate(cell, strength), 3),
      low: rounded(low, 3),
      high: rounded(high, 3),
      mean: rounded(cell.mean, 3),
      last: cell.count.last,
      expires: cell.count.expires,
      enough: cell.count.rows >= least,
      least,
    };
    byRep.set(cell.rep, [...(byRep.get(cell.rep) ?? []), tag]);
  }
  return byRep;
};

/**
 * What ratings and confirmed visit notes say: (hits + 1) / (of + 2), Laplace's rule of succession, which is the
 * posterior mean under a uniform prior. Opinions are few, so a strength cannot be fitted to them; this fixed one
 * keeps a single top rating at 0.67 and lets three reach 0.8. A rating of 1 to 5 counts as (rating − 1) / 4 of a
 * hit, so the whole numbers kept are quarters.
 *
 * Source: P. S. Laplace, Essai philosophique sur les probabilités (1814); Gelman et al. (2013), section 2.1.
 */
export const learnOpinion = (family: TagFamily, tag: string, count: AgedCount): LearntTag => {
  const cell = { hits: count.hits / PER_OPINION, of: count.of / PER_OPINION, mean: 0.5 };
  const [low, high] = rateInterval(cell, 2);
  return {
    family,
    tag,
    source: 'opinions',
    n: count.rows / PER_OPINION,
    weight: rounded(cell.of, 1),
    rate: rounded(shrunkRate(cell, 2), 3),
    low: rounded(low, 3),
    high: rounded(high, 3),
    mean: 0.5,
    last: count.last,
    expires: count.expires,
    enough: true,
    least: 1,
  };
};
