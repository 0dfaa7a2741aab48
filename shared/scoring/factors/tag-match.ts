import { PULL, type LearntTag } from '../../domain/proof.ts';
import type { Rep, TagFamily } from '../../domain/rep.ts';
import type { PartReason } from '../../domain/suggestion.ts';
import { FAST, LONG } from '../../tags/proof-rules.ts';
import { contestOf } from '../../tags/contest.ts';
import { sameTag } from '../../text/spellings.ts';
import type { FactorValue } from '../fit-question.ts';

const MIDDLE = 0.5;
const KNOWN = 1;
const LACKING = 0.2;

/**
 * How well a rep answers the tag that is asked for, in one family:
 *
 * - 1 with the tag typed by hand; 0.75 while it is contested, because a contested tag weighs half;
 * - what proof says, where there is enough: 0.5 + 2.5 × (shrunk rate − team's rate) for closed deals, the shrunk
 *   rate itself for ratings and notes, both between 0 and 1; half of the distance from 0.5 while contested;
 * - 0.5 with less proof than enough: thin history must not punish;
 * - 0.2 when other tags are known of the rep but not this one, 0.5 when nothing is known;
 * - 0.5 for all when nothing is asked.
 *
 * A tag that the supervisor took back after it was contested counts neither way.
 *
 * @example tagMatch('industry', 'IVD', repWithTypedTag).value // 1
 */
export const tagMatch = (family: TagFamily, asked: string | undefined, rep: Rep): FactorValue => {
  if (asked === undefined || asked === '') return answer(MIDDLE, { code: 'NOTHING_ASKED' });
  const typed = rep.fields.tags[family].some((tag) => sameTag(tag, asked));
  const contest = (
    contestOf(rep.fields, asked) ?? (typed ? undefined : contestOf(rep.fields, countedAs(family, asked)))
  )?.state;
  if (contest !== 'withdrawn') {
    if (typed) {
      return contest === 'open'
        ? answer(halved(KNOWN), { code: 'CONTESTED_TAG', tag: asked })
        : answer(KNOWN, { code: 'HAS_TAG', tag: asked });
    }
    const learnt = learntOf(rep, family, asked);
    if (learnt !== undefined) return fromProof(learnt, asked, contest === 'open');
  }
  const others = rep.fields.tags[family].filter((tag) => !sameTag(tag, asked));
  return others.length === 0
    ? answer(MIDDLE, { code: 'NO_TAGS', tag: asked })
    : answer(LACKING, { code: 'OTHER_TAGS', tag: asked });
};

const answer = (value: number, reason: PartReason): FactorValue => ({ value, reason });
const halved = (value: number): number => MIDDLE + (value - MIDDLE) / 2;

/** Of the two rhythms one is counted; the other is what is left to one. Contesting the count contests both. */
const countedAs = (family: TagFamily, asked: string): string =>
  family === 'rhythm' && sameTag(asked, LONG) ? FAST : asked;

const learntOf = (rep: Rep, family: TagFamily, asked: string): LearntTag | undefined => {
  const wanted = countedAs(family, asked);
  const slow = wanted !== asked;
  const found = rep.learnt?.tags.find((one) => one.family === family && sameTag(one.tag, wanted));
  if (found === undefined || !slow) return found;
  return { ...found, rate: toThousandth(1 - found.rate), mean: toThousandth(1 - found.mean) };
};

const toThousandth = (value: number): number => Math.round(value * 1000) / 1000;

const fromProof = (learnt: LearntTag, tag: string, contested: boolean): FactorValue => {
  const { n, rate, mean, least } = learnt;
  if (!learnt.enough)
    return answer(MIDDLE, {
      code: 'TOO_LITTLE',
      tag,
      n,
      least,
    });
  const full = learnt.source === 'opinions' ? rate : Math.min(1, Math.max(0, MIDDLE + PULL * (rate - mean)));
  const value = contested ? halved(full) : full;
  return answer(
    value,
    learnt.source === 'opinions'
      ? { code: 'RATED', tag, n, rate, contested }
      : { code: 'LEARNT', tag, n, rate, mean, contested },
  );
};
