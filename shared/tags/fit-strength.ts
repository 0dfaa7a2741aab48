import { ALL_THE_WAY, logMarginal, type RateCell } from './beta-binomial.ts';

/** The strength of shrinkage that a table of rates asks for, and how sure it is of it. */
export interface FittedStrength {
  /** Pseudo-deals; infinite where the rates differ no more than chance makes them. */
  readonly strength: number;
  /** Twice the gain in log marginal likelihood over "all rates are the mean". */
  readonly gain: number;
}

/** Pseudo-deals searched: one to a million; beyond that the rate is the mean for all purposes. */
const LOG_LEAST = 0;
const LOG_MOST = Math.log(1e6);
const STEPS = 24;

/**
 * 95% point of the likelihood ratio when there is no effect. Infinite strength is the edge of what is possible, so
 * the ratio is half the time 0 and half the time chi-squared with one degree of freedom: P(χ²₁ > 2.71) / 2 = 5%.
 *
 * Source: S. G. Self and K.-Y. Liang, Asymptotic properties of maximum likelihood estimators and likelihood ratio
 * tests under nonstandard conditions, J. Am. Stat. Assoc. 82 (1987) 605–610, case 5.
 */
export const LEAST_GAIN = 2.7055;

/**
 * Fits the strength by maximum marginal likelihood (empirical Bayes, type II): a grid over ln s finds the hill, a
 * golden-section search its top. Where the gain over s = ∞ is what chance gives, shrinkage goes all the way: on
 * data without a signal a tag must stay silent, and half of all noise has its best fit at a finite strength.
 *
 * Sources: I. J. Good, The Estimation of Probabilities (1965), chapter 3; J. Kiefer, Sequential minimax search for a
 * maximum, Proc. Am. Math. Soc. 4 (1953) 502–506.
 *
 * @example fitStrength([]) // { strength: Infinity, gain: 0 }
 */
export const fitStrength = (cells: readonly RateCell[]): FittedStrength => {
  const counted = cells.filter(({ of }) => of > 0);
  if (counted.length < 2) return { strength: ALL_THE_WAY, gain: 0 };
  const at = (log: number): number => logMarginal(counted, Math.exp(log));
  const width = (LOG_MOST - LOG_LEAST) / STEPS;
  let best = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (let step = 0; step <= STEPS; step += 1) {
    const height = at(LOG_LEAST + step * width);
    if (height > highest) [best, highest] = [step, height];
  }
  const top = goldenSection(
    at,
    LOG_LEAST + Math.max(0, best - 1) * width,
    LOG_LEAST + Math.min(STEPS, best + 1) * width,
  );
  const gain = Math.max(0, 2 * (at(top) - logMarginal(counted, ALL_THE_WAY)));
  return gain < LEAST_GAIN ? { strength: ALL_THE_WAY, gain } : { strength: Math.exp(top), gain };
};

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Top of a hill between two points, to 1e-6 in ln s. A fixed number of steps: the same input, the same bits. */
const goldenSection = (at: (x: number) => number, from: number, to: number): number => {
  let [a, b] = [from, to];
  let [c, d] = [b - GOLDEN * (b - a), a + GOLDEN * (b - a)];
  let [left, right] = [at(c), at(d)];
  for (let step = 0; step < 30; step += 1) {
    if (left > right) {
      [b, d, right] = [d, c, left];
      c = b - GOLDEN * (b - a);
      left = at(c);
    } else {
      [a, c, left] = [c, d, right];
      d = a + GOLDEN * (b - a);
      right = at(d);
    }
  }
  return (a + b) / 2;
};
