import type { FactorRule } from '../fit-question.ts';
import { tagMatch } from './tag-match.ts';

/**
 * Communication style: does the rep have the style that this type of task asks for? One top rating and nothing
 * else: (1 + 1) / (1 + 2) = 0.667.
 */
export const style: FactorRule = (task, { rep }, policy) =>
  tagMatch('style', policy.asks[task.type].style, rep);
