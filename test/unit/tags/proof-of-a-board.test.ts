import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { BoardState } from '../../../shared/domain/board-state.ts';
import { learnFromProof } from '../../../shared/tags/learn-from-proof.ts';
import { proofOfTask } from '../../../shared/tags/proof-of.ts';
import { EMPTY_TALLY, rebuildTally } from '../../../shared/tags/proof-tally.ts';
import { boards, SEEDED, steps } from '../../support/arbitraries.ts';
import { startWorld, take } from '../../support/board-world.ts';
import { TODAY } from '../../support/board-builder.ts';

vi.setConfig({ testTimeout: 60_000 });

const recounted = ({ tasks }: BoardState) =>
  rebuildTally(
    Object.values(tasks).flatMap((task) => {
      const proof = proofOfTask(task);
      return proof === null ? [] : [proof];
    }),
  );

test('whatever people do, the proof kept edit by edit is what counting all tasks again gives, bit for bit', () => {
  let closed = 0;
  fc.assert(
    fc.property(boards, fc.array(steps, { minLength: 1, maxLength: 14 }), (board, life) => {
      const proof = { board: recounted(board), tabs: EMPTY_TALLY };
      let world = startWorld({ ...board, team: { ...board.team, proof } });
      for (const step of life) world = take(world, step).after;
      const again = recounted(world.state);
      const kept = world.state.team.proof!;
      expect(kept.board).toEqual(again);
      const bits = (team: BoardState['team']) => JSON.stringify([...learnFromProof(team, TODAY)]);
      const rebuilt = { ...world.state.team, proof: { board: again, tabs: EMPTY_TALLY } };
      expect(bits(world.state.team)).toBe(bits(rebuilt));
      if (Object.keys(again).length > 0) closed += 1;
    }),
    { ...SEEDED, numRuns: 150 },
  );
  // Lives in which nothing ever closes would prove nothing.
  expect(closed).toBeGreaterThan(30);
});
