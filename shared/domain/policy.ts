import type { ClockTime } from './clock-time.ts';
import type { Day, Weekday } from './day.ts';
import type { TagRules } from './proof.ts';
import type { Language } from './rep.ts';
import type { Factor } from './suggestion.ts';
import type { TaskType } from './task.ts';

/** Chat services a team may choose for its alerts, beside mail. */
export const CHANNELS = ['none', 'slack', 'wecom', 'dingtalk', 'feishu'] as const;
export type ChannelKind = (typeof CHANNELS)[number];

/** The team's rules (spec 3), parsed. Defaults and explanations stand in `shared/contract/settings.ts`. */
export interface Policy {
  readonly language: Language;
  /** IANA name; days are counted in it. */
  readonly timeZone: string;
  readonly points: {
    readonly strategic: number;
    readonly growth: number;
    /** Medium value, volume and selective tasks alike. */
    readonly medium: number;
    readonly low: number;
  };
  readonly load: {
    /** A rep is overloaded above this many points. */
    readonly limit: number;
    /** … or above this many key (high-value) tasks. */
    readonly keyLimit: number;
    /** A paused rep resumes at or below this many points. */
    readonly resumeAt: number;
  };
  readonly stale: {
    readonly yellowDays: number;
    readonly redDays: number;
    readonly redDaysByType: Readonly<Partial<Record<TaskType, number>>>;
    /** A stale task is raised again each time this many more days have passed. */
    readonly repeatDays: number;
    readonly count: 'calendar' | 'working';
    /** Never worked, whatever the weekday. Working-day counting and held mail go by them. */
    readonly holidays: readonly Day[];
  };
  readonly week: {
    /** Weekdays that are worked, 1 = Monday … 7 = Sunday; never empty. */
    readonly workingDays: readonly Weekday[];
    /** Days worked although their weekday is not, such as the Saturdays that make up for a holiday (调休). */
    readonly extraWorkingDays: readonly Day[];
  };
  readonly mail: {
    /** From here until `quietTo`, which may lie on the next day, nothing is sent. Equal: no quiet hours. */
    readonly quietFrom: ClockTime;
    readonly quietTo: ClockTime;
    /** Mail on days that are not worked: kept for the next working day, or sent. */
    readonly offDays: 'hold' | 'send';
    /** Minutes between one mail to somebody and the next, unless it is urgent; 0: no pause. */
    readonly everyMinutes: number;
  };
  /** When the weekly reports are due, in the team's zone. */
  readonly reports: { readonly weekday: Weekday; readonly time: ClockTime };
  readonly channel: ChannelKind;
  readonly suggest: {
    /** How much better somebody must fit before the owner of an upgraded task is asked to hand it over. */
    readonly margin: number;
    readonly snoozeDays: number;
    /** How long "keep" silences suggestions for a task. */
    readonly keepDays: number;
    readonly onDowngrade: boolean;
    /** New tasks without an owner: suggest somebody, or give it to them at once. */
    readonly newTasks: 'suggest' | 'assign';
    /** Growth tasks a growing rep may hold before the development seats are taken. */
    readonly seats: number;
  };
  readonly handover: {
    /** Hours after which a supervisor may release a handover with gaps. */
    readonly releaseHours: number;
    /** Whoever is late is reminded again after this many hours. */
    readonly remindHours: number;
  };
  readonly leave: {
    /** Up to this many calendar days of leave only what would turn red before the return is moved. */
    readonly shortDays: number;
    /** Working days after a return until the whole limit holds for new work; 0 = at once. */
    readonly rampDays: number;
    /** Share of the limit for new work on the first day back, 0 to 1. */
    readonly rampStart: number;
  };
  readonly transfers: {
    /** Days a customer is left with a new owner before another move is suggested. */
    readonly cooldownDays: number;
    /** Moves of one customer within 365 days. */
    readonly perYear: number;
    /** Beyond the budget: suggest nothing, or suggest and let only a supervisor accept. */
    readonly beyond: 'supervisor' | 'withhold';
    /** Deals that their owner brought: stay, or move like any other. */
    readonly ownSourced: 'stay' | 'move';
  };
  /** Challenge points of a won deal (spec 3.7). */
  readonly rewards: Readonly<Record<TaskType, number>> & {
    /** Share of the supervisor who worked along on a strategic deal, 0 to 1. */
    readonly partnerShare: number;
    /** Months of a promotion period, counted from January. */
    readonly periodMonths: number;
  };
  /** How proof of tags is counted (docs/tags.md). */
  readonly tags: TagRules;
  /** Relative; only their proportions matter. */
  readonly weights: Readonly<Record<Factor, number>>;
  /** What each type of task asks for beside its industry; empty = nothing. */
  readonly asks: Readonly<
    Record<TaskType, { readonly style: string; readonly rhythm: string; readonly tools: string }>
  >;
  readonly propose: {
    /** List price or amount at or above which a customer counts as high or medium value. */
    readonly highFrom: number;
    readonly mediumFrom: number;
    /** Employees of the customer at or above which a task counts as hard or medium. */
    readonly hardFrom: number;
    readonly mediumSizeFrom: number;
    /** Decision makers at or above which a task counts as hard. */
    readonly hardDecisionMakers: number;
  };
}
