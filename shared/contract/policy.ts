import type { Policy } from '../domain/policy.ts';
import { err, ok, type Result } from '../result.ts';
import { SETTINGS, type Accepts, type SettingName, type Settings } from './settings.ts';

/** One row of the Rules tab as read: the hidden key and whatever stands in the value cell. */
export interface RuleRow {
  readonly key: string;
  readonly raw: unknown;
}

/** What is wrong with a rule, as data; the catalogs put it into words. */
export type RuleProblem =
  | {
      readonly code: 'NOT_ACCEPTED';
      readonly setting: SettingName;
      readonly given: string;
      readonly accepts: Accepts;
    }
  | { readonly code: 'TWICE'; readonly setting: SettingName }
  | { readonly code: 'UNKNOWN_RULE'; readonly key: string }
  | { readonly code: 'MUST_NOT_EXCEED'; readonly setting: SettingName; readonly other: SettingName }
  | { readonly code: 'ALL_WEIGHTS_ZERO'; readonly setting: SettingName };

const names = Object.keys(SETTINGS) as SettingName[];
const nameOfKey = new Map<string, SettingName>(names.map((name) => [SETTINGS[name].key, name]));

const isEmpty = (raw: unknown): boolean => raw == null || (typeof raw === 'string' && raw.trim() === '');
/** Settings for which an empty cell says something of its own; elsewhere it means "the default". */
const emptyMeans = (name: SettingName): boolean => SETTINGS[name].accepts.kind === 'text';

/**
 * Reads the Rules tab: schema → normalise → rules, every problem at once (spec 3). A missing row or an empty
 * cell means the default. On any problem the caller keeps the last good policy in force.
 *
 * @example parsePolicy([{ key: 'load.limit', raw: '12' }]) // ok, load.limit is 12, all else default
 */
export const parsePolicy = (rows: readonly RuleRow[]): Result<Policy, readonly RuleProblem[]> => {
  const problems: RuleProblem[] = [];
  const values: Partial<Record<SettingName, unknown>> = {};
  for (const { key, raw } of rows) {
    const name = nameOfKey.get(key);
    if (name === undefined) problems.push({ code: 'UNKNOWN_RULE', key });
    else if (name in values) problems.push({ code: 'TWICE', setting: name });
    else
      values[name] =
        isEmpty(raw) && !emptyMeans(name) ? SETTINGS[name].fallback : readOne(name, raw, problems);
  }
  const settings = Object.fromEntries(
    names.map((name) => [name, values[name] === undefined ? SETTINGS[name].fallback : values[name]]),
  ) as unknown as Settings;
  problems.push(...crossChecks(settings));
  return problems.length > 0 ? err(problems) : ok(toPolicy(settings));
};

const readOne = (name: SettingName, raw: unknown, problems: RuleProblem[]): unknown => {
  const setting = SETTINGS[name];
  const parsed = setting.schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  problems.push({ code: 'NOT_ACCEPTED', setting: name, given: String(raw), accepts: setting.accepts });
  return setting.fallback;
};

const crossChecks = (s: Settings): readonly RuleProblem[] => {
  const problems: RuleProblem[] = [];
  const atMost = (setting: SettingName, other: SettingName): void => {
    if ((s[setting] as number) > (s[other] as number))
      problems.push({ code: 'MUST_NOT_EXCEED', setting, other });
  };
  atMost('resumeAt', 'loadLimit');
  atMost('yellowDays', 'redDays');
  atMost('mediumFrom', 'highFrom');
  atMost('mediumSizeFrom', 'hardFrom');
  const weights = names.filter((name) => name.startsWith('weight')).map((name) => s[name] as number);
  if (weights.every((weight) => weight === 0))
    problems.push({ code: 'ALL_WEIGHTS_ZERO', setting: 'weightTier' });
  return problems;
};

const toPolicy = (s: Settings): Policy => ({
  language: s.language,
  timeZone: s.timeZone,
  points: { strategic: s.pointsStrategic, growth: s.pointsGrowth, medium: s.pointsMedium, low: s.pointsLow },
  load: { limit: s.loadLimit, keyLimit: s.keyLimit, resumeAt: s.resumeAt },
  stale: {
    yellowDays: s.yellowDays,
    redDays: s.redDays,
    redDaysByType: {
      ...(s.redStrategic === null ? {} : { strategic: s.redStrategic }),
      ...(s.redGrowth === null ? {} : { growth: s.redGrowth }),
      ...(s.redVolume === null ? {} : { volume: s.redVolume }),
      ...(s.redSelective === null ? {} : { selective: s.redSelective }),
    },
    repeatDays: s.repeatDays,
    count: s.staleCount,
    holidays: s.holidays,
  },
  week: { workingDays: s.workingDays, extraWorkingDays: s.extraWorkingDays },
  mail: { quietFrom: s.quietFrom, quietTo: s.quietTo, offDays: s.offDays, everyMinutes: s.everyMinutes },
  reports: { weekday: s.reportWeekday, time: s.reportTime },
  channel: s.channel,
  suggest: {
    margin: s.margin,
    snoozeDays: s.snoozeDays,
    keepDays: s.keepDays,
    onDowngrade: s.onDowngrade === 'yes',
    newTasks: s.newTasks,
    seats: s.seats,
  },
  handover: { releaseHours: s.releaseHours, remindHours: s.remindHours },
  leave: { shortDays: s.shortLeaveDays, rampDays: s.rampDays, rampStart: s.rampStart },
  transfers: {
    cooldownDays: s.cooldownDays,
    perYear: s.movesPerYear,
    beyond: s.beyondBudget,
    ownSourced: s.ownSourced,
  },
  rewards: {
    strategic: s.rewardStrategic,
    growth: s.rewardGrowth,
    volume: s.rewardVolume,
    selective: s.rewardSelective,
    partnerShare: s.partnerShare,
    periodMonths: s.periodMonths,
  },
  tags: { halfLifeMonths: s.tagHalfLife, leastDeals: s.tagLeastDeals, leastWins: s.tagLeastWins },
  weights: {
    tier: s.weightTier,
    industry: s.weightIndustry,
    style: s.weightStyle,
    rhythm: s.weightRhythm,
    tools: s.weightTools,
    headroom: s.weightHeadroom,
    continuity: s.weightContinuity,
    seat: s.weightSeat,
  },
  asks: {
    strategic: { style: s.styleStrategic, rhythm: s.rhythmStrategic, tools: s.toolsStrategic },
    growth: { style: s.styleGrowth, rhythm: s.rhythmGrowth, tools: s.toolsGrowth },
    volume: { style: s.styleVolume, rhythm: s.rhythmVolume, tools: s.toolsVolume },
    selective: { style: s.styleSelective, rhythm: s.rhythmSelective, tools: s.toolsSelective },
  },
  propose: {
    highFrom: s.highFrom,
    mediumFrom: s.mediumFrom,
    hardFrom: s.hardFrom,
    mediumSizeFrom: s.mediumSizeFrom,
    hardDecisionMakers: s.hardDecisionMakers,
  },
});

/** The documented defaults, in force until a Rules tab says otherwise. */
export const DEFAULT_SETTINGS: Settings = Object.fromEntries(
  names.map((name) => [name, SETTINGS[name].fallback]),
) as unknown as Settings;
export const DEFAULT_POLICY: Policy = toPolicy(DEFAULT_SETTINGS);
