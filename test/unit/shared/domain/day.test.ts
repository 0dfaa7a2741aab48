import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { dayAt, daysBetween, parseDay, plusDays, type Day } from '../../../../shared/domain/day.ts';
import { SEEDED } from '../../../support/arbitraries.ts';

const day = (text: string): Day => text as Day;
const days = fc.integer({ min: -30_000, max: 30_000 }).map((n) => plusDays(day('2026-11-23'), n));

/** A time zone holds for a whole process, so another zone needs another process. */
const onServerIn = (zone: string): Readonly<Record<string, unknown>> => {
  const script = `
    import { daysBetween, parseDay, plusDays } from './shared/domain/day.ts';
    import { workingDaysBetween } from './shared/domain/working-calendar.ts';
    console.log(JSON.stringify({
      serverSkipsADay: new Date(2011, 11, 30).getDate() !== 30,
      next: plusDays('2011-12-29', 1),
      between: daysBetween('2011-12-29', '2011-12-31'),
      parsed: parseDay('2011-12-30'),
      working: workingDaysBetween('2011-12-29', '2012-01-02', { workingDays: [1, 2, 3, 4, 5], holidays: [], extraWorkingDays: [] }),
    }));`;
  const flags = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const env = { ...process.env, TZ: zone };
  return JSON.parse(execFileSync(process.execPath, flags, { env, encoding: 'utf8' })) as Record<
    string,
    unknown
  >;
};

test.each([
  ['2026-11-23', '2026-11-23'],
  ['2024-02-29', '2024-02-29'],
  ['2026-02-29', null],
  ['2026-02-30', null],
  ['2026-13-01', null],
  ['2026-00-10', null],
  ['2026-1-5', null],
  ['23.11.2026', null],
  ['', null],
])('parseDay(%j) is %j', (text, expected) => {
  expect(parseDay(text)).toBe(expected);
});

describe('the day of an instant is the day people have in the team’s time zone', () => {
  test.each([
    ['Asia/Shanghai', Date.UTC(2026, 10, 22, 15, 59), '2026-11-22'],
    ['Asia/Shanghai', Date.UTC(2026, 10, 22, 16, 0), '2026-11-23'],
    ['UTC', Date.UTC(2026, 11, 31, 23, 59, 59), '2026-12-31'],
    ['Asia/Tokyo', Date.UTC(2026, 11, 31, 15, 0), '2027-01-01'],
    // The night the clocks go forward in New York, and the night they go back.
    ['America/New_York', Date.UTC(2026, 2, 8, 4, 59), '2026-03-07'],
    ['America/New_York', Date.UTC(2026, 2, 9, 3, 59), '2026-03-08'],
    ['America/New_York', Date.UTC(2026, 10, 2, 4, 59), '2026-11-01'],
  ])('%s at %i', (zone, at, expected) => {
    expect(dayAt(at, zone)).toBe(expected);
  });
});

describe('days between', () => {
  test.each([
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-23', '2026-11-30', 7],
    ['2026-12-31', '2027-01-01', 1],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-02-28', '2026-03-01', 1],
    ['2026-03-01', '2026-02-28', -1],
    // Over the nights on which clocks change in Europe and America.
    ['2026-03-07', '2026-03-30', 23],
    ['2026-10-24', '2026-11-02', 9],
  ])('from %s to %s is %i', (from, to, expected) => {
    expect(daysBetween(day(from), day(to))).toBe(expected);
    expect(plusDays(day(from), expected)).toBe(to);
  });

  test('are the same on a server in Samoa, which had no 30 December 2011', () => {
    const { serverSkipsADay, ...answers } = onServerIn('Pacific/Apia');
    expect(serverSkipsADay, 'the zone is really in force').toBe(true);
    expect(answers).toEqual({ next: '2011-12-30', between: 2, parsed: '2011-12-30', working: 2 });
  });

  test('going there and back again is where one was', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (from, n) => {
        expect(plusDays(plusDays(from, n), -n)).toBe(from);
        expect(daysBetween(from, plusDays(from, n))).toBe(n);
      }),
      { ...SEEDED, numRuns: 300 },
    );
  });
});
