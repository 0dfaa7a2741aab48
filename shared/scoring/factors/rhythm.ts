import type { FactorRule } from '../fit-question.ts';
import { tagMatch } from './tag-match.ts';

/**
 * Closing rhythm: fast-closer or long-line, as this type of task asks for. With 45% fast wins (shrunk) where the
 * team has 35%: 0.75 as a fast-closer, 0.25 as long-line.
 */
export const rhythm: FactorRule = (task, { rep }, policy) =>
  tagMatch('rhythm', policy.asks[task.type].rhythm, rep);
