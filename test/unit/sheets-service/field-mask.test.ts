import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choosesField,
  parseFieldMask,
  selectFields,
  writeFields,
  type FieldTree,
} from '../../../local/sheets-service/http/field-mask.ts';

describe('a mask', () => {
  it.each([
    ['a.b,c', { a: { b: true }, c: true }],
    ['a/b/c', { a: { b: { c: true } } }],
    ['a(b,c/d)', { a: { b: true, c: { d: true } } }],
    ['a(b(c)),a(d)', { a: { b: { c: true }, d: true } }],
    ['a.b,a', { a: true }],
    ['sheet_id', { sheetId: true }],
    ['a(*)', { a: true }],
    [' a , b ', { a: true, b: true }],
  ])('%s is read', (text, tree) => {
    expect(parseFieldMask(text)).toEqual(tree);
  });

  it('of a star is everything', () => {
    expect(parseFieldMask('*')).toBe(true);
    expect(parseFieldMask('a,*')).toBe(true);
  });

  it.each(['', 'a(', 'a)', 'a,,b', 'a.', '(a)'])('%j is refused', (text) => {
    expect(() => parseFieldMask(text)).toThrow();
  });
});

describe('choosing', () => {
  it('looks through lists and drops the rest', () => {
    const answer = { a: [{ b: 1, c: 2 }, { c: 3 }], d: 4 };
    expect(selectFields(answer, { a: { b: true } })).toEqual({ a: [{ b: 1 }, {}] });
  });

  it('knows whether something below a path is wanted', () => {
    const tree: FieldTree = { sheets: { data: { rowData: true } } };
    expect(choosesField(tree, ['sheets', 'data'])).toBe(true);
    expect(choosesField(tree, ['sheets', 'data', 'rowData', 'values'])).toBe(true);
    expect(choosesField(tree, ['sheets', 'properties'])).toBe(false);
  });
});

describe('writing', () => {
  it('takes masked fields from the source and clears those it does not give', () => {
    const target = { a: { b: 1, c: 2 }, d: 3, e: 4 };
    expect(writeFields(target, { a: { b: 9 }, e: 5 }, { a: { b: true }, d: true })).toEqual({
      a: { b: 9, c: 2 },
      e: 4,
    });
  });

  it('drops objects it leaves empty', () => {
    expect(writeFields({ a: { b: 1 } }, {}, { a: { b: true } })).toEqual({});
  });

  it('never touches what the mask does not name', () => {
    const small = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer());
    const mask = fc.subarray(['a', 'b', 'c', 'd'] as const);
    fc.assert(
      fc.property(small, small, mask, (target, source, names) => {
        const tree = Object.fromEntries(names.map((name) => [name, true] as const));
        const result = writeFields<Record<string, number>>(target, source, tree);
        for (const name of ['a', 'b', 'c', 'd'] as const) {
          expect(result[name]).toBe((names.includes(name) ? source : target)[name]);
        }
      }),
    );
  });
});
