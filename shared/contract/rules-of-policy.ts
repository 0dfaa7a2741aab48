import type { Policy } from '../domain/policy.ts';
import { SETTINGS, type Setting, type SettingName, type Settings } from './settings.ts';

const settingsOf = ({
  points,
  load,
  stale,
  suggest,
  handover,
  transfers,
  rewards,
  weights,
  asks,
  propose,
  ...board
}: Policy): Settings => ({
  language: board.language,
  timeZone: board.timeZone,
  pointsStrategic: points.strategic,
  pointsGrowth: points.growth,
  pointsMedium: points.medium,
  pointsLow: points.low,
  loadLimit: load.limit,
  keyLimit: load.keyLimit,
  resumeAt: load.resumeAt,
  yellowDays: stale.yellowDays,
  redDays: stale.redDays,
  redStrategic: stale.redDaysByType.strategic ?? null,
  redGrowth: stale.redDaysByType.growth ?? null,
  redVolume: stale.redDaysByType.volume ?? null,
  redSelective: stale.redDaysByType.selective ?? null,
  repeatDays: stale.repeatDays,
  staleCount: stale.count,
  holidays: stale.holidays,
  margin: suggest.margin,
  snoozeDays: suggest.snoozeDays,
  keepDays: suggest.keepDays,
  onDowngrade: suggest.onDowngrade ? 'yes' : 'no',
  newTasks: suggest.newTasks,
  seats: suggest.seats,
  releaseHours: handover.releaseHours,
  remindHours: handover.remindHours,
  cooldownDays: transfers.cooldownDays,
  movesPerYear: transfers.perYear,
  beyondBudget: transfers.beyond,
  ownSourced: transfers.ownSourced,
  rewardStrategic: rewards.strategic,
  rewardGrowth: rewards.growth,
  rewardVolume: rewards.volume,
  rewardSelective: rewards.selective,
  partnerShare: rewards.partnerShare,
  periodMonths: rewards.periodMonths,
  weightTier: weights.tier,
  weightIndustry: weights.industry,
  weightStyle: weights.style,
  weightRhythm: weights.rhythm,
  weightTools: weights.tools,
  weightHeadroom: weights.headroom,
  weightContinuity: weights.continuity,
  weightSeat: weights.seat,
  styleStrategic: asks.strategic.style,
  rhythmStrategic: asks.strategic.rhythm,
  toolsStrategic: asks.strategic.tools,
  styleGrowth: asks.growth.style,
  rhythmGrowth: asks.growth.rhythm,
  toolsGrowth: asks.growth.tools,
  styleVolume: asks.volume.style,
  rhythmVolume: asks.volume.rhythm,
  toolsVolume: asks.volume.tools,
  styleSelective: asks.selective.style,
  rhythmSelective: asks.selective.rhythm,
  toolsSelective: asks.selective.tools,
  ...propose,
});

/** The Rules tab that means this policy: what stands in each value cell, by key. The reverse of `parsePolicy`. */
export const rulesOf = (policy: Policy): Readonly<Record<string, string | number>> => {
  const settings = settingsOf(policy);
  return Object.fromEntries(
    (Object.keys(SETTINGS) as SettingName[]).map((name) => {
      const setting = SETTINGS[name] as Setting<unknown>;
      return [setting.key, setting.show(settings[name])];
    }),
  );
};
