/** Runs work with the same key one after another, in the order it was asked for; other keys go on beside it. */
export type OneAtATime = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/**
 * Keeps the edits of one team that reach this process from fighting each other in the database: a burst of 20
 * edits is then 20 quick transactions instead of a storm of aborted ones. Correctness does not rest on it, the
 * transactions see to that between processes.
 */
export const createOneAtATime = (): OneAtATime => {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    // What a failed piece of work throws goes to its own caller, not to the next in line.
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    last.set(key, settled);
    try {
      return await mine;
    } finally {
      if (last.get(key) === settled) last.delete(key);
    }
  };
};
