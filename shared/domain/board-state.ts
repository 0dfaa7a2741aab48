import type { Day, Instant } from './day.ts';
import type { HandoverLine } from './handover.ts';
import type { RepId, TeamId } from './ids.ts';
import type { DroppedMail } from './mail-waits.ts';
import type { PointTotals } from './points-ledger.ts';
import type { Policy } from './policy.ts';
import type { ProofBooks, ProofTally } from './proof.ts';
import type { Rep, Skills } from './rep.ts';
import type { Pending } from './suggestion.ts';
import type { BookEntry, Task } from './task.ts';
import type { CountsByDay } from './team-day.ts';

/** The book of tasks that nobody owns. */
export const UNOWNED = '_unowned';
export type BookKey = RepId | typeof UNOWNED;

/** What a sweep does for the whole team when its time has come. */
export type Run = 'weekly' | 'day';
/** The report time last served, and the day on which the days before it were last closed. */
export interface Ran {
  readonly weekly?: Instant;
  readonly day?: Day;
}

/** The team's head document: all that every decision needs, bounded by the size of the team. */
export interface Team {
  readonly id: TeamId;
  readonly policy: Policy;
  readonly policyVersion: number;
  /** Problems of the Rules tab as last read; the policy above is the last good one. */
  readonly rulesProblems: number;
  /** Print of those problems, so that the same ones are told once. */
  readonly rulesPrint?: string;
  readonly reps: Readonly<Record<string, Rep>>;
  /** Unanswered suggestions by task id. */
  readonly pending: Readonly<Record<string, Pending>>;
  /** Oldest first. Only the front is kept here; a sweep refills it from the book of unowned tasks. */
  readonly waiting: readonly BookEntry[];
  /** Set once the supervisor has been told that nobody has room; cleared when somebody has. */
  readonly nobodyFreeSince?: Instant;
  /** Rows that carry notes of ours, by row id: which cells, and what stood in them. */
  readonly noted: Readonly<Record<string, readonly string[]>>;
  /** Open handovers by task id. */
  readonly handovers?: Readonly<Record<string, HandoverLine>>;
  /** Days on which a customer changed hands within the last year, by print of the customer's name. */
  readonly transfers?: Readonly<Record<string, readonly Day[]>>;
  /** Challenge points by rep and month. */
  readonly points?: PointTotals;
  /** What happened on each of the last days. */
  readonly counts?: CountsByDay;
  /** What the regular runs were last done for: see shared/schedule/due-runs.ts. */
  readonly ran?: Ran;
  /** Mail that could not be delivered, newest last; the last {@link DROPPED_KEPT}. */
  readonly undelivered?: readonly DroppedMail[];
  /** Number of the last audit row: rows are numbered without gaps. */
  readonly auditSeq: number;
  /** Grows with every commit. */
  readonly revision: number;
  /**
   * What deals closed on the Tasks tab prove, and what rows of History, Ratings and Visit notes do, both kept up by
   * every edit. `days`: how many rows of the History tab closed on each day.
   */
  readonly proof?: {
    readonly board: ProofTally;
    readonly rows?: ProofTally;
    readonly days?: Readonly<Record<string, number>>;
  };
  /** Whose skills have changed since tasks were last looked at with that in mind, and what they were then. */
  readonly retagged?: Readonly<Record<string, Skills>>;
  /** Who installed the board; only their channel may speak for it. */
  readonly installedBy: readonly string[];
}

export type Book = Readonly<Record<string, BookEntry>>;

/** What of a team has been loaded for one decision: the head, the tasks concerned and the books concerned. */
export interface BoardState {
  readonly team: Team;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly books: Readonly<Record<string, Book>>;
  /** Parts of the record of counted rows, as far as this decision needs them. */
  readonly proofs?: ProofBooks;
  /** Books that are here from cover to cover; any other holds only the lines that this decision wrote. */
  readonly whole: readonly BookKey[];
}
