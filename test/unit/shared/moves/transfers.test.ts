import { describe, expect, test } from 'vitest';
import { plusDays } from '../../../../shared/domain/day.ts';
import { budgetFreeOn, customerKey } from '../../../../shared/moves/transfers.ts';
import { taskCells } from '../../../../shared/outbox/task-cells.ts';
import type { BoardState } from '../../../../shared/domain/board-state.ts';
import type { Effect } from '../../../../shared/decide/effects.ts';
import { aBoard, DAY_MS, NOW, rid, tid, TODAY, type BoardSpec } from '../../../support/board-builder.ts';
import { cellsOfTask, rowsRead, sweep, undoTicked, type Cells } from '../../../support/board-events.ts';
import { given } from '../../../support/given.ts';

const SPEC: BoardSpec = {
  reps: {
    owner: { tier: 'newcomer', email: 'owner@example.com' },
    expert: { tier: 'senior' },
    boss: { role: 'supervisor', email: 'boss@example.com' },
  },
  tasks: { t1: { owner: 'owner', customer: '协和医院', value: 'medium', difficulty: 'hard' } },
};

const edited = (state: BoardState, typed: Cells, actor: string | null = null, at = NOW) => {
  const row = cellsOfTask(state.tasks[tid('t1')]!, state, typed);
  return given(state).when(rowsRead([row], { actor, at }));
};
const withMoves = (moves: readonly number[], spec: BoardSpec = SPEC) =>
  aBoard({
    ...spec,
    team: { transfers: { [customerKey('协和医院')]: moves.map((ago) => plusDays(TODAY, -ago)) } },
  });

test('spellings that differ in width, case or spaces are one customer', () => {
  expect(customerKey(' ＡＣＭＥ  Ltd')).toBe(customerKey('acme ltd'));
  expect(customerKey('acme')).not.toBe(customerKey('acme ltd'));
});

describe('the budget of a customer', () => {
  test.each([
    ['never moved', [], null],
    ['moved today', [0], plusDays(TODAY, 30)],
    ['moved 29 days ago', [29], plusDays(TODAY, 1)],
    ['moved 30 days ago', [30], null],
    ['moved four times within the year', [364, 200, 150, 100], plusDays(TODAY, 1)],
    ['moved four times, one more than a year ago', [365, 200, 150, 100], null],
  ])('%s', (_name, moves, expected) =>
    expect(budgetFreeOn(withMoves(moves).team, '协和医院', TODAY)).toBe(expected),
  );

  test('counts a change of hands, by way of nobody too, but no first owner', () => {
    const count = (state: BoardState) => Object.values(state.team.transfers ?? {}).flat().length;
    const first = aBoard({ ...SPEC, tasks: { t1: { customer: '协和医院' } } });
    expect(count(edited(first, { owner: 'expert' }).state)).toBe(0);
    const none = edited(aBoard(SPEC), { owner: null }).state;
    expect(count(none)).toBe(0);
    expect(count(edited(none, { owner: 'expert' }).state)).toBe(1);
  });

  test('gives back what an undo took back', () => {
    const moved = edited(aBoard(SPEC), { owner: 'expert' });
    const change = moved.effects.find((effect): effect is Effect => effect.type === 'taskChanged')!;
    const undone = given(moved.state).when(undoTicked(change, { at: NOW + 60_000 })).state;
    expect(undone.tasks[tid('t1')]!.fields.owner).toBe(rid('owner'));
    expect(undone.team.transfers).toEqual({});
  });
});

describe('a suggestion beyond the budget', () => {
  const asked = edited(withMoves([3]), { value: '高' });

  test('says that a supervisor has to agree', () => {
    expect(asked.only('suggestionMade').pending.needs).toBe('supervisor');
    const entry = asked.state.books[rid('owner')]![tid('t1')]!;
    expect(taskCells(entry, rid('owner'), asked.state.team, TODAY).why).toContain('须由主管同意');
  });

  test.each([
    ['the owner', 'owner@example.com', 0],
    ['nobody knows whom', null, 0],
    ['a supervisor', 'boss@example.com', 1],
  ])('accepted in the row by %s moves %s', (_name, actor, moves) => {
    const answered = edited(asked.state, { value: '高', action: '接受' }, actor);
    expect(answered.of('ownerCellSet')).toHaveLength(moves);
    expect(answered.of('actionCellCleared')).toHaveLength(1);
  });

  test('is not made where the rules withhold it, and the row of a paused owner says so', () => {
    const policy = {
      transfers: { cooldownDays: 30, perYear: 4, beyond: 'withhold', ownSourced: 'stay' },
    } as const;
    const state = withMoves([3], { ...SPEC, policy });
    expect(edited(state, { value: '高' }).of('suggestionMade')).toEqual([]);
    const away = { ...state.team.reps[rid('owner')]!, paused: true };
    const team = { ...state.team, reps: { ...state.team.reps, [rid('owner')]: away } };
    expect(taskCells(state.books[rid('owner')]![tid('t1')]!, rid('owner'), team, TODAY).why).toContain(
      '2026-12-20',
    );
  });

  test('is made as ever when the owner has left for good', () => {
    const left: BoardSpec = {
      ...SPEC,
      reps: { ...SPEC.reps, owner: { tier: 'newcomer', availability: 'left' } },
      tasks: {
        t1: { owner: 'owner', customer: '协和医院', value: 'high', difficulty: 'hard', source: 'own' },
      },
    };
    const { pending } = given(withMoves([3], left))
      .when(sweep({ at: NOW + DAY_MS }))
      .only('suggestionMade');
    expect(pending.needs).toBeUndefined();
  });
});

describe('an own-sourced deal', () => {
  test.each([
    ['stay', 0],
    ['move', 1],
  ] as const)('under the rule "%s" gets %i suggestion(s)', (ownSourced, count) => {
    const policy = { transfers: { cooldownDays: 30, perYear: 4, beyond: 'supervisor', ownSourced } } as const;
    const { of } = edited(aBoard({ ...SPEC, policy }), { value: '高', source: '自带' });
    expect(of('suggestionMade')).toHaveLength(count);
  });
});
