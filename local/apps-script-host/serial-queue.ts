/** Runs jobs one after the other, in the order in which they were added; a failed one holds up nothing. */
export interface SerialQueue {
  add<T>(job: () => Promise<T>): Promise<T>;
  /** Resolves when everything added so far has ended. */
  readonly idle: () => Promise<void>;
}

export function createSerialQueue(): SerialQueue {
  let tail: Promise<void> = Promise.resolve();
  return {
    add: (job) => {
      const result = tail.then(job);
      tail = result.then(
        () => undefined,
        () => undefined,
      );
      return result;
    },
    idle: () => tail,
  };
}
