import { describe, expect, test } from 'vitest';
import { decide } from '../../../shared/decide/decide.ts';
import { evolveAll } from '../../../shared/decide/evolve.ts';
import type { Effect } from '../../../shared/decide/effects.ts';
import { UNOWNED, type BoardState, type Ran } from '../../../shared/domain/board-state.ts';
import type { Day, Instant } from '../../../shared/domain/day.ts';
import { eventId } from '../../../shared/domain/ids.ts';
import { dueRuns } from '../../../shared/schedule/due-runs.ts';
import { aBoard, DAY_MS, NOW, rid } from '../../support/board-builder.ts';

/** Monday 23 November 2026, 08:30 in Shanghai. */
const MONDAY = Date.UTC(2026, 10, 23, 0, 30);
const WEEK = 7 * DAY_MS;

const boardThatRan = (ran?: Ran): BoardState => {
  const board = aBoard({ reps: { lisa: {} } });
  const { ran: _none, ...team } = board.team;
  return { ...board, team: ran === undefined ? team : { ...team, ran } };
};
const runsOf = (effects: readonly Effect[]) => effects.filter((effect) => effect.type === 'runDone');
const sweep = (state: BoardState, at: Instant) => {
  const effects = decide(state, { kind: 'sweep', id: eventId(`s${at}`), at, actor: null, books: [] });
  return { runs: runsOf(effects), after: evolveAll(state, effects) };
};

describe('regular runs of a team', () => {
  test('a new team reports nothing of the time before it existed', () => {
    const state = boardThatRan();
    expect(dueRuns(state.team, NOW)).toEqual([]);
    const first = sweep(state, NOW);
    expect(first.after.team.ran).toEqual({ day: '2026-11-23', weekly: MONDAY });
    expect(dueRuns(first.after.team, NOW)).toEqual([]);
    expect(dueRuns(first.after.team, MONDAY + WEEK)).toEqual(['day', 'weekly']);
  });

  test('the day is closed at the first sweep of the next one, once', () => {
    const { after: state } = sweep(boardThatRan(), NOW);
    expect(sweep(state, NOW + 13 * 3_600_000).runs).toEqual([]);
    const midnight = Date.UTC(2026, 10, 23, 16);
    const next = sweep(state, midnight + 60_000);
    expect(next.runs).toEqual([{ type: 'runDone', run: 'day', due: midnight }]);
    expect(sweep(next.after, midnight + 120_000).runs).toEqual([]);
  });

  test('a month of standstill is made up for by one report and one day’s close', () => {
    const { after: state } = sweep(boardThatRan(), NOW);
    const late = sweep(state, NOW + 30 * DAY_MS);
    expect(late.runs.map((one) => one.run)).toEqual(['day', 'weekly']);
    expect(late.after.team.ran).toEqual({ day: '2026-12-23', weekly: MONDAY + 4 * WEEK });
    expect(sweep(late.after, NOW + 30 * DAY_MS + 1).runs).toEqual([]);
  });

  test('they belong to the last part of a sweep, the one with the unowned tasks', () => {
    const state = boardThatRan({ day: '2026-11-20' as Day, weekly: MONDAY - WEEK });
    const part = (...whole: BoardState['whole']) =>
      runsOf(
        decide({ ...state, whole }, { kind: 'sweep', id: eventId('s'), at: NOW, actor: null, books: whole }),
      );
    expect(part(rid('lisa'))).toEqual([]);
    expect(part(rid('lisa'), UNOWNED)).toHaveLength(2);
  });

  test('a report moved from Monday to Wednesday comes on Wednesday, and then every Wednesday', () => {
    const { after } = sweep(boardThatRan(), NOW);
    const policy = { ...after.team.policy, reports: { weekday: 3, time: '08:30' } } as const;
    const state = { ...after, team: { ...after.team, policy } };
    expect(dueRuns(state.team, NOW + DAY_MS)).toEqual(['day']);
    const wednesday = sweep(state, NOW + 2 * DAY_MS);
    expect(wednesday.runs).toContainEqual({ type: 'runDone', run: 'weekly', due: MONDAY + 2 * DAY_MS });
    expect(dueRuns(wednesday.after.team, NOW + 7 * DAY_MS)).toEqual(['day']);
  });

  test('a clock that went back, or a zone further west, repeats nothing', () => {
    const { after } = sweep(boardThatRan(), NOW);
    expect(dueRuns(after.team, NOW - 3 * DAY_MS)).toEqual([]);
    const west = { ...after.team, policy: { ...after.team.policy, timeZone: 'America/Los_Angeles' } };
    expect(dueRuns(west, NOW)).toEqual([]);
    expect(dueRuns(west, NOW + 15 * 3_600_000)).toEqual([]);
  });
});
