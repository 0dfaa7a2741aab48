import type { Day, Instant } from './day.ts';
import type { Handover } from './handover.ts';
import type { EventId, RepId, TaskId } from './ids.ts';
import type { Earning, Held } from './points-ledger.ts';

export const CUSTOMER_VALUES = ['high', 'medium', 'low'] as const;
export type CustomerValue = (typeof CUSTOMER_VALUES)[number];

export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** Spec 3.1: the article's four kinds of sales task. */
export const TASK_TYPES = ['strategic', 'growth', 'volume', 'selective'] as const;
export type TaskType = (typeof TASK_TYPES)[number];

export const STAGES = ['prospecting', 'engaging', 'proposal', 'negotiation', 'won', 'lost'] as const;
export type Stage = (typeof STAGES)[number];

export const SOURCES = ['own', 'assigned'] as const;
export type Source = (typeof SOURCES)[number];

export const LIGHTS = ['green', 'yellow', 'red'] as const;
export type Light = (typeof LIGHTS)[number];

/** What people type into a row of the Tasks tab, parsed. An absent field is an empty cell. */
export interface TaskFields {
  readonly customer: string;
  readonly title: string;
  readonly industry?: string;
  readonly value?: CustomerValue;
  readonly difficulty?: Difficulty;
  readonly stage: Stage;
  /** In the team's currency; no unit is implied. */
  readonly amount?: number;
  readonly owner?: RepId;
  readonly lastProgress?: Day;
  readonly nextStep?: string;
  /** Who brought the deal: `own` stays with its owner (spec 3.6). Absent: assigned. */
  readonly source?: Source;
}

/** What a CRM knows at assignment time and the rule table may propose from. Nothing here knows the outcome. */
export interface TaskSignals {
  readonly listPrice?: number;
  readonly customerEmployees?: number;
  /** Millions per year, in the currency of the CRM. */
  readonly customerRevenue?: number;
  readonly decisionMakers?: number;
  readonly engagedOn?: Day;
}

/** Value and difficulty as decided upon: typed where somebody typed them, else proposed by rule. */
export interface Rating {
  readonly value: CustomerValue;
  readonly difficulty: Difficulty;
  /** Which halves nobody has confirmed yet. */
  readonly proposed: readonly ('value' | 'difficulty')[];
}

export type TaskStatus = 'open' | 'won' | 'lost' | 'archived';

/** A task as remembered. The sheet row is a projection of it that people can type into. */
export interface Task {
  readonly id: TaskId;
  readonly fields: TaskFields;
  readonly rating: Rating;
  readonly signals?: TaskSignals;
  readonly status: TaskStatus;
  readonly createdAt: Instant;
  readonly createdBy: 'row' | 'copy' | 'import';
  /** Last day a person showed progress (spec 3.3): a change of stage, last progress or next step. */
  readonly progressOn: Day;
  /** When the present owner got it; absent while nobody owns it. */
  readonly ownerSince?: Instant;
  /** No new suggestion before this day: somebody chose "snooze" or "keep". */
  readonly quietUntil?: Day;
  /** The last handover to the present owner; the contact is theirs when it is no longer open. */
  readonly handover?: Handover;
  /** Who had it last, while nobody owns it: whoever gets it next takes over from them. */
  readonly heldBefore?: RepId;
  /** Days held with progress, by everybody who ever had it. */
  readonly held?: readonly Held[];
  /** What it earned when it was won. */
  readonly earned?: Earning;
  /** A copied row that was taken back: it never was a deal, and proves nothing. */
  readonly takenBack?: true;
  /** A contact is kept for it, in a document of its own. */
  readonly contact?: true;
  /** Who it was moved away from because they were on leave: it is offered to them again when they are back. */
  readonly lentBy?: RepId;
  /** The present owner was given it by Peineng, not typed: by which event, and who had it before (null: nobody). */
  readonly given?: { readonly by: EventId; readonly from: RepId | null };
}

/** One line of an owner's book of business: what whole-team decisions need to know of a task, and no more. */
export interface BookEntry {
  readonly taskId: TaskId;
  readonly customer: string;
  readonly title: string;
  readonly industry?: string;
  readonly rating: Rating;
  /** Closed tasks stay in the book as long as their row stays on the board. */
  readonly status: Exclude<TaskStatus, 'archived'>;
  readonly progressOn: Day;
  /** When the present owner got it; while nobody owns it, when it was made. */
  readonly since: Instant;
  /** Set while the task waits for capacity (spec 3.2): the queue drains oldest first. */
  readonly waitingSince?: Instant;
  readonly quietUntil?: Day;
  /** Fingerprint of the row as last read, to see at once which rows of a sorted or pasted block changed. */
  readonly rowPrint: string;
  /** The light the board shows, kept so that a sweep writes only what changes. */
  readonly light: Light;
  /** Stale days at which the supervisor was last told (7, 14, …); 0 = not yet. */
  readonly raisedDays: number;
  readonly source?: Source;
  readonly contact?: true;
  readonly lentBy?: RepId;
}
