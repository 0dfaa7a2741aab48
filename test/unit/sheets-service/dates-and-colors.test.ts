import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eightBitColor, withColorTwins } from '../../../local/sheets-service/model/colors.ts';
import { localeFormats } from '../../../local/sheets-service/values/locale-formats.ts';
import { parseDateTime } from '../../../local/sheets-service/values/parse-date.ts';
import { dateOfSerial, serialOf, serialOfInstant } from '../../../local/sheets-service/values/serial-date.ts';

describe('day numbers', () => {
  it.each([
    [1899, 12, 30, 0],
    [1900, 1, 1, 2],
    [2026, 1, 2, 46024],
    [2000, 2, 29, 36585],
  ])('of %i-%i-%i is %i', (year, month, day, serial) => {
    expect(serialOf(year, month, day)).toBe(serial);
  });

  it('name the day they came from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (serial) => {
        const { year, month, day } = dateOfSerial(serial);
        expect(serialOf(year, month, day)).toBe(serial);
      }),
    );
  });

  it('do not exist for days that do not', () => {
    expect(serialOf(2026, 2, 29)).toBeUndefined();
    expect(serialOf(2026, 13, 1)).toBeUndefined();
  });

  it('follow the clock of the time zone', () => {
    const instant = Date.UTC(2026, 2, 9, 18, 0);
    expect(serialOfInstant(instant, 'Etc/GMT', true)).toBe(46090.75);
    expect(serialOfInstant(instant, 'Asia/Shanghai', false)).toBe(46091);
    expect(serialOfInstant(instant, 'America/Los_Angeles', false)).toBe(46090);
  });
});

describe('typed dates', () => {
  it('in ISO form read the same in every locale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60_000 }),
        fc.constantFrom('en_US', 'en_GB', 'zh_CN'),
        (serial, locale) => {
          const { year, month, day } = dateOfSerial(serial);
          const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          expect(parseDateTime(text, localeFormats(locale), 2026)).toEqual({
            serial,
            type: 'DATE',
            pattern: 'yyyy-mm-dd',
          });
        },
      ),
    );
  });

  it('put two-digit years up to 29 into this century', () => {
    const year = (text: string) =>
      dateOfSerial(parseDateTime(text, localeFormats('en_US'), 2026)?.serial ?? 0).year;
    expect([year('1/1/29'), year('1/1/30')]).toEqual([2029, 1930]);
  });
});

describe('colours', () => {
  it('are the shortest names of 8-bit steps, without zeros and alpha', () => {
    expect(eightBitColor({ red: 251 / 255, green: 4 / 255, blue: 0, alpha: 1 })).toEqual({
      red: 0.9843137,
      green: 0.015686275,
    });
    expect(eightBitColor({ red: 2, green: -1 })).toEqual({ red: 1 });
  });

  it('stay what they are when read and written again', () => {
    const channel = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(channel, channel, channel, (red, green, blue) => {
        const once = eightBitColor({ red, green, blue });
        expect(eightBitColor(once)).toEqual(once);
      }),
    );
  });

  it('have both their forms wherever they stand', () => {
    const format = {
      borders: { top: { style: 'SOLID', color: { red: 1 } } },
      textFormat: { foregroundColor: {} },
    };
    expect(withColorTwins(format, [])).toEqual({
      borders: { top: { style: 'SOLID', color: { red: 1 }, colorStyle: { rgbColor: { red: 1 } } } },
      textFormat: { foregroundColor: {}, foregroundColorStyle: { rgbColor: {} } },
    });
  });
});
