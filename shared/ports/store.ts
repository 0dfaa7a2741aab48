import type { BoardState, BookKey, Team } from '../domain/board-state.ts';
import type { EventId, TaskId, TeamId } from '../domain/ids.ts';
import type { Effect } from '../decide/effects.ts';
import type { Instant } from '../domain/day.ts';
import type { Month } from '../domain/points-ledger.ts';
import type { TeamDay } from '../domain/team-day.ts';
import type { MailRun, MailWaits, WaitingMail } from '../domain/mail-waits.ts';

/** Which documents one decision needs. Inside a transaction they are read by id, never by query. */
export interface Slice {
  readonly tasks: readonly TaskId[];
  readonly books: readonly BookKey[];
  /** Every book of the team: whole-board checks and sweeps only. */
  readonly allBooks?: boolean;
  /** Parts of the record of counted rows, by name; see shared/tags/proof-books.ts. */
  readonly proofs?: readonly string[];
}

/** Everything that one event changed, kept as one document: audit, receipts, outbox and processed mark. */
export interface EventRecord {
  readonly id: EventId;
  readonly at: Instant;
  readonly kind: string;
  readonly actor: string | null;
  /** Names the events that were decided and told in one go with this one; absent when it was alone. */
  readonly batch?: string;
  /** The team's revision after this event. */
  readonly revision: number;
  readonly policyVersion: number;
  /** Number of the last audit row before this event; its own rows count on from there. */
  readonly auditFrom: number;
  readonly effects: readonly Effect[];
  /** Whether the sheet has been told. */
  readonly delivered: boolean;
  /** When the write that told it had been finished; absent while it waits, and in old events. */
  readonly toldAt?: Instant;
  /** What of its mail still waits; absent when all of it is over. */
  readonly mail?: WaitingMail;
}

/** What has become of an event's telling: one write, whatever it says. */
export interface EventMark {
  readonly id: EventId;
  /** The sheet has been told; the write had been finished by then. */
  readonly told?: Instant;
  /** Who waits for mail now; empty when nobody does. Without it the mail is left as it is. */
  readonly waits?: MailWaits;
}

export type CommitOutcome =
  | { readonly kind: 'committed'; readonly state: BoardState; readonly record: EventRecord }
  /** The event was processed before: nothing was changed, nothing is to be told again. */
  | { readonly kind: 'duplicate' }
  /** Nothing to change: nothing was written. */
  | { readonly kind: 'nothing'; readonly state: BoardState }
  | { readonly kind: 'unknownTeam' };

export interface Store {
  /** Creates the team's head document, or answers with the one there is. */
  createTeam(team: Team): Promise<Team>;
  team(id: TeamId): Promise<Team | null>;
  /**
   * One transaction: reads the slice, lets `decide` say what follows, folds it with `evolve`, and commits
   * state, event record and processed mark together. On a version conflict everything is read and decided
   * again. `decide` must be pure: it may run more than once.
   */
  transact(
    team: TeamId,
    event: {
      readonly id: EventId;
      readonly at: Instant;
      readonly kind: string;
      readonly actor: string | null;
      readonly batch?: string;
    },
    slice: (team: Team) => Slice,
    decide: (state: BoardState) => readonly Effect[],
  ): Promise<CommitOutcome>;
  /** Reads a slice outside any transaction, for projecting it onto the sheet. */
  load(team: TeamId, slice: Slice): Promise<BoardState | null>;
  event(team: TeamId, id: EventId): Promise<EventRecord | null>;
  /** Events that the sheet has not been told of, oldest first; at most `limit`. */
  undelivered(team: TeamId, limit: number): Promise<readonly EventRecord[]>;
  /** The newest events that moved deals ({@link movesOf}), newest first; at most `limit`. */
  recentMoves(team: TeamId, limit: number): Promise<readonly EventRecord[]>;
  mark(team: TeamId, marks: readonly EventMark[]): Promise<void>;
  /** Events with mail that is due at `at`, oldest first; at most `limit` of those due longest. */
  dueMail(team: TeamId, at: Instant, limit: number): Promise<readonly EventRecord[]>;
  /**
   * Claims the sending of a team's due mail. Null while somebody else is at it; a run that gave no sign of life
   * since `until` is taken over as it stands.
   */
  claimMailRun(team: TeamId, by: string, at: Instant, until: Instant): Promise<MailRun | null>;
  /** Notes that a recipient of the run has theirs. False, changing nothing, once the run is somebody else's. */
  noteMailSent(team: TeamId, by: string, key: string, until: Instant): Promise<boolean>;
  /** Ends the run, keeping for the next one when people were last sent mail, as far as its owner knows. */
  endMailRun(team: TeamId, by: string, lately: MailRun['lately']): Promise<void>;
  /** Kept days of the months from one to another, both included, oldest first: one document a month. */
  days(team: TeamId, from: Month, to: Month): Promise<readonly TeamDay[]>;
  /** Ids of all teams, for the scheduler's fan-out. */
  teams(): Promise<readonly TeamId[]>;
}
