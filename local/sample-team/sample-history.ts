import { plusDays, type Day } from '../../shared/domain/day.ts';
import type { Language } from '../../shared/domain/rep.ts';
import type { CustomerValue, Difficulty } from '../../shared/domain/task.ts';
import { serialOfDay } from '../../shared/sheet/cell-value.ts';
import { spell } from '../../shared/text/spellings.ts';
import type { SeedRow } from '../import/team-seed.ts';
import type { Random } from './random.ts';
import { dayBefore } from './sample-days.ts';
import { drawAmount, drawCustomer, drawIndustry } from './sample-deals.ts';
import { INDUSTRIES, inLanguage, type Industry } from './sample-industries.ts';
import { PERSON_KEYS, personOf, type Person, type PersonKey } from './sample-people.ts';

const CLOSED_DEALS = 400;
/** How far back history reaches, in days. */
const REACH = 420;
/** The same for everybody: a rep's own win rate would be a signal that real data do not show. */
const WON_SHARE = 0.58;

/** 孙浩 joined this week and has closed nothing. */
const NEWEST: PersonKey = 'sunHao';

const experience = ({ tier }: Person): number => ({ senior: 1.6, growing: 1, newcomer: 0.3 })[tier];

/** Closed deals per person: log-normal around their experience, and at least one each. */
const owners = (random: Random): readonly PersonKey[] => {
  const [first, ...others] = PERSON_KEYS.filter((key) => personOf(key).role === 'rep' && key !== NEWEST).map(
    (key) => [key, experience(personOf(key)) * random.logNormal(1, 0.4)] as const,
  );
  if (first === undefined) return [];
  const each = [first, ...others].map(([key]) => key);
  const rest = Array.from({ length: CLOSED_DEALS - each.length }, () => random.weighted([first, ...others]));
  return [...each, ...rest];
};

/** Days from start to close: two humps, short and long, in shares that the person's rhythm decides. */
const cycle = ({ rhythm }: Person, random: Random): number => {
  const shortShare = rhythm.includes('快刀型') ? 0.7 : rhythm.includes('长线型') ? 0.25 : 0.45;
  const days = random.chance(shortShare) ? random.logNormal(8, 0.6) : random.normal(84, 23);
  return Math.min(138, Math.max(1, Math.round(days)));
};

const rowOf = (owner: PersonKey, today: Day, language: Language, random: Random): SeedRow => {
  const value = random.weighted<CustomerValue>([
    ['high', 2],
    ['medium', 3],
    ['low', 5],
  ]);
  const industry: Industry = INDUSTRIES[drawIndustry(owner, value, random)];
  const difficulty = random.weighted<Difficulty>([
    ['easy', 4],
    ['medium', 4],
    ['hard', 2],
  ]);
  const product = inLanguage(random.pick(industry.products), language);
  const closedOn = dayBefore(today, 1, REACH, random);
  const startedOn = plusDays(closedOn, -cycle(personOf(owner), random));
  return {
    cells: {
      customer: drawCustomer(industry, language, random),
      title: product,
      industry: inLanguage(industry.name, language),
      product,
      owner: inLanguage(personOf(owner).name, language),
      stage: spell('stage', random.chance(WON_SHARE) ? 'won' : 'lost', language),
      value: spell('value', value, language),
      difficulty: spell('difficulty', difficulty, language),
      amount: drawAmount(value, random),
      startedOn: serialOfDay(startedOn),
      closedOn: serialOfDay(closedOn),
    },
  };
};

/** The closed deals, oldest first. */
export const sampleHistory = (today: Day, language: Language, random: Random): readonly SeedRow[] =>
  owners(random)
    .map((owner) => rowOf(owner, today, language, random))
    .sort((a, b) => Number(a.cells.closedOn) - Number(b.cells.closedOn));
