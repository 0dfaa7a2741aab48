import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeTiers } from '../../../local/import/propose-tiers.ts';

describe('tiers proposed from closed deals', () => {
  it('makes the most experienced third senior, whoever closed nothing a newcomer, the rest growing', () => {
    const tiers = proposeTiers(new Map(Object.entries({ a: 0, b: 5, c: 9, d: 40, e: 7, f: 8, g: 41 })));
    expect(Object.fromEntries(tiers)).toEqual({
      a: 'newcomer',
      b: 'growing',
      e: 'growing',
      f: 'growing',
      c: 'growing',
      d: 'senior',
      g: 'senior',
    });
  });

  it('treats equal experience equally and never ranks less experience higher', () => {
    const rank = { newcomer: 0, growing: 1, senior: 2 };
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 40 }), (counts) => {
        const tiers = proposeTiers(new Map(counts.map((count, index) => [String(index), count])));
        counts.forEach((count, i) =>
          counts.forEach((other, j) => {
            if (count >= other)
              expect(rank[tiers.get(String(i))!]).toBeGreaterThanOrEqual(rank[tiers.get(String(j))!]);
          }),
        );
      }),
    );
  });

  it('has an answer for a team without any closed deal', () => {
    expect([...proposeTiers(new Map([['a', 0]])).values()]).toEqual(['newcomer']);
  });
});
