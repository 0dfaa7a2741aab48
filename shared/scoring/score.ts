import type { Policy } from '../domain/policy.ts';
import { byText } from '../domain/ids.ts';
import { FACTORS, type Factor, type Scored, type ScorePart } from '../domain/suggestion.ts';
import type { Candidate, FactorRule, FitTask } from './fit-question.ts';
import { continuity } from './factors/continuity.ts';
import { headroom } from './factors/headroom.ts';
import { industry } from './factors/industry.ts';
import { rhythm } from './factors/rhythm.ts';
import { seat } from './factors/seat.ts';
import { style } from './factors/style.ts';
import { tier } from './factors/tier.ts';
import { tools } from './factors/tools.ts';

/** Adding a factor means a file beside the others, a line here and a weight in the policy. */
const RULES: Readonly<Record<Factor, FactorRule>> = {
  tier,
  industry,
  style,
  rhythm,
  tools,
  headroom,
  continuity,
  seat,
};

/** Weights as shares of one, in the order of FACTORS. */
export const shares = (policy: Policy): Readonly<Record<Factor, number>> => {
  const total = FACTORS.reduce((sum, factor) => sum + policy.weights[factor], 0);
  return Object.fromEntries(FACTORS.map((factor) => [factor, policy.weights[factor] / total])) as Record<
    Factor,
    number
  >;
};

/** Six decimals: what a pocket calculator shows, and enough that equal fits compare as equal. */
export const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/**
 * score(rep, task) = Σ weight × factor (spec 3.5), with every part kept. The parts add up to the score.
 *
 * @example score({ cell: 'low/easy', type: 'volume' }, candidate, DEFAULT_POLICY).parts.length // 8
 */
export const score = (task: FitTask, candidate: Candidate, policy: Policy): Scored => {
  const weights = shares(policy);
  const parts = FACTORS.map((factor): ScorePart => {
    const { value, reason } = RULES[factor](task, candidate, policy);
    return { factor, value, weight: weights[factor], points: rounded(weights[factor] * value), reason };
  });
  const sum = rounded(parts.reduce((total, part) => total + part.points, 0));
  return { rep: candidate.rep.id, name: candidate.rep.fields.name, score: sum, parts };
};

/** Best first; ties go to who was least recently given something, then to the lower id (spec 3.5). */
export const byFit =
  (lastAssigned: (rep: string) => number) =>
  (a: Scored, b: Scored): number =>
    b.score - a.score || lastAssigned(a.rep) - lastAssigned(b.rep) || byText(a.rep, b.rep);
