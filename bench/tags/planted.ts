import { forecast } from './learning.ts';
import { auc, interval, normal, randomFrom, table, type ClosedRow, type Report } from './report.ts';

const SEEDS = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20] as const;
const SIZES = [0, 0.3, 0.5] as const;

/** The same rows with outcomes drawn anew: logit(win) = logit(base) + a normal effect per rep and sector. */
const plant = (deals: readonly ClosedRow[], size: number, seed: number): readonly ClosedRow[] => {
  const random = randomFrom(seed);
  const rate = deals.filter(({ won }) => won).length / deals.length;
  const middle = Math.log(rate / (1 - rate));
  const effects = new Map<string, number>();
  return deals.map((deal) => {
    const key = `${deal.rep}/${deal.sector}`;
    const effect = effects.get(key) ?? size * normal(random);
    effects.set(key, effect);
    return { ...deal, won: random() < 1 / (1 + Math.exp(-middle - effect)) };
  });
};

interface Outcome {
  readonly size: number;
  readonly found: number;
  readonly aucs: readonly number[];
  readonly first: readonly [number, number];
}

const tryOut = (deals: readonly ClosedRow[], size: number): Outcome => {
  const runs = SEEDS.map((seed) => forecast(plant(deals, size, seed)));
  return {
    size,
    found: runs.filter(({ found }) => found > 0).length,
    aucs: runs.map(({ learnt }) => auc(learnt)).sort((a, b) => a - b),
    first: interval(runs[0]?.learnt ?? [], auc, 7),
  };
};

const middleOf = (list: readonly number[]): number =>
  ((list[Math.floor((list.length - 1) / 2)] ?? 0) + (list[Math.ceil((list.length - 1) / 2)] ?? 0)) / 2;

export const plantedReport = (deals: readonly ClosedRow[]): Report => {
  const outcomes = SIZES.map((size) => tryOut(deals, size));
  const at = (size: number): Outcome | undefined => outcomes.find((one) => one.size === size);
  return {
    title: `2. The same rows with a planted rep x sector effect, ${SEEDS.length} seeds each`,
    lines: table([
      ['effect (logit sd)', 'found in', 'AUC median', 'AUC least and most', `seed ${SEEDS[0]}, 95%`],
      ...outcomes.map(({ size, found, aucs, first: [low, high] }) => [
        String(size),
        `${found} of ${SEEDS.length}`,
        middleOf(aucs).toFixed(3),
        `${(aucs[0] ?? 0).toFixed(3)} to ${(aucs.at(-1) ?? 0).toFixed(3)}`,
        `${low.toFixed(3)} to ${high.toFixed(3)}`,
      ]),
    ]),
    checks: [
      {
        says: 'an effect of 0.5 is found with every seed, its AUC interval above 0.5',
        holds: at(0.5)?.found === SEEDS.length && (at(0.5)?.first[0] ?? 0) > 0.5,
      },
      {
        says: 'without an effect it is found with at most one seed of ten',
        holds: (at(0)?.found ?? 10) <= 1,
      },
    ],
  };
};
