import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCommitClock } from '../../../local/firestore-engine/commit-clock.ts';

describe('the commit clock', () => {
  it('gives each commit a millisecond after every read and commit before it, whatever the wall clock does', () => {
    const step = fc.record({ wall: fc.integer({ min: 0, max: 10 }), commit: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let wall = 0;
        const clock = createCommitClock(() => wall);
        let latest = -1;
        for (const { wall: reading, commit } of steps) {
          wall = reading;
          if (commit) clock.advance();
          const time = clock.read().getTime();
          if (commit) expect(time).toBeGreaterThan(latest);
          expect(time).toBeGreaterThanOrEqual(Math.max(latest, wall));
          latest = time;
        }
      }),
    );
  });

  it('stays put for reads while the wall clock stands still', () => {
    const clock = createCommitClock(() => 1000);
    expect([clock.read(), clock.read(), clock.read()].map(Number)).toEqual([1000, 1000, 1000]);
  });

  it('starts after the last stored commit even when the wall clock was set back', () => {
    const clock = createCommitClock(() => 1000);
    clock.notBefore(5000);
    clock.advance();
    expect(clock.read().getTime()).toBe(5001);
  });
});
