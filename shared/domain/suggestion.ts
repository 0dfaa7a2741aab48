import type { Day, Instant } from './day.ts';
import type { ReceiptId, RepId, TaskId } from './ids.ts';
import type { RatingCell } from './rep.ts';

export const FACTORS = [
  'tier',
  'industry',
  'style',
  'rhythm',
  'tools',
  'headroom',
  'continuity',
  'seat',
] as const;
export type Factor = (typeof FACTORS)[number];

/** One line of a receipt: `points = weight × value`; the parts add up to the score. */
export interface ScorePart {
  readonly factor: Factor;
  /** How well the rep does on this factor, 0 to 1. */
  readonly value: number;
  /** Share of the whole, 0 to 1; the weights of all parts add up to 1. */
  readonly weight: number;
  readonly points: number;
  /** Why the value is what it is, as a code with its data; the text lives in the catalogs. */
  readonly reason: PartReason;
}

export type PartReason =
  | {
      readonly code: 'TIER';
      readonly tier: string;
      readonly wanted: string;
      /** What a tier that nobody typed follows from. */
      readonly from?: { readonly months: number; readonly hardWins: number };
    }
  | { readonly code: 'HAS_TAG' | 'CONTESTED_TAG' | 'OTHER_TAGS' | 'NO_TAGS'; readonly tag: string }
  /** Learnt from closed deals: how far the shrunk rate is from the team's. */
  | {
      readonly code: 'LEARNT';
      readonly tag: string;
      readonly n: number;
      readonly rate: number;
      readonly mean: number;
      readonly contested: boolean;
    }
  /** Learnt from ratings and confirmed visit notes. */
  | {
      readonly code: 'RATED';
      readonly tag: string;
      readonly n: number;
      readonly rate: number;
      readonly contested: boolean;
    }
  | { readonly code: 'TOO_LITTLE'; readonly tag: string; readonly n: number; readonly least: number }
  | { readonly code: 'NOTHING_ASKED' }
  | { readonly code: 'LOAD'; readonly before: number; readonly after: number; readonly limit: number }
  | { readonly code: 'PRESENT_OWNER' | 'KNOWN_BEFORE_LEAVE' | 'NEW_TO_CUSTOMER' }
  | { readonly code: 'SEAT_FREE' | 'NO_SEAT' | 'NO_SEAT_NEEDED' };

export interface Scored {
  readonly rep: RepId;
  readonly name: string;
  readonly score: number;
  readonly parts: readonly ScorePart[];
}

export const EXCLUSION_RULES = [
  'PAUSED',
  'ON_LEAVE',
  'LEFT',
  'SUPERVISOR',
  'FULL_WITH_PENDING',
  /** Just back from leave: what they hold is above what the first days allow. */
  'RAMPING',
  /** Would be over a limit with this task, and somebody else would not. */
  'WOULD_EXCEED',
] as const;
export type ExclusionRule = (typeof EXCLUSION_RULES)[number];

/** The smallest change of load that would make another choice right; none where nobody else could be chosen. */
export type TurningPoint =
  | { readonly code: 'LOAD_OF_CHOSEN'; readonly rep: string; readonly above: number; readonly then: string }
  | { readonly code: 'LOAD_OF_OTHER'; readonly rep: string; readonly below: number }
  | { readonly code: 'NO_OTHER' };

/** Why a suggestion was made. */
export const CAUSES = [
  'NEW_TASK',
  'VALUE_UP',
  'OVERLOAD',
  'CAPACITY_FREED',
  'OWNER_AWAY',
  'LEAVE_OVER',
  'TAGS_CHANGED',
] as const;
export type Cause = (typeof CAUSES)[number];

/** Causes for which somebody has to fit clearly better than the owner; without the margin there is no suggestion. */
export const NEEDS_MARGIN: readonly Cause[] = ['VALUE_UP', 'TAGS_CHANGED'];

/** Spec 3.5: everything needed to recompute the choice by hand. Holds no contact. */
export interface Receipt {
  readonly id: ReceiptId;
  readonly taskId: TaskId;
  readonly at: Instant;
  readonly cause: Cause;
  readonly cell: RatingCell;
  readonly chosen: Scored;
  /** The present owner with their score, where there is one. */
  readonly incumbent?: Scored;
  readonly runnerUp?: Scored;
  readonly excluded: readonly { readonly rep: RepId; readonly name: string; readonly rule: ExclusionRule }[];
  readonly policyVersion: number;
  readonly turningPoint: TurningPoint;
}

/** A suggestion waiting for an answer, as kept with the team. The receipt is kept with the event. */
export interface Pending {
  readonly taskId: TaskId;
  readonly to: RepId;
  readonly from?: RepId;
  readonly cause: Cause;
  readonly at: Instant;
  readonly receipt: ReceiptId;
  readonly score: number;
  /** Load to keep free for it until it is answered. */
  readonly cell: RatingCell;
  readonly quietUntil?: Day;
  /** What speaks most for them, to be said in a few words. */
  readonly main?: Pick<ScorePart, 'factor' | 'reason'>;
  /** The customer has changed hands too often lately: only a supervisor may accept (spec 3.6). */
  readonly needs?: 'supervisor';
}
