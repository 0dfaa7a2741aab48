import type { BookKey, Run } from '../domain/board-state.ts';
import type { Day, Instant } from '../domain/day.ts';
import type { Handover, HandoverItemKey, HandoverLine } from '../domain/handover.ts';
import type { RepId, TaskId } from '../domain/ids.ts';
import type { MailChoice } from '../domain/mail-choice.ts';
import type { DroppedMail } from '../domain/mail-waits.ts';
import type { Policy } from '../domain/policy.ts';
import type { CountedRow, Learnt, ProofTab } from '../domain/proof.ts';
import type { Rep } from '../domain/rep.ts';
import type { Pending, Receipt } from '../domain/suggestion.ts';
import type { BookEntry, Light, Task } from '../domain/task.ts';
import type { TeamDay } from '../domain/team-day.ts';
import type { CellProblem } from '../sheet/cell-problem.ts';
import type { RuleProblem } from '../contract/policy.ts';

/** A deal of somebody on leave, as far as a mail names it. */
export interface LeaveDeal {
  readonly taskId: TaskId;
  readonly customer: string;
  readonly title: string;
}

/** How a suggestion came to its end. */
export const ENDINGS = ['accepted', 'kept', 'moved', 'closed', 'withdrawn', 'replaced'] as const;
export type Ending = (typeof ENDINGS)[number];

/** `person`: typed in the sheet; `accepted`: a suggestion; `assigned`: the rule for new tasks; `many`: one of a set. */
export const CHANGE_CAUSES = ['person', 'accepted', 'assigned', 'undo', 'many'] as const;
export type ChangeCause = (typeof CHANGE_CAUSES)[number];

/** Why something typed or ticked in the Handovers tab was taken out again. */
export const TICK_REFUSALS = [
  'NOT_THE_OWNER',
  'EMPTY',
  'NOT_DUE',
  'NOT_SUPERVISOR',
  'OVER',
  'TOO_LONG',
] as const;
export type TickRefusal = (typeof TICK_REFUSALS)[number];

/** What of a task an edit changed, in the terms that triggers and audit speak of. */
export type TaskChange = 'owner' | 'value' | 'difficulty' | 'stage' | 'status' | 'progress' | 'text';

/** Who is nearest to having room when nobody has (spec 3.2). */
export interface Nearest {
  readonly rep: RepId;
  readonly name: string;
  readonly load: number;
  /** The load at which they may take work again. */
  readonly resumeAt: number;
  readonly keyTasks: number;
  readonly keyLimit: number;
}

/**
 * Everything a decision can bring about: facts in the past tense, each with all the data needed to fold it
 * into the state, to tell the sheet and to explain it later. Nothing else changes state.
 */
export type Effect =
  | {
      readonly type: 'taskAdded';
      readonly task: Task;
      readonly entry: BookEntry;
      /** The id of the row that this one was copied from. */
      readonly copyOf?: TaskId;
    }
  | {
      readonly type: 'taskChanged';
      readonly before: Task;
      readonly task: Task;
      readonly entry: BookEntry;
      readonly changes: readonly TaskChange[];
      readonly cause: ChangeCause;
      readonly receipt?: string;
    }
  | {
      readonly type: 'taskArchived';
      readonly before: Task;
      readonly task: Task;
      readonly cause: 'vanished' | 'undo';
    }
  | {
      readonly type: 'taskRestored';
      readonly before: Task;
      readonly task: Task;
      readonly entry: BookEntry;
    }
  | { readonly type: 'taskQueued'; readonly entry: BookEntry }
  | { readonly type: 'taskDequeued'; readonly entry: BookEntry }
  | { readonly type: 'queueRefilled'; readonly waiting: readonly BookEntry[] }
  | {
      readonly type: 'nobodyFree';
      readonly taskId: TaskId;
      readonly at: Instant;
      readonly nearest: Nearest | null;
    }
  | { readonly type: 'capacityReturned'; readonly rep: RepId }
  | { readonly type: 'suggestionMade'; readonly pending: Pending; readonly receipt: Receipt }
  | { readonly type: 'suggestionEnded'; readonly pending: Pending; readonly how: Ending }
  /** `pending` carries the day until which nobody is asked again. */
  | { readonly type: 'suggestionSnoozed'; readonly pending: Pending }
  | { readonly type: 'suggestionWoken'; readonly pending: Pending }
  | { readonly type: 'repChanged'; readonly before: Rep | null; readonly rep: Rep }
  | { readonly type: 'repPaused'; readonly rep: RepId; readonly load: number; readonly keyTasks: number }
  | { readonly type: 'repResumed'; readonly rep: RepId; readonly load: number; readonly keyTasks: number }
  | { readonly type: 'overLimit'; readonly rep: RepId; readonly taskId: TaskId; readonly load: number }
  | {
      readonly type: 'lightTurned';
      readonly book: BookKey;
      readonly entry: BookEntry;
      readonly from: Light;
      readonly days: number;
    }
  | { readonly type: 'staleRaised'; readonly book: BookKey; readonly entry: BookEntry; readonly days: number }
  | {
      readonly type: 'rowRefused';
      readonly tab: 'tasks' | 'team';
      readonly row: number;
      /** Id of the row: a task's, a rep's, or one given to a row that is not yet either. */
      readonly id: string;
      readonly problems: readonly CellProblem[];
    }
  | {
      readonly type: 'notesCleared';
      readonly tab: 'tasks' | 'team';
      readonly id: string;
      readonly columns: readonly string[];
    }
  | {
      readonly type: 'idGiven';
      readonly tab: 'tasks' | 'team' | ProofTab;
      readonly row: number;
      readonly id: string;
    }
  | { readonly type: 'ownerCellSet'; readonly taskId: TaskId; readonly to: RepId | null }
  | { readonly type: 'actionCellCleared'; readonly taskId: TaskId }
  /** The contest cells of a Team row are written as they stand: somebody ticked, answered, or did so elsewhere. */
  | { readonly type: 'contestCellsSet'; readonly rep: RepId }
  | { readonly type: 'undoCellCleared'; readonly auditId: string; readonly done: boolean }
  | { readonly type: 'rowRestored'; readonly task: Task }
  | { readonly type: 'policyChanged'; readonly policy: Policy; readonly version: number }
  /** `again`: the very problems that were there before, as when a check reads the tab once more. */
  | { readonly type: 'policyRefused'; readonly problems: readonly RuleProblem[]; readonly again?: true }
  /** Rows of a tab of proof that count otherwise than before; null: for nothing. */
  | {
      readonly type: 'proofRowsCounted';
      readonly tab: ProofTab;
      readonly rows: readonly {
        readonly id: string;
        readonly before: CountedRow | null;
        readonly after: CountedRow | null;
      }[];
    }
  /** The tasks that these people's changed tags bear on have been looked at. */
  | { readonly type: 'tagsReviewed'; readonly reps: readonly RepId[] }
  /** What proof says now of everybody of whom it says something new; null: nothing any more. */
  | {
      readonly type: 'tagsLearnt';
      readonly reps: readonly { readonly rep: RepId; readonly learnt: Learnt | null }[];
    }
  | {
      readonly type: 'handoverChanged';
      readonly before: Task;
      readonly task: Task;
      readonly what: 'written' | 'confirmed' | 'released';
      /** Items written or confirmed; of a release those that were not. */
      readonly items: readonly HandoverItemKey[];
    }
  | {
      readonly type: 'handoverRefused';
      readonly taskId: TaskId;
      readonly handover: Handover;
      readonly column: string;
      readonly why: TickRefusal;
    }
  | { readonly type: 'handoverLate'; readonly line: HandoverLine; readonly late: 'giver' | 'taker' }
  /** A contact was typed and is kept elsewhere. What was typed stands in no effect. */
  | {
      readonly type: 'contactKept';
      readonly before: Task;
      readonly task: Task;
      readonly entry: BookEntry;
      readonly row: number;
    }
  | { readonly type: 'contactShown'; readonly taskId: TaskId; readonly rep: RepId }
  /** A leave began, or its planned end changed: what is offered to others, and what waits for the return. */
  | {
      readonly type: 'leaveBegan';
      readonly rep: RepId;
      readonly since: Day;
      /** First day back; null when nobody has said. */
      readonly until: Day | null;
      /** Whether everything is offered to others, or only what would turn red before the return. */
      readonly long: boolean;
      /** How many deals are to move and to wait, and the first of them by name. */
      readonly moving: number;
      readonly waiting: number;
      readonly moves: readonly LeaveDeal[];
      readonly waits: readonly LeaveDeal[];
    }
  /** Back at work (or gone for good, without a ramp): deals covered by others, and how long the ramp is. */
  | {
      readonly type: 'leaveEnded';
      readonly rep: RepId;
      readonly on: Day;
      readonly rampDays: number;
      readonly lent: number;
    }
  /** Many deals moved as one set; the moves themselves are `taskChanged`. */
  | { readonly type: 'movedMany'; readonly from: RepId; readonly tasks: readonly TaskId[] }
  /** Mail that could not be delivered and is not tried again. */
  | {
      readonly type: 'mailDropped';
      /** Absent for whoever is told without being on the Team tab. */
      readonly rep?: RepId;
      readonly dropped: DroppedMail;
    }
  /** Somebody chose on their page, or by the link in a report, what mail they want. */
  | { readonly type: 'mailChosen'; readonly rep: RepId; readonly mail: MailChoice }
  /** A day is over: how it ended, kept for the history. */
  | { readonly type: 'dayClosed'; readonly day: TeamDay }
  /** Set-up found these tabs gone or without a column of people's, and put back what had stood there. */
  | { readonly type: 'tabsRestored'; readonly tabs: readonly ('tasks' | 'team' | 'rules')[] }
  /** A regular run is done for the time at which it was due, and will not be done again for it. */
  | {
      readonly type: 'runDone';
      readonly run: Run;
      readonly due: Instant;
      /** Only counted as done: there was nothing to do yet for a team that has just begun. */
      readonly first?: true;
    }
  | { readonly type: 'imported'; readonly tasks: number; readonly reps: number };
