import type { Day } from '../../shared/domain/day.ts';
import type { Language } from '../../shared/domain/rep.ts';
import type { TaskSignals } from '../../shared/domain/task.ts';
import type { RawCell } from '../../shared/ports/board.ts';

/** One new row of a tab by column key: what a person would type. Days are date serials, absent = empty. */
export type SeedCells = Readonly<Record<string, RawCell>>;

export interface SeedRow {
  readonly cells: SeedCells;
}

/** An open deal for the Tasks tab, with what its source knows beside the cells. */
export interface SeedTask extends SeedRow {
  /** Facts known when a deal is assigned; value and difficulty are proposed from them. */
  readonly signals?: TaskSignals;
  readonly createdOn?: Day;
}

/** A whole team ready to be put on an empty board, wherever it came from. */
export interface TeamSeed {
  readonly team: readonly SeedRow[];
  /** Open deals, for the Tasks tab. */
  readonly tasks: readonly SeedTask[];
  /** Closed deals, for the History tab. */
  readonly history: readonly SeedRow[];
  /** What supervisors said of people, for the Ratings tab, and notes of visits. */
  readonly ratings?: readonly SeedRow[];
  readonly notes?: readonly SeedRow[];
  readonly language: Language;
  /** IANA name. */
  readonly timeZone: string;
  /** Settings that differ from the documented defaults, by key of the Rules tab. */
  readonly rules?: Readonly<Record<string, RawCell>>;
}

/** A list of tags as one cell: `tagCell(['CRM', 'PPT'], 'en')` is `CRM, PPT`. */
export const tagCell = (tags: readonly string[], language: Language): string =>
  tags.join(language === 'en' ? ', ' : '、');

type Filled<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what is undefined: an absent cell is an empty one. */
export const filled = <T extends object>(fields: T): Filled<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Filled<T>;
