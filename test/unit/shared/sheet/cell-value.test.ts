import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDay } from '../../../../shared/domain/day.ts';
import {
  dayOfSerial,
  isChecked,
  isFormulaError,
  readDay,
  readNumber,
  readText,
  serialOfDay,
  serialOfInstant,
} from '../../../../shared/sheet/cell-value.ts';
import { SEEDED } from '../../../support/arbitraries.ts';

describe('numbers as people type them', () => {
  test.each([
    [12000, 12000],
    ['12000', 12000],
    ['12,000', 12000],
    ['1,234,567.5', 1234567.5],
    ['¥12,000', 12000],
    ['￥12,000', 12000],
    ['$ 99.50', 99.5],
    ['１２，０００', 12000],
    ['１２．５', 12.5],
    ['1.2万', 12000],
    ['0.57万', 5700],
    ['8.2 万', 82000],
    ['1,000万', 10_000_000],
    ['-5', -5],
    [' 7 ', 7],
    [0, 0],
  ])('%j is %d', (raw, expected) => {
    expect(readNumber(raw)).toBe(expected);
  });

  test.each([
    '',
    'lots',
    '12,34',
    '1,2345',
    '1e5',
    '0x10',
    '12%',
    '1.2.3',
    '万',
    '=1+1',
    '2026-11-23',
    true,
    null,
  ])('%j is no number', (raw) => {
    expect(readNumber(raw)).toBeNull();
  });

  test('a number is read back as it was shown, with or without separators', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (n) => {
        expect(readNumber(n.toLocaleString('en-US'))).toBe(n);
        expect(readNumber(String(n))).toBe(n);
      }),
      SEEDED,
    );
  });

  test('a number in 万 is exact to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (hundredths) => {
        expect(readNumber(`${(hundredths / 100).toFixed(2)}万`)).toBe(hundredths * 100);
      }),
      SEEDED,
    );
  });
});

describe('dates as people type them', () => {
  test.each([
    [46349, '2026-11-23'],
    [46349.75, '2026-11-23'],
    ['2026-11-23', '2026-11-23'],
    ['2026/1/5', '2026-01-05'],
    ['2026.11.23', '2026-11-23'],
    ['2026年11月23日', '2026-11-23'],
    ['2026 年 1 月 5 日', '2026-01-05'],
    ['２０２６-１１-２３', '2026-11-23'],
    [' 2024-02-29 ', '2024-02-29'],
  ])('%j is %s', (raw, expected) => {
    expect(readDay(raw)).toBe(expected);
  });

  test.each([
    '2026-02-29',
    '2026-13-01',
    '23/11/2026',
    '11/23/2026',
    '26-11-23',
    'yesterday',
    '#REF!',
    '',
    0,
    -1,
    12_345_678,
    Number.NaN,
    true,
    null,
  ])('%j is no date', (raw) => {
    expect(readDay(raw)).toBeNull();
  });

  test('a day written into the sheet is read back as the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 79_999 }), (serial) => {
        const day = dayOfSerial(serial);
        expect(serialOfDay(day)).toBe(serial);
        expect(parseDay(day)).toBe(day);
      }),
      SEEDED,
    );
  });

  test('a moment is shown as the team’s own date and time of day', () => {
    const at = Date.UTC(2026, 10, 22, 16, 30);
    expect(serialOfInstant(at, 'Asia/Shanghai')).toBeCloseTo(46349 + 30 / 1440, 9);
    expect(serialOfInstant(at, 'UTC')).toBeCloseTo(46348 + 16.5 / 24, 9);
  });
});

test.each([
  ['#REF!', true],
  ['#N/A', true],
  ['#DIV/0!', true],
  ['#NAME?', true],
  ['#ERROR!', true],
  ['#1 customer', false],
  ['REF!', false],
  [0, false],
])('whether %j is a failed formula: %j', (raw, expected) => {
  expect(isFormulaError(raw)).toBe(expected);
});

test('a cell’s text is trimmed, numbers are as typed, an empty cell is empty text', () => {
  expect([' 王  ', 12.5, true, null].map(readText)).toEqual(['王', '12.5', 'true', '']);
});

test('a checkbox is ticked as itself and as text', () => {
  expect([true, 'TRUE', 'true', false, 'yes', 1, null].map(isChecked)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
