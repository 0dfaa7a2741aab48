import { byText } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import type { BookEntry } from '../domain/task.ts';
import type { SuggestionCard } from '../ports/people.ts';
import { cellOf, pointsOf, roundedLoad } from '../scoring/load.ts';

/**
 * The shortest list of a rep's open tasks that brings a load back to the limit. Taking the heaviest first gives
 * the fewest; of those that would do as the last one the lightest is named, so that no more leaves than has to.
 *
 * @example at 12 with a limit of 10 and tasks of 3, 2 and 0.5 points, the one of 2 points is enough
 */
export const wayBackOf = (
  load: number,
  book: readonly BookEntry[],
  policy: Policy,
): { readonly tasks: SuggestionCard['wayBack']; readonly load: number } => {
  const open = book
    .filter(({ status }) => status === 'open')
    .map(({ taskId, customer, title, rating }) => ({
      taskId,
      customer,
      title,
      points: pointsOf(cellOf(rating), policy),
    }))
    .sort((a, b) => b.points - a.points || byText(a.taskId, b.taskId));
  const tasks: (typeof open)[number][] = [];
  let left = load;
  while (left > policy.load.limit) {
    const over = roundedLoad(left - policy.load.limit);
    const rest = open.filter((task) => task.points > 0 && !tasks.includes(task));
    const next = rest.findLast(({ points }) => points >= over) ?? rest[0];
    if (next === undefined) return { tasks: [], load };
    tasks.push(next);
    left = roundedLoad(left - next.points);
  }
  return { tasks, load: left };
};
