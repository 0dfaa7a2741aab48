import type { FactorRule } from '../fit-question.ts';
import { tagMatch } from './tag-match.ts';

/**
 * Industry knowledge: does the rep know the customer's industry? With 42 closed deals and a shrunk rate of 0.71
 * where the team has 0.63: 0.5 + 2.5 × 0.08 = 0.7.
 */
export const industry: FactorRule = (task, { rep }) => tagMatch('industry', task.industry, rep);
