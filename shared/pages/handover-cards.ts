import type { BoardState, Team } from '../domain/board-state.ts';
import { HANDOVER_ITEMS, type HandoverLine } from '../domain/handover.ts';
import { byText, type RepId, type TaskId } from '../domain/ids.ts';
import { dayAt, type Day, type Instant } from '../domain/day.ts';
import type { Rep } from '../domain/rep.ts';
import { isSupervisorToday } from '../decide/who-is-asked.ts';
import { isDue } from '../moves/late-handovers.ts';
import type { HandoverCard } from '../ports/person-home.ts';

/** What somebody has to do with a handover; null when nothing. */
const partIn = (line: HandoverLine, person: Rep, team: Team, today: Day): HandoverCard['as'] | null => {
  if (line.to === person.id) return 'taker';
  if (line.from === person.id) return 'giver';
  return isSupervisorToday(person, team.reps[line.from], team, today) ? 'supervisor' : null;
};

/** The tasks whose handovers a person's page shows: what the head knows of them is not enough to read one. */
export const handoversOf = (team: Team, person: Rep, today: Day): readonly TaskId[] =>
  Object.values(team.handovers ?? {})
    .filter((line) => partIn(line, person, team, today) !== null)
    .sort((a, b) => a.due - b.due || byText(a.taskId, b.taskId))
    .map(({ taskId }) => taskId);

/** Open handovers this person gives, takes or may release, soonest due first. */
export const handoverCards = (
  { team, tasks }: Pick<BoardState, 'team' | 'tasks'>,
  person: Rep,
  at: Instant,
): readonly HandoverCard[] => {
  const today = dayAt(at, team.policy.timeZone);
  const name = (id: RepId): string => team.reps[id]?.fields.name ?? '?';
  return handoversOf(team, person, today).flatMap((id): readonly HandoverCard[] => {
    const [line, handover] = [team.handovers?.[id], tasks[id]?.handover];
    const as = line === undefined ? null : partIn(line, person, team, today);
    if (line === undefined || as === null || handover?.openedAt !== line.openedAt) return [];
    const overdue = at >= line.due;
    const leads = isSupervisorToday(person, team.reps[line.from], team, today);
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
        mayRelease: leads && isDue(line, team, at),
      },
    ];
  });
};
