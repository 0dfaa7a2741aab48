import { expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../../shared/contract/policy.ts';
import type { Day } from '../../../shared/domain/day.ts';
import { repId } from '../../../shared/domain/ids.ts';
import type { LearntTag, Quarter, RowProof } from '../../../shared/domain/proof.ts';
import { learnTeam } from '../../../shared/tags/learn-team.ts';
import { proofOfDeal, proofOfNote, proofOfRating } from '../../../shared/tags/proof-of.ts';
import { rebuildTally } from '../../../shared/tags/proof-tally.ts';
import { tierFrom } from '../../../shared/tags/learn-tier.ts';

const today = '2026Q4' as Quarter;
const RULES = DEFAULT_POLICY.tags;
const on = '2026-10-10' as Day;
const start = (days: number): Day => (days <= 9 ? `2026-10-0${10 - days}` : '2026-05-01') as Day;

const deals = (rep: string, industry: string, won: number, lost: number, cycle = 5): readonly RowProof[] =>
  [...Array<boolean>(won).fill(true), ...Array<boolean>(lost).fill(false)].map((isWon) =>
    proofOfDeal({ rep: repId(rep), industry, won: isWon, closedOn: on, startedOn: start(cycle) }),
  );

const learn = (rows: readonly RowProof[], rep: string, tag: string): LearntTag | undefined =>
  learnTeam(rebuildTally(rows), today, RULES)
    .get(rep)
    ?.tags.find((one) => one.tag === tag);

test('a rep who stands out in an industry beyond chance gets a rate between the raw one and the mean', () => {
  const others = ['b', 'c', 'd', 'e', 'f'].flatMap((rep) => deals(rep, 'IVD', 20, 20));
  const tag = learn([...deals('a', 'IVD', 38, 2), ...others], 'a', 'IVD');
  expect(tag).toMatchObject({ family: 'industry', n: 40, weight: 40, enough: true, source: 'deals' });
  expect(tag!.rate).toBeGreaterThan(tag!.mean + 0.2);
  expect(tag!.rate).toBeLessThan(0.95);
  expect(tag!.low).toBeLessThan(tag!.rate);
  expect(tag!.high).toBeGreaterThan(tag!.rate);
});

test('reps who differ only by chance all get the mean', () => {
  const rows = ['a', 'b', 'c', 'd'].flatMap((rep, at) => deals(rep, 'IVD', 12 + at, 10));
  const tag = learn(rows, 'a', 'IVD');
  expect(tag!.rate).toBe(tag!.mean);
  expect([tag!.low, tag!.high]).toEqual([tag!.mean, tag!.mean]);
});

test('an industry that is easy for everybody is nobody’s merit', () => {
  const rows = ['a', 'b', 'c', 'd'].flatMap((rep) => [
    ...deals(rep, 'easy', 36, 4),
    ...deals(rep, 'hard', 8, 32),
  ]);
  const tag = learn(rows, 'a', 'easy');
  expect(tag!.mean).toBeGreaterThan(0.85);
  expect(tag!.rate).toBe(tag!.mean);
});

test('nine deals in an industry are not enough history, ten are', () => {
  expect(learn(deals('a', 'IVD', 9, 0), 'a', 'IVD')?.enough).toBe(false);
  expect(learn(deals('a', 'IVD', 9, 1), 'a', 'IVD')?.enough).toBe(true);
});

test('a closing rhythm needs thirty wins', () => {
  expect(learn(deals('a', 'IVD', 29, 9), 'a', '快刀型')?.enough).toBe(false);
  expect(learn(deals('a', 'IVD', 30, 0), 'a', '快刀型')).toMatchObject({ enough: true, n: 30 });
});

test('the rhythm is the share of fast wins, shrunk toward the share of the team', () => {
  const rows = [
    ...deals('a', 'IVD', 60, 0, 5),
    ...['b', 'c', 'd', 'e'].flatMap((rep) => [
      ...deals(rep, 'IVD', 15, 0, 5),
      ...deals(rep, 'IVD', 45, 0, 90),
    ]),
  ];
  const fast = learn(rows, 'a', '快刀型');
  expect(fast!.mean).toBeCloseTo(0.4, 3);
  expect(fast!.rate).toBeGreaterThan(0.8);
  expect(learn(rows, 'b', '快刀型')!.rate).toBeLessThan(0.4);
});

test('one top rating gives 0.667, three give 0.8, and a confirmed note counts like a top rating', () => {
  const rating = proofOfRating(repId('a'), 'tools', 'CRM', 5, on);
  expect(learn([rating], 'a', 'CRM')).toMatchObject({ rate: 0.667, n: 1, source: 'opinions' });
  expect(learn([rating, rating, rating], 'a', 'CRM')).toMatchObject({ rate: 0.8, n: 3 });
  const note = proofOfNote(repId('a'), 'style', '技术型', on);
  expect(learn([note], 'a', '技术型')).toMatchObject({ rate: 0.667, n: 1, family: 'style' });
});

test('a middling rating says nothing either way, a bad one pulls down', () => {
  const rated = (rating: number) =>
    learn([proofOfRating(repId('a'), 'tools', 'CRM', rating, on)], 'a', 'CRM');
  expect(rated(3)?.rate).toBe(0.5);
  expect(rated(1)?.rate).toBe(0.333);
});

test('the tier follows from tenure and hard wins', () => {
  expect(tierFrom(0, 0)).toBe('newcomer');
  expect(tierFrom(6, 0)).toBe('growing');
  expect(tierFrom(24, 7)).toBe('growing');
  expect(tierFrom(24, 8)).toBe('senior');
  expect(tierFrom(23, 20)).toBe('growing');
});

test('deals of people who are not on the team count toward the mean alone', () => {
  const gone = deals('', 'IVD', 0, 60);
  const learnt = learnTeam(rebuildTally([...gone, ...deals('a', 'IVD', 20, 0)]), today, RULES);
  expect([...learnt.keys()]).toEqual(['a']);
  expect(learnt.get('a')!.tags.find(({ tag }) => tag === 'IVD')!.mean).toBe(0.25);
});

test('a team without any history learns nothing', () => {
  expect(learnTeam({}, today, RULES).size).toBe(0);
});
