/**
 * A small seeded generator (mulberry32): the same seed gives the same numbers on every machine. It is passed
 * along explicitly, so nothing draws from a hidden source.
 */
export interface Random {
  /** Evenly from 0 up to, but not including, 1. */
  unit(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** True in this share of draws. */
  chance(share: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** One of the items, each as likely as its weight says. */
  weighted<T>(items: readonly [readonly [T, number], ...(readonly [T, number])[]]): T;
  /** Normally distributed. */
  normal(mean: number, deviation: number): number;
  /** Log-normally distributed around a median; `spread` is the deviation of its logarithm. */
  logNormal(median: number, spread: number): number;
  shuffled<T>(items: readonly T[]): readonly T[];
}

/** The raw mulberry32 sequence for a seed. */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export const randomFrom = (seed: number): Random => {
  const unit = mulberry32(seed);
  const whole = (low: number, high: number): number => low + Math.floor(unit() * (high - low + 1));
  const normal = (mean: number, deviation: number): number =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  return {
    unit,
    whole,
    normal,
    chance: (share) => unit() < share,
    pick: (items) => items[Math.floor(unit() * items.length)] ?? items[0],
    weighted: (items) => {
      let left = unit() * items.reduce((sum, [, weight]) => sum + weight, 0);
      return (items.find(([, weight]) => (left -= weight) < 0) ?? items[0])[0];
    },
    logNormal: (median, spread) => median * Math.exp(normal(0, spread)),
    shuffled: (items) =>
      items
        .map((item) => ({ item, at: unit() }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item),
  };
};
