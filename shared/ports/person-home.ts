import type { Day, Instant } from '../domain/day.ts';
import type { HandoverItemKey, HandoverItem } from '../domain/handover.ts';
import type { RepId, ReceiptId, TaskId, TeamId } from '../domain/ids.ts';
import type { ContestState } from '../domain/proof.ts';
import type { Language, Role, TagFamily } from '../domain/rep.ts';
import type { MailChoice } from '../domain/mail-choice.ts';
import type { DroppedMail } from '../domain/mail-waits.ts';
import type { Cause } from '../domain/suggestion.ts';
import type { Light, TaskType } from '../domain/task.ts';

/** Load against the limits in force. */
export interface Gauge {
  readonly load: number;
  readonly limit: number;
  readonly resumeAt: number;
  readonly keyTasks: number;
  readonly keyLimit: number;
  readonly paused: boolean;
  /** Null for whoever is not above the line that counts for them. */
  readonly wayBack: WayBack | null;
}

/** The shortest list of somebody's open tasks whose leaving brings them back to a line. */
export interface WayBack {
  /** `limit`: both limits in force; `resume`: they are paused, and take work again only from that line on. */
  readonly line: 'limit' | 'resume';
  /** Load at that line. */
  readonly to: number;
  /** Empty when all their tasks together are not enough. */
  readonly tasks: readonly WayBackTask[];
  /** Load once those have gone. */
  readonly load: number;
}

export interface WayBackTask {
  readonly taskId: TaskId;
  readonly customer: string;
  readonly title: string;
  readonly points: number;
}

/** Everything one person's pages show, from one moment. */
export interface PersonHome {
  readonly team: TeamId;
  readonly at: Instant;
  readonly today: Day;
  readonly timeZone: string;
  readonly rep: {
    readonly id: RepId;
    readonly name: string;
    readonly role: Role;
    readonly language: Language;
    readonly mail: MailChoice;
  };
  readonly gauge: Gauge;
  /** Own open tasks: red first, then yellow, then longest without progress. */
  readonly tasks: readonly TaskLine[];
  /** Suggestions this person may answer, oldest first. A supervisor sees those of their team. */
  readonly suggestions: readonly SuggestionCard[];
  /** Open handovers this person gives, takes, or (supervisor) may release; soonest due first. */
  readonly handovers: readonly HandoverCard[];
  readonly points: PointsTotal;
  /** Mail that did not reach somebody within the last two weeks, newest first. Empty for reps. */
  readonly undelivered: readonly DroppedMail[];
  /** Tasks that wait for somebody with room, oldest first. Empty for reps without the supervisor's role. */
  readonly waiting: readonly WaitingLine[];
  /** Everybody of a supervisor's board with their load, the fullest first; empty for everybody else. */
  readonly reps: readonly RepLine[];
  /** The newest moves and sets of moves of a supervisor's team, newest first; empty for everybody else. */
  readonly moves: readonly MoveLine[];
  /** Own place among those who could take an ordinary next task; null for whoever could not (paused, away, full). */
  readonly turn: { readonly place: number; readonly of: number } | null;
  /** Own tags, typed and learnt, by family. */
  readonly tags: readonly TagLine[];
  /** Contests that wait for this supervisor's answer; empty for everybody else. */
  readonly contests: readonly ContestLine[];
}

/** One tag of a person, as their pages show it. */
export interface TagLine {
  /** What `contestTag` takes. `name` is how to show it. */
  readonly tag: string;
  readonly name: string;
  readonly family: TagFamily;
  /** Pieces of proof; 0 for a tag that was typed and has none. */
  readonly n: number;
  /** Whether suggestions take it into account: typed, or proof enough. */
  readonly counts: boolean;
  /** Spoken, in the reader's language: n, estimate, interval, age. */
  readonly text: string;
  /** `null`: nobody doubts it. */
  readonly contest: ContestState | null;
  readonly reason?: string;
}

export interface ContestLine {
  readonly rep: RepId;
  readonly repName: string;
  readonly tag: string;
  readonly name: string;
  /** What speaks for the tag, in the reader's language. */
  readonly text: string;
  readonly reason?: string;
}

export interface TaskLine {
  readonly taskId: TaskId;
  readonly customer: string;
  readonly title: string;
  readonly type: TaskType;
  readonly points: number;
  readonly light: Light;
  /** By days without progress alone, as reports count it: `light` may be yellow for another reason. */
  readonly idleLight: Light;
  readonly progressOn: Day;
  /** Days without progress, as the rules count them. */
  readonly days: number;
  /** The supervisor who works along on strategic deals. */
  readonly partner: string | null;
  /** `locked`: a handover to this person is still open. */
  readonly contact: 'locked' | 'open' | 'none';
}

export interface SuggestionCard {
  readonly taskId: TaskId;
  readonly receipt: ReceiptId;
  readonly customer: string;
  readonly title: string;
  readonly type: TaskType;
  readonly cause: Cause;
  /** Spoken, in the reader's language: 「老王,你手上这个项目可能更适合 Lisa,要不要转给她?」 */
  readonly question: string;
  /** The receipt in words, one line each. Empty when it cannot be found any more. */
  readonly reasons: readonly string[];
  /** `owner`: asked to give it away; `candidate`: asked to take it; `supervisor`: decides for them. */
  readonly as: 'owner' | 'candidate' | 'supervisor';
  readonly from: string | null;
  readonly to: string;
  /** What it does to the load of whoever would get it. */
  readonly taker: LoadChange;
  /** The same for whoever would give it away; null when nobody owns it. */
  readonly giver: LoadChange | null;
  /** How whoever gets it would come back under their limits; null when it fits. */
  readonly wayBack: WayBack | null;
  /** Set until this day: somebody chose "snooze". */
  readonly quietUntil: Day | null;
}

export interface LoadChange {
  readonly before: number;
  readonly after: number;
  readonly limit: number;
  readonly keysAfter: number;
  readonly keyLimit: number;
}

export interface HandoverCard {
  readonly taskId: TaskId;
  readonly customer: string;
  readonly title: string;
  readonly as: 'giver' | 'taker' | 'supervisor';
  readonly from: string;
  readonly to: string;
  readonly openedAt: Instant;
  readonly due: Instant;
  readonly overdue: boolean;
  readonly items: readonly (HandoverItem & { readonly item: HandoverItemKey })[];
  /** Whether this person may release it with gaps now. */
  readonly mayRelease: boolean;
}

export interface PointsTotal {
  /** `2026-11`. */
  readonly month: string;
  readonly inMonth: number;
  /** First month of the promotion period that is running, and its months. */
  readonly periodFrom: string;
  readonly periodMonths: number;
  readonly inPeriod: number;
}

export interface WaitingLine {
  /** 1 = next. */
  readonly position: number;
  readonly taskId: TaskId;
  readonly customer: string;
  readonly title: string;
  readonly type: TaskType;
  readonly waitingSince: Instant;
  /** Spoken, in the reader's language: why it waits and what would free it. */
  readonly why: string;
}

export interface RepLine {
  readonly rep: RepId;
  readonly name: string;
  readonly light: Light | null;
  readonly load: number;
  readonly limit: number;
  readonly tasks: number;
  readonly keyTasks: number;
  /** Spoken, in the reader's language. */
  readonly status: string;
}

/** Deals that one event moved. */
export interface MoveLine {
  /** What `undo` takes. */
  readonly auditId: string;
  readonly at: Instant;
  /** Who moved them, as far as the sheet said: a name of the team, or an address. */
  readonly actor: string | null;
  /** Nobody: the rule for new tasks. */
  readonly automatic: boolean;
  /** Names, each once; null stands for nobody. */
  readonly from: readonly (string | null)[];
  readonly to: readonly (string | null)[];
  /** The first of them. */
  readonly deals: readonly { readonly customer: string; readonly title: string }[];
  readonly count: number;
  /** How many of them can still be taken back: they are with whoever got them. */
  readonly open: number;
}
