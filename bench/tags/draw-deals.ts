import { normal, randomFrom, type ClosedRow } from './report.ts';

/** Deals in the shape of the CRM set, won by chance alone: 30 reps, ten sectors, 16% without an account. */
export const drawDeals = (seed: number): readonly ClosedRow[] => {
  const random = randomFrom(seed);
  const weights = Array.from({ length: 30 }, () => Math.exp(0.4 * normal(random)));
  const total = weights.reduce((sum, one) => sum + one, 0);
  const draw = (): number => {
    let left = random() * total;
    return Math.max(
      0,
      weights.findIndex((weight) => (left -= weight) < 0),
    );
  };
  return Array.from({ length: 6711 }, () => ({
    rep: `rep ${draw()}`,
    sector: random() < 0.16 ? '' : `sector ${Math.floor(random() * 10)}`,
    won: random() < 0.63,
    closedOn: `2017-${String(3 + Math.floor(random() * 10)).padStart(2, '0')}-15`,
  }));
};
