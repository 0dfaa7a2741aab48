/** The engine's server time, in whole milliseconds since 1970. */
export interface CommitClock {
  /** Time for a read: never before the last commit. */
  read(): Date;
  /** Called just before each commit: from here on {@link read} is later than anything read or committed so far. */
  advance(): void;
  /** Makes every later time at least this one (after a restart: the last stored commit). */
  notBefore(ms: number): void;
}

/**
 * The engine aborts a transaction only when a document it read has a *later* millisecond than the read, so a rival
 * commit in the same millisecond would be overwritten unseen. Each commit therefore gets a millisecond of its own,
 * later than every read before it; with `now` frozen the time moves by one per commit and stays put for reads.
 * In a burst of more than 1,000 commits a second the time runs ahead of `now` by the surplus.
 */
export function createCommitClock(now: () => number): CommitClock {
  let latest = 0;
  const read = (): number => (latest = Math.max(latest, Math.trunc(now())));
  return {
    read: () => new Date(read()),
    advance: () => {
      latest = Math.max(latest + 1, Math.trunc(now()));
    },
    notBefore: (ms) => {
      latest = Math.max(latest, ms);
    },
  };
}
