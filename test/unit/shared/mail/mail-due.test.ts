import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../../shared/contract/policy.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import { MAIL_GROUPS, type MailChoice } from '../../../../shared/domain/mail-choice.ts';
import { mailDue, MOST_TRIES, nextMail, nextTry } from '../../../../shared/mail/mail-due.ts';
import { quietUntil } from '../../../../shared/schedule/quiet-until.ts';

const policy: Policy = DEFAULT_POLICY;
const AT_ONCE: MailChoice = { pace: 'atOnce', groups: MAIL_GROUPS };
const DAILY: MailChoice = { pace: 'daily', groups: MAIL_GROUPS };
/** By the clocks of Shanghai, which is eight hours ahead. Monday, 23 November 2026 is `day` 0. */
const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, 23 + day, hour - 8, minute);
const HOUR = 3_600_000;

describe('when mail is due', () => {
  it('is at once by day, at the end of quiet hours by night, on Monday after a weekend', () => {
    expect(mailDue(AT_ONCE, at(0, 10), policy)).toBe(at(0, 10));
    expect(mailDue(AT_ONCE, at(0, 21), policy)).toBe(at(1, 8));
    expect(mailDue(AT_ONCE, at(4, 21), policy)).toBe(at(7, 8));
    expect(mailDue(AT_ONCE, at(5, 12), policy)).toBe(at(7, 8));
  });

  it('is the next end of quiet hours for whoever wants one mail a day, also where there are none', () => {
    expect(mailDue(DAILY, at(0, 7), policy)).toBe(at(0, 8));
    expect(mailDue(DAILY, at(0, 8), policy)).toBe(at(1, 8));
    expect(mailDue(DAILY, at(0, 19), policy)).toBe(at(1, 8));
    expect(mailDue(DAILY, at(4, 9), policy)).toBe(at(7, 8));
    const never = {
      ...policy,
      mail: { ...policy.mail, quietFrom: '17:30', quietTo: '17:30', offDays: 'send' },
    } as Policy;
    expect(mailDue(DAILY, at(4, 9), never)).toBe(at(4, 17, 30));
    expect(mailDue(AT_ONCE, at(5, 3), never)).toBe(at(5, 3));
  });

  it('never lies in quiet hours or in the past, and one day has one time for daily mail', () => {
    const instant = fc.integer({ min: at(0, 0), max: at(400, 0) });
    fc.assert(
      fc.property(instant, fc.constantFrom(AT_ONCE, DAILY), (now, choice) => {
        const due = mailDue(choice, now, policy);
        expect(quietUntil(due, policy)).toBeNull();
        expect(due).toBeGreaterThanOrEqual(now);
        if (choice === DAILY && due - 1 > now) expect(mailDue(DAILY, due - 1, policy)).toBe(due);
      }),
    );
  });

  it('is an hour after the mail before, or as the rules say, and never in quiet hours', () => {
    expect(nextMail(at(0, 10), policy)).toBe(at(0, 11));
    expect(nextMail(at(0, 19, 30), policy)).toBe(at(1, 8));
    const none = { ...policy, mail: { ...policy.mail, everyMinutes: 0 } };
    expect(nextMail(at(0, 10), none)).toBe(at(0, 10));
  });

  it('after failures lies further and further ahead, and giving up takes about three days', () => {
    const noon = at(0, 12);
    const always = {
      ...policy,
      mail: { ...policy.mail, quietTo: policy.mail.quietFrom, offDays: 'send' },
    } as Policy;
    const waits = Array.from({ length: MOST_TRIES - 1 }, (_, n) => nextTry(n + 1, noon, always) - noon);
    expect(waits.toSorted((a, b) => a - b)).toEqual(waits);
    expect(waits[0]).toBe(10 * 60_000);
    const all = waits.reduce((sum, wait) => sum + wait, 0);
    expect(all).toBeGreaterThan(60 * HOUR);
    expect(all).toBeLessThan(96 * HOUR);
    expect(quietUntil(nextTry(5, at(4, 18), policy), policy)).toBeNull();
  });
});
