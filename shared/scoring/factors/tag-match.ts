import type { FactorValue } from '../fit-question.ts';
import { sameTag } from '../../text/spellings.ts';

/**
 * How well a family of tags answers what is asked for: 1 with the tag, 0.5 when nothing is known of the rep
 * (ignorance must not punish), 0.2 when other tags are known but not this one. 0.5 for all when nothing is asked.
 *
 * @example tagMatch('IVD', ['IVD', '骨科']).value // 1
 */
export const tagMatch = (asked: string | undefined, tags: readonly string[]): FactorValue => {
  if (asked === undefined || asked === '') return { value: 0.5, reason: { code: 'NOTHING_ASKED' } };
  if (tags.length === 0) return { value: 0.5, reason: { code: 'NO_TAGS', tag: asked } };
  return tags.some((tag) => sameTag(tag, asked))
    ? { value: 1, reason: { code: 'HAS_TAG', tag: asked } }
    : { value: 0.2, reason: { code: 'OTHER_TAGS', tag: asked } };
};
