/** The jobs of Cloud Scheduler, more often than in the cloud, so that a newcomer need not wait. */
const SWEEP_EVERY_MS = 60_000;
const CHECK_EVERY_MS = 600_000;

interface Schedule {
  /** Starts no further job and waits for those under way. */
  close(): Promise<void>;
}

/**
 * Starts the two schedules; `post` calls a function. A board that was there before is checked at once, for
 * edits that an earlier run took in but did not live to forward.
 */
export const startSchedule = (
  post: (path: string) => Promise<void>,
  onError: (error: unknown) => void,
  options: { readonly checkNow: boolean },
): Schedule => {
  const underWay = new Set<Promise<void>>();
  const start = (path: string): void => {
    const job = post(path)
      .catch(onError)
      .finally(() => underWay.delete(job));
    underWay.add(job);
  };
  const every = (ms: number, path: string): NodeJS.Timeout => {
    const timer = setInterval(() => start(path), ms);
    timer.unref();
    return timer;
  };
  const timers = [every(SWEEP_EVERY_MS, 'onSweep'), every(CHECK_EVERY_MS, 'onReconcile')];
  if (options.checkNow) start('onReconcile');
  return {
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(underWay);
    },
  };
};
