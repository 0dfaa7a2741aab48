import { randomInt } from 'node:crypto';
import type { Clock, Ids } from '../../shared/ports/environment.ts';

/** Milliseconds in base 36 with a leading zero until the year 2059: in order for 3,000 years. */
const TIME_LENGTH = 9;
const TAIL_LENGTH = 5;
const TAILS = 36 ** TAIL_LENGTH;

const base36 = (value: number, length: number): string => value.toString(36).padStart(length, '0');

/**
 * Ids of 14 characters `[0-9a-z]`: the time in milliseconds, then a random tail, so that they sort by the
 * time they were made. Within a process each is greater than the one before, also when many are made in
 * one millisecond or the clock is put back. Two processes that make one in the same millisecond get the same with a
 * chance of 1 in 60 million.
 *
 * @param random a whole number from 0 up to but not including the bound; the default is cryptographic
 */
export const createRandomIds = (
  clock: Clock,
  random: (bound: number) => number = (bound) => randomInt(bound),
): Ids => {
  let time = 0;
  let tail = 0;
  return {
    next: () => {
      const now = Math.trunc(clock.now());
      if (now > time) {
        time = now;
        tail = random(TAILS);
      } else if (tail + 1 < TAILS) {
        tail += 1;
      } else {
        time += 1;
        tail = random(TAILS);
      }
      return base36(time, TIME_LENGTH) + base36(tail, TAIL_LENGTH);
    },
  };
};
