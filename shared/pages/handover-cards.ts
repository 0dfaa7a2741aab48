import type { BoardState, Team } from '../domain/board-state.ts';
import { HANDOVER_ITEMS, type HandoverLine } from '../domain/handover.ts';
import { byText, type RepId, type TaskId } from '../domain/ids.ts';
import type { Instant } from '../domain/day.ts';
import type { Rep } from '../domain/rep.ts';
import { isSupervisorOf } from '../decide/who-is-asked.ts';
import type { HandoverCard } from '../ports/person-home.ts';

/** What somebody has to do with a handover; null when nothing. */
const partIn = (line: HandoverLine, person: Rep, team: Team): HandoverCard['as'] | null => {
  if (line.to === person.id) return 'taker';
  if (line.from === person.id) return 'giver';
  return isSupervisorOf(person, team.reps[line.from], team) ? 'supervisor' : null;
};

/** The tasks whose handovers a person's page shows: what the head knows of them is not enough to read one. */
export const handoversOf = (team: Team, person: Rep): readonly TaskId[] =>
  Object.values(team.handovers ?? {})
    .filter((line) => partIn(line, person, team) !== null)
    .sort((a, b) => a.due - b.due || byText(a.taskId, b.taskId))
    .map(({ taskId }) => taskId);

/** Open handovers this person gives, takes or may release, soonest due first. */
export const handoverCards = (
  { team, tasks }: Pick<BoardState, 'team' | 'tasks'>,
  person: Rep,
  at: Instant,
): readonly HandoverCard[] => {
  const name = (id: RepId): string => team.reps[id]?.fields.name ?? '?';
  return handoversOf(team, person).flatMap((id): readonly HandoverCard[] => {
    const [line, handover] = [team.handovers?.[id], tasks[id]?.handover];
    const as = line === undefined ? null : partIn(line, person, team);
    if (line === undefined || as === null || handover?.openedAt !== line.openedAt) return [];
    const overdue = at >= line.due;
    const leads = isSupervisorOf(person, team.reps[line.from], team);
    return [
      {
        taskId: id,
        customer: line.customer,
        title: line.title,
        as,
        from: name(line.from),
        to: name(line.to),
        openedAt: line.openedAt,
        due: line.due,
        overdue,
        items: HANDOVER_ITEMS.map((item) => ({ item, ...handover.items[item] })),
        mayRelease: overdue && leads,
      },
    ];
  });
};
