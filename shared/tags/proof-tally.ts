import { byText } from '../domain/ids.ts';
import type { Month } from '../domain/points-ledger.ts';
import {
  MONTHS_IN_QUARTER,
  type Count,
  type Mark,
  type ProofTally,
  type Quarter,
  type RowProof,
  type Slot,
  type TagRules,
} from '../domain/proof.ts';
import { expiresAfter, monthOfQuarter, plusQuarters, weightOf } from './quarter.ts';

export const EMPTY_TALLY: ProofTally = {};

/**
 * The tally with one row's proof added (`sign` 1) or taken away (−1). Only whole numbers are added, so taking a
 * row away and adding it again gives the very same tally, and any order of rows does.
 *
 * @example addProof(addProof(tally, row, 1), row, -1) // equals tally
 */
export const addProof = (tally: ProofTally, proof: RowProof, sign: 1 | -1): ProofTally =>
  proof.marks.reduce((sum, mark) => addMark(sum, proof, mark, sign), tally);

const NOTHING: Count = [0, 0, 0, 0, 0];

const addMark = (
  tally: ProofTally,
  { rep, quarter, month }: RowProof,
  { slot, hits, of }: Mark,
  sign: number,
): ProofTally => {
  const ofRep = tally[rep] ?? {};
  const counts = ofRep[slot] ?? {};
  const [oldHits, oldOf, ...rows] = counts[quarter] ?? NOTHING;
  rows[month] += sign;
  const next: Count = [oldHits + sign * hits, oldOf + sign * of, ...rows];
  const nextCounts = put(counts, quarter, next.every((part) => part === 0) ? null : next);
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

/** The proof of one rep in one slot: aged sums, plain counts, the newest month that still counts and its end. */
export interface AgedCount {
  readonly hits: number;
  readonly of: number;
  readonly rows: number;
  readonly last: Month;
  readonly expires: Month;
}

/** Sums a slot with ageing, oldest quarter first, so that the same proof gives the same bits. Null when expired. */
export const agedCount = (
  counts: Readonly<Record<string, Count>> | undefined,
  today: Quarter,
  rules: Pick<TagRules, 'halfLifeMonths'>,
): AgedCount | null => {
  const quarters = (Object.keys(counts ?? {}) as Quarter[]).sort(byText);
  let [hits, of, rows] = [0, 0, 0];
  let last: Quarter | null = null;
  for (const quarter of quarters) {
    const [hit, all] = counts?.[quarter] ?? NOTHING;
    const weight = weightOf(quarter, today, rules);
    if (weight === 0) continue;
    hits += weight * hit;
    of += weight * all;
    rows += all;
    last = quarter;
  }
  if (last === null || of <= 0) return null;
  const [, , ...months] = counts?.[last] ?? NOTHING;
  const newest = MONTHS_IN_QUARTER.findLast((month) => months[month] > 0) ?? 0;
  return {
    hits,
    of,
    rows,
    last: monthOfQuarter(last, newest),
    expires: monthOfQuarter(plusQuarters(last, expiresAfter(rules)), 0),
  };
};

/** Names of the tags of one family that a rep has proof for, in a fixed order. */
export const tagsIn = (ofRep: ProofTally[string] | undefined, family: string): readonly string[] =>
  (Object.keys(ofRep ?? {}) as Slot[])
    .filter((slot) => slot.startsWith(`${family}/`))
    .map((slot) => slot.slice(family.length + 1))
    .sort(byText);
