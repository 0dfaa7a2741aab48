import type { Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import type { RepId } from '../domain/ids.ts';
import type { Rep } from '../domain/rep.ts';
import type { Pending } from '../domain/suggestion.ts';
import { isAway } from '../scoring/absence.ts';

/**
 * Who a suggestion speaks to: the owner, who would hand the task over; whoever would get it, when nobody owns
 * it. While the owner is away only the supervisor can answer for them.
 */
export const askedOf = (pending: Pick<Pending, 'from' | 'to'>, team: Team, today: Day): RepId | null => {
  const asked = pending.from ?? pending.to;
  const rep = team.reps[asked];
  return rep === undefined || isAway(rep, today) ? null : asked;
};

/** Whether a supervisor is told of a rep: the one named in the Team tab, or each where none is (spec 3.3). */
export const isSupervisorOf = (person: Rep, rep: Rep | undefined, team: Team): boolean => {
  if (person.fields.role !== 'supervisor' || person.fields.availability === 'left') return false;
  const named = Object.values(team.reps).filter(
    ({ fields }) =>
      fields.role === 'supervisor' &&
      fields.availability !== 'left' &&
      fields.name === rep?.fields.supervisor,
  );
  return named.length === 0 || named.some(({ id }) => id === person.id);
};

/**
 * The same on a day on which supervisors may be away: whoever else leads the team stands in for somebody all of
 * whose supervisors are. Who is away keeps their rights.
 */
export const isSupervisorToday = (person: Rep, rep: Rep | undefined, team: Team, today: Day): boolean => {
  if (isSupervisorOf(person, rep, team)) return true;
  if (person.fields.role !== 'supervisor' || isAway(person, today)) return false;
  return Object.values(team.reps).every((one) => !isSupervisorOf(one, rep, team) || isAway(one, today));
};

/** Whether somebody chose to be asked again later, and that day has not come. */
export const isAsleep = ({ quietUntil }: Pick<Pending, 'quietUntil'>, today: Day): boolean =>
  quietUntil !== undefined && quietUntil > today;

/** Whether somebody may answer a suggestion away from the sheet: the one asked, or a supervisor of theirs. */
export const mayAnswer = (person: Rep, pending: Pending, team: Team, today: Day): boolean =>
  askedOf(pending, team, today) === person.id ||
  isSupervisorToday(person, team.reps[pending.from ?? pending.to], team, today);
