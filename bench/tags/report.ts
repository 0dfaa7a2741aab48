export interface Report {
  readonly title: string;
  readonly lines: readonly string[];
  readonly checks: readonly { readonly says: string; readonly holds: boolean }[];
}

export interface ClosedRow {
  readonly rep: string;
  readonly sector: string;
  readonly won: boolean;
  readonly closedOn: string;
}

/** Deals closed before this day train, the others test. */
export const CUT = '2017-09-01';

export const split = (deals: readonly ClosedRow[]) => ({
  train: deals.filter(({ closedOn }) => closedOn < CUT),
  test: deals.filter(({ closedOn }) => closedOn >= CUT),
});

/** Mulberry32: a small generator whose numbers are the same everywhere. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Box and Muller's normal deviate. */
export const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

export interface Scored {
  readonly won: boolean;
  readonly p: number;
}

/** Mean of −ln p of what happened; probabilities are kept off 0 and 1 by a thousandth, as a raw rate needs it. */
export const logLoss = (rows: readonly Scored[]): number =>
  rows.reduce((sum, { won, p }) => {
    const safe = Math.min(0.999, Math.max(0.001, p));
    return sum - Math.log(won ? safe : 1 - safe);
  }, 0) / rows.length;

/** Share of won-lost pairs that are in the right order, ties half (Mann and Whitney). */
export const auc = (rows: readonly Scored[]): number => {
  const sorted = [...rows].sort((a, b) => a.p - b.p);
  let [won, rankSum, at] = [0, 0, 0];
  while (at < sorted.length) {
    let end = at;
    while (end < sorted.length && sorted[end]?.p === sorted[at]?.p) end += 1;
    const wins = sorted.slice(at, end).filter((row) => row.won).length;
    won += wins;
    rankSum += wins * ((at + 1 + end) / 2);
    at = end;
  }
  const lost = sorted.length - won;
  return won === 0 || lost === 0 ? 0.5 : (rankSum - (won * (won + 1)) / 2) / (won * lost);
};

/** 95% interval of a figure by drawing the rows again (percentile bootstrap). */
export const interval = (
  rows: readonly Scored[],
  figure: (rows: readonly Scored[]) => number,
  seed: number,
  draws = 400,
): readonly [number, number] => {
  const random = randomFrom(seed);
  const figures = Array.from({ length: draws }, () =>
    figure(rows.map((row) => rows[Math.floor(random() * rows.length)] ?? row)),
  ).sort((a, b) => a - b);
  const at = (share: number): number => figures[Math.round(share * (draws - 1))] ?? 0;
  return [at(0.025), at(0.975)];
};

export const table = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  );
};
