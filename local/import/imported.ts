import type { Day } from '../../shared/domain/day.ts';
import type { Language } from '../../shared/domain/rep.ts';
import type { OnProgress } from './import-progress.ts';
import type { ImportSummary } from './import-summary.ts';
import type { TeamSeed } from './team-seed.ts';

export interface ImportOptions {
  /** Language of the board; by default English for a CRM export, the language of the headers for tabs. */
  readonly language?: Language;
  /** Time zone of the board, an IANA name; by default that of the documented settings. */
  readonly timeZone?: string;
  /** Moves all days by the same number so that the newest of a deal lies here; by default they stay as they are. */
  readonly asOf?: Day;
  readonly onProgress?: OnProgress;
}

export interface Imported {
  readonly seed: TeamSeed;
  readonly summary: ImportSummary;
}
