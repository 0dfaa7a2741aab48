import { z } from 'zod';
import type { Day } from '../domain/day.ts';
import { readDay, readNumber } from '../sheet/cell-value.ts';

/**
 * Every setting of the Rules tab: key, default, what is accepted. One row of the tab each; the text beside it
 * is in the catalogs under the same key. A value is read as people type it, so schemas accept text.
 */
export interface Setting<T> {
  readonly key: string;
  readonly fallback: T;
  readonly schema: z.ZodType<T, unknown>;
  /** How the value looks in its cell. */
  readonly show: (value: T) => string | number;
  readonly accepts: Accepts;
}

/** What a cell may hold, as data: the catalogs put it into words. */
export type Accepts =
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'days' }
  | { readonly kind: 'timeZone' }
  | { readonly kind: 'text'; readonly max: number };

/** Numbers as people type them: `4,000` is four thousand, `0,3` is three tenths. Anything else stays as it is. */
const asNumber = (raw: unknown): unknown => {
  if (typeof raw !== 'string') return raw;
  return readNumber(raw) ?? readNumber(raw.replace(/^(\s*-?\d+),(\d+\s*)$/, '$1.$2')) ?? raw;
};

const number = (key: string, fallback: number, min: number, max: number, whole = false): Setting<number> => ({
  key,
  fallback,
  schema: z.preprocess(asNumber, whole ? z.int().min(min).max(max) : z.number().min(min).max(max)),
  show: (value) => value,
  accepts: { kind: 'number', min, max, whole },
});

const optionalNumber = (key: string, min: number, max: number): Setting<number | null> => ({
  key,
  fallback: null,
  schema: z.preprocess(
    (raw) => (raw === '' || raw == null ? null : asNumber(raw)),
    z.int().min(min).max(max).nullable(),
  ),
  show: (value) => value ?? '',
  accepts: { kind: 'number', min, max, whole: true },
});

/** Other spellings people may type for a choice, whatever the board's language. */
export const CHOICE_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  'zh-CN': ['中文', '简体中文', 'zh'],
  en: ['English', '英文'],
  calendar: ['自然日', '日历日'],
  working: ['工作日'],
  yes: ['是', 'true'],
  no: ['否', 'false'],
  suggest: ['建议'],
  assign: ['直接分配', '自动分配'],
  supervisor: ['主管同意', '主管'],
  withhold: ['不建议', '不提出'],
  stay: ['保留', '不动'],
  move: ['可以换人', '换人'],
};

const spells = (choice: string, typed: string): boolean =>
  [choice, ...(CHOICE_SPELLINGS[choice] ?? [])].some(
    (one) => one.toLowerCase() === typed.trim().toLowerCase(),
  );

const choice = <const C extends readonly [string, ...string[]]>(
  key: string,
  choices: C,
): Setting<C[number]> => ({
  key,
  fallback: choices[0],
  schema: z.preprocess((raw) => {
    const typed = typeof raw === 'boolean' ? String(raw) : raw;
    return typeof typed === 'string' ? choices.find((one) => spells(one, typed)) : typed;
  }, z.enum(choices)),
  show: (value) => value,
  accepts: { kind: 'choice', choices },
});

const text = (key: string, fallback: string): Setting<string> => ({
  key,
  fallback,
  schema: z.preprocess(
    (raw) => (raw == null ? '' : String(raw as string | number).trim()),
    z.string().max(60),
  ),
  show: (value) => value,
  accepts: { kind: 'text', max: 60 },
});

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

const timeZone: Setting<string> = {
  key: 'board.timeZone',
  fallback: 'Asia/Shanghai',
  schema: z.string().trim().refine(isTimeZone),
  show: (value) => value,
  accepts: { kind: 'timeZone' },
};

const holidays: Setting<readonly Day[]> = {
  key: 'stale.holidays',
  fallback: [],
  schema: z.preprocess(
    (raw) =>
      raw == null
        ? []
        : typeof raw === 'number'
          ? [raw]
          : String(raw as string)
              .normalize('NFKC')
              .split(/[\s,;、]+/)
              .filter((part) => part !== ''),
    z.array(
      z.union([z.string(), z.number()]).transform((part, context): Day => {
        const day = readDay(part);
        if (day !== null) return day;
        context.addIssue({ code: 'custom', message: String(part) });
        return z.NEVER;
      }),
    ),
  ),
  show: (value) => value.join(' '),
  accepts: { kind: 'days' },
};

/** The Rules tab in order. The keys are the contract: the catalogs must name every one of them. */
export const SETTINGS = {
  language: choice('board.language', ['zh-CN', 'en']),
  timeZone,
  pointsStrategic: number('points.strategic', 3, 0, 100),
  pointsGrowth: number('points.growth', 2, 0, 100),
  pointsMedium: number('points.medium', 1.5, 0, 100),
  pointsLow: number('points.low', 0.5, 0, 100),
  loadLimit: number('load.limit', 10, 0.5, 10_000),
  keyLimit: number('load.keyLimit', 8, 1, 10_000, true),
  resumeAt: number('load.resumeAt', 9, 0, 10_000),
  yellowDays: number('stale.yellowDays', 5, 1, 365, true),
  redDays: number('stale.redDays', 7, 1, 365, true),
  redStrategic: optionalNumber('stale.redDays.strategic', 1, 365),
  redGrowth: optionalNumber('stale.redDays.growth', 1, 365),
  redVolume: optionalNumber('stale.redDays.volume', 1, 365),
  redSelective: optionalNumber('stale.redDays.selective', 1, 365),
  repeatDays: number('stale.repeatDays', 7, 1, 365, true),
  staleCount: choice('stale.count', ['calendar', 'working']),
  holidays,
  margin: number('suggest.margin', 0.1, 0, 1),
  snoozeDays: number('suggest.snoozeDays', 3, 1, 365, true),
  keepDays: number('suggest.keepDays', 14, 1, 365, true),
  onDowngrade: choice('suggest.onDowngrade', ['no', 'yes']),
  newTasks: choice('suggest.newTasks', ['suggest', 'assign']),
  seats: number('suggest.seats', 3, 0, 100, true),
  releaseHours: number('handover.releaseHours', 24, 0, 8760),
  remindHours: number('handover.remindHours', 24, 1, 8760),
  cooldownDays: number('transfers.cooldownDays', 30, 0, 365, true),
  movesPerYear: number('transfers.perYear', 4, 0, 50, true),
  beyondBudget: choice('transfers.beyond', ['supervisor', 'withhold']),
  ownSourced: choice('transfers.ownSourced', ['stay', 'move']),
  rewardStrategic: number('rewards.strategic', 30, 0, 10_000),
  rewardGrowth: number('rewards.growth', 10, 0, 10_000),
  rewardVolume: number('rewards.volume', 2, 0, 10_000),
  rewardSelective: number('rewards.selective', 15, 0, 10_000),
  partnerShare: number('rewards.partnerShare', 0.2, 0, 1),
  periodMonths: number('rewards.periodMonths', 6, 1, 12, true),
  weightTier: number('weight.tier', 30, 0, 100),
  weightIndustry: number('weight.industry', 15, 0, 100),
  weightStyle: number('weight.style', 5, 0, 100),
  weightRhythm: number('weight.rhythm', 5, 0, 100),
  weightTools: number('weight.tools', 5, 0, 100),
  weightHeadroom: number('weight.headroom', 25, 0, 100),
  weightContinuity: number('weight.continuity', 10, 0, 100),
  weightSeat: number('weight.seat', 5, 0, 100),
  styleStrategic: text('asks.strategic.style', '擅长高层对话'),
  rhythmStrategic: text('asks.strategic.rhythm', '长线型'),
  toolsStrategic: text('asks.strategic.tools', ''),
  styleGrowth: text('asks.growth.style', ''),
  rhythmGrowth: text('asks.growth.rhythm', '快刀型'),
  toolsGrowth: text('asks.growth.tools', ''),
  styleVolume: text('asks.volume.style', '亲和力强'),
  rhythmVolume: text('asks.volume.rhythm', '快刀型'),
  toolsVolume: text('asks.volume.tools', 'CRM'),
  styleSelective: text('asks.selective.style', ''),
  rhythmSelective: text('asks.selective.rhythm', '长线型'),
  toolsSelective: text('asks.selective.tools', ''),
  highFrom: number('propose.highFrom', 4000, 0, 1e12),
  mediumFrom: number('propose.mediumFrom', 1000, 0, 1e12),
  hardFrom: number('propose.hardFrom', 5000, 0, 1e9),
  mediumSizeFrom: number('propose.mediumSizeFrom', 1000, 0, 1e9),
  hardDecisionMakers: number('propose.hardDecisionMakers', 4, 1, 1000, true),
} as const;

export type SettingName = keyof typeof SETTINGS;
/** The typed values, one per setting. */
export type Settings = { readonly [N in SettingName]: (typeof SETTINGS)[N]['fallback'] };
