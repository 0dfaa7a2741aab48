import type { FactorRule } from '../fit-question.ts';
import { tagMatch } from './tag-match.ts';

/** Closing rhythm: fast-closer or long-line, as this type of task asks for. */
export const rhythm: FactorRule = (task, { rep }, policy) =>
  tagMatch(policy.asks[task.type].rhythm, rep.fields.tags.rhythm);
