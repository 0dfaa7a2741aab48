import type { Team } from '../domain/board-state.ts';
import type { Language, Rep } from '../domain/rep.ts';
import { byText } from '../domain/ids.ts';
import { isSupervisorOf } from '../decide/who-is-asked.ts';
import type { ContestLine, TagLine } from '../ports/person-home.ts';
import { contestOf, knownTags, type KnownTag } from '../tags/contest.ts';
import { sameTag, spellTag } from '../text/spellings.ts';
import { tagText, tagWords } from '../text/tag-words.ts';

/** The tags of one person, by family, with what speaks for them and what they say of them. */
export const tagLines = ({ fields, learnt }: Rep, language: Language): readonly TagLine[] =>
  knownTags(fields, learnt).map((known) => {
    const contest = contestOf(fields, known.tag);
    return {
      tag: known.tag,
      name: spellTag(known.tag, language),
      family: known.family,
      n: known.learnt?.n ?? 0,
      counts:
        known.learnt?.enough !== false || fields.tags[known.family].some((one) => sameTag(one, known.tag)),
      text: proofText(known, language),
      contest: contest?.state ?? null,
      ...(contest?.reason === undefined ? {} : { reason: contest.reason }),
    };
  });

const proofText = ({ tag, learnt }: KnownTag, language: Language): string =>
  learnt === undefined ? tagWords(language).typedOnly(spellTag(tag, language)) : tagText(learnt, language);

/** Contests that wait for the answer of this supervisor, by name of the rep. */
export const contestLines = (team: Team, person: Rep, language: Language): readonly ContestLine[] =>
  Object.values(team.reps)
    .filter((rep) => rep.fields.availability !== 'left' && isSupervisorOf(person, rep, team))
    .sort((a, b) => byText(a.fields.name, b.fields.name))
    .flatMap((rep) =>
      (rep.fields.contested ?? [])
        .filter(({ state }) => state === 'open')
        .map(({ tag, reason }) => ({
          rep: rep.id,
          repName: rep.fields.name,
          tag,
          name: spellTag(tag, language),
          text: proofText(
            knownTags(rep.fields, rep.learnt).find((one) => sameTag(one.tag, tag)) ?? {
              family: 'industry',
              tag,
            },
            language,
          ),
          ...(reason === undefined ? {} : { reason }),
        })),
    );
