import type { Day } from '../../shared/domain/day.ts';
import type { Tier } from '../../shared/domain/rep.ts';
import type { RowProblem } from './import-problem.ts';

/** Where a spelling was repaired. */
export type SpellingField = 'product' | 'sector' | 'country' | 'account' | 'agent';

/** Something about the source worth knowing, counted. Rows it speaks of were imported. */
export type Quirk =
  | {
      readonly code: 'SPELLING';
      readonly field: SpellingField;
      readonly from: string;
      readonly to: string;
      readonly count: number;
    }
  | {
      readonly code:
        | 'NO_ACCOUNT'
        | 'NO_AGENT'
        | 'PROSPECTING_WITHOUT_DATE'
        | 'ENGAGING_WITHOUT_DATE'
        | 'LOST_WITH_ZERO'
        | 'EMPTY_ROW'
        | 'MADE_UP_ADDRESS'
        | 'LIST_PRICE_AS_AMOUNT';
      readonly count: number;
    }
  | {
      readonly code:
        | 'AGENTS_WITHOUT_DEALS'
        | 'AGENTS_WITHOUT_OPEN_DEALS'
        | 'MANAGERS_WHO_SELL'
        | 'NOT_ON_BOARD'
        | 'UNKNOWN_COLUMN'
        | 'OWN_COLUMN'
        | 'TAB_NOT_GIVEN';
      readonly count: number;
      readonly names: readonly string[];
    };

/** What an import read, changed, left out and put on the board. */
export interface ImportSummary {
  readonly source: 'crm' | 'tabs';
  readonly folder: string;
  /** Data rows read per file, without headers and empty lines. */
  readonly files: readonly { readonly file: string; readonly rows: number }[];
  readonly reps: number;
  readonly supervisors: number;
  readonly tasks: number;
  readonly history: number;
  /** Rows of deals that are on neither tab; each one is among `rowProblems`. */
  readonly dealsLeftOut: number;
  /** Tiers proposed from the number of closed deals; absent when the source names tiers. */
  readonly proposedTiers?: Readonly<Record<Tier, number>>;
  /** First and last day in the source, and by how many days all of them were moved. */
  readonly days?: { readonly first: Day; readonly last: Day; readonly shiftedBy: number };
  readonly quirks: readonly Quirk[];
  readonly rowProblems: readonly RowProblem[];
}
