import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandomIds } from '../../../functions/adapters/random-ids.ts';

const NOON = Date.UTC(2026, 10, 23, 12);
const idsAt = (times: readonly number[], random: (bound: number) => number): readonly string[] => {
  let call = 0;
  const ids = createRandomIds({ now: () => times[call++] ?? NOON }, random);
  return times.map(() => ids.next());
};

describe('random ids', () => {
  it('are 14 characters of 0-9 and a-z', () => {
    const ids = createRandomIds({ now: () => NOON });
    for (let n = 0; n < 100; n += 1) expect(ids.next()).toMatch(/^[0-9a-z]{14}$/);
  });

  it('rise whatever the clock does: many in a millisecond, put back, jumping ahead', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: NOON, max: NOON + 5 }), { maxLength: 50 }),
        fc.nat(),
        (times, seed) => {
          const made = idsAt(times, (bound) => seed % bound);
          expect([...made].sort()).toEqual(made);
          expect(new Set(made).size).toBe(made.length);
        },
      ),
    );
  });

  it('rise also when the tails of a millisecond run out', () => {
    const made = idsAt([NOON, NOON, NOON], (bound) => bound - 1);
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(3);
  });

  it('sort by the time they were made, across processes too', () => {
    const [early] = idsAt([NOON], (bound) => bound - 1);
    const [late] = idsAt([NOON + 1], () => 0);
    expect(early! < late!).toBe(true);
  });

  it('differ between processes in the same millisecond', () => {
    const one = new Set(Array.from({ length: 50 }, () => createRandomIds({ now: () => NOON }).next()));
    expect(one.size).toBeGreaterThan(45);
  });
});
