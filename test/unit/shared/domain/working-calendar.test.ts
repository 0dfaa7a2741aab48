import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plusDays, type Day, type Weekday } from '../../../../shared/domain/day.ts';
import {
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
  type WorkingCalendar,
} from '../../../../shared/domain/working-calendar.ts';
import { SEEDED } from '../../../support/arbitraries.ts';

const day = (text: string): Day => text as Day;
const weekdays = (holidays: readonly string[] = [], extra: readonly string[] = []): WorkingCalendar => ({
  workingDays: [1, 2, 3, 4, 5],
  holidays: holidays.map(day),
  extraWorkingDays: extra.map(day),
});

describe('working days', () => {
  test.each([
    ['Friday to Monday is one', '2026-11-20', '2026-11-23', [], 1],
    ['Monday to Friday is four', '2026-11-23', '2026-11-27', [], 4],
    ['a weekend is none', '2026-11-27', '2026-11-29', [], 0],
    ['the same day is none', '2026-11-23', '2026-11-23', [], 0],
    ['backwards is none', '2026-11-23', '2026-11-02', [], 0],
    ['a holiday is left out', '2026-09-30', '2026-10-08', ['2026-10-01', '2026-10-02'], 4],
    ['a holiday on a Sunday is left out only once', '2026-11-20', '2026-11-23', ['2026-11-22'], 1],
    ['a holiday written twice counts once', '2026-11-23', '2026-11-25', ['2026-11-24', '2026-11-24'], 1],
    ['a holiday on the first day does not matter', '2026-11-23', '2026-11-24', ['2026-11-23'], 1],
    ['over the year’s end', '2026-12-31', '2027-01-04', ['2027-01-01'], 1],
  ])('%s', (_name, from, to, holidays, expected) => {
    expect(workingDaysBetween(day(from), day(to), weekdays(holidays))).toBe(expected);
  });

  test.each([
    // National Day 2026 in China: 1 to 7 October off, Saturday the 10th made up.
    ['the Saturday that makes up for a holiday counts', '2026-10-08', '2026-10-12', ['2026-10-10'], 3],
    ['a made-up day that is worked anyway counts once', '2026-10-08', '2026-10-12', ['2026-10-09'], 2],
  ])('%s', (_name, from, to, extra, expected) => {
    expect(workingDaysBetween(day(from), day(to), weekdays(['2026-10-01', '2026-10-07'], extra))).toBe(
      expected,
    );
  });

  test('a day that is both a holiday and made up is worked', () => {
    expect(isWorkingDay(day('2026-10-10'), weekdays(['2026-10-10'], ['2026-10-10']))).toBe(true);
  });

  test('a team that works from Sunday to Thursday is off on Friday', () => {
    const calendar: WorkingCalendar = { ...weekdays(), workingDays: [1, 2, 3, 4, 7] };
    expect(isWorkingDay(day('2026-11-27'), calendar)).toBe(false);
    expect(nextWorkingDay(day('2026-11-27'), calendar)).toBe('2026-11-29');
    expect(workingDaysBetween(day('2026-11-26'), day('2026-11-30'), calendar)).toBe(2);
  });

  test('when every day for years is a holiday, no next working day is made up', () => {
    const holidays = Array.from({ length: 800 }, (_, n) => plusDays(day('2026-01-01'), n));
    expect(nextWorkingDay(day('2026-01-01'), { ...weekdays(), holidays })).toBeNull();
  });
});

const dates = fc.integer({ min: -30_000, max: 30_000 }).map((n) => plusDays(day('2026-11-23'), n));
const calendarsNear = (from: Day): fc.Arbitrary<WorkingCalendar> => {
  const list = fc
    .array(fc.nat({ max: 420 }), { maxLength: 12 })
    .map((all) => all.map((n) => plusDays(from, n - 10)));
  return fc.record({
    workingDays: fc.uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 }),
    holidays: list,
    extraWorkingDays: list,
  });
};
const given = dates.chain((from) => fc.tuple(fc.constant(from), fc.nat({ max: 400 }), calendarsNear(from)));

test('working days are what a person counts on a calendar, day by day', () => {
  const byHand = (from: Day, to: Day, calendar: WorkingCalendar): number => {
    let count = 0;
    for (let one = plusDays(from, 1); one <= to; one = plusDays(one, 1)) {
      const weekday = (new Date(`${one}T12:00:00Z`).getUTCDay() || 7) as Weekday;
      const normal = calendar.workingDays.includes(weekday) && !calendar.holidays.includes(one);
      if (normal || calendar.extraWorkingDays.includes(one)) count += 1;
    }
    return count;
  };
  fc.assert(
    fc.property(given, ([from, length, calendar]) => {
      const to = plusDays(from, length);
      expect(workingDaysBetween(from, to, calendar)).toBe(byHand(from, to, calendar));
    }),
    { ...SEEDED, numRuns: 200 },
  );
});

test('the next working day is worked, and no day before it is', () => {
  fc.assert(
    fc.property(given, ([from, , calendar]) => {
      const next = nextWorkingDay(from, calendar);
      if (next === null) throw new Error('a weekday is worked, so there is one');
      expect(isWorkingDay(next, calendar)).toBe(true);
      if (next > from) expect(workingDaysBetween(plusDays(from, -1), next, calendar)).toBe(1);
    }),
    { ...SEEDED, numRuns: 200 },
  );
});
