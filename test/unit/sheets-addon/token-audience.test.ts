import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audienceOf } from '../../../sheets-addon/src/token-audience.ts';

const tokenWith = (claims: object) =>
  ['{}', JSON.stringify(claims)].map((part) => Buffer.from(part).toString('base64url')).join('.') +
  '.signature';

describe('the audience of an identity token', () => {
  it('is read whatever the other claims are and however long', () => {
    const aud = fc.string({ unit: fc.constantFrom(...'0123456789abcxyz-_.~/:') });
    fc.assert(
      fc.property(aud, fc.string({ unit: 'grapheme' }), (expected, name) => {
        expect(audienceOf(tokenWith({ name, aud: expected, exp: 1 }))).toBe(expected);
      }),
    );
  });

  it('is empty when there is no token, no claim or no sense in it', () => {
    for (const token of [null, '', 'x', 'a.b.c', '..', tokenWith({}), tokenWith({ aud: 3 }), 'a.bnVsbA.c']) {
      expect(audienceOf(token)).toBe('');
    }
  });
});
