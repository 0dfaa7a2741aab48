import type { Day } from '../../shared/domain/day.ts';
import { byText } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/rep.ts';
import type { CustomerValue, Difficulty, Stage, TaskSignals } from '../../shared/domain/task.ts';
import { typeOf } from '../../shared/scoring/load.ts';
import { serialOfDay } from '../../shared/sheet/cell-value.ts';
import { spell } from '../../shared/text/spellings.ts';
import { filled, type SeedTask } from '../import/team-seed.ts';
import type { Random } from './random.ts';
import { dayBefore, progressDays } from './sample-days.ts';
import {
  CUSTOMER_NAMES,
  DEAL_KINDS,
  INDUSTRIES,
  INDUSTRY_KEYS,
  inLanguage,
  joined,
  type Industry,
  type IndustryKey,
} from './sample-industries.ts';
import type { PlannedDeal } from './sample-load.ts';
import { personOf, type PersonKey } from './sample-people.ts';
import { SAMPLE_STORY, STORY_OWNER } from './sample-story.ts';
import { FORMULA_LIKE, NEXT_STEPS } from './sample-texts.ts';

/** Amounts in yuan per customer value: median, spread, lowest, highest. The sample's rules fit them. */
const AMOUNTS: Readonly<Record<CustomerValue, readonly [number, number, number, number]>> = {
  high: [620_000, 0.45, 320_000, 4_000_000],
  medium: [150_000, 0.35, 85_000, 290_000],
  low: [30_000, 0.5, 3_000, 75_000],
};

/** Settings under which an amount proposes the value it was drawn for. */
export const SAMPLE_RULES = { 'propose.highFrom': 300_000, 'propose.mediumFrom': 80_000 } as const;

export const drawAmount = (value: CustomerValue, random: Random): number => {
  const [median, spread, lowest, highest] = AMOUNTS[value];
  const amount = Math.round(random.logNormal(median, spread) / 500) * 500;
  return Math.min(highest, Math.max(lowest, amount));
};

/** An industry for a deal of somebody: mostly one they know, and always so for a customer of high value. */
export const drawIndustry = (
  owner: PersonKey | undefined,
  value: CustomerValue,
  random: Random,
): IndustryKey => {
  const [first, ...others] = owner === undefined ? [] : personOf(owner).industries;
  return first !== undefined && (value === 'high' || random.chance(0.65))
    ? random.pick([first, ...others])
    : random.pick(INDUSTRY_KEYS);
};

export const drawCustomer = (industry: Industry, language: Language, random: Random): string =>
  joined(random.pick(CUSTOMER_NAMES), random.pick(industry.customers), language);

/** What a CRM would know of a customer whose deal is this hard: the rules propose the difficulty from it. */
const drawSignals = (difficulty: Difficulty, random: Random): TaskSignals => {
  if (difficulty === 'hard')
    return { customerEmployees: random.whole(5_500, 20_000), decisionMakers: random.whole(4, 7) };
  const customerEmployees = difficulty === 'medium' ? random.whole(1_100, 4_800) : random.whole(30, 900);
  return { customerEmployees, decisionMakers: random.whole(1, 3) };
};

const OPEN_STAGES = [
  ['prospecting', 3],
  ['engaging', 4],
  ['proposal', 2],
  ['negotiation', 1],
] as const;

type OpenStage = Exclude<Stage, 'won' | 'lost'>;

/** Every n-th deal has its value, its difficulty or both left for the rules to propose. */
const UNCONFIRMED_EVERY = 9;

const unconfirmed = (index: number): { readonly value: boolean; readonly difficulty: boolean } => {
  const turn = index % UNCONFIRMED_EVERY === 0 ? (index / UNCONFIRMED_EVERY) % 3 : -1;
  return { value: turn === 0 || turn === 1, difficulty: turn === 0 || turn === 2 };
};

const taskOf = (
  deal: PlannedDeal,
  index: number,
  { language, random, today }: { readonly language: Language; readonly random: Random; readonly today: Day },
  progressOn: Day | undefined,
): SeedTask => {
  const key = deal.industry ?? drawIndustry(deal.owner, deal.value, random);
  const industry: Industry = INDUSTRIES[key];
  const stage: OpenStage = deal.owner === undefined ? 'prospecting' : random.weighted(OPEN_STAGES);
  const left = unconfirmed(index);
  const kind = random.pick(DEAL_KINDS[typeOf(`${deal.value}/${deal.difficulty}`)]);
  const product = random.pick(industry.products);
  return {
    cells: filled({
      customer: drawCustomer(industry, language, random),
      title: language === 'en' ? `${product.en}: ${kind.en}` : joined(product, kind, language),
      industry: inLanguage(industry.name, language),
      value: left.value ? undefined : spell('value', deal.value, language),
      difficulty: left.difficulty ? undefined : spell('difficulty', deal.difficulty, language),
      stage: spell('stage', stage, language),
      amount: drawAmount(deal.value, random),
      owner: deal.owner === undefined ? undefined : inLanguage(personOf(deal.owner).name, language),
      lastProgress: progressOn === undefined ? undefined : serialOfDay(progressOn),
      nextStep: inLanguage(index === 0 ? FORMULA_LIKE : random.pick(NEXT_STEPS[stage]), language),
    }),
    ...(left.value || left.difficulty ? { signals: drawSignals(deal.difficulty, random) } : {}),
    createdOn:
      progressOn === undefined ? dayBefore(today, 0, 4, random) : dayBefore(progressOn, 0, 60, random),
  };
};

const storyTask = (today: Day, language: Language, random: Random): SeedTask => {
  const story = SAMPLE_STORY[language];
  const progressOn = dayBefore(today, 1, 3, random);
  return {
    cells: {
      customer: story.customer,
      title: story.title,
      industry: inLanguage(INDUSTRIES.orthopaedics.name, language),
      value: spell('value', 'medium', language),
      difficulty: spell('difficulty', 'hard', language),
      stage: spell('stage', 'proposal', language),
      amount: story.amount,
      owner: inLanguage(personOf(STORY_OWNER).name, language),
      lastProgress: serialOfDay(progressOn),
      nextStep: story.nextStep,
    },
    createdOn: dayBefore(progressOn, 20, 60, random),
  };
};

/** The open deals as rows: the story's first, then the newest first. */
export const sampleTasks = (
  deals: readonly PlannedDeal[],
  today: Day,
  language: Language,
  random: Random,
): readonly SeedTask[] => {
  const days = progressDays(today, deals.filter((deal) => deal.owner !== undefined).length, random);
  let used = 0;
  const tasks = deals.map((deal, index) => {
    const progressOn = deal.owner === undefined ? undefined : days[used++];
    return taskOf(deal, index, { language, random, today }, progressOn);
  });
  const newestFirst = tasks.toSorted((a, b) => byText(b.createdOn ?? '', a.createdOn ?? ''));
  return [storyTask(today, language, random), ...newestFirst];
};
