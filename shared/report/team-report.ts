import type { Day, Instant } from '../domain/day.ts';
import type { RepId, TaskId } from '../domain/ids.ts';
import type { Tier } from '../domain/rep.ts';
import type { Light, TaskType } from '../domain/task.ts';
import type { DayCounts, LightCounts, RepDay, TeamDay, TypeCounts } from '../domain/team-day.ts';

export type { DayCounts, LightCounts, RepDay, TeamDay, TypeCounts };

/** One rep as the reports and the dashboard show them. */
export interface RepReport extends RepDay {
  readonly name: string;
  readonly tier: Tier;
  readonly limit: number;
  readonly keyLimit: number;
  readonly paused: boolean;
  readonly away: boolean;
  readonly open: number;
  /**
   * Open tasks with progress within the last seven days, today included. The day on which they got a task is
   * no progress.
   */
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
  /** Open tasks, those that nobody owns among them; `lights` and `types` count the same ones. */
  readonly open: number;
  readonly lights: LightCounts;
  readonly types: TypeCounts;
  /** Open tasks that nobody owns: whatever the reps' numbers leave of the team's. */
  readonly unowned: number;
  /** The last seven whole or begun days, today included. */
  readonly week: DayCounts;
  /** Moves of the last 30 days per open task; null while there is nothing to divide by. */
  readonly movesPerTaskMonth: number | null;
  /** Share of all load that the three most loaded reps carry, 0 to 1; null while there is no load. */
  readonly topThreeShare: number | null;
  /** Share of strategic and selective (hard) tasks among the open ones, by tier; null for tiers with none. */
  readonly hardShare: Readonly<Record<Tier, number | null>>;
  /** Owned tasks, yellow and red, longest without progress first. */
  readonly stale: readonly StaleLine[];
  readonly waiting: { readonly count: number; readonly oldestSince: Instant | null };
}
