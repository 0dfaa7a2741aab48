import type { Day } from './day.ts';
import type { RepId } from './ids.ts';
import type { Month } from './points-ledger.ts';
import type { TagFamily, Tier } from './rep.ts';

/** A quarter of a calendar year, `2026Q3`. Proof is aged by whole quarters, so it is stored by quarter. */
export type Quarter = string & { readonly __quarter: unique symbol };

/**
 * What proof is about. `industry/` without a name holds deals whose industry is not known: they count toward
 * the team's mean and toward no tag.
 */
export type Slot = `${Exclude<TagFamily, 'rhythm'>}/${string}` | 'rhythm' | 'hard';

export const MONTHS_IN_QUARTER = [0, 1, 2] as const;
export type MonthInQuarter = (typeof MONTHS_IN_QUARTER)[number];

/** One piece of proof: `hits` out of `of`, both whole numbers. */
export interface Mark {
  readonly slot: Slot;
  readonly hits: number;
  readonly of: number;
}

/** What one row of the board proves: a closed deal, a rating, or a confirmed visit note. */
export interface RowProof {
  /** Empty for deals of somebody who is not on the team: they count toward the team's mean. */
  readonly rep: RepId | '';
  readonly quarter: Quarter;
  /** Which month of the quarter, 0 to 2: shown as the age of a tag; no rate follows from it. */
  readonly month: MonthInQuarter;
  readonly marks: readonly Mark[];
}

/** The tabs whose rows are proof. */
export const PROOF_TABS = ['history', 'ratings', 'notes'] as const;
export type ProofTab = (typeof PROOF_TABS)[number];

/**
 * What one row of a tab of proof was counted for, kept so that an edit of the row can be taken off and put on again
 * exactly. `day`: the closing day of a deal in the History tab. `twin`: the same deal stands closed on the Tasks tab
 * and is counted there, so this row counts for nothing.
 */
export interface CountedRow {
  readonly proof: RowProof;
  readonly day?: Day;
  readonly twin?: true;
}

/**
 * What is kept of counted rows and of deals closed on the Tasks tab, in parts of bounded size, by part and key: rows
 * by their id, closed deals (`true`) by print and task id.
 */
export type ProofBooks = Readonly<Record<string, ProofBook>>;
export type ProofBook = Readonly<Record<string, CountedRow | true>>;

/** `[hits, of]`, and how many rows are of the first, second and third month of the quarter: whole numbers. */
export type Count = readonly [hits: number, of: number, first: number, second: number, third: number];

/**
 * All proof of a team as whole numbers, by rep, slot and quarter. Whole numbers are what makes one row more or
 * less exactly the same as counting everything again.
 */
export type ProofTally = Readonly<
  Record<string, Readonly<Partial<Record<Slot, Readonly<Record<string, Count>>>>>>
>;

/** How proof is counted; settings of the Rules tab. */
export interface TagRules {
  /** After this many months proof weighs half. */
  readonly halfLifeMonths: number;
  /** Closed deals in an industry, and wins, from which a tag is spoken of; fewer are "not enough history". */
  readonly leastDeals: number;
  readonly leastWins: number;
}

/** What proof says about one tag of one rep. Rates are rounded to what the board shows. */
export interface LearntTag {
  readonly family: TagFamily;
  readonly tag: string;
  readonly source: 'deals' | 'opinions';
  /** Pieces of proof, each counted once however old: closed deals, wins, or ratings and notes. */
  readonly n: number;
  /** The same with old proof weighing less. */
  readonly weight: number;
  /** Shrunk rate, three decimals. */
  readonly rate: number;
  /** 90% interval of the rate. */
  readonly low: number;
  readonly high: number;
  /** What the rate is shrunk toward: the team's own rate. */
  readonly mean: number;
  /** Month of the newest proof, and the one from which it weighs nothing any more. */
  readonly last: Month;
  readonly expires: Month;
  /** Whether there is proof enough to speak of, and how many pieces that takes. */
  readonly enough: boolean;
  readonly least: number;
}

/** What is known of a rep from proof alone. */
export interface Learnt {
  readonly tier: Tier;
  /** Wins of hard deals and months since the first closed deal: what the tier follows from. */
  readonly hardWins: number;
  readonly months: number;
  readonly tags: readonly LearntTag[];
}

/**
 * A rep doubts a tag. `open`: it weighs half until the supervisor has answered; `upheld`: the tag stands;
 * `withdrawn`: the tag counts as not known.
 */
export const CONTEST_STATES = ['open', 'upheld', 'withdrawn'] as const;
export type ContestState = (typeof CONTEST_STATES)[number];

/** One tag that its owner doubts, with what the supervisor said of it and the rep's own words. */
export interface Contest {
  readonly tag: string;
  readonly state: ContestState;
  readonly reason?: string;
}

/** What a tick and an answer beside the contested tags of a Team row ask for. */
export interface ContestWish {
  readonly ticked: boolean;
  readonly answer?: Exclude<ContestState, 'open'>;
}

/** How far one point of a learnt rate above or below the team's moves a factor: 20 points move it to its end. */
export const PULL = 2.5;
