import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockTimeOf } from '../../../shared/domain/clock-time.ts';
import {
  dayAt,
  instantOf,
  isoWeekday,
  plusDays,
  type Day,
  type Weekday,
} from '../../../shared/domain/day.ts';
import { isDue, lastDue, type Weekly } from '../../../shared/schedule/last-due.ts';
import { SEEDED } from '../../support/arbitraries.ts';
import { instants, zones } from './zones.ts';

const MONDAY: Weekly = { weekday: 1, time: '08:30' };
const BERLIN = 'Europe/Berlin';
const at = (text: string): number => Date.parse(text);
const HOUR = 3_600_000;

const weeklies: fc.Arbitrary<Weekly> = fc.record({
  weekday: fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7),
  time: fc.nat({ max: 1439 }).map(clockTimeOf),
});

describe('the last time a weekly run was due', () => {
  test.each([
    ['the minute before is still last week', '2026-11-23T07:29:59.999Z', '2026-11-16T07:30:00.000Z'],
    ['the minute itself', '2026-11-23T07:30:00.000Z', '2026-11-23T07:30:00.000Z'],
    ['Sunday night', '2026-11-29T22:59:00.000Z', '2026-11-23T07:30:00.000Z'],
    // Clocks went back on 25 October: the same time on the wall, an hour later in UTC.
    ['over the end of summer time', '2026-10-26T07:29:00.000Z', '2026-10-19T06:30:00.000Z'],
    ['over the year’s end', '2027-01-03T12:00:00.000Z', '2026-12-28T07:30:00.000Z'],
  ])('%s', (_name, now, expected) => {
    expect(new Date(lastDue(at(now), MONDAY, BERLIN)).toISOString()).toBe(expected);
  });

  test('a Friday that the calendar left out is made up for at the first moment after it', () => {
    const friday: Weekly = { weekday: 5, time: '08:30' };
    const due = lastDue(at('2011-12-31T00:00:00Z'), friday, 'Pacific/Apia');
    expect(new Date(due).toISOString()).toBe('2011-12-30T10:00:00.000Z');
  });

  test('is never later than now, never more than a week and a day ago, and on the asked day', () => {
    fc.assert(
      fc.property(instants, zones, weeklies, (now, zone, weekly) => {
        const due = lastDue(now, weekly, zone);
        expect(due).toBeLessThanOrEqual(now);
        expect(now - due).toBeLessThan(8 * 24 * HOUR);
        const days = Array.from({ length: 9 }, (_, n) => plusDays(dayAt(due, zone), -n));
        const asked = days.find((day) => isoWeekday(day) === weekly.weekday) as Day;
        expect(due).toBe(instantOf(asked, weekly.time, zone));
      }),
      { ...SEEDED, numRuns: 400 },
    );
  });

  test('nothing that was due lies between it and now', () => {
    fc.assert(
      fc.property(instants, zones, weeklies, (now, zone, weekly) => {
        const due = lastDue(now, weekly, zone);
        for (let ahead = -9; ahead <= 2; ahead += 1) {
          const day = plusDays(dayAt(now, zone), ahead);
          if (isoWeekday(day) !== weekly.weekday) continue;
          const one = instantOf(day, weekly.time, zone);
          expect(one > due && one <= now, `${day} was missed`).toBe(false);
        }
      }),
      { ...SEEDED, numRuns: 400 },
    );
  });
});

describe('a weekly run', () => {
  test('after a month of standstill is due once, and done it is not due again', () => {
    const last = at('2026-10-05T06:30:00Z');
    const now = at('2026-11-05T12:00:00Z');
    expect(isDue(last, now, MONDAY, BERLIN)).toBe(true);
    expect(isDue(lastDue(now, MONDAY, BERLIN), now, MONDAY, BERLIN)).toBe(false);
    expect(isDue(lastDue(now, MONDAY, BERLIN), at('2026-11-09T07:30:00Z'), MONDAY, BERLIN)).toBe(true);
  });

  test.each<[string, Weekly, string]>([
    ['half an hour later', { weekday: 1, time: '09:00' }, BERLIN],
    ['a zone further west', MONDAY, 'America/New_York'],
  ])('is not repeated because somebody moves it: %s', (_name, weekly, zone) => {
    expect(isDue(at('2026-11-23T07:30:00Z'), at('2026-11-23T14:00:00Z'), weekly, zone)).toBe(false);
    expect(isDue(at('2026-11-23T07:30:00Z'), at('2026-11-30T14:00:00Z'), weekly, zone)).toBe(true);
  });

  test('looked at every few hours over years, is done once in every week', () => {
    fc.assert(
      fc.property(instants, zones, weeklies, fc.integer({ min: 1, max: 30 }), (start, zone, weekly, step) => {
        let last = lastDue(start, weekly, zone);
        let [done, behind] = [0, false];
        const weeks = 60;
        for (let now = start; now <= start + weeks * 7 * 24 * HOUR; now += step * HOUR) {
          if (!isDue(last, now, weekly, zone)) continue;
          const due = lastDue(now, weekly, zone);
          behind ||= due - last > 8 * 24 * HOUR;
          [last, done] = [due, done + 1];
        }
        expect(behind).toBe(false);
        expect(done).toBeGreaterThanOrEqual(weeks - 1);
        expect(done).toBeLessThanOrEqual(weeks + 1);
      }),
      { ...SEEDED, numRuns: 12 },
    );
  });
});
