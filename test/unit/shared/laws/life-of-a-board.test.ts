import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { decide } from '../../../../shared/decide/decide.ts';
import { evolveAll } from '../../../../shared/decide/evolve.ts';
import { boards, SEEDED, steps } from '../../../support/arbitraries.ts';
import {
  expectConsistent,
  expectNobodyWaitsInVain,
  expectPausesFollowLoad,
  expectReplayable,
  expectSuggestionsEligible,
} from '../../../support/board-invariants.ts';
import {
  rulesEvent,
  startWorld,
  sweepEvent,
  take,
  tasksEvent,
  teamEvent,
  wholeOf,
  type Taken,
  type World,
} from '../../../support/board-world.ts';
import type { BoardState } from '../../../../shared/domain/board-state.ts';
import type { Step } from '../../../support/board-world.ts';
import { deepFreeze } from '../../../support/given.ts';

// Many boards, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 60_000 });

/** Lets people live at a board for a while, after the first sweep has put the pauses right. */
const live = (board: BoardState, life: readonly Step[], look: (taken: Taken) => void): World => {
  let world = startWorld(deepFreeze(board));
  for (const step of [{ do: 'wait', days: 0 } as const, ...life]) {
    const taken = take(world, step);
    look(taken);
    world = taken.after;
  }
  return world;
};

const hasRefusedRows = ({ state }: World): boolean => Object.keys(state.team.noted).length > 0;

const lives = [boards, fc.array(steps, { minLength: 1, maxLength: 14 })] as const;
const runs = (numRuns: number) => ({ ...SEEDED, numRuns });

describe('after anything that people do', () => {
  test('counts, books, queue and suggestions agree with the tasks', () => {
    fc.assert(
      fc.property(...lives, (board, life) => {
        live(board, life, ({ after }) => expectConsistent(after.state));
      }),
      runs(150),
    );
  });

  test('pauses follow the load, and nobody waits while somebody has room', () => {
    fc.assert(
      fc.property(...lives, (board, life) => {
        live(board, life, ({ after }) => {
          expectPausesFollowLoad(after.state);
          expectNobodyWaitsInVain(after.state, after.at);
        });
      }),
      runs(150),
    );
  });

  test('whoever was suggested could take the task at that moment, and the parts add up', () => {
    fc.assert(
      fc.property(...lives, (board, life) => {
        live(board, life, ({ before, effects, after }) =>
          expectSuggestionsEligible(before.state, effects, after.at),
        );
      }),
      runs(150),
    );
  });

  test('replaying the recorded effects gives the same state, and the audit has no gaps', () => {
    fc.assert(
      fc.property(...lives, (board, life) => {
        const { initial, history, state } = live(board, life, () => undefined);
        expectReplayable(initial, history, state);
      }),
      runs(150),
    );
  });

  test('reading the whole sheet again changes nothing: neither tasks, team nor rules', () => {
    fc.assert(
      fc.property(...lives, (board, life) => {
        live(board, life, ({ after, event }) => {
          for (const again of [tasksEvent(after), teamEvent(after), rulesEvent(after)]) {
            if (again.kind === 'rules' && event.kind !== 'rules') continue;
            // A row refused earlier may have become good since, by a change of the team: that is news.
            const allRead = event.kind === 'tasks' && event.rows.length === after.tasks.length;
            if (again.kind === 'tasks' && !allRead && hasRefusedRows(after)) continue;
            const effects = decide(wholeOf(after.state), again);
            expect(evolveAll(after.state, effects), `${event.kind} then ${again.kind}`).toEqual(after.state);
          }
        });
      }),
      runs(150),
    );
  });

  test('sweeping twice on the same day changes nothing the second time', () => {
    fc.assert(
      fc.property(...lives, (board, life) => {
        live(board, life, ({ after, event }) => {
          if (event.kind !== 'sweep') return;
          expect(decide(wholeOf(after.state), sweepEvent(after))).toEqual([]);
        });
      }),
      runs(150),
    );
  });

  test('deciding changes neither the state nor the event it was given', () => {
    fc.assert(
      fc.property(...lives, (board, life) => {
        live(board, life, ({ after, event }) => {
          deepFreeze(after.state);
          expect(decide(after.state, deepFreeze(event))).toBeDefined();
        });
      }),
      runs(60),
    );
  });
});
