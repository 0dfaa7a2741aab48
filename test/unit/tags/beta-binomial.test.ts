import { expect, test } from 'vitest';
import { ALL_THE_WAY, logMarginal, rateInterval, shrunkRate } from '../../../shared/tags/beta-binomial.ts';
import { fitStrength, LEAST_GAIN } from '../../../shared/tags/fit-strength.ts';

test('the marginal likelihood of one win in two under a flat prior is one sixth', () => {
  expect(logMarginal([{ hits: 1, of: 2, mean: 0.5 }], 2)).toBeCloseTo(Math.log(1 / 6), 12);
});

test('a very strong prior has the likelihood of the binomial itself', () => {
  const cells = [
    { hits: 7, of: 9, mean: 0.6 },
    { hits: 0, of: 4, mean: 0.6 },
  ];
  expect(logMarginal(cells, 1e12)).toBeCloseTo(logMarginal(cells, ALL_THE_WAY), 2);
  expect(logMarginal(cells, ALL_THE_WAY)).toBeCloseTo(7 * Math.log(0.6) + 6 * Math.log(0.4), 12);
});

test('a rate is shrunk toward the mean by the strength, and all the way when it is infinite', () => {
  const cell = { hits: 9, of: 10, mean: 0.6 };
  expect(shrunkRate(cell, 30)).toBeCloseTo(0.675, 12);
  expect(shrunkRate(cell, ALL_THE_WAY)).toBe(0.6);
  expect(shrunkRate(cell, 0)).toBe(0.9);
});

test('without any proof the rate is the mean and its interval that of the prior', () => {
  const nothing = { hits: 0, of: 0, mean: 0.5 };
  expect(shrunkRate(nothing, 0)).toBe(0.5);
  expect(shrunkRate(nothing, 4)).toBe(0.5);
  const [low, high] = rateInterval(nothing, 2);
  // Beta(1, 1) is the uniform distribution.
  expect(low).toBeCloseTo(0.05, 10);
  expect(high).toBeCloseTo(0.95, 10);
});

test('more proof narrows the interval', () => {
  const width = (of: number): number => {
    const [low, high] = rateInterval({ hits: of * 0.6, of, mean: 0.6 }, 10);
    return high - low;
  };
  expect(width(200)).toBeLessThan(width(20) / 2);
});

test.each([0, 1])('cells of %i deals can be fitted and ask for nothing but the mean', (of) => {
  const cells = Array.from({ length: 20 }, (_, at) => ({ hits: of * (at % 2), of, mean: 0.5 }));
  const { strength, gain } = fitStrength(cells);
  expect(strength).toBe(ALL_THE_WAY);
  expect(gain).toBeCloseTo(0, 6);
});

test('rates that differ no more than chance are shrunk all the way', () => {
  const cells = [5, 6, 7, 6, 5, 7, 6, 6].map((hits) => ({ hits, of: 10, mean: 0.6 }));
  const { strength, gain } = fitStrength(cells);
  expect(strength).toBe(ALL_THE_WAY);
  expect(gain).toBeLessThan(LEAST_GAIN);
});

test('rates that differ much keep their difference: the strength is that of the beta they come from', () => {
  // Quantiles of Beta(3, 2), strength 5, with so many deals that each rate is known.
  const rates = [0.25, 0.4, 0.5, 0.58, 0.65, 0.72, 0.8, 0.9];
  const { strength, gain } = fitStrength(rates.map((rate) => ({ hits: rate * 1000, of: 1000, mean: 0.6 })));
  expect(gain).toBeGreaterThan(100);
  expect(strength).toBeGreaterThan(3);
  expect(strength).toBeLessThan(8);
});

test('the fitted strength is the top of the hill', () => {
  const cells = [2, 9, 5, 14, 1, 12].map((hits) => ({ hits, of: 15, mean: 0.48 }));
  const { strength } = fitStrength(cells);
  const top = logMarginal(cells, strength);
  for (const factor of [0.5, 0.9, 0.99, 1.01, 1.1, 2])
    expect(logMarginal(cells, strength * factor)).toBeLessThan(top);
});
