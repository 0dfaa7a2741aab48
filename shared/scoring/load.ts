import type { Policy } from '../domain/policy.ts';
import type { Rep, RatingCell, Tally } from '../domain/rep.ts';
import type { Rating, TaskType } from '../domain/task.ts';

/** Which cell of value × difficulty a rating falls in. */
export const cellOf = (rating: Rating): RatingCell => `${rating.value}/${rating.difficulty}`;

const partsOf = (cell: RatingCell): readonly [string, string] => {
  const [value = '', difficulty = ''] = cell.split('/');
  return [value, difficulty];
};

/**
 * The article's matrix (spec 3.1): value × difficulty → kind of task.
 *
 * @example typeOf('high/hard') // 'strategic'
 */
export const typeOf = (cell: RatingCell): TaskType => {
  const [value, difficulty] = partsOf(cell);
  if (value === 'high') return difficulty === 'hard' ? 'strategic' : 'growth';
  return difficulty === 'hard' ? 'selective' : 'volume';
};

/** Load points of one open task (spec 3.1). `pointsOf('high/easy', DEFAULT_POLICY)` is 2. */
export const pointsOf = (cell: RatingCell, policy: Policy): number => {
  const [value, difficulty] = partsOf(cell);
  if (value === 'high') return difficulty === 'hard' ? policy.points.strategic : policy.points.growth;
  return value === 'medium' ? policy.points.medium : policy.points.low;
};

/** A key task is one of a high-value customer (spec 3.2). */
export const isKey = (cell: RatingCell): boolean => partsOf(cell)[0] === 'high';

const entriesOf = (tally: Tally): readonly [RatingCell, number][] =>
  Object.entries(tally) as [RatingCell, number][];

/** To a millionth, so that weights like 0.1 do not leave a rep at 9.000000000000002, above the line they are on. */
export const roundedLoad = (points: number): number => Math.round(points * 1e6) / 1e6;

/** Load index: points summed over open owned tasks (spec 3.2). */
export const loadOf = (tally: Tally, policy: Policy): number =>
  roundedLoad(entriesOf(tally).reduce((total, [cell, count]) => total + count * pointsOf(cell, policy), 0));

export const keyTasksOf = (tally: Tally): number =>
  entriesOf(tally).reduce((total, [cell, count]) => total + (isKey(cell) ? count : 0), 0);

export const tasksOf = (tally: Tally): number =>
  entriesOf(tally).reduce((total, [, count]) => total + count, 0);

/** The tally with one cell changed by ±n. A cell at zero is left out, so equal tallies look equal. */
export const tallyPlus = (tally: Tally, cell: RatingCell, change: number): Tally => {
  const { [cell]: present = 0, ...others } = tally;
  const count = present + change;
  return count === 0 ? others : { ...others, [cell]: count };
};

/** Whether these counts overload a rep: above the points limit or above the key-task limit (spec 3.2). */
export const isOverloaded = (tally: Tally, policy: Policy): boolean =>
  loadOf(tally, policy) > policy.load.limit || keyTasksOf(tally) > policy.load.keyLimit;

/** Whether a paused rep may take work again: at or below the resume line and not above the key limit. */
export const mayResume = (tally: Tally, policy: Policy): boolean =>
  loadOf(tally, policy) <= policy.load.resumeAt && keyTasksOf(tally) <= policy.load.keyLimit;

/** What the rep's pause should be now: hysteresis between the limit and the resume line. */
export const pausedNow = (rep: Rep, policy: Policy): boolean =>
  rep.paused ? !mayResume(rep.open, policy) : isOverloaded(rep.open, policy);
