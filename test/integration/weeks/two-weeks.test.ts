import { beforeAll, describe, expect, test } from 'vitest';
import type { Day } from '../../../shared/domain/day.ts';
import {
  daysMissed,
  inQuietHours,
  problemsOf,
  sentTwice,
  severalPerSweep,
  weekliesMissed,
} from '../../support/weeks/weeks-checks.ts';
import { live, type Lived } from '../../support/weeks/weeks-life.ts';

/**
 * Two weeks around the end of summer time in Berlin, with a night's alert, a weekend's, a mail server that is down for most of a day,
 * and an outage over the second Monday's reports. `npm run bench -- weeks` lives through ten.
 */
describe('two weeks of a team', () => {
  let lived: Lived;
  beforeAll(async () => {
    lived = await live({
      from: '2026-10-19' as Day,
      weeks: 2,
      habit: 'byFit',
      seed: 7,
      timeZone: 'Europe/Berlin',
      holidays: ['2026-10-30' as Day],
      happenings: [
        { day: 1, what: 'raise', time: '22:10' },
        { day: 2, what: 'noMail', hours: 22 },
        { day: 3, what: 'leave', name: 'Lisa', days: 4 },
        { day: 5, what: 'raise', time: '11:00' },
        { day: 6, what: 'outage', hours: 42 },
      ],
    });
  }, 400_000);

  test('bring mail of every day-to-day kind', () => {
    const kinds = new Set(lived.mails.flatMap((mail) => mail.kinds));
    for (const kind of ['suggestion', 'overload', 'handover', 'stale', 'away', 'report', 'digest'])
      expect([...kinds]).toContain(kind);
    expect(lived.mails.length).toBeGreaterThan(100);
  });

  test('name in a rep’s report what they wrote as next step themselves', () => {
    const reports = lived.mails.filter(({ kinds }) => kinds.includes('report'));
    expect(reports.filter(({ text }) => text.includes('约下一次沟通')).length).toBeGreaterThan(0);
  });

  test('send no mail twice, though the mail server was down for most of a day', () => {
    expect(lived.log.filter(({ event }) => event === 'mail not sent').length).toBeGreaterThan(0);
    expect(sentTwice(lived)).toEqual([]);
  });

  test('send no mail at night, at weekends or on a holiday, before and after the clocks change', () => {
    expect(inQuietHours(lived)).toEqual([]);
  });

  test('send each person at most one mail per sweep', () => {
    expect(severalPerSweep(lived)).toEqual([]);
  });

  test('send each weekly mail once, and what an outage left out when it is over', () => {
    expect(weekliesMissed(lived)).toEqual([]);
    const late = lived.mails.filter(
      ({ at, kinds }) => kinds.includes('digest') && at >= Date.UTC(2026, 9, 26),
    );
    // Monday's reports were due at 08:30 (07:30 UTC, in winter time) and came with the first sweep on Tuesday that may send.
    expect(new Set(late.map(({ at }) => at))).toEqual(new Set([Date.UTC(2026, 9, 27, 7)]));
  });

  test('keep each day of the history on which somebody looked, and leave the others out', () => {
    expect(daysMissed(lived)).toEqual([]);
    const kept = lived.days.map(({ day }) => day);
    expect(kept).toContain('2026-10-24');
    // Nothing ran from Sunday noon to Tuesday morning: how Sunday ended nobody knows.
    expect(kept).not.toContain('2026-10-25');
  });

  test('leave nothing untold and break nothing else', () => {
    expect(lived.left).toBe(0);
    expect(problemsOf(lived)).toEqual([]);
    expect(lived.log.filter(({ event }) => event !== 'mail not sent')).toEqual([]);
  });
});
