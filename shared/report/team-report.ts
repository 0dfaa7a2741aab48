import type { Day, Instant } from '../domain/day.ts';
import type { RepId, TaskId } from '../domain/ids.ts';
import type { Tier } from '../domain/rep.ts';
import type { Light, TaskType } from '../domain/task.ts';

export type LightCounts = Readonly<Record<Light, number>>;
export type TypeCounts = Readonly<Record<TaskType, number>>;

/** What happened on one day, counted as it happened. */
export interface DayCounts {
  /** Changes of owner from one person to another: first assignments are not moves. */
  readonly moves: number;
  readonly created: number;
  /** Tasks on which a person showed progress. */
  readonly progressed: number;
  readonly won: number;
  readonly lost: number;
}

/** How one rep stood at the end of a day. */
export interface RepDay {
  readonly rep: RepId;
  readonly load: number;
  readonly keyTasks: number;
  readonly lights: LightCounts;
  readonly types: TypeCounts;
}

/** One day of a team, kept for the dashboard's history of 90 days. */
export interface TeamDay {
  readonly day: Day;
  readonly counts: DayCounts;
  readonly reps: readonly RepDay[];
  readonly waiting: number;
  readonly paused: number;
}

/** One rep as the reports and the dashboard show them. */
export interface RepReport extends RepDay {
  readonly name: string;
  readonly tier: Tier;
  readonly limit: number;
  readonly keyLimit: number;
  readonly paused: boolean;
  readonly away: boolean;
  readonly open: number;
  /** Open tasks with progress within the last seven days. */
  readonly progressed: number;
  readonly pointsInMonth: number;
  readonly pointsInPeriod: number;
}

export interface StaleLine {
  readonly taskId: TaskId;
  readonly customer: string;
  readonly title: string;
  readonly rep: RepId;
  readonly light: Light;
  readonly type: TaskType;
  /** Days without progress, as the rules count them. */
  readonly days: number;
}

/** A team at one moment, with what the last week and month brought (spec 3.8). */
export interface TeamReport {
  readonly at: Instant;
  readonly today: Day;
  readonly reps: readonly RepReport[];
  readonly open: number;
  readonly lights: LightCounts;
  readonly types: TypeCounts;
  /** The last seven whole or begun days, today included. */
  readonly week: DayCounts;
  /** Moves of the last 30 days per open task; null while there is nothing to divide by. */
  readonly movesPerTaskMonth: number | null;
  /** Share of all load that the three most loaded reps carry, 0 to 1; null while there is no load. */
  readonly topThreeShare: number | null;
  /** Share of strategic and selective (hard) tasks among the open ones, by tier; null for tiers with none. */
  readonly hardShare: Readonly<Record<Tier, number | null>>;
  /** Yellow and red, longest without progress first. */
  readonly stale: readonly StaleLine[];
  readonly waiting: { readonly count: number; readonly oldestSince: Instant | null };
}
