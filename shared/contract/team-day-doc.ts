import { z } from 'zod';
import type { CountsByDay, DayCounts, RepDay, TeamDay } from '../domain/team-day.ts';
import { daySchema, repIdSchema } from './stored-ids.ts';

/** What stored counts of days must look like when they are read back. */
const count = z.int().nonnegative();

export const dayCountsSchema: z.ZodType<DayCounts> = z.looseObject({
  moves: count,
  created: count,
  progressed: count,
  won: count,
  lost: count,
});

export const countsByDaySchema: z.ZodType<CountsByDay> = z.record(z.string(), dayCountsSchema);

const repDay: z.ZodType<RepDay> = z.looseObject({
  rep: repIdSchema,
  load: z.number(),
  keyTasks: z.int(),
  lights: z.looseObject({ green: count, yellow: count, red: count }),
  types: z.looseObject({ strategic: count, growth: count, volume: count, selective: count }),
});

export const teamDaySchema: z.ZodType<TeamDay> = z.looseObject({
  day: daySchema,
  counts: dayCountsSchema,
  reps: z.array(repDay),
  waiting: count,
  paused: count,
});
