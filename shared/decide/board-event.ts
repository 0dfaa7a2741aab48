import type { RuleRow } from '../contract/policy.ts';
import type { BookKey } from '../domain/board-state.ts';
import type { Instant } from '../domain/day.ts';
import type { EventId, RepId, TaskId } from '../domain/ids.ts';
import type { ProofTab } from '../domain/proof.ts';
import type { TaskSignals } from '../domain/task.ts';
import type { TeamDay } from '../domain/team-day.ts';
import type { PersonAct } from '../ports/people.ts';
import type { BoardRead, ReadRow } from '../ports/board.ts';
import type { Effect } from './effects.ts';

/** What every event brings with it: the core has no clock and makes no ids. */
interface Happening {
  readonly id: EventId;
  readonly at: Instant;
  /** Who did it, as far as the sheet knows; null when it does not say. */
  readonly actor: string | null;
}

export type PlacedId = NonNullable<BoardRead['ids']['tasks']>[number];

/** Rows of the Tasks tab as they stand in the sheet now. */
export interface TasksRead extends Happening {
  readonly kind: 'tasks';
  readonly rows: readonly ReadRow[];
  /** Every id of the tab with its place: copied rows show up as one id in two places. */
  readonly ids: readonly PlacedId[];
  /** At least one unused id per row, in ascending order. */
  readonly freshIds: readonly string[];
  /** `import` only takes the rows in; the sweep after it looks at the team as a whole. */
  readonly origin: 'edit' | 'import';
  /** Tasks whose row has gone from the tab, found by comparing `ids` with the books. */
  readonly vanished: readonly string[];
  /** What a CRM knows about the task in a row, by row number. */
  readonly signals?: Readonly<Record<number, TaskSignals>>;
  /** When the reading of the sheet began; absent where nobody else can have been writing. */
  readonly readAt?: Instant;
  /** When the sheet was told of events that set an owner (null: not yet), as far as it had to be found out. */
  readonly told?: Readonly<Record<EventId, Instant | null>>;
}

/** The whole Team tab. */
export interface TeamRead extends Happening {
  readonly kind: 'team';
  readonly rows: readonly ReadRow[];
  readonly freshIds: readonly string[];
}

/** The whole Rules tab. */
export interface RulesRead extends Happening {
  readonly kind: 'rules';
  readonly rows: readonly RuleRow[];
}

/** Rows of the History, Ratings or Visit notes tab as they stand now, and rows that have gone. */
export interface ProofRead extends Happening {
  readonly kind: 'proof';
  readonly tab: ProofTab;
  readonly rows: readonly ReadRow[];
  /** Every id of the tab and where it stands. */
  readonly ids: readonly PlacedId[];
  /** At least one unused id per row, in ascending order. */
  readonly freshIds: readonly string[];
  readonly vanished: readonly string[];
}

/** Time has passed: staleness, leave, snoozed suggestions, the queue. */
export interface Swept extends Happening {
  readonly kind: 'sweep';
  /** The books to look at; none named means all. A large team is swept some books at a time. */
  readonly books: readonly BookKey[];
  /** How the team stood when yesterday ended; brought along when that day is still to be closed. */
  readonly ended?: Omit<TeamDay, 'counts'>;
}

/** A tick in the Audit tab, with the effect that the ticked row stands for. */
export interface UndoTicked extends Happening {
  readonly kind: 'undo';
  readonly auditId: string;
  readonly effect: Effect;
  /** The moves of a set that was moved at once: all of them are taken back. */
  readonly set?: readonly Effect[];
}

/** Rows of the Handovers tab as they stand in the sheet now. */
export interface HandoversRead extends Happening {
  readonly kind: 'handovers';
  readonly rows: readonly ReadRow[];
}

/** Something one person does away from the sheet: a signed link on the phone, the sidebar. */
export interface PersonActed extends Happening {
  readonly kind: 'act';
  readonly rep: RepId;
  readonly act: PersonAct;
  /** What the audit row of an undo stands for, and who did it. */
  readonly undone?: readonly Effect[];
  readonly undoneBy?: string | null;
}

/** A set of deals of one person is moved at once, as it was looked at before: from the sidebar. */
export interface ManyMoved extends Happening {
  readonly kind: 'many';
  readonly from: RepId;
  readonly moves: readonly { readonly taskId: TaskId; readonly to: RepId }[];
}

export type BoardEvent =
  TasksRead | TeamRead | RulesRead | ProofRead | Swept | UndoTicked | HandoversRead | PersonActed | ManyMoved;
