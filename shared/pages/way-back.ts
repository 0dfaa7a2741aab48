import { byText } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import type { Tally } from '../domain/rep.ts';
import type { BookEntry } from '../domain/task.ts';
import type { WayBack, WayBackTask } from '../ports/person-home.ts';
import { cellOf, isKey, keyTasksOf, loadOf, pointsOf, roundedLoad } from '../scoring/load.ts';

type Option = WayBackTask & { readonly key: boolean };

/**
 * The shortest list of a rep's open tasks whose leaving brings them back: to the limits; of somebody who is paused
 * to the resume line, as at the limit they would stay paused. Null for whoever is not above it.
 *
 * @example at 12 with a limit of 10 and tasks of 3, 2 and 0.5 points, the one of 2 points is enough
 */
export const wayBackOf = (
  held: Tally,
  paused: boolean,
  book: readonly BookEntry[],
  policy: Policy,
): WayBack | null => {
  const line = paused ? 'resume' : 'limit';
  const to = paused ? policy.load.resumeAt : policy.load.limit;
  const load = loadOf(held, policy);
  const over = { points: roundedLoad(load - to), keys: keyTasksOf(held) - policy.load.keyLimit };
  if (over.points <= 0 && over.keys <= 0) return null;
  const tasks = shortest(over, optionsIn(book, policy));
  const left = roundedLoad(load - tasks.reduce((sum, { points }) => sum + points, 0));
  return { line, to, tasks: tasks.map(({ key: _key, ...task }) => task), load: left };
};

/** Heaviest first. */
const optionsIn = (book: readonly BookEntry[], policy: Policy): readonly Option[] =>
  book
    .filter(({ status }) => status === 'open')
    .map(({ taskId, customer, title, rating }) => ({
      taskId,
      customer,
      title,
      points: pointsOf(cellOf(rating), policy),
      key: isKey(cellOf(rating)),
    }))
    .sort((a, b) => b.points - a.points || byText(a.taskId, b.taskId));

/**
 * Taking the heaviest first gives the fewest; of those that would do as the last one the lightest is taken, so that
 * no more leaves than has to. As long as there are too many key tasks it has to be one of them. Empty when all
 * together are not enough.
 */
const shortest = (
  over: { readonly points: number; readonly keys: number },
  options: readonly Option[],
): readonly Option[] => {
  const taken: Option[] = [];
  let { points, keys } = over;
  while (points > 0 || keys > 0) {
    const rest = options.filter((one) => !taken.includes(one) && (keys > 0 ? one.key : one.points > 0));
    const next = rest.findLast((one) => one.points >= points) ?? rest[0];
    if (next === undefined) return [];
    taken.push(next);
    points = roundedLoad(points - next.points);
    keys -= next.key ? 1 : 0;
  }
  return taken;
};
