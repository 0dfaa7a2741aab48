import type { RepId } from './ids.ts';

/** `2026-11`: points are totalled by calendar month in the team's time zone. */
export type Month = string & { readonly __month: unique symbol };

/** Days a rep has held a deal with progress (see shared/moves/credit.ts). */
export interface Held {
  readonly rep: RepId;
  readonly days: number;
}

/** One line of the ledger: tenths of a point, so that shares add up exactly. */
export interface Earned {
  readonly rep: RepId;
  readonly tenths: number;
  /** For what: own time on the deal, or as the supervisor who worked along. */
  readonly as: 'owner' | 'partner';
}

/** What a won deal earned, and in which month it counts. Taken back as a whole when the deal is reopened. */
export interface Earning {
  readonly month: Month;
  readonly shares: readonly Earned[];
}

/** Totals in tenths of a point, by rep and month. The recorded effects explain every one of them. */
export type PointTotals = Readonly<Record<string, Readonly<Record<string, number>>>>;
