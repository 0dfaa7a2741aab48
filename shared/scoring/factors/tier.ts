import type { Tier } from '../../domain/rep.ts';
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

/** Tier fit. A newcomer on a strategic task: 0.1. */
export const tier: FactorRule = (task, { rep }) => ({
  value: SUITS[task.type][rep.fields.tier],
  reason: { code: 'TIER', tier: rep.fields.tier, wanted: RECOMMENDED[task.type] },
});
