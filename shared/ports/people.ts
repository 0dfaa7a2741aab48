import type { HandoverItemKey } from '../domain/handover.ts';
import type { RepId, ReceiptId, TaskId, TeamId } from '../domain/ids.ts';
import type { MailChoice } from '../domain/mail-choice.ts';
import type { ContestState } from '../domain/proof.ts';
import type { PersonHome } from './person-home.ts';

/**
 * What people do and see outside the sheet (phone pages, sidebar): one application interface, whatever the page.
 * The caller says who acts; whoever calls has made sure of it (signed link, identity token).
 */
export interface People {
  /** Everything one person's pages show, from one moment. Null: no such board, or nobody of that id on it. */
  home(team: TeamId, rep: RepId): Promise<PersonHome | null>;
  /** Carries out one act of one person. The same `id` acts once: a second call answers `repeated`. */
  act(team: TeamId, request: ActRequest): Promise<ActOutcome>;
}

/** Something a person wants done. */
export type PersonAct =
  /** Answers a suggestion. `receipt` is the one that was on the page: another one since then is not answered. */
  | { readonly do: 'accept' | 'keep' | 'snooze'; readonly taskId: TaskId; readonly receipt: ReceiptId }
  /** Old owner (or a supervisor) writes items of a handover; a changed item has to be confirmed anew. */
  | {
      readonly do: 'writeHandover';
      readonly taskId: TaskId;
      readonly items: Readonly<Partial<Record<HandoverItemKey, string>>>;
    }
  /** New owner confirms having read an item; the third one opens the contact. `all` confirms what is left. */
  | { readonly do: 'confirmHandover'; readonly taskId: TaskId; readonly item: HandoverItemKey | 'all' }
  /** Supervisor opens the gate although something is missing, once the handover is due. */
  | { readonly do: 'releaseHandover'; readonly taskId: TaskId }
  /** Present owner asks for the contact. Audited; the answer carries it, nothing else does. */
  | { readonly do: 'fetchContact'; readonly taskId: TaskId }
  /** Takes back what an audit row stands for (`undo` of an earlier outcome), or all moves of an event by its id. */
  | { readonly do: 'undo'; readonly auditId: string }
  /** A rep doubts a tag of their own; it weighs half until the supervisor answers. Again: the reason is replaced. */
  | { readonly do: 'contestTag'; readonly tag: string; readonly reason?: string }
  /** Supervisor answers: `upheld` = the tag stands, `withdrawn` = it counts as not known. */
  | {
      readonly do: 'answerContest';
      readonly rep: RepId;
      readonly tag: string;
      readonly answer: Exclude<ContestState, 'open'>;
    }
  /** What mail somebody wants from now on. */
  | { readonly do: 'chooseMail'; readonly mail: MailChoice }
  /** No more weekly reports; other mail stays as it is. */
  | { readonly do: 'endReports' }
  /** Supervisor moves many deals as one change-set. */
  | { readonly do: 'moveMany'; readonly moves: readonly { readonly taskId: TaskId; readonly to: RepId }[] };

export interface ActRequest {
  /** 8 to 64 letters, digits or hyphens. A page's form carries one, so a double tap acts once. */
  readonly id: string;
  readonly rep: RepId;
  readonly act: PersonAct;
}

/** Why nothing was done. Each is something to tell the person, none is a bug. */
export const ACT_REFUSALS = [
  /** No such deal on this board, or not a deal of this person's: the same answer, so that ids cannot be probed. */
  'NOT_YOURS',
  'TASK_CLOSED',
  /** The suggestion on the page has been answered, replaced or taken back. */
  'SUGGESTION_GONE',
  /** Whoever should get it is away or gone. */
  'TARGET_AWAY',
  'NO_HANDOVER',
  /** Nothing stands there yet, so there is nothing to have read. */
  'ITEM_EMPTY',
  /** Too long; at most 2,000 characters an item, 200 for the reason of a contest. */
  'TEXT_TOO_LONG',
  /** Released with gaps only after its due time. */
  'NOT_DUE',
  'SUPERVISOR_ONLY',
  /** The contact opens when all three items are confirmed. */
  'GATE_CLOSED',
  'NO_CONTACT',
  /** Nothing is known of this person under that tag. */
  'NO_SUCH_TAG',
  /** Nobody contests that tag (any more). */
  'NO_CONTEST',
  'CANNOT_UNDO',
] as const;
export type ActRefusal = (typeof ACT_REFUSALS)[number];

export type ActOutcome =
  | {
      readonly kind: 'done';
      /** To take it back: `{ do: 'undo', auditId }`. Null where there is nothing to take back. */
      readonly undo: string | null;
      /** Only for `fetchContact`. Show it, never keep or log it. */
      readonly contact?: string;
      /** False: done and kept, the sheet hears of it at the next run. */
      readonly told: boolean;
    }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'refused'; readonly why: ActRefusal }
  | { readonly kind: 'unknown' };
