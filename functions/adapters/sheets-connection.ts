import { setTimeout as sleep } from 'node:timers/promises';
import { TABS, tabOf, type TabKey } from '../../shared/sheet/layout.ts';
import { BoardError } from '../../shared/ports/board.ts';
import { createSheetsClient, type sheets_v4 } from './google-sheets-client.ts';
import { isPassing, statusOf, withBackoff, type Earlier, type Pacing } from './sheets-backoff.ts';

export interface SheetsOptions {
  /** Google credentials; none for a local service that asks for none. */
  readonly auth?: Exclude<sheets_v4.Options['auth'], undefined>;
  /** Address of a Sheets-compatible service instead of Google's, with a slash at the end. */
  readonly rootUrl?: string;
  readonly pacing?: Pacing;
}

/** The Sheets API with our way of waiting, and its failures in the board's words. */
export interface SheetsConnection {
  readonly api: sheets_v4.Sheets;
  /** Runs a call until it succeeds or it is time to give up. Throws {@link BoardError}. */
  readonly run: <T>(attempt: (earlier: Earlier) => Promise<{ readonly data: T }>) => Promise<T>;
}

/** One call that takes longer than this is given up, and tried again where there is time left. */
const CALL_TIMEOUT_MS = 20_000;

/** Well inside the 60 s that a request to the functions may take. */
const REAL_PACING: Pacing = {
  random: Math.random,
  sleep: async (ms) => void (await sleep(ms)),
  now: () => performance.timeOrigin + performance.now(),
  deadlineMs: 40_000,
};

export const connectSheets = ({ auth, rootUrl, pacing = REAL_PACING }: SheetsOptions): SheetsConnection => {
  const api = createSheetsClient({
    version: 'v4',
    // The client would try GETs again on its own, unseen and on top of our own waiting.
    retry: false,
    timeout: CALL_TIMEOUT_MS,
    ...(auth === undefined ? {} : { auth }),
    ...(rootUrl === undefined ? {} : { rootUrl }),
  });
  return {
    api,
    run: async (attempt) => {
      try {
        return (await withBackoff(pacing, attempt)).data;
      } catch (error) {
        throw asBoardError(error);
      }
    },
  };
};

/** Google's failures in the board's words; what is none of the board's business stays as it is. */
const asBoardError = (error: unknown): unknown => {
  if (error instanceof BoardError) return error;
  const text = error instanceof Error ? error.message : String(error);
  const status = statusOf(error);
  if (status === 401 || status === 403)
    return new BoardError({ code: 'NO_ACCESS' }, `No access to the spreadsheet: ${text}`);
  if (status === 404)
    return new BoardError({ code: 'TAB_MISSING', tab: null }, `The spreadsheet is not there: ${text}`);
  const tab = status === 400 ? missingTab(text) : null;
  if (tab !== null) return tabMissing(tab, text);
  if (isPassing(error))
    return new BoardError({ code: 'UNAVAILABLE' }, `Google Sheets did not answer: ${text}`);
  return error;
};

export const tabMissing = (tab: TabKey, why: string): BoardError =>
  new BoardError({ code: 'TAB_MISSING', tab }, `The board's ${tab} tab (sheet ${TABS[tab].sheetId}): ${why}`);

/** `No grid with id: 710001` and its like name the sheet that is not there. */
const missingTab = (text: string): TabKey | null => {
  const id = /(?:grid|sheet)\w* (?:with )?id:? ?(\d+)/i.exec(text)?.[1];
  return id === undefined ? null : (tabOf(Number(id)) ?? null);
};

/** A range that begins below the last row of the grid is refused instead of being empty. */
export const isBeyondGrid = (error: unknown): boolean =>
  statusOf(error) === 400 && error instanceof Error && /exceeds grid limits/i.test(error.message);
