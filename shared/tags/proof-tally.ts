import { byText } from '../domain/ids.ts';
import type { Count, Mark, ProofTally, Quarter, RowProof, Slot } from '../domain/proof.ts';
import { quartersBetween, weightOf } from './quarter.ts';

export const EMPTY_TALLY: ProofTally = {};

/**
 * The tally with one row's proof added (`sign` 1) or taken away (−1). Only whole numbers are added, so taking a
 * row away and adding it again gives the very same tally, and any order of rows does.
 *
 * @example addProof(addProof(tally, row, 1), row, -1) // equals tally
 */
export const addProof = (tally: ProofTally, proof: RowProof, sign: 1 | -1): ProofTally =>
  proof.marks.reduce((sum, mark) => addMark(sum, proof, mark, sign), tally);

const addMark = (
  tally: ProofTally,
  { rep, quarter }: RowProof,
  { slot, hits, of }: Mark,
  sign: number,
): ProofTally => {
  const ofRep = tally[rep] ?? {};
  const counts = ofRep[slot] ?? {};
  const [oldHits, oldOf] = counts[quarter] ?? [0, 0];
  const next: Count = [oldHits + sign * hits, oldOf + sign * of];
  const nextCounts = put(counts, quarter, next[0] === 0 && next[1] === 0 ? null : next);
  const nextRep = put(ofRep as Record<string, typeof counts>, slot, isEmpty(nextCounts) ? null : nextCounts);
  return put(tally, rep, isEmpty(nextRep) ? null : nextRep);
};

const isEmpty = (map: object): boolean => Object.keys(map).length === 0;

/** Nothing is kept at zero, so tallies of the same proof look the same. */
const put = <V>(map: Readonly<Record<string, V>>, key: string, value: V | null): Record<string, V> => {
  const { [key]: _old, ...others } = map;
  return value === null ? others : { ...others, [key]: value };
};

/** Everything counted again from its rows. */
export const rebuildTally = (rows: Iterable<RowProof>): ProofTally => {
  let tally = EMPTY_TALLY;
  for (const row of rows) tally = addProof(tally, row, 1);
  return tally;
};

/** The proof of one rep in one slot: aged sums, plain counts, and the newest quarter that still counts. */
export interface AgedCount {
  readonly hits: number;
  readonly of: number;
  readonly rows: number;
  readonly last: Quarter;
}

/** Sums a slot with ageing, oldest quarter first, so that the same proof gives the same bits. Null when expired. */
export const agedCount = (
  counts: Readonly<Record<string, Count>> | undefined,
  today: Quarter,
): AgedCount | null => {
  const quarters = (Object.keys(counts ?? {}) as Quarter[]).sort(byText);
  let [hits, of, rows] = [0, 0, 0];
  let last: Quarter | null = null;
  for (const quarter of quarters) {
    const [hit = 0, all = 0] = counts?.[quarter] ?? [];
    const weight = weightOf(quarter, today);
    if (weight === 0) continue;
    hits += weight * hit;
    of += weight * all;
    rows += all;
    if (last === null || quartersBetween(last, quarter) > 0) last = quarter;
  }
  return last === null || of <= 0 ? null : { hits, of, rows, last };
};

/** Names of the tags of one family that a rep has proof for, in a fixed order. */
export const tagsIn = (ofRep: ProofTally[string] | undefined, family: string): readonly string[] =>
  (Object.keys(ofRep ?? {}) as Slot[])
    .filter((slot) => slot.startsWith(`${family}/`))
    .map((slot) => slot.slice(family.length + 1))
    .sort(byText);
