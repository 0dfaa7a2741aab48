import { z } from 'zod';
import { CLOCK_PATTERN, type ClockTime } from '../domain/clock-time.ts';
import { CHANNELS, type Policy } from '../domain/policy.ts';
import { LANGUAGES } from '../domain/rep.ts';
import { FACTORS, type Factor } from '../domain/suggestion.ts';
import { daySchema } from './stored-ids.ts';

/** What stored rules must look like when they are read back. */
const asked = z.looseObject({ style: z.string(), rhythm: z.string(), tools: z.string() });
const weights = Object.fromEntries(FACTORS.map((factor) => [factor, z.number()])) as Record<
  Factor,
  z.ZodNumber
>;

const clockTime = z.string().regex(CLOCK_PATTERN) as unknown as z.ZodType<ClockTime, string>;
const weekday = z.literal([1, 2, 3, 4, 5, 6, 7]);

export const policySchema: z.ZodType<Policy> = z.looseObject({
  language: z.enum(LANGUAGES),
  timeZone: z.string().min(1),
  points: z.looseObject({
    strategic: z.number(),
    growth: z.number(),
    medium: z.number(),
    low: z.number(),
  }),
  load: z.looseObject({ limit: z.number(), keyLimit: z.number(), resumeAt: z.number() }),
  stale: z.looseObject({
    yellowDays: z.number(),
    redDays: z.number(),
    redDaysByType: z.object({
      strategic: z.number().exactOptional(),
      growth: z.number().exactOptional(),
      volume: z.number().exactOptional(),
      selective: z.number().exactOptional(),
    }),
    repeatDays: z.number(),
    count: z.enum(['calendar', 'working']),
    holidays: z.array(daySchema),
  }),
  // Boards stored before these rules existed read as the defaults.
  week: z
    .looseObject({ workingDays: z.array(weekday).min(1), extraWorkingDays: z.array(daySchema) })
    .default({ workingDays: [1, 2, 3, 4, 5], extraWorkingDays: [] }),
  mail: z
    .looseObject({
      quietFrom: clockTime,
      quietTo: clockTime,
      offDays: z.enum(['hold', 'send']),
      everyMinutes: z.number().default(60),
    })
    .default({ quietFrom: '20:00', quietTo: '08:00', offDays: 'hold', everyMinutes: 60 }),
  reports: z.looseObject({ weekday, time: clockTime }).default({ weekday: 1, time: '08:30' }),
  channel: z.enum(CHANNELS).default('none'),
  suggest: z.looseObject({
    margin: z.number(),
    snoozeDays: z.number(),
    keepDays: z.number(),
    onDowngrade: z.boolean(),
    newTasks: z.enum(['suggest', 'assign']),
    seats: z.number(),
  }),
  handover: z
    .looseObject({ releaseHours: z.number(), remindHours: z.number() })
    .default({ releaseHours: 24, remindHours: 24 }),
  leave: z
    .looseObject({ shortDays: z.number(), rampDays: z.number(), rampStart: z.number() })
    .default({ shortDays: 10, rampDays: 5, rampStart: 0.5 }),
  transfers: z
    .looseObject({
      cooldownDays: z.number(),
      perYear: z.number(),
      beyond: z.enum(['supervisor', 'withhold']),
      ownSourced: z.enum(['stay', 'move']),
    })
    .default({ cooldownDays: 30, perYear: 4, beyond: 'supervisor', ownSourced: 'stay' }),
  tags: z
    .looseObject({ halfLifeMonths: z.number(), leastDeals: z.number(), leastWins: z.number() })
    .default({ halfLifeMonths: 12, leastDeals: 10, leastWins: 30 }),
  rewards: z
    .looseObject({
      strategic: z.number(),
      growth: z.number(),
      volume: z.number(),
      selective: z.number(),
      partnerShare: z.number(),
      periodMonths: z.number(),
    })
    .default({ strategic: 30, growth: 10, volume: 2, selective: 15, partnerShare: 0.2, periodMonths: 6 }),
  weights: z.looseObject(weights),
  asks: z.looseObject({ strategic: asked, growth: asked, volume: asked, selective: asked }),
  propose: z.looseObject({
    highFrom: z.number(),
    mediumFrom: z.number(),
    hardFrom: z.number(),
    mediumSizeFrom: z.number(),
    hardDecisionMakers: z.number(),
  }),
});
