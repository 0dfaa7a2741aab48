import type { FactorRule } from '../fit-question.ts';
import { tagMatch } from './tag-match.ts';

/** Communication style: does the rep have the style that this type of task asks for? */
export const style: FactorRule = (task, { rep }, policy) =>
  tagMatch(policy.asks[task.type].style, rep.fields.tags.style);
