import type { Rep, Tier } from '../../domain/rep.ts';
import type { TaskType } from '../../domain/task.ts';
import type { FactorRule } from '../fit-question.ts';

/**
 * Who the article recommends for each type (step 1): seniors for strategic tasks, growing reps for growth
 * tasks, newcomers for volume. Selective tasks recommend no rep at all, so no tier has an advantage there.
 */
const SUITS: Readonly<Record<TaskType, Readonly<Record<Tier, number>>>> = {
  strategic: { senior: 1, growing: 0.5, newcomer: 0.1 },
  growth: { senior: 0.6, growing: 1, newcomer: 0.4 },
  volume: { senior: 0.3, growing: 0.6, newcomer: 1 },
  selective: { senior: 0.5, growing: 0.5, newcomer: 0.5 },
};

const RECOMMENDED: Readonly<Record<TaskType, string>> = {
  strategic: 'senior',
  growth: 'growing',
  volume: 'newcomer',
  selective: '',
};

/** The tier somebody typed; where nobody did, what the rep's own deals say; a newcomer while they say nothing. */
export const tierOf = ({ fields, learnt }: Pick<Rep, 'fields' | 'learnt'>): Tier =>
  fields.tierOpen === true ? (learnt?.tier ?? fields.tier) : fields.tier;

/** Tier fit. A newcomer on a strategic task: 0.1. */
export const tier: FactorRule = (task, { rep }) => {
  const present = tierOf(rep);
  const { learnt } = rep;
  const from =
    rep.fields.tierOpen === true && learnt !== undefined
      ? { from: { months: learnt.months, hardWins: learnt.hardWins } }
      : {};
  return {
    value: SUITS[task.type][present],
    reason: { code: 'TIER', tier: present, wanted: RECOMMENDED[task.type], ...from },
  };
};
