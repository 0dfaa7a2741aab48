import type { FactorRule } from '../fit-question.ts';
import { tagMatch } from './tag-match.ts';

/** Tool proficiency: does the rep know the tool that this type of task asks for? */
export const tools: FactorRule = (task, { rep }, policy) =>
  tagMatch(policy.asks[task.type].tools, rep.fields.tags.tools);
