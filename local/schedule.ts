/** What Cloud Scheduler does in the cloud: a sweep every minute, a check of the board every ten. */
const SWEEP_EVERY_MS = 60_000;
const CHECK_EVERY_MS = 600_000;

/** Starts the two schedules; `post` calls a function. Returns the way to stop. */
export const startSchedule = (
  post: (path: string) => Promise<void>,
  onError: (error: unknown) => void,
): (() => void) => {
  const every = (ms: number, path: string): NodeJS.Timeout => {
    const timer = setInterval(() => void post(path).catch(onError), ms);
    timer.unref();
    return timer;
  };
  const timers = [every(SWEEP_EVERY_MS, 'onSweep'), every(CHECK_EVERY_MS, 'onReconcile')];
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
};
