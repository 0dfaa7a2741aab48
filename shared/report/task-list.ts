import { UNOWNED, type BoardState } from '../domain/board-state.ts';
import { dayAt, type Instant } from '../domain/day.ts';
import { byText, repId, type RepId, type TaskId } from '../domain/ids.ts';
import type { Tier } from '../domain/rep.ts';
import { TASK_TYPES, type Light, type TaskType } from '../domain/task.ts';
import { tierOf } from '../scoring/factors/tier.ts';
import { cellOf, isKey, pointsOf, typeOf } from '../scoring/load.ts';
import { TASK_LISTS, type TaskListName } from '../text/task-list-words.ts';
import { reported, standingIn, type Standing } from './make-report.ts';
import { progressedLately } from './recent-progress.ts';

/** Which tasks stand behind a number; null is everything. `mine`: only of reps that the supervisor is told of. */
export interface TaskQuery {
  readonly what: TaskListName;
  readonly rep: RepId | null;
  readonly type: TaskType | null;
  readonly tier: Tier | null;
  readonly mine: boolean;
}

export interface TaskListRow {
  readonly taskId: TaskId;
  readonly customer: string;
  readonly title: string;
  /** Null: nobody's. */
  readonly owner: string | null;
  readonly type: TaskType;
  readonly points: number;
  readonly light: Light;
  /** Days without progress, as the rules count them. */
  readonly days: number;
}

/**
 * A list as the buttons of the dashboard name it: `red`, `red@<rep>` or `open@<rep>@<type>`; the rep may be left
 * empty. Ids of reps hold no `@`.
 */
export const listText = (what: TaskListName, rep: string | null, type: TaskType | null = null): string =>
  `${what}@${rep ?? ''}@${type ?? ''}`.replace(/@+$/, '');

/** The parts of such a text; null for a list that there is not. */
export const readList = (
  text: string,
): { readonly what: TaskListName; readonly rep?: string; readonly type?: TaskType } | null => {
  const [name = '', rep = '', kind = ''] = text.split('@');
  const what = TASK_LISTS.find((one) => one === name);
  if (what === undefined) return null;
  const type = TASK_TYPES.find((one) => one === kind);
  return { what, ...(rep === '' ? {} : { rep }), ...(type === undefined ? {} : { type }) };
};

const HARD: readonly TaskType[] = ['strategic', 'selective'];

/** Those that the reports count, one by one. */
const BELONGS: Readonly<
  Record<
    TaskListName,
    (one: Standing, owner: string, state: BoardState, today: ReturnType<typeof dayAt>) => boolean
  >
> = {
  open: () => true,
  red: ({ light }) => light === 'red',
  yellow: ({ light }) => light === 'yellow',
  green: ({ light }) => light === 'green',
  // What nobody owns is nobody's delay.
  stale: ({ light }, owner) => light !== 'green' && owner !== UNOWNED,
  progressed: ({ entry }, owner, { team }, today) =>
    owner !== UNOWNED && progressedLately(entry, today, team.policy.timeZone),
  waiting: ({ entry }, owner) => owner === UNOWNED && entry.waitingSince !== undefined,
  unowned: (_one, owner) => owner === UNOWNED,
  key: ({ entry }, owner) => owner !== UNOWNED && isKey(cellOf(entry.rating)),
  hard: ({ entry }, owner) => owner !== UNOWNED && HARD.includes(typeOf(cellOf(entry.rating))),
};

/**
 * The tasks behind a number of the digest or the dashboard: as many as the number says. Longest without progress
 * first. Every book must be loaded. `hears`: of which reps the supervisor is told, for `mine`.
 */
export const taskList = (
  state: BoardState,
  query: TaskQuery,
  at: Instant,
  hears: (rep: string) => boolean = () => true,
): readonly TaskListRow[] => {
  const { team } = state;
  const today = dayAt(at, team.policy.timeZone);
  const owners = reported(state)
    .filter((rep) => query.tier === null || tierOf(rep) === query.tier)
    .map(({ id }) => id as string);
  return [...owners, ...(query.tier === null ? [UNOWNED] : [])]
    .filter((owner) => query.rep === null || owner === query.rep)
    .filter((owner) => !query.mine || hears(owner))
    .flatMap((owner) =>
      standingIn(state, owner, today)
        .filter((one) => BELONGS[query.what](one, owner, state, today))
        .filter(({ entry }) => query.type === null || typeOf(cellOf(entry.rating)) === query.type)
        .map((one) => rowOf(one, owner, state)),
    )
    .sort((a, b) => b.days - a.days || byText(a.taskId, b.taskId));
};

const rowOf = ({ entry, light, days }: Standing, owner: string, { team }: BoardState): TaskListRow => ({
  taskId: entry.taskId,
  customer: entry.customer,
  title: entry.title,
  owner: owner === UNOWNED ? null : (team.reps[repId(owner)]?.fields.name ?? owner),
  type: typeOf(cellOf(entry.rating)),
  points: pointsOf(cellOf(entry.rating), team.policy),
  light,
  days,
});
