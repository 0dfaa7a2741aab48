import type { FactorRule } from '../fit-question.ts';
import { tagMatch } from './tag-match.ts';

/**
 * Tool proficiency: does the rep know the tool that this type of task asks for? Three top ratings:
 * (3 + 1) / (3 + 2) = 0.8.
 */
export const tools: FactorRule = (task, { rep }, policy) =>
  tagMatch('tools', policy.asks[task.type].tools, rep);
