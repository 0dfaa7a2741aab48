import type { Day } from './day.ts';
import type { RepId } from './ids.ts';
import type { Light, TaskType } from './task.ts';

export type LightCounts = Readonly<Record<Light, number>>;
export type TypeCounts = Readonly<Record<TaskType, number>>;

/** What is counted as it happens. */
export const HAPPENINGS = ['moves', 'created', 'progressed', 'won', 'lost'] as const;
export type Happening = (typeof HAPPENINGS)[number];

/**
 * What happened on one day, counted as it happened (shared/moves/count-day.ts).
 * `moves`: changes of owner from one person to another that stood; first assignments are not moves.
 * `created`: rows typed or copied, not imported ones. `progressed`: tasks on which a person showed progress.
 * `won`, `lost`: closed on that day.
 */
export type DayCounts = Readonly<Record<Happening, number>>;

/** The last days by day, as the team's head keeps them; a day without anything is left out. */
export type CountsByDay = Readonly<Record<string, DayCounts>>;

export const NO_COUNTS: DayCounts = { moves: 0, created: 0, progressed: 0, won: 0, lost: 0 };

/** How one rep stood at the end of a day. */
export interface RepDay {
  readonly rep: RepId;
  readonly load: number;
  readonly keyTasks: number;
  readonly lights: LightCounts;
  readonly types: TypeCounts;
}

/** One day of a team, kept for the dashboard's history. */
export interface TeamDay {
  readonly day: Day;
  readonly counts: DayCounts;
  readonly reps: readonly RepDay[];
  /** Tasks in the waiting queue. */
  readonly waiting: number;
  /** Reps who take no new work. */
  readonly paused: number;
}
