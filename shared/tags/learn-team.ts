import { byText } from '../domain/ids.ts';
import type { Learnt, LearntTag, ProofTally, Quarter, Slot, TagRules } from '../domain/proof.ts';
import { earliest, tierFrom } from './learn-tier.ts';
import { learnOpinion, learnRates, meansByTag, pooledRate, type NamedCell } from './learn-rates.ts';
import { FAST } from './proof-rules.ts';
import { agedCount, tagsIn, type AgedCount } from './proof-tally.ts';
import { quartersBetween } from './quarter.ts';

/**
 * Everything that proof says about a team, by rep id. Depends on the tally, the rules and the quarter alone, and goes through
 * them in a fixed order: the same tally gives the same bits, however it came about.
 */
export const learnTeam = (
  tally: ProofTally,
  today: Quarter,
  rules: TagRules,
): ReadonlyMap<string, Learnt> => {
  const reps = Object.keys(tally).sort(byText);
  const industry = learnIndustries(tally, reps, today, rules);
  const rhythm = learnRhythm(tally, reps, today, rules);
  return new Map(
    reps
      .filter((rep) => rep !== '')
      .map((rep) => {
        const tags = [
          ...(industry.get(rep) ?? []),
          ...(rhythm.get(rep) ?? []),
          ...learnOpinions(tally[rep], today, rules),
        ];
        return [rep, { ...tenureOf(tally[rep], today), tags }];
      }),
  );
};

const learnIndustries = (tally: ProofTally, reps: readonly string[], today: Quarter, rules: TagRules) => {
  const counts = reps.flatMap((rep) =>
    tagsIn(tally[rep], 'industry').flatMap((tag) => {
      const count = agedCount(tally[rep]?.[`industry/${tag}`], today, rules);
      return count === null ? [] : [{ rep, tag, count, hits: count.hits, of: count.of }];
    }),
  );
  const meanOf = meansByTag(counts);
  const cells: readonly NamedCell[] = counts
    .filter(({ rep, tag }) => rep !== '' && tag !== '')
    .map((one) => ({ ...one, mean: meanOf(one.tag) }));
  return learnRates('industry', cells, rules.leastDeals);
};

/** The share of a rep's wins that closed fast, shrunk toward the team's share. */
const learnRhythm = (tally: ProofTally, reps: readonly string[], today: Quarter, rules: TagRules) => {
  const counts = reps.flatMap((rep): { rep: string; count: AgedCount }[] => {
    const count = agedCount(tally[rep]?.rhythm, today, rules);
    return count === null ? [] : [{ rep, count }];
  });
  const { mean } = pooledRate(counts.map(({ count }) => count));
  const cells = counts
    .filter(({ rep }) => rep !== '')
    .map(({ rep, count }) => ({ rep, tag: FAST, count, hits: count.hits, of: count.of, mean }));
  return learnRates('rhythm', cells, rules.leastWins);
};

const learnOpinions = (
  ofRep: ProofTally[string] | undefined,
  today: Quarter,
  rules: TagRules,
): readonly LearntTag[] =>
  (['style', 'tools'] as const).flatMap((family) =>
    tagsIn(ofRep, family).flatMap((tag) => {
      const count = agedCount(ofRep?.[`${family}/${tag}`], today, rules);
      return count === null ? [] : [learnOpinion(family, tag, count)];
    }),
  );

const tenureOf = (ofRep: ProofTally[string] | undefined, today: Quarter): Omit<Learnt, 'tags'> => {
  const deals = (Object.keys(ofRep ?? {}) as Slot[]).filter((slot) => slot.startsWith('industry/'));
  const first = earliest(deals.flatMap((slot) => Object.keys(ofRep?.[slot] ?? {}) as Quarter[]));
  const months = first === null ? 0 : Math.max(0, quartersBetween(first, today) * 3);
  const hardWins = Object.values(ofRep?.hard ?? {}).reduce((sum, [hits]) => sum + hits, 0);
  return { tier: tierFrom(months, hardWins), hardWins, months };
};
