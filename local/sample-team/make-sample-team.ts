import { plusDays, type Day } from '../../shared/domain/day.ts';
import type { Language } from '../../shared/domain/rep.ts';
import { serialOfDay } from '../../shared/sheet/cell-value.ts';
import { spell, spellTag } from '../../shared/text/spellings.ts';
import { SETTINGS } from '../../shared/contract/settings.ts';
import { filled, tagCell, type SeedRow, type TeamSeed } from '../import/team-seed.ts';
import { randomFrom } from './random.ts';
import { SAMPLE_CONTEST, sampleNotes, sampleRatings } from './sample-proof.ts';
import { SAMPLE_RULES, sampleTasks } from './sample-deals.ts';
import { sampleHistory } from './sample-history.ts';
import { INDUSTRIES, inLanguage } from './sample-industries.ts';
import { planDeals } from './sample-load.ts';
import { PERSON_KEYS, personOf, type Person, type PersonKey } from './sample-people.ts';

/** 周婷 is back this many days after the board was made. */
const BACK_AFTER = 9;

const memberRow = (key: PersonKey, today: Day, language: Language): SeedRow => {
  const person: Person = personOf(key);
  const contested = key === SAMPLE_CONTEST.who ? [SAMPLE_CONTEST.tag] : [];
  const tags = (texts: readonly string[]): string | undefined =>
    texts.length === 0 ? undefined : tagCell(texts, language);
  const spelt = (texts: readonly string[]): string | undefined =>
    tags(texts.map((tag) => spellTag(tag, language)));
  return {
    cells: filled({
      name: inLanguage(person.name, language),
      email: person.email,
      role: spell('role', person.role, language),
      supervisor:
        person.supervisor === undefined
          ? undefined
          : inLanguage(personOf(person.supervisor as PersonKey).name, language),
      tier: spell('tier', person.tier, language),
      industries: tags(person.industries.map((key) => inLanguage(INDUSTRIES[key].name, language))),
      styles: spelt(person.styles),
      rhythm: spelt(person.rhythm),
      tools: spelt(person.tools),
      availability: spell('availability', person.availability, language),
      backOn: person.availability === 'leave' ? serialOfDay(plusDays(today, BACK_AFTER)) : undefined,
      contested: spelt(contested),
      language: person.english === true ? spell('language', 'en', language) : undefined,
    }),
  };
};

/**
 * A sales team to try the board with: 12 reps, 2 supervisors, about 110 open deals and 400 closed ones,
 * ratings and visit notes, such that every rule shows somewhere at first sight. Pure: the same seed, day and language give the same team.
 *
 * @example makeSampleTeam({ seed: 1, today, language: 'zh-CN' }).tasks[0] // the row of SAMPLE_STORY
 */
export const makeSampleTeam = ({
  seed,
  today,
  language,
}: {
  readonly seed: number;
  readonly today: Day;
  readonly language: Language;
}): TeamSeed => {
  const random = randomFrom(seed);
  return {
    team: PERSON_KEYS.map((key) => memberRow(key, today, language)),
    tasks: sampleTasks(planDeals(random), today, language, random),
    history: sampleHistory(today, language, random),
    ratings: sampleRatings(today, language, random),
    notes: sampleNotes(today, language),
    language,
    timeZone: SETTINGS.timeZone.fallback,
    rules: SAMPLE_RULES,
  };
};
