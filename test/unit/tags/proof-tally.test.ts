import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../../shared/contract/policy.ts';
import type { Day } from '../../../shared/domain/day.ts';
import { repId } from '../../../shared/domain/ids.ts';
import type { Quarter, RowProof } from '../../../shared/domain/proof.ts';
import { learnTeam } from '../../../shared/tags/learn-team.ts';
import { proofOfDeal, proofOfNote, proofOfRating } from '../../../shared/tags/proof-of.ts';
import { addProof, agedCount, EMPTY_TALLY, rebuildTally } from '../../../shared/tags/proof-tally.ts';
import { plusQuarters, quarterOf, weightOf } from '../../../shared/tags/quarter.ts';

const day = (text: string): Day => text as Day;
const quarter = (text: string): Quarter => text as Quarter;
const today = quarter('2026Q4');
const RULES = DEFAULT_POLICY.tags;

const days = fc.constantFrom('2024-02-29', '2025-01-01', '2025-12-31', '2026-07-01', '2026-11-23').map(day);
const rep = fc.constantFrom('anna', 'bert', 'carl').map(repId);
const row: fc.Arbitrary<RowProof> = fc.oneof(
  fc
    .record({
      rep: fc.oneof(rep, fc.constant('' as const)),
      industry: fc.constantFrom('IVD', '骨科', ''),
      difficulty: fc.constantFrom('easy', 'hard' as const),
      won: fc.boolean(),
      startedOn: days,
      closedOn: days,
    })
    .map(proofOfDeal),
  fc
    .tuple(rep, fc.constantFrom('CRM', 'PPT'), fc.integer({ min: 1, max: 5 }), days)
    .map(([who, tag, rating, on]) => proofOfRating(who, 'tools', tag, rating, on)),
  fc.tuple(rep, days).map(([who, on]) => proofOfNote(who, 'style', '亲和力强', on)),
);

const bits = (rows: readonly RowProof[]): string =>
  JSON.stringify([...learnTeam(rebuildTally(rows), today, RULES)]);

test('rows added and taken away one by one give the same as counting what is left, bit for bit', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), fc.array(row, { maxLength: 10 }), (kept, gone) => {
      const all = [...gone.slice(0, 5), ...kept, ...gone.slice(5)];
      let tally = all.reduce((sum, one) => addProof(sum, one, 1), EMPTY_TALLY);
      tally = gone.reduce((sum, one) => addProof(sum, one, -1), tally);
      expect(tally).toEqual(rebuildTally(kept));
      expect(JSON.stringify([...learnTeam(tally, today, RULES)])).toBe(bits(kept));
    }),
  );
});

test('the order of rows changes nothing, bit for bit', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
      expect(bits([...rows].reverse())).toBe(bits(rows));
    }),
  );
});

test('proof of a year ago weighs half, of four years ago nothing', () => {
  expect(weightOf(quarter('2025Q4'), today, RULES)).toBe(0.5);
  expect(weightOf(plusQuarters(today, -15), today, RULES)).toBeGreaterThan(0.07);
  expect(weightOf(plusQuarters(today, -16), today, RULES)).toBe(0);
  expect(weightOf(quarter('2027Q1'), today, RULES)).toBe(1);
});

test('the quarters of a year begin in January, April, July and October', () => {
  expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map((one) => quarterOf(day(one)))).toEqual([
    '2026Q1',
    '2026Q1',
    '2026Q2',
    '2026Q4',
  ]);
  expect(plusQuarters(quarter('2026Q3'), 2)).toBe('2027Q1');
});

test('old proof counts less, but each piece is still counted as one', () => {
  const counts = { '2025Q4': [3, 4, 4, 0, 0], '2026Q4': [1, 2, 0, 2, 0], '2020Q1': [9, 9, 9, 0, 0] } as const;
  expect(agedCount(counts, today, RULES)).toEqual({
    hits: 2.5,
    of: 4,
    rows: 6,
    last: '2026-11',
    expires: '2030-10',
  });
  expect(agedCount({ '2020Q1': [9, 9, 0, 9, 0] }, today, RULES)).toBeNull();
});

test('a win counts as fast up to 30 days, a loss says nothing of rhythm, a negative span neither', () => {
  const deal = { rep: repId('anna'), startedOn: day('2026-01-01'), won: true } as const;
  const rhythm = (closedOn: string, won = true) =>
    proofOfDeal({ ...deal, won, closedOn: day(closedOn) }).marks.find(({ slot }) => slot === 'rhythm')?.hits;
  expect(rhythm('2026-01-31')).toBe(1);
  expect(rhythm('2026-02-01')).toBe(0);
  expect(rhythm('2026-01-31', false)).toBeUndefined();
  expect(rhythm('2025-12-31')).toBeUndefined();
});

test('half-life and minimum n follow the rules', () => {
  const fast = { halfLifeMonths: 3, leastDeals: 2, leastWins: 1 };
  expect(weightOf(quarter('2026Q3'), today, fast)).toBe(0.5);
  expect(weightOf(quarter('2025Q4'), today, fast)).toBe(0);
  const rows = ['2026-10-05', '2026-11-05'].map((closedOn) =>
    proofOfDeal({
      rep: repId('a'),
      industry: 'IVD',
      won: true,
      closedOn: day(closedOn),
      startedOn: day('2026-10-01'),
    }),
  );
  const learnt = learnTeam(rebuildTally(rows), today, fast).get('a')!.tags;
  expect(learnt.map(({ family, n, enough, least }) => [family, n, enough, least])).toEqual([
    ['industry', 2, true, 2],
    ['rhythm', 2, true, 1],
  ]);
  expect(
    learnTeam(rebuildTally(rows), today, RULES)
      .get('a')!
      .tags.map(({ enough }) => enough),
  ).toEqual([false, false]);
  expect(learnt[0]).toMatchObject({ last: '2026-11', expires: '2027-10' });
});
