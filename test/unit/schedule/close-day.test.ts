import { describe, expect, test } from 'vitest';
import { decide } from '../../../shared/decide/decide.ts';
import type { BoardState } from '../../../shared/domain/board-state.ts';
import type { Day, Instant } from '../../../shared/domain/day.ts';
import { eventId } from '../../../shared/domain/ids.ts';
import { NO_COUNTS, type TeamDay } from '../../../shared/domain/team-day.ts';
import { endedDay } from '../../../shared/report/ended-day.ts';
import { aBoard, DAY_MS, NOW, rid } from '../../support/board-builder.ts';

/** Tuesday 24 November, 00:10 in Shanghai: the first sweep of the day. */
const NIGHT = Date.UTC(2026, 10, 23, 16, 10);
const MONDAY = '2026-11-23' as Day;

const board = aBoard({
  reps: { wang: {}, lisa: { paused: true } },
  tasks: { t1: { owner: 'wang', idle: 7 }, t2: { owner: 'wang', idle: 4 }, u1: { waitingSince: NOW } },
  team: {
    ran: { day: MONDAY, weekly: NOW },
    counts: { [MONDAY]: { ...NO_COUNTS, moves: 3 }, '2026-11-24': { ...NO_COUNTS, moves: 1 } },
  },
});
const closedIn = (state: BoardState, at: Instant): readonly TeamDay[] => {
  const ended = endedDay(state, at);
  const event = { kind: 'sweep', id: eventId('s'), at, actor: null, books: [] } as const;
  const effects = decide(state, ended === null ? event : { ...event, ended });
  return effects.flatMap((effect) => (effect.type === 'dayClosed' ? [effect.day] : []));
};

describe('closing a day', () => {
  test('records how the team stood when it ended, with the lights and the counts of that day', () => {
    const [day, ...more] = closedIn(board, NIGHT);
    expect(more).toEqual([]);
    expect(day).toMatchObject({ day: MONDAY, waiting: 1, paused: 1, counts: { moves: 3 } });
    // Seven and four days on Monday; red and yellow they turn on Tuesday.
    expect(day?.reps.find(({ rep }) => rep === rid('wang'))?.lights).toEqual({ green: 1, yellow: 1, red: 0 });
  });

  test('is done once a day, and not for a team that has just begun', () => {
    expect(closedIn(board, NOW)).toEqual([]);
    const done = { ...board, team: { ...board.team, ran: { day: '2026-11-24' as Day, weekly: NOW } } };
    expect(endedDay(done, NIGHT)).toBeNull();
    const { ran: _none, ...fresh } = board.team;
    expect(endedDay({ ...board, team: fresh }, NIGHT)).toBeNull();
  });

  test('after days without a sweep records the last of them and leaves a gap for the others', () => {
    const days = closedIn(board, NIGHT + 4 * DAY_MS);
    expect(days.map(({ day }) => day)).toEqual(['2026-11-27']);
    expect(days[0]?.counts).toEqual(NO_COUNTS);
  });

  test('ends the day where the clocks change at midnight too', () => {
    // Santiago: on 6 September 2026 the clocks go from 00:00 to 01:00, so the day has no midnight.
    const policy = { ...board.team.policy, timeZone: 'America/Santiago' };
    const state = { ...board, team: { ...board.team, policy, ran: { day: '2026-09-05' as Day } } };
    expect(endedDay(state, Date.UTC(2026, 8, 6, 4, 5))?.day).toBe('2026-09-05');
  });
});
