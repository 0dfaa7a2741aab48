import type { CustomerValue, Difficulty } from './task.ts';
import type { Day, Instant } from './day.ts';
import type { RepId } from './ids.ts';
import type { MailChoice } from './mail-choice.ts';
import type { Contest, Learnt } from './proof.ts';

export const TIERS = ['newcomer', 'growing', 'senior'] as const;
export type Tier = (typeof TIERS)[number];

export const ROLES = ['rep', 'supervisor'] as const;
export type Role = (typeof ROLES)[number];

export const AVAILABILITIES = ['active', 'leave', 'left'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const TAG_FAMILIES = ['industry', 'style', 'rhythm', 'tools'] as const;
export type TagFamily = (typeof TAG_FAMILIES)[number];

/** Spec 3.4: what a rep is known to be good at, per family, as typed in the Team tab. */
export type Tags = Readonly<Record<TagFamily, readonly string[]>>;

/** What people type into a row of the Team tab, parsed. */
export interface RepFields {
  readonly name: string;
  readonly email?: string;
  readonly role: Role;
  /** Name of the supervisor; absent = every supervisor of the team is told. */
  readonly supervisor?: string;
  readonly tier: Tier;
  /** Nobody typed a tier: what the rep's own deals say counts, as soon as they say something. */
  readonly tierOpen?: true;
  readonly tags: Tags;
  /** Tags of any family that the rep doubts, answered or not. */
  readonly contested?: readonly Contest[];
  readonly availability: Availability;
  /** First day of a leave that lies ahead; only meaningful on leave. Absent: it has begun. */
  readonly leaveFrom?: Day;
  /** First day back; only meaningful on leave. */
  readonly backOn?: Day;
  readonly language?: Language;
  /** What mail they want; absent = all of it, at once. */
  readonly mail?: MailChoice;
}

/** `high/hard` … `low/easy`: the nine cells of value × difficulty. */
export type RatingCell = `${CustomerValue}/${Difficulty}`;

/** How many tasks there are per cell. Counts are exact, and a change of weights needs no recount. */
export type Tally = Readonly<Partial<Record<RatingCell, number>>>;

/** A leave under way: since when, and the planned first day back as it was last told. */
export interface Leave {
  readonly since: Day;
  readonly until?: Day;
}

/** The first days after a leave: new work comes in steps, not as a flood. */
export interface Return {
  readonly on: Day;
  /** Working days until the whole limit holds again; 0 = at once. */
  readonly rampDays: number;
}

/** A rep as remembered, with the counts that load is computed from. */
export interface Rep {
  readonly id: RepId;
  readonly fields: RepFields;
  /** Former names, still understood in owner cells. */
  readonly formerNames: readonly string[];
  /** Open owned tasks. Closed, archived and waiting tasks are not counted (spec 3.2). */
  readonly open: Tally;
  readonly paused: boolean;
  /** When a task was last given to this rep; 0 = never. Ties go to who has waited longest. */
  readonly lastAssignedAt: Instant;
  /** What closed deals, ratings and visit notes say; renewed by sweeps. Absent without any proof. */
  readonly learnt?: Learnt;
  readonly away?: Leave;
  readonly back?: Return;
  /** Open deals that others cover because this rep was on leave; absent for none. */
  readonly lent?: number;
}

/** What is said of a rep's skills, by hand and by proof. */
export interface Skills {
  readonly fields: Pick<RepFields, 'tier' | 'tierOpen' | 'tags' | 'contested'>;
  readonly learnt?: Learnt;
}

export const EMPTY_TAGS: Tags = { industry: [], style: [], rhythm: [], tools: [] };
