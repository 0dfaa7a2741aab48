import { dayAt, instantOf, plusDays, type Instant } from '../domain/day.ts';
import type { MailChoice } from '../domain/mail-choice.ts';
import type { Policy } from '../domain/policy.ts';
import { quietUntil } from '../schedule/quiet-until.ts';

const afterQuiet = (at: Instant, policy: Policy): Instant => quietUntil(at, policy) ?? at;

/** The day's one mail goes when quiet hours end, on the next day that mail is sent at all. */
const nextDaily = (at: Instant, policy: Policy): Instant => {
  const day = dayAt(at, policy.timeZone);
  const today = instantOf(day, policy.mail.quietTo, policy.timeZone);
  const next = today > at ? today : instantOf(plusDays(day, 1), policy.mail.quietTo, policy.timeZone);
  return afterQuiet(next, policy);
};

/**
 * When mail about something that is known at `at` is due: at once, after quiet hours and days off, or with the
 * day's one mail.
 *
 * @example mailDue({ pace: 'atOnce', … }, Friday 21:00, defaults) // Monday 08:00, in the team's zone
 */
export const mailDue = ({ pace }: MailChoice, at: Instant, policy: Policy): Instant =>
  pace === 'daily' ? nextDaily(at, policy) : afterQuiet(at, policy);

const MINUTE_MS = 60_000;

/**
 * When somebody who got a mail at `last` may get another that is not urgent: what comes up until then goes as one.
 *
 * @example nextMail(10:00, defaults) // 11:00
 */
export const nextMail = (last: Instant, policy: Policy): Instant =>
  afterQuiet(last + policy.mail.everyMinutes * MINUTE_MS, policy);

/** Minutes between one try and the next: soon at first, as most trouble passes; daily in the end. */
const WAITS = [10, 30, 60, 180, 360, 720, 1440, 1440] as const;

/** Tries before a mail is given up: with the waits above about three days, a long weekend without a mail server. */
export const MOST_TRIES = WAITS.length + 1;

/** When to try again what has failed `tries` times. */
export const nextTry = (tries: number, at: Instant, policy: Policy): Instant =>
  afterQuiet(at + (WAITS[Math.min(tries, WAITS.length) - 1] ?? 0) * MINUTE_MS, policy);

/** What could not even be tried, as the mail server did not answer others. */
export const soonAgain = (at: Instant, policy: Policy): Instant =>
  afterQuiet(at + WAITS[0] * MINUTE_MS, policy);
