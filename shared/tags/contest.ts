import type { Contest, ContestWish, Learnt, LearntTag } from '../domain/proof.ts';
import { TAG_FAMILIES, type Rep, type RepFields, type TagFamily } from '../domain/rep.ts';
import { sameTag } from '../text/spellings.ts';

/** Longest reason a rep may give, in characters. */
export const CONTEST_REASON_MAX = 200;

/** A tag of one rep: typed in the Team tab, read from proof, or both. */
export interface KnownTag {
  readonly family: TagFamily;
  readonly tag: string;
  readonly learnt?: LearntTag;
}

/** All that is known of a rep, family by family, typed tags first. A tag that was typed and learnt is one. */
export const knownTags = (fields: Pick<RepFields, 'tags'>, learnt: Learnt | undefined): readonly KnownTag[] =>
  TAG_FAMILIES.flatMap((family) => {
    const found = (learnt?.tags ?? []).filter((one) => one.family === family);
    const typed = fields.tags[family].map((tag): KnownTag => {
      const same = found.find((one) => sameTag(one.tag, tag));
      return { family, tag, ...(same === undefined ? {} : { learnt: same }) };
    });
    const others = found.filter((one) => !typed.some(({ tag }) => sameTag(tag, one.tag)));
    return [...typed, ...others.map((one) => ({ family, tag: one.tag, learnt: one }))];
  });

/** What a rep says of one of their tags; undefined when they say nothing. */
export const contestOf = (fields: Pick<RepFields, 'contested'>, tag: string): Contest | undefined =>
  fields.contested?.find((one) => sameTag(one.tag, tag));

/** The fields with this list of contests; an empty one leaves no trace. */
export const withContests = (
  { contested: _old, ...fields }: RepFields,
  contests: readonly Contest[],
): RepFields => (contests.length === 0 ? fields : { ...fields, contested: contests });

/** The fields with one contest put in place of what was said of that tag before, or added. */
export const withContest = (fields: RepFields, contest: Contest): RepFields => {
  const present = fields.contested ?? [];
  const known = present.some((one) => sameTag(one.tag, contest.tag));
  return withContests(
    fields,
    known ? present.map((one) => (sameTag(one.tag, contest.tag) ? contest : one)) : [...present, contest],
  );
};

/** The tag of a rep that somebody named in any spelling; undefined when it is none of theirs. */
export const knownTag = (rep: Pick<Rep, 'fields' | 'learnt'>, tag: string): KnownTag | undefined =>
  knownTags(rep.fields, rep.learnt).find((one) => sameTag(one.tag, tag));

/**
 * The contests of a Team row after what was typed, ticked and answered in it. A reason given on the phone stays
 * with its tag. A tick without a tag named beside it contests every tag of the rep; an answer holds for every tag
 * that waits for one.
 */
export const settleContests = (before: Rep | null, typed: RepFields, wish: ContestWish): RepFields => {
  const old = before?.fields ?? {};
  const known = knownTags(typed, before?.learnt);
  const named = (typed.contested ?? []).map((one): Contest => {
    const tag = known.find((other) => sameTag(other.tag, one.tag))?.tag ?? one.tag;
    const reason = contestOf(old, tag)?.reason;
    return { ...one, tag, ...(reason === undefined ? {} : { reason }) };
  });
  const isNew = named.some(({ tag, state }) => state === 'open' && contestOf(old, tag)?.state !== 'open');
  const ticked =
    wish.ticked && !isNew ? known.filter(({ tag }) => !named.some((one) => sameTag(one.tag, tag))) : [];
  const all = [...named, ...ticked.map(({ tag }): Contest => ({ tag, state: 'open' }))];
  const { answer } = wish;
  return withContests(
    typed,
    answer === undefined ? all : all.map((one) => (one.state === 'open' ? { ...one, state: answer } : one)),
  );
};

/** Contested tags that are no tags of the rep, and were not contested before either. */
export const unknownContests = (before: Rep | null, typed: RepFields): readonly string[] => {
  const known = knownTags(typed, before?.learnt);
  return (typed.contested ?? [])
    .map(({ tag }) => tag)
    .filter(
      (tag) =>
        !known.some((one) => sameTag(one.tag, tag)) &&
        (before === null || contestOf(before.fields, tag) === undefined),
    );
};

type Contested = Pick<RepFields, 'contested'>;

/** Whether a tag was newly contested, with new words, or is no longer. */
export const contestsChanged = (old: Contested, now: Contested): boolean =>
  (now.contested ?? []).some(({ tag, state, reason }) => {
    const before = contestOf(old, tag);
    return state === 'open' && (before?.state !== 'open' || before.reason !== reason);
  }) || (old.contested ?? []).some(({ tag }) => contestOf(now, tag) === undefined);

/** The contests that have been answered, or answered otherwise, between two states of a rep. */
export const contestsAnswered = (old: Contested, now: Contested): readonly Contest[] =>
  (now.contested ?? []).filter(({ tag, state }) => state !== 'open' && contestOf(old, tag)?.state !== state);
