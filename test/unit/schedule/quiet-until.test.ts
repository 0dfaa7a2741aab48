import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../../shared/contract/policy.ts';
import { clockTimeOf } from '../../../shared/domain/clock-time.ts';
import { dayAt, plusDays, type Day, type Instant, type Weekday } from '../../../shared/domain/day.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { calendarOf, isWorkingDay } from '../../../shared/domain/working-calendar.ts';
import { quietUntil } from '../../../shared/schedule/quiet-until.ts';
import { SEEDED } from '../../support/arbitraries.ts';
import { instants, zones } from './zones.ts';

const BERLIN: Policy = { ...DEFAULT_POLICY, timeZone: 'Europe/Berlin' };
const until = (now: string, policy: Policy = BERLIN): string | null => {
  const free = quietUntil(Date.parse(now), policy);
  return free === null ? null : new Date(free).toISOString();
};
const mail = (changes: Partial<Policy['mail']>): Policy => ({
  ...BERLIN,
  mail: { ...BERLIN.mail, ...changes },
});
const off = (...holidays: readonly string[]): Policy => ({
  ...BERLIN,
  stale: { ...BERLIN.stale, holidays: holidays as unknown as readonly Day[] },
});

describe('quiet hours', () => {
  test.each([
    ['at noon on a working day', '2026-11-23T11:00:00Z', null],
    ['the last minute before', '2026-11-23T18:59:59.999Z', null],
    ['from the very minute', '2026-11-23T19:00:00Z', '2026-11-24T07:00:00.000Z'],
    ['after midnight', '2026-11-24T02:00:00Z', '2026-11-24T07:00:00.000Z'],
    ['over at the very minute', '2026-11-24T07:00:00Z', null],
    ['Friday evening until Monday morning', '2026-11-27T20:00:00Z', '2026-11-30T07:00:00.000Z'],
    ['Sunday noon until Monday morning', '2026-11-29T11:00:00Z', '2026-11-30T07:00:00.000Z'],
    ['in the night when clocks go back', '2026-10-25T00:30:00Z', '2026-10-26T07:00:00.000Z'],
    ['in the night when clocks go forward', '2026-03-30T00:30:00Z', '2026-03-30T06:00:00.000Z'],
  ])('%s', (_name, now, expected) => {
    expect(until(now)).toBe(expected);
  });

  test('within one day, such as over lunch', () => {
    const lunch = mail({ quietFrom: '12:00', quietTo: '13:00' });
    expect(until('2026-11-23T11:30:00Z', lunch)).toBe('2026-11-23T12:00:00.000Z');
    expect(until('2026-11-23T22:00:00Z', lunch)).toBeNull();
  });

  test('that begin and end at the same time are none', () => {
    expect(until('2026-11-23T23:00:00Z', mail({ quietFrom: '08:00', quietTo: '08:00' }))).toBeNull();
  });

  test('when days off do not hold mail, Saturday is a day like any other', () => {
    expect(until('2026-11-28T11:00:00Z', mail({ offDays: 'send' }))).toBeNull();
    expect(until('2026-11-28T20:00:00Z', mail({ offDays: 'send' }))).toBe('2026-11-29T07:00:00.000Z');
  });

  test('holidays hold mail over the year’s end, a made-up Saturday lets it go', () => {
    expect(until('2026-12-31T20:00:00Z', off('2027-01-01'))).toBe('2027-01-04T07:00:00.000Z');
    const saturday = { ...BERLIN, week: { ...BERLIN.week, extraWorkingDays: ['2026-11-28' as Day] } };
    expect(until('2026-11-28T11:00:00Z', saturday)).toBeNull();
    expect(until('2026-11-27T21:00:00Z', saturday)).toBe('2026-11-28T07:00:00.000Z');
  });

  test('without a working day for years mail is not kept for ever: only the hours count', () => {
    const holidays = Array.from({ length: 1200 }, (_, n) => plusDays('2026-01-01' as Day, n));
    const never = off(...holidays);
    expect(until('2026-11-23T11:00:00Z', never)).toBeNull();
    expect(until('2026-11-23T20:00:00Z', never)).toBe('2026-11-24T07:00:00.000Z');
  });
});

const times = fc.nat({ max: 1439 }).map(clockTimeOf);
const policies = fc.record({ now: instants, timeZone: zones }).chain(({ now, timeZone }) => {
  const near = fc.integer({ min: -4, max: 12 }).map((n) => plusDays(dayAt(now, timeZone), n));
  const list = fc.array(near, { maxLength: 5 });
  return fc.record({
    now: fc.constant(now),
    policy: fc
      .record({
        quietFrom: times,
        quietTo: times,
        offDays: fc.constantFrom('hold', 'send'),
        workingDays: fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
        holidays: list,
        extraWorkingDays: list,
      })
      .map(({ quietFrom, quietTo, offDays, workingDays, holidays, extraWorkingDays }): Policy => ({
        ...DEFAULT_POLICY,
        timeZone,
        mail: { ...DEFAULT_POLICY.mail, quietFrom, quietTo, offDays },
        week: { workingDays, extraWorkingDays },
        stale: { ...DEFAULT_POLICY.stale, holidays },
      })),
  });
});

describe('whatever zone, hours and calendar', () => {
  test('the instant named is later, not quiet itself, and on a day that is worked', () => {
    fc.assert(
      fc.property(policies, ({ now, policy }) => {
        const free = quietUntil(now, policy);
        if (free !== null) expect(free).toBeGreaterThan(now);
        const sent = free ?? now;
        expect(quietUntil(sent, policy)).toBeNull();
        const worked = isWorkingDay(dayAt(sent, policy.timeZone), calendarOf(policy));
        // In St. John's, until 2011, a minute of the new day came before the last hour of the old one.
        const unclear = policy.timeZone === 'America/St_Johns';
        expect(worked || policy.mail.offDays === 'send' || unclear).toBe(true);
      }),
      { ...SEEDED, numRuns: 500 },
    );
  });

  test('every moment until then is quiet, and names the same end', () => {
    const moments = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(policies, moments, ({ now, policy }, part) => {
        const free = quietUntil(now, policy);
        if (free === null) return;
        const between: Instant = Math.min(free - 1, Math.floor(now + (free - now) * part));
        expect(quietUntil(between, policy)).toBe(free);
      }),
      { ...SEEDED, numRuns: 500 },
    );
  });
});
