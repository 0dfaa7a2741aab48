import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Effect } from '../../../../shared/decide/effects.ts';
import { evolve, evolveAll } from '../../../../shared/decide/evolve.ts';
import type { BoardState } from '../../../../shared/domain/board-state.ts';
import { plusDays, type Day } from '../../../../shared/domain/day.ts';
import { NO_COUNTS, type DayCounts } from '../../../../shared/domain/team-day.ts';
import { COUNTED_DAYS } from '../../../../shared/moves/count-day.ts';
import { boards, SEEDED, steps } from '../../../support/arbitraries.ts';
import { aBoard, DAY_MS, NOW, rid, tid, TODAY } from '../../../support/board-builder.ts';
import { startWorld, take, type Step, type World } from '../../../support/board-world.ts';
import { deepFreeze } from '../../../support/given.ts';

vi.setConfig({ testTimeout: 60_000 });

const lived = (board: BoardState, life: readonly Step[]): World =>
  life.reduce((world, step) => take(world, step).after, startWorld(deepFreeze(board)));
const counted = (world: World, day: Day = TODAY): DayCounts => world.state.team.counts?.[day] ?? NO_COUNTS;
const edit = (typed: Readonly<Record<string, string | null>>, pick = 0): Step => ({
  do: 'edit',
  pick,
  typed,
});

const two = aBoard({
  reps: { wang: { name: 'Wang' }, lisa: { name: 'Lisa' } },
  tasks: { t1: { owner: 'wang', value: 'low', idle: 3 }, t2: { owner: 'wang', value: 'low', idle: 3 } },
});
const moves = (list: readonly Effect[]): number =>
  list.findLastIndex((effect) => effect.type === 'taskChanged' && effect.changes.includes('owner'));
/** Undo of the last move: the world picks among what can be undone by number. */
const undoLastMove = (world: World): Step => {
  const undoable = world.history.filter(({ type }) =>
    ['taskChanged', 'taskArchived', 'taskAdded', 'policyChanged'].includes(type),
  );
  return { do: 'undo', pick: moves(undoable) };
};

describe('a day’s counts', () => {
  test('count a change of owner from one to another, not a first assignment', () => {
    const world = lived(two, [
      edit({ owner: 'Lisa' }),
      { do: 'paste', rows: [{ customer: 'New', title: 'deal', owner: 'Lisa' }] },
    ]);
    expect(counted(world)).toEqual({ ...NO_COUNTS, moves: 1, created: 1 });
  });

  test('count a move by way of nobody once, when somebody else gets it', () => {
    const through = lived(two, [edit({ owner: null }), edit({ owner: 'Lisa' })]);
    expect(counted(through).moves).toBe(1);
    const back = lived(two, [edit({ owner: null }), edit({ owner: 'Wang' })]);
    expect(counted(back).moves).toBe(0);
  });

  test('take a move that is undone days later off the day on which it was made', () => {
    const moved = lived(two, [edit({ owner: 'Lisa' }), { do: 'wait', days: 2 }]);
    expect(counted(moved).moves).toBe(1);
    const undone = take(moved, undoLastMove(moved)).after;
    expect(undone.state.tasks[tid('t1')]?.fields.owner).toBe(rid('wang'));
    expect(counted(undone).moves).toBe(0);
    expect(counted(undone, plusDays(TODAY, 2)).moves).toBe(0);
  });

  test('count one task’s progress once a day', () => {
    const world = lived(two, [
      edit({ nextStep: 'call' }),
      edit({ nextStep: 'call again' }),
      edit({ stage: 'proposal' }),
      edit({ nextStep: 'visit' }, 1),
      { do: 'wait', days: 1 },
      edit({ nextStep: 'offer' }),
    ]);
    expect(counted(world).progressed).toBe(2);
    expect(counted(world, plusDays(TODAY, 1)).progressed).toBe(1);
  });

  test('forget a closing corrected on the same day, and keep one reopened later', () => {
    const corrected = lived(two, [
      edit({ stage: 'won' }),
      edit({ stage: 'lost' }),
      edit({ stage: 'won' }, 1),
    ]);
    expect(counted(corrected)).toMatchObject({ won: 1, lost: 1 });
    const reopened = lived(two, [
      edit({ stage: 'won' }),
      { do: 'wait', days: 1 },
      edit({ stage: 'engaging' }),
    ]);
    expect(counted(reopened)).toMatchObject({ won: 1 });
  });

  test('do not count imported rows as made', () => {
    const added = take(startWorld(two), { do: 'paste', rows: [{ customer: 'New', title: 'deal' }] }).effects;
    const [effect] = added.filter((one) => one.type === 'taskAdded');
    const imported = { ...effect!, task: { ...effect!.task, createdBy: 'import' as const } };
    expect(evolve(two, effect!).team.counts?.[TODAY]?.created).toBe(1);
    expect(evolve(two, imported).team.counts).toBeUndefined();
  });

  test('belong to the day of the team’s zone', () => {
    const late = { ...startWorld(two), at: Date.UTC(2026, 10, 23, 15, 59) - 60_000 };
    expect(counted(take(late, edit({ owner: 'Lisa' })).after, TODAY).moves).toBe(1);
    const midnight = { ...late, at: Date.UTC(2026, 10, 23, 16, 0) - 60_000 };
    expect(counted(take(midnight, edit({ owner: 'Lisa' })).after, plusDays(TODAY, 1)).moves).toBe(1);
  });

  test('are kept for a month and no longer, whatever date somebody types', () => {
    let world = startWorld(two);
    for (let day = 0; day < 40; day += 1) {
      world = take(world, edit({ nextStep: `call ${day}` })).after;
      world = take(world, { do: 'wait', days: 1 }).after;
    }
    const days = Object.keys(world.state.team.counts ?? {}).sort();
    expect(days).toHaveLength(COUNTED_DAYS);
    expect(days.at(-1)).toBe(plusDays(TODAY, 39));
    const long = take(world, edit({ lastProgress: '2026-06-01' })).after;
    expect(Object.keys(long.state.team.counts ?? {})).toHaveLength(COUNTED_DAYS);
  });

  test('of any life without undo are what a recount of its effects gives', () => {
    const noUndo = steps.filter((step) => step.do !== 'undo');
    fc.assert(
      fc.property(boards, fc.array(noUndo, { maxLength: 12 }), (board, life) => {
        const world = lived(board, life);
        fc.pre(world.at - NOW < 25 * DAY_MS);
        const days = Object.values(world.state.team.counts ?? {});
        const sum = (what: keyof DayCounts) => days.reduce((total, counts) => total + counts[what], 0);
        expect(sum('created')).toBe(newRows(board, world.state));
        expect(sum('moves')).toBe(handsChanged(board, world.history));
        expect(evolveAll(world.initial, world.history).team.counts).toEqual(world.state.team.counts);
      }),
      { ...SEEDED, numRuns: 100 },
    );
  });
});

const newRows = (before: BoardState, after: BoardState): number =>
  Object.keys(after.tasks).filter((id) => before.tasks[id] === undefined).length;

/** Follows each task from hand to hand; that nobody has it in between changes nothing. */
const handsChanged = (board: BoardState, history: readonly Effect[]): number => {
  const hands = new Map(Object.values(board.tasks).map((task) => [task.id, task.fields.owner]));
  let changed = 0;
  for (const effect of history) {
    if (!('task' in effect) || effect.type === 'rowRestored') continue;
    const { id, fields } = effect.task;
    const [last, now] = [hands.get(id), fields.owner];
    if (now === undefined) continue;
    if (effect.type === 'taskChanged' && last !== undefined && last !== now) changed += 1;
    hands.set(id, now);
  }
  return changed;
};
