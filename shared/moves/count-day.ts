import type { Team } from '../domain/board-state.ts';
import { dayAt, plusDays, type Day } from '../domain/day.ts';
import type { Task } from '../domain/task.ts';
import { NO_COUNTS, type CountsByDay, type DayCounts, type Happening } from '../domain/team-day.ts';
import type { Effect } from '../decide/effects.ts';
import { isMove } from './transfers.ts';

/** Days that the team's head remembers: 30 behind today, enough for a month and a week to be told from it. */
export const COUNTED_DAYS = 31;

/** One more (or one less) of something on one day. */
interface Counted {
  readonly day: Day;
  readonly what: Happening;
  readonly change: 1 | -1;
}

/**
 * What an effect adds to the counts of its day, and what it takes back:
 * - a move that is undone, on whatever day, is taken off the day on which it was made: moves that stood are counted;
 * - a deal reopened on the day it was closed was never closed; reopened later, the day keeps what happened on it;
 * - a task shows progress once a day, and not on the day on which it was made or changed hands;
 * - imported rows have not happened on the day of the import.
 */
export const countedOf = (effect: Effect, timeZone: string): readonly Counted[] => {
  switch (effect.type) {
    case 'taskAdded':
      return effect.task.createdBy === 'import'
        ? []
        : [{ day: dayAt(effect.task.createdAt, timeZone), what: 'created', change: 1 }];
    case 'taskArchived':
      return effect.cause === 'undo'
        ? [{ day: dayAt(effect.before.createdAt, timeZone), what: 'created', change: -1 }]
        : [];
    case 'taskChanged':
      return [...moveIn(effect, timeZone), ...progressIn(effect), ...closingIn(effect)];
    default:
      return [];
  }
};

type Changed = Extract<Effect, { type: 'taskChanged' }>;

const moveIn = ({ before, task, cause }: Changed, timeZone: string): readonly Counted[] => {
  const undone = cause === 'undo';
  // Taking a move back is the same move seen from its other end.
  const [from, to]: readonly [Task, Task] = undone ? [task, before] : [before, task];
  if (to.ownerSince === undefined || !isMove(from, to)) return [];
  return [{ day: dayAt(to.ownerSince, timeZone), what: 'moves', change: undone ? -1 : 1 }];
};

const progressIn = ({ before, task, changes }: Changed): readonly Counted[] =>
  changes.includes('progress') && task.progressOn > before.progressOn && task.fields.owner !== undefined
    ? [{ day: task.progressOn, what: 'progressed', change: 1 }]
    : [];

const closingIn = ({ before, task }: Changed): readonly Counted[] => {
  if (before.status === task.status) return [];
  const closed = (status: Task['status'], day: Day, change: 1 | -1): readonly Counted[] =>
    status === 'won' || status === 'lost' ? [{ day, what: status, change }] : [];
  const sameDay = before.progressOn === task.progressOn;
  return [
    ...(sameDay ? closed(before.status, before.progressOn, -1) : []),
    ...closed(task.status, task.progressOn, 1),
  ];
};

/** The head with an effect counted. Days too old to be asked for are dropped, so that it stays small. */
export const withCounted = (team: Team, effect: Effect): Team => {
  const counted = countedOf(effect, team.policy.timeZone);
  if (counted.length === 0) return team;
  return { ...team, counts: recent(counted.reduce(plus, team.counts ?? {})) };
};

const plus = (counts: CountsByDay, { day, what, change }: Counted): CountsByDay => {
  const { [day]: present = NO_COUNTS, ...others } = counts;
  const now: DayCounts = { ...present, [what]: Math.max(0, present[what] + change) };
  return Object.values(now).every((count) => count === 0) ? others : { ...others, [day]: now };
};

const recent = (counts: CountsByDay): CountsByDay => {
  const newest = Object.keys(counts).sort().at(-1);
  if (newest === undefined) return counts;
  const oldest = plusDays(newest as Day, 1 - COUNTED_DAYS);
  return Object.fromEntries(Object.entries(counts).filter(([day]) => day >= oldest));
};
