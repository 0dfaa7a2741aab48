import { z } from 'zod';
import type { CountsByDay, DayCounts } from '../domain/team-day.ts';

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
