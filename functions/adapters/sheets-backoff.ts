/**
 * Waiting and trying again after the Sheets API was busy or broken. Google's client tries again for reads by
 * GET alone; nearly all our calls are POST, so the waiting is done here, for every call alike.
 */

/** How to wait; all of it is given in, so that tests wait for nothing. */
export interface Pacing {
  /** 0 ≤ n < 1. */
  random(): number;
  sleep(ms: number): Promise<void>;
  /** Milliseconds; only differences are used. */
  now(): number;
  /** Longest time one call may take, waiting included. After it the call counts as failed. */
  readonly deadlineMs: number;
}

/** What is known of an earlier attempt of the same call. */
export interface Earlier {
  /** The last attempt may have been carried out although no good answer came back. */
  readonly maybeDone: boolean;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 16_000;

/** Answers that say "later": nothing was done after 429, and nobody knows after the others. */
const BUSY = 429;
const BROKEN: ReadonlySet<number> = new Set([500, 502, 503, 504]);

/** HTTP status of a failed call; null when no answer came at all. */
export const statusOf = (error: unknown): number | null => {
  const { status, response, code } = error as {
    readonly status?: unknown;
    readonly response?: { readonly status?: unknown };
    readonly code?: unknown;
  };
  for (const one of [status, response?.status, code]) {
    const number = typeof one === 'string' && /^\d{3}$/.test(one) ? Number(one) : one;
    if (typeof number === 'number') return number;
  }
  return null;
};

/** Whether the network failed, as opposed to our own code: such errors name a system call or a time-out. */
const isNetworkTrouble = (error: unknown): boolean =>
  statusOf(error) === null &&
  error instanceof Error &&
  !(error instanceof TypeError && error.cause === undefined) &&
  !(error instanceof RangeError || error instanceof ReferenceError);

export const isPassing = (error: unknown): boolean => {
  const status = statusOf(error);
  return status === null ? isNetworkTrouble(error) : status === BUSY || BROKEN.has(status);
};

/** `Retry-After` in milliseconds, as seconds or as a date; 0 when there is none. */
const askedToWait = (error: unknown, now: number): number => {
  const headers = (error as { readonly response?: { readonly headers?: unknown } }).response?.headers;
  // The client brings its own Headers class, so it is known by its method.
  const value = (headers as Partial<Headers> | undefined)?.get?.('retry-after');
  if (value == null || value === '') return 0;
  const seconds = Number(value);
  const wait = Number.isNaN(seconds) ? Date.parse(value) - now : seconds * 1000;
  return Number.isFinite(wait) ? Math.max(0, wait) : 0;
};

/**
 * Truncated exponential backoff with jitter: 0.25–0.5 s, 0.5–1 s, 1–2 s … 8–16 s, longer if the answer asks for
 * it. Throws the last error when it is not a passing one, or when waiting would overrun the deadline.
 */
export const withBackoff = async <T>(
  pacing: Pacing,
  attempt: (earlier: Earlier) => Promise<T>,
): Promise<T> => {
  const giveUpAt = pacing.now() + pacing.deadlineMs;
  let maybeDone = false;
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt({ maybeDone });
    } catch (error) {
      if (!isPassing(error)) throw error;
      maybeDone ||= statusOf(error) !== BUSY;
      const exponential = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries);
      const wait = Math.max(exponential * (0.5 + 0.5 * pacing.random()), askedToWait(error, pacing.now()));
      if (pacing.now() + wait > giveUpAt) throw error;
      await pacing.sleep(wait);
    }
  }
};
