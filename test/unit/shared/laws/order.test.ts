import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { BoardEvent } from '../../../../shared/decide/board-event.ts';
import { decide } from '../../../../shared/decide/decide.ts';
import type { BoardState } from '../../../../shared/domain/board-state.ts';
import { boards, SEEDED, steps } from '../../../support/arbitraries.ts';
import { startWorld, take, wholeOf } from '../../../support/board-world.ts';

// Many boards, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 60_000 });

/** The same record with its keys in another order. */
const shuffled = <T>(record: Readonly<Record<string, T>>, seed: number): Record<string, T> =>
  Object.fromEntries(
    Object.entries(record)
      .map(([key, value], index) => ({ key, value, at: (Math.imul(index + 1, 2654435761) ^ seed) >>> 0 }))
      .sort((a, b) => a.at - b.at)
      .map(({ key, value }) => [key, value]),
  );

const boardInOtherOrder = (board: BoardState, seed: number): BoardState => ({
  team: {
    ...board.team,
    reps: shuffled(board.team.reps, seed),
    pending: shuffled(board.team.pending, seed),
    noted: shuffled(board.team.noted, seed),
  },
  tasks: shuffled(board.tasks, seed),
  books: shuffled(
    Object.fromEntries(Object.entries(board.books).map(([key, book]) => [key, shuffled(book, seed)])),
    seed,
  ),
  whole: [...board.whole].reverse(),
});

/** Rows keep the place they have in the sheet; only the order in which they are listed changes. */
const eventInOtherOrder = (event: BoardEvent): BoardEvent => {
  switch (event.kind) {
    case 'tasks':
      return {
        ...event,
        rows: [...event.rows].reverse(),
        ids: [...event.ids].reverse(),
        vanished: [...event.vanished].reverse(),
      };
    case 'team':
      return { ...event, rows: [...event.rows].reverse() };
    default:
      return event;
  }
};

test('the same state and event give the same effects, whatever order reps, tasks and rows are listed in', () => {
  const life = fc.array(steps, { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(boards, life, fc.nat(), (board, lived, seed) => {
      let world = startWorld(board);
      for (const step of lived) {
        const { event, effects, before, after } = take(world, step);
        const other = decide(boardInOtherOrder(wholeOf(before.state), seed), eventInOtherOrder(event));
        expect(other).toEqual(effects);
        world = after;
      }
    }),
    { ...SEEDED, numRuns: 150 },
  );
});
