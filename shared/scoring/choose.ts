import type { Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import { byText, type TaskId } from '../domain/ids.ts';
import { withoutEmpty } from '../domain/without-empty.ts';
import type { RatingCell } from '../domain/rep.ts';
import type { Receipt, Scored } from '../domain/suggestion.ts';
import { candidatesFor, heldWithout } from './candidates.ts';
import type { FitTask } from './fit-question.ts';
import { typeOf } from './load.ts';
import { byFit, score } from './score.ts';

/** A task for which somebody is to be found. */
export interface Question {
  readonly id: TaskId;
  readonly cell: RatingCell;
  readonly industry?: string;
  readonly owner?: Team['reps'][string]['id'];
  /** Whose deal it was before a leave. */
  readonly lentBy?: Team['reps'][string]['id'];
}

/** Everybody scored: best first, the present owner apart, and who was left out by which rule. */
export interface Ranking {
  readonly ranked: readonly Scored[];
  readonly incumbent?: Scored;
  readonly excluded: Receipt['excluded'];
}

/** When a rep was last given something, for ties; 0 = never. */
export const lastAssignedIn =
  (team: Team) =>
  (rep: string): number =>
    team.reps[rep]?.lastAssignedAt ?? 0;

/**
 * Ranks the team for one task (spec 3.5). The order of reps in the team never matters: ties end at who was
 * least recently given something, then at the id.
 */
export const rank = (team: Team, question: Question, today: Day): Ranking => {
  const { id: _id, ...asked } = question;
  const task: FitTask = { ...asked, type: typeOf(question.cell) };
  const { eligible, excluded } = candidatesFor(team, question, today);
  const ranked = eligible
    .map((candidate) => score(task, candidate, team.policy))
    .sort(byFit(lastAssignedIn(team)));
  const owner = question.owner === undefined ? undefined : team.reps[question.owner];
  const incumbent =
    owner &&
    score(task, { rep: owner, held: heldWithout(team, owner, question.id, question.cell) }, team.policy);
  return {
    ranked,
    excluded: excluded
      .map(({ rep, rule }) => ({ rep: rep.id, name: rep.fields.name, rule }))
      .sort((a, b) => byText(a.rep, b.rep)),
    ...withoutEmpty({ incumbent }),
  };
};
