import { DEFAULT_POLICY } from '../../shared/contract/policy.ts';
import { UNOWNED, type BoardState, type BookKey, type Team } from '../../shared/domain/board-state.ts';
import { plusDays, type Day, type Instant } from '../../shared/domain/day.ts';
import { repId, taskId, teamId, type RepId, type TaskId } from '../../shared/domain/ids.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { EMPTY_TAGS, type Rep, type RepFields, type Tags } from '../../shared/domain/rep.ts';
import type { BookEntry, Stage, Task, TaskFields, TaskSignals } from '../../shared/domain/task.ts';
import { bookOf } from '../../shared/decide/evolve.ts';
import { cellOf, tallyPlus } from '../../shared/scoring/load.ts';
import { rate } from '../../shared/scoring/propose.ts';
import { entryOf } from '../../shared/triggers/entry.ts';

/** Monday 23 November 2026, 10:00 in Shanghai: "now" of every test that does not say otherwise. */
export const NOW: Instant = Date.UTC(2026, 10, 23, 2, 0);
export const TODAY = '2026-11-23' as Day;
export const DAY_MS = 86_400_000;

/** A readable id of the form the shell makes: `tid('t1')` is `t1xxxxxxxxxx`. */
const longId = (key: string): string => key.toLowerCase().padEnd(12, 'x');
export const tid = (key: string): TaskId => taskId(longId(key));
export const rid = (key: string): RepId => repId(longId(key));

/** No regular run falls due, whatever day a test goes to. */
export const NO_RUNS: NonNullable<Team['ran']> = { day: '9999-12-31' as Day, weekly: Date.UTC(9999, 0) };

type DeepPartial<T> = { readonly [K in keyof T]?: T[K] extends object ? DeepPartial<T[K]> : T[K] };

/** The default rules with what a case changes: `aPolicy({ load: { limit: 12 } })`. */
export const aPolicy = (changes: DeepPartial<Policy> = {}): Policy =>
  Object.fromEntries(
    Object.entries(DEFAULT_POLICY).map(([key, value]) => {
      const change = (changes as Readonly<Record<string, unknown>>)[key];
      const nested = typeof value === 'object' && typeof change === 'object';
      return [key, nested ? { ...(value as object), ...change } : (change ?? value)];
    }),
  ) as unknown as Policy;

export interface RepSpec extends Partial<Omit<RepFields, 'tags'>> {
  readonly tags?: Partial<Tags>;
  readonly paused?: boolean;
  readonly lastAssignedAt?: Instant;
  readonly formerNames?: readonly string[];
  readonly away?: Rep['away'];
  readonly back?: Rep['back'];
}

export interface TaskSpec extends Partial<Omit<TaskFields, 'owner'>> {
  /** Key of a rep of the same board. */
  readonly owner?: string;
  /** Days since the last progress; 0 by default. */
  readonly idle?: number;
  readonly signals?: TaskSignals;
  readonly waitingSince?: Instant;
  readonly quietUntil?: Day;
  readonly raisedDays?: number;
  readonly light?: BookEntry['light'];
  readonly archived?: true;
}

export interface BoardSpec {
  readonly reps?: Readonly<Record<string, RepSpec>>;
  readonly tasks?: Readonly<Record<string, TaskSpec>>;
  readonly policy?: DeepPartial<Policy>;
  readonly team?: Partial<Team>;
}

const aRep = (key: string, spec: RepSpec): Rep => {
  const { tags, paused = false, lastAssignedAt = 0, formerNames = [], away, back, ...fields } = spec;
  return {
    id: rid(key),
    fields: {
      name: key,
      role: 'rep',
      tier: 'growing',
      availability: 'active',
      ...fields,
      tags: { ...EMPTY_TAGS, ...tags },
    },
    formerNames,
    open: {},
    paused,
    lastAssignedAt,
    ...(away === undefined ? {} : { away }),
    ...(back === undefined ? {} : { back }),
  };
};

const statusOf = (stage: Stage): 'open' | 'won' | 'lost' =>
  stage === 'won' || stage === 'lost' ? stage : 'open';

const aTask = (key: string, spec: TaskSpec, policy: Policy): Task => {
  const { owner, idle = 0, signals, archived, quietUntil, ...rest } = spec;
  const { waitingSince: _w, raisedDays: _r, light: _l, ...typed } = rest;
  const fields: TaskFields = {
    customer: `customer of ${key}`,
    title: `deal ${key}`,
    value: 'medium',
    difficulty: 'easy',
    stage: 'engaging',
    ...typed,
    ...(owner === undefined ? {} : { owner: rid(owner) }),
  };
  return {
    id: tid(key),
    fields,
    rating: rate(fields, signals ?? {}, policy),
    status: archived === true ? 'archived' : statusOf(fields.stage),
    createdAt: NOW - 30 * DAY_MS,
    createdBy: 'row',
    progressOn: plusDays(TODAY, -idle),
    ...(signals === undefined ? {} : { signals }),
    ...(quietUntil === undefined ? {} : { quietUntil }),
    ...(owner === undefined ? {} : { ownerSince: NOW - 30 * DAY_MS }),
  };
};

const entryFor = (task: Task, spec: TaskSpec): BookEntry => ({
  ...entryOf(task, null),
  ...(spec.waitingSince === undefined ? {} : { waitingSince: spec.waitingSince }),
  light: spec.light ?? 'green',
  raisedDays: spec.raisedDays ?? 0,
});

type Books = Record<string, Record<string, BookEntry>>;

const put = (task: Task, spec: TaskSpec, reps: Record<string, Rep>, books: Books): void => {
  if (task.status === 'archived') return;
  (books[bookOf(task)] ??= {})[task.id] = entryFor(task, spec);
  const owner = task.fields.owner === undefined ? undefined : reps[task.fields.owner];
  if (owner !== undefined && task.status === 'open')
    reps[owner.id] = { ...owner, open: tallyPlus(owner.open, cellOf(task.rating), 1) };
};

const waitingIn = (books: Books): readonly BookEntry[] =>
  Object.values(books[UNOWNED] ?? {})
    .filter((entry) => entry.waitingSince !== undefined)
    .sort((a, b) => (a.waitingSince ?? 0) - (b.waitingSince ?? 0) || (a.taskId < b.taskId ? -1 : 1));

/**
 * A board as remembered, whole and consistent: tallies, books and waiting list follow from reps and tasks, so
 * that a case says only what it is about.
 *
 * @example aBoard({ reps: { lisa: { tier: 'senior' } }, tasks: { t1: { owner: 'lisa', value: 'high' } } })
 */
export const aBoard = (spec: BoardSpec = {}): BoardState => {
  const policy = aPolicy(spec.policy);
  const reps: Record<string, Rep> = {};
  for (const [key, one] of Object.entries(spec.reps ?? {})) reps[rid(key)] = aRep(key, one);
  const tasks: Record<string, Task> = {};
  const books: Books = { [UNOWNED]: {} };
  for (const id of Object.keys(reps)) books[id] = {};
  for (const [key, one] of Object.entries(spec.tasks ?? {})) {
    const task = aTask(key, one, policy);
    tasks[task.id] = task;
    put(task, one, reps, books);
  }
  const team: Team = {
    id: teamId('sheet-of-tests'),
    policy,
    policyVersion: 1,
    rulesProblems: 0,
    reps,
    pending: {},
    waiting: waitingIn(books),
    noted: {},
    ran: NO_RUNS,
    auditSeq: 0,
    revision: 0,
    installedBy: [],
    ...spec.team,
  };
  return { team, tasks, books, whole: Object.keys(books) as BookKey[] };
};

/** `n` tasks alike, for filling a rep's desk: `tasksLike(3, { owner: 'wang', value: 'high' })`. */
export const tasksLike = (n: number, spec: TaskSpec, prefix = 'fill'): Readonly<Record<string, TaskSpec>> =>
  Object.fromEntries(Array.from({ length: n }, (_, index) => [`${prefix}${index}`, spec]));
