import type { FactorRule } from '../fit-question.ts';
import { tagMatch } from './tag-match.ts';

/** Industry knowledge: does the rep know the customer's industry? */
export const industry: FactorRule = (task, { rep }) => tagMatch(task.industry, rep.fields.tags.industry);
