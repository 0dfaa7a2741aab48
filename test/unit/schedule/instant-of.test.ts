import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockTimeOf, type ClockTime } from '../../../shared/domain/clock-time.ts';
import { dayAt, instantOf, plusDays, startOfDay, type Day } from '../../../shared/domain/day.ts';
import { SEEDED } from '../../support/arbitraries.ts';
import { instants, zones } from './zones.ts';

const iso = (day: string, time: ClockTime, zone: string): string =>
  new Date(instantOf(day as Day, time, zone)).toISOString();

describe('the instant of a time on the clocks of a zone', () => {
  test.each<[string, ClockTime, string, string, string]>([
    ['an ordinary morning', '08:30', '2026-11-23', 'Asia/Shanghai', '2026-11-23T00:30:00.000Z'],
    [
      'left out in spring: when the gap is over',
      '02:30',
      '2026-03-29',
      'Europe/Berlin',
      '2026-03-29T01:00:00.000Z',
    ],
    ['left out in New York', '02:00', '2026-03-08', 'America/New_York', '2026-03-08T07:00:00.000Z'],
    ['twice in autumn: the first', '02:30', '2026-10-25', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['after the hour that comes twice', '03:00', '2026-10-25', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
    ['half an hour left out', '02:15', '2026-10-04', 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    ['half an hour twice', '01:45', '2026-04-05', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
    ['a whole day left out', '08:30', '2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['the day after it', '08:30', '2011-12-31', 'Pacific/Apia', '2011-12-30T18:30:00.000Z'],
    ['a day without midnight', '00:00', '2017-10-15', 'America/Sao_Paulo', '2017-10-15T03:00:00.000Z'],
    ['back for Ramadan', '02:30', '2026-02-15', 'Africa/Casablanca', '2026-02-15T01:30:00.000Z'],
  ])('%s', (_name, time, day, zone, expected) => {
    expect(iso(day, time, zone)).toBe(expected);
  });

  test('shows that time, or is the first one after a gap; and nothing earlier shows it', () => {
    fc.assert(
      fc.property(instants, zones, fc.nat({ max: 1439 }), (near, zone, minutes) => {
        const day = dayAt(near, zone);
        const time = clockTimeOf(minutes);
        const at = instantOf(day, time, zone);
        const shown = showing(at, zone);
        const wanted = `${day} ${time}`;
        expect(shown >= wanted, `${shown} for ${wanted}`).toBe(true);
        // A moment earlier the clocks had not come there yet, except where the same time comes twice.
        expect(showing(at - 1, zone) < wanted, `already ${showing(at - 1, zone)}`).toBe(true);
      }),
      { ...SEEDED, numRuns: 400 },
    );
  });

  test('days follow each other without gap or overlap', () => {
    fc.assert(
      fc.property(instants, zones, (near, zone) => {
        const day = dayAt(near, zone);
        const [start, next] = [startOfDay(day, zone), startOfDay(plusDays(day, 1), zone)];
        expect(start).toBeLessThanOrEqual(near);
        expect(next).toBeGreaterThanOrEqual(start);
        expect(dayAt(start, zone)).toBe(day);
      }),
      { ...SEEDED, numRuns: 300 },
    );
  });
});

/** What a wall clock shows, by the platform's own calendar rather than the library's. */
const showing = (at: number, zone: string): string => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
};
