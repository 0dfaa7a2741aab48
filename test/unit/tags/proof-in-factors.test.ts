import { describe, expect, test } from 'vitest';
import type { Month } from '../../../shared/domain/points-ledger.ts';
import type { ContestState, LearntTag } from '../../../shared/domain/proof.ts';
import type { Rep } from '../../../shared/domain/rep.ts';
import { seat } from '../../../shared/scoring/factors/seat.ts';
import { tagMatch } from '../../../shared/scoring/factors/tag-match.ts';
import { tier } from '../../../shared/scoring/factors/tier.ts';
import { aBoard, aPolicy, rid, type RepSpec } from '../../support/board-builder.ts';

const tagOf = (changes: Partial<LearntTag> = {}): LearntTag => ({
  family: 'industry',
  tag: 'IVD',
  source: 'deals',
  n: 42,
  weight: 31.5,
  rate: 0.71,
  low: 0.6,
  high: 0.8,
  mean: 0.63,
  last: '2026-11' as Month,
  expires: '2030-10' as Month,
  least: 10,
  enough: true,
  ...changes,
});

const contestFields = (state?: ContestState): RepSpec =>
  state === undefined ? {} : { contested: [{ tag: 'IVD', state }] };

const repWith = (tags: readonly LearntTag[], spec: RepSpec = {}, contest?: ContestState): Rep => ({
  ...aBoard({ reps: { lisa: { ...spec, ...contestFields(contest) } } }).team.reps[rid('lisa')]!,
  learnt: { tier: 'senior', months: 30, hardWins: 9, tags },
});

describe('learnt tags', () => {
  test('a rate eight points above the team’s is worth 0.7, and the reason says how and from how many deals', () => {
    const { value, reason } = tagMatch('industry', 'ivd', repWith([tagOf()]));
    expect(value).toBeCloseTo(0.7, 12);
    expect(reason).toEqual({ code: 'LEARNT', tag: 'ivd', n: 42, rate: 0.71, mean: 0.63, contested: false });
  });

  test('a rate shrunk all the way says nothing', () => {
    expect(tagMatch('industry', 'IVD', repWith([tagOf({ rate: 0.63 })])).value).toBe(0.5);
  });

  test.each([
    [0.99, 1],
    [0.2, 0],
  ])('a rate of %d cannot leave the range', (rate, value) => {
    expect(tagMatch('industry', 'IVD', repWith([tagOf({ rate })])).value).toBe(value);
  });

  test('too little history counts as middling, even where other tags were typed', () => {
    const rep = repWith([tagOf({ n: 9, enough: false, rate: 0.9 })], { tags: { industry: ['骨科'] } });
    expect(tagMatch('industry', 'IVD', rep)).toEqual({
      value: 0.5,
      reason: { code: 'TOO_LITTLE', tag: 'IVD', n: 9, least: 10 },
    });
  });

  test('a tag typed by hand stays valid whatever the deals say', () => {
    const rep = repWith([tagOf({ rate: 0.3 })], { tags: { industry: ['IVD'] } });
    expect(tagMatch('industry', 'IVD', rep)).toEqual({ value: 1, reason: { code: 'HAS_TAG', tag: 'IVD' } });
  });

  test('of the two rhythms the long one is what the fast one leaves', () => {
    const rep = repWith([tagOf({ family: 'rhythm', tag: '快刀型', rate: 0.45, mean: 0.35 })]);
    expect(tagMatch('rhythm', 'Fast-closer', rep).value).toBeCloseTo(0.75, 12);
    const long = tagMatch('rhythm', '长线型', rep);
    expect(long.value).toBeCloseTo(0.25, 12);
    expect(long.reason).toMatchObject({ rate: 0.55, mean: 0.65 });
  });

  test('ratings count as they are', () => {
    const rep = repWith([tagOf({ family: 'tools', tag: 'CRM', source: 'opinions', rate: 0.8, n: 3 })]);
    expect(tagMatch('tools', 'CRM', rep)).toEqual({
      value: 0.8,
      reason: { code: 'RATED', tag: 'CRM', n: 3, rate: 0.8, contested: false },
    });
  });
});

describe('contested tags', () => {
  test('weigh half until they are settled', () => {
    expect(tagMatch('industry', 'IVD', repWith([tagOf()], {}, 'open')).value).toBeCloseTo(0.6, 12);
    const typed = repWith([], { tags: { industry: ['IVD'] } }, 'open');
    expect(tagMatch('industry', 'IVD', typed)).toEqual({
      value: 0.75,
      reason: { code: 'CONTESTED_TAG', tag: 'IVD' },
    });
  });

  test('the count of fast wins, when contested, weighs half for the long rhythm too', () => {
    const proof = [tagOf({ family: 'rhythm', tag: '快刀型', rate: 0.45, mean: 0.35 })];
    const open = repWith(proof, { contested: [{ tag: '快刀型', state: 'open' }] });
    expect(tagMatch('rhythm', '长线型', open).value).toBeCloseTo(0.375, 12);
    const gone = repWith(proof, { contested: [{ tag: '快刀型', state: 'withdrawn' }] });
    expect(tagMatch('rhythm', '长线型', gone).value).toBe(0.5);
    const typed = repWith(proof, {
      tags: { rhythm: ['长线型'] },
      contested: [{ tag: '快刀型', state: 'open' }],
    });
    expect(tagMatch('rhythm', '长线型', typed).value).toBe(1);
  });

  test('weigh in full again when upheld, and nothing when dropped', () => {
    const settled = (state: ContestState, typed: boolean) =>
      tagMatch('industry', 'IVD', repWith([tagOf()], typed ? { tags: { industry: ['IVD'] } } : {}, state));
    expect(settled('upheld', false).value).toBeCloseTo(0.7, 12);
    expect(settled('upheld', true).value).toBe(1);
    expect(settled('withdrawn', false)).toEqual({ value: 0.5, reason: { code: 'NO_TAGS', tag: 'IVD' } });
    expect(settled('withdrawn', true)).toEqual({ value: 0.5, reason: { code: 'NO_TAGS', tag: 'IVD' } });
  });
});

describe('tier from tenure and hard wins', () => {
  const strategic = { cell: 'high/hard', type: 'strategic' } as const;
  const ask = (rep: Rep) => tier(strategic, { rep, held: {} }, aPolicy());

  test('counts where nobody typed a tier, and the reason says what it follows from', () => {
    expect(ask(repWith([], { tier: 'newcomer', tierOpen: true }))).toEqual({
      value: 1,
      reason: { code: 'TIER', tier: 'senior', wanted: 'senior', from: { months: 30, hardWins: 9 } },
    });
  });

  test('gives way to a tier that was typed', () => {
    expect(ask(repWith([], { tier: 'newcomer' })).value).toBe(0.1);
  });

  test('decides on development seats too', () => {
    const growth = { cell: 'high/easy', type: 'growth' } as const;
    const rep = {
      ...repWith([], { tierOpen: true }),
      learnt: { tier: 'growing', months: 7, hardWins: 0, tags: [] },
    } as const;
    expect(seat(growth, { rep, held: {} }, aPolicy()).reason.code).toBe('SEAT_FREE');
  });

  test('without any proof a rep is a newcomer', () => {
    const { learnt: _none, ...rep } = repWith([], { tier: 'newcomer', tierOpen: true });
    expect(ask(rep).value).toBe(0.1);
  });
});
