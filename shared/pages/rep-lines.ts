import type { Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import { byText } from '../domain/ids.ts';
import type { Language, Rep } from '../domain/rep.ts';
import { repCondition } from '../outbox/rep-cells.ts';
import type { RepLine } from '../ports/person-home.ts';
import { keyTasksOf, loadOf, tasksOf } from '../scoring/load.ts';

/** Everybody's load against the limit, the fullest first; for supervisors. */
export const repLines = (team: Team, person: Rep, today: Day, language: Language): readonly RepLine[] =>
  person.fields.role === 'supervisor'
    ? Object.values(team.reps)
        .filter(({ fields }) => fields.role === 'rep' && fields.availability !== 'left')
        .map((rep) => ({
          rep: rep.id,
          name: rep.fields.name,
          load: loadOf(rep.open, team.policy),
          limit: team.policy.load.limit,
          tasks: tasksOf(rep.open),
          keyTasks: keyTasksOf(rep.open),
          ...repCondition(rep, team, today, language),
        }))
        .sort((a, b) => b.load - a.load || byText(a.rep, b.rep))
    : [];
