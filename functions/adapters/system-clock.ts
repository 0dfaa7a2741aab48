import type { Clock } from '../../shared/ports/environment.ts';

/** The machine's time of day. */
export const systemClock: Clock = { now: () => Date.now() };
