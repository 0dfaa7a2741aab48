import type { CustomerValue, Difficulty } from '../../shared/domain/task.ts';
import type { IndustryKey } from './sample-industries.ts';
import type { PersonKey } from './sample-people.ts';
import type { Random } from './random.ts';

/** One open deal to be made up: who has it (nobody: a new one without an owner) and how it is rated. */
export interface PlannedDeal {
  readonly owner?: PersonKey;
  readonly value: CustomerValue;
  readonly difficulty: Difficulty;
  /** Where it matters which; otherwise one is drawn, mostly one the owner knows. */
  readonly industry?: IndustryKey;
}

/** How many deals of each kind; load = 3 strategic + 2 growth + 1.5 medium + 0.5 low (spec 3.1). */
interface Mix {
  readonly strategic: number;
  readonly growth: number;
  readonly medium: number;
  readonly low: number;
}

/** People whose load is part of what the sample shows. The story's deal comes on top of 老王's 8 points. */
const SET_LOADS: Readonly<Partial<Record<PersonKey, Mix>>> = {
  laoWang: { strategic: 1, growth: 1, medium: 1, low: 3 },
  lisa: { strategic: 0, growth: 0, medium: 1, low: 3 },
  chenChen: { strategic: 1, growth: 0, medium: 0, low: 5 },
  zhaoLei: { strategic: 3, growth: 0, medium: 0, low: 3 },
  amy: { strategic: 0, growth: 8, medium: 0, low: 3 },
  zhouTing: { strategic: 0, growth: 0, medium: 1, low: 7 },
  grace: { strategic: 0, growth: 0, medium: 1, low: 3 },
};

/** Everybody else who has deals: a broad base of small ones, a few bigger ones on top. */
const DRAWN_LOADS: readonly PersonKey[] = ['zhangMin', 'kevin', 'liuYang', 'xiaoLi'];

/** Deals without an owner, so that each kind of suggestion is there from the start. */
const UNOWNED: readonly PlannedDeal[] = [
  { value: 'high', difficulty: 'hard', industry: 'cardiology' },
  { value: 'high', difficulty: 'medium', industry: 'software' },
  { value: 'medium', difficulty: 'easy' },
  { value: 'medium', difficulty: 'medium' },
  { value: 'medium', difficulty: 'hard' },
  { value: 'low', difficulty: 'hard' },
  { value: 'low', difficulty: 'easy' },
  { value: 'low', difficulty: 'easy' },
  { value: 'low', difficulty: 'easy' },
  { value: 'low', difficulty: 'medium' },
  { value: 'low', difficulty: 'medium' },
  { value: 'low', difficulty: 'medium' },
];

/** Up to 9.5 points for 小李; less for the growing reps, who are to have room for growth tasks. */
const drawMix = (owner: PersonKey, random: Random): Mix => {
  if (owner === 'xiaoLi') return { strategic: 0, growth: 0, medium: 1, low: random.whole(14, 16) };
  const growth = random.chance(0.5) ? 1 : 0;
  const medium = growth === 1 ? 0 : 1;
  return {
    strategic: 0,
    growth,
    medium,
    low: owner === 'liuYang' ? random.whole(9, 10) : random.whole(11, 13),
  };
};

/** 赵磊's small deals can all be given away, which brings him back under the limit without a strategic one. */
const smallDifficulty = (owner: PersonKey, random: Random): Difficulty =>
  random.weighted([
    ['easy', 5],
    ['medium', 3],
    ['hard', owner === 'zhaoLei' ? 0 : 2],
  ]);

const dealsOf = (owner: PersonKey, mix: Mix, random: Random): readonly PlannedDeal[] => {
  const several = (count: number, rated: () => Omit<PlannedDeal, 'owner'>): readonly PlannedDeal[] =>
    Array.from({ length: count }, () => ({ owner, ...rated() }));
  return [
    ...several(mix.strategic, () => ({ value: 'high', difficulty: 'hard' })),
    ...several(mix.growth, () => ({
      value: 'high',
      difficulty: random.chance(0.6) ? 'medium' : 'easy',
    })),
    ...several(mix.medium, () => ({ value: 'medium', difficulty: smallDifficulty(owner, random) })),
    ...several(mix.low, () => ({ value: 'low', difficulty: smallDifficulty(owner, random) })),
  ];
};

/** All open deals of the sample save the story's, as ratings per owner. */
export const planDeals = (random: Random): readonly PlannedDeal[] => [
  ...UNOWNED,
  ...(Object.entries(SET_LOADS) as [PersonKey, Mix][]).flatMap(([owner, mix]) => dealsOf(owner, mix, random)),
  ...DRAWN_LOADS.flatMap((owner) => dealsOf(owner, drawMix(owner, random), random)),
];
