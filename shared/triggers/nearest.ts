import type { Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import { byText } from '../domain/ids.ts';
import type { Nearest } from '../decide/effects.ts';
import { isAway } from '../scoring/absence.ts';
import { newWorkLimit } from '../scoring/ramp.ts';
import { keyTasksOf, loadOf } from '../scoring/load.ts';

/** Who would have room first when nobody has, and at what load (spec 3.2: the supervisor is told). */
export const nearestToRoom = (team: Team, today: Day): Nearest | null => {
  const { resumeAt, keyLimit } = team.policy.load;
  const [first] = Object.values(team.reps)
    .filter((rep) => rep.fields.role === 'rep' && !isAway(rep, today))
    .map((rep) => ({ rep, load: loadOf(rep.open, team.policy), keyTasks: keyTasksOf(rep.open) }))
    .sort((a, b) => a.load - b.load || a.keyTasks - b.keyTasks || byText(a.rep.id, b.rep.id));
  if (first === undefined) return null;
  const { rep, load, keyTasks } = first;
  const roomAt = Math.min(resumeAt, newWorkLimit(rep, team.policy, today));
  return { rep: rep.id, name: rep.fields.name, load, resumeAt: roomAt, keyTasks, keyLimit };
};
