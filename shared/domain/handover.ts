import type { Instant } from './day.ts';
import type { RepId, TaskId } from './ids.ts';

/** Spec 3.6: what the old owner passes on with a customer, and the new owner confirms having read. */
export const HANDOVER_ITEMS = ['preferences', 'highlights', 'concerns'] as const;
export type HandoverItemKey = (typeof HANDOVER_ITEMS)[number];

export interface HandoverItem {
  /** Never a contact: those have a document of their own. */
  readonly text: string;
  /** `draft`: taken from the deal's notes; `person`: somebody wrote it; `none`: nothing there yet. */
  readonly source: 'none' | 'draft' | 'person';
  readonly confirmed: boolean;
}

/** One handover of one deal, kept with the task. It stays there, closed, until the deal moves on. */
export interface Handover {
  readonly from: RepId;
  readonly to: RepId;
  readonly openedAt: Instant;
  /** From then on the supervisor may release it with gaps. */
  readonly due: Instant;
  readonly items: Readonly<Record<HandoverItemKey, HandoverItem>>;
  /** `done`: all three confirmed. `released`: the supervisor opened the gate although something was missing. */
  readonly state: 'open' | 'done' | 'released';
  /** The giver's own handover as it was: in force again when the deal goes back to them. */
  readonly earlier?: Handover;
}

/** What the team's head knows of an open handover: enough to remind, to list and to count. */
export interface HandoverLine {
  readonly taskId: TaskId;
  readonly customer: string;
  readonly title: string;
  readonly from: RepId;
  readonly to: RepId;
  readonly openedAt: Instant;
  readonly due: Instant;
  /** Items that a person has written, and items that are confirmed. */
  readonly written: readonly HandoverItemKey[];
  readonly confirmed: readonly HandoverItemKey[];
  /** Items where nothing stands yet. */
  readonly gaps: readonly HandoverItemKey[];
  /** When whoever is late was last reminded. */
  readonly remindedAt?: Instant;
}
