import type { Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import { taskId } from '../domain/ids.ts';
import type { Rep } from '../domain/rep.ts';
import { rank } from '../scoring/choose.ts';
import type { PersonHome } from '../ports/person-home.ts';

/** The next task as nobody knows it yet: middle value, middle difficulty, no industry. */
const ORDINARY = { id: taskId('the-next-task'), cell: 'medium/medium' } as const;

/**
 * Somebody's place among those who could take an ordinary next task, by the very order suggestions are made in.
 * Null for whoever could not: paused, away, full, a supervisor.
 */
export const turnOf = (team: Team, person: Rep, today: Day): PersonHome['turn'] => {
  const { ranked } = rank(team, ORDINARY, today);
  const index = ranked.findIndex(({ rep }) => rep === person.id);
  return index < 0 ? null : { place: index + 1, of: ranked.length };
};
