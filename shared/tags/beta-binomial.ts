import betaln from '@stdlib/math-base-special-betaln';
import quantile from '@stdlib/stats-base-dists-beta-quantile';

/** One cell of a table of rates: `hits` out of `of`, aged, and the mean that it is shrunk toward. */
export interface RateCell {
  readonly hits: number;
  readonly of: number;
  readonly mean: number;
}

/** Stands for "all the way": the rate is the mean, whatever was counted. */
export const ALL_THE_WAY = Number.POSITIVE_INFINITY;

/** Means of 0 or 1 would leave no room for a prior. */
const within = (mean: number): number => Math.min(1 - 1e-6, Math.max(1e-6, mean));

/**
 * Log marginal likelihood of counts under a beta prior of mean m and strength s (pseudo-deals):
 *
 *   Σ ln B(m·s + k, (1−m)·s + n − k) − ln B(m·s, (1−m)·s)
 *
 * without the binomial coefficients, which do not depend on s. At s = ∞ every cell has rate m and this is the
 * binomial log-likelihood Σ k·ln m + (n−k)·ln(1−m). Cells with n = 0 add nothing, cells with n = 1 nothing that
 * depends on s. Aged counts are fractions; B is defined for them too.
 *
 * Source: J. G. Skellam, A probability distribution derived from the binomial distribution by regarding the
 * probability of success as variable between the sets of trials, J. R. Stat. Soc. B 10 (1948) 257–261.
 *
 * @example logMarginal([{ hits: 1, of: 2, mean: 0.5 }], 2) // ln B(2, 2) − ln B(1, 1) = ln(1/6)
 */
export const logMarginal = (cells: readonly RateCell[], strength: number): number => {
  let sum = 0;
  for (const { hits, of, mean } of cells) {
    const m = within(mean);
    if (strength === ALL_THE_WAY) sum += hits * Math.log(m) + (of - hits) * Math.log(1 - m);
    else {
      const [a, b] = [m * strength, (1 - m) * strength];
      sum += betaln(a + hits, b + of - hits) - betaln(a, b);
    }
  }
  return sum;
};

/**
 * Posterior mean of a cell: (hits + m·s) / (of + s). At s = ∞ it is m, at s = 0 the raw rate.
 *
 * Source: the beta distribution is conjugate to the binomial; Gelman et al., Bayesian Data Analysis, 3rd ed.
 * (2013), section 2.4.
 *
 * @example shrunkRate({ hits: 9, of: 10, mean: 0.6 }, 30) // (9 + 18) / 40 = 0.675
 */
export const shrunkRate = ({ hits, of, mean }: RateCell, strength: number): number =>
  strength === ALL_THE_WAY || of + strength === 0 ? mean : (hits + mean * strength) / (of + strength);

/** Central 90%: the 5% and 95% quantiles of Beta(m·s + hits, (1−m)·s + of − hits). At s = ∞ a single point. */
export const rateInterval = ({ hits, of, mean }: RateCell, strength: number): readonly [number, number] => {
  if (strength === ALL_THE_WAY) return [mean, mean];
  const m = within(mean);
  const [a, b] = [m * strength + hits, (1 - m) * strength + of - hits];
  return [quantile(0.05, a, b), quantile(0.95, a, b)];
};
