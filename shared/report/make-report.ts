import { UNOWNED, type BoardState, type Team } from '../domain/board-state.ts';
import { dayAt, plusDays, type Day, type Instant } from '../domain/day.ts';
import { byText, repId } from '../domain/ids.ts';
import { TIERS, type Rep, type Tier } from '../domain/rep.ts';
import type { BookEntry } from '../domain/task.ts';
import { HAPPENINGS, NO_COUNTS, type DayCounts, type TeamDay } from '../domain/team-day.ts';
import { pointsIn } from '../moves/credit.ts';
import { isAway } from '../scoring/absence.ts';
import { tierOf } from '../scoring/factors/tier.ts';
import { cellOf, keyTasksOf, loadOf, typeOf } from '../scoring/load.ts';
import { staleDays, staleLight } from '../triggers/stale.ts';
import { progressedLately, WEEK_DAYS } from './recent-progress.ts';
import { countLights, countTypes, hardOf, topThreeShare } from './share-of-load.ts';
import type { RepDay, RepReport, StaleLine, TeamReport } from './team-report.ts';

/** Days that a report looks back on for moves. */
const MONTH = 30;

/** An open task with its light and its days as of today: a sweep may not have turned the light yet. */
export interface Standing {
  readonly entry: BookEntry;
  readonly light: BookEntry['light'];
  readonly days: number;
}

export const standingIn = (state: BoardState, key: string, today: Day): readonly Standing[] => {
  const { policy } = state.team;
  return Object.values(state.books[key] ?? {})
    .filter(({ status }) => status === 'open')
    .map((entry) => {
      const days = staleDays(entry.progressOn, today, policy);
      return { entry, days, light: staleLight(entry, days, policy) };
    });
};

/** Whom reports speak of: reps on the team, and whoever else still holds open tasks. In order of their ids. */
export const reported = ({ team, books }: BoardState): readonly Rep[] =>
  Object.values(team.reps)
    .filter(
      ({ id, fields }) =>
        (fields.role === 'rep' && fields.availability !== 'left') ||
        Object.values(books[id] ?? {}).some(({ status }) => status === 'open'),
    )
    .sort((a, b) => byText(a.id, b.id));

const repDay = (rep: Rep, standing: readonly Standing[], { policy }: Team): RepDay => ({
  rep: rep.id,
  load: loadOf(rep.open, policy),
  keyTasks: keyTasksOf(rep.open),
  lights: countLights(standing.map(({ light }) => light)),
  types: countTypes(standing.map(({ entry }) => typeOf(cellOf(entry.rating)))),
});

/** How the team stands at `at`, as the record of that day. Every book must be loaded. */
export const teamDay = (state: BoardState, counts: DayCounts, at: Instant): TeamDay => {
  const { team } = state;
  const day = dayAt(at, team.policy.timeZone);
  return {
    day,
    counts,
    reps: reported(state).map((rep) => repDay(rep, standingIn(state, rep.id, day), team)),
    waiting: waitingIn(state).length,
    paused: reported(state).filter(({ paused }) => paused).length,
  };
};

/** All tasks that wait: the head keeps only the front of the queue. */
const waitingIn = ({ books }: BoardState): readonly BookEntry[] =>
  Object.values(books[UNOWNED] ?? {}).filter(
    ({ status, waitingSince }) => status === 'open' && waitingSince !== undefined,
  );

/**
 * What happened on one day: the head counts the last month as it goes and corrects it when moves are taken
 * back, so it is asked first; records of earlier days stand in for what it no longer knows.
 */
export const countsOn = (team: Team, days: readonly TeamDay[], day: Day): DayCounts =>
  team.counts?.[day] ?? days.find((one) => one.day === day)?.counts ?? NO_COUNTS;

/** What the last `length` days brought, today included. */
export const countsOfLast = (team: Team, days: readonly TeamDay[], today: Day, length: number): DayCounts => {
  const each = Array.from({ length }, (_, back) => countsOn(team, days, plusDays(today, -back)));
  const sum = (what: keyof DayCounts): number => each.reduce((total, counts) => total + counts[what], 0);
  return Object.fromEntries(HAPPENINGS.map((what) => [what, sum(what)])) as unknown as DayCounts;
};

const progressedIn = (standing: readonly Standing[], team: Team, today: Day): number =>
  standing.filter(({ entry }) => progressedLately(entry, today, team.policy.timeZone)).length;

export const repReportOf = (rep: Rep, standing: readonly Standing[], team: Team, today: Day): RepReport => {
  const { load, rewards } = team.policy;
  const points = pointsIn(team.points, rep.id, today, rewards.periodMonths);
  return {
    ...repDay(rep, standing, team),
    name: rep.fields.name,
    tier: tierOf(rep),
    limit: load.limit,
    keyLimit: load.keyLimit,
    paused: rep.paused,
    away: isAway(rep, today),
    open: standing.length,
    progressed: progressedIn(standing, team, today),
    pointsInMonth: points.month,
    pointsInPeriod: points.period,
  };
};

const staleLine = (rep: string, { entry, light, days }: Standing): StaleLine => ({
  taskId: entry.taskId,
  customer: entry.customer,
  title: entry.title,
  rep: repId(rep),
  light,
  type: typeOf(cellOf(entry.rating)),
  days,
});

const hardShares = (reps: readonly RepReport[]): TeamReport['hardShare'] => {
  const share = (tier: Tier): number | null => hardOf(reps.filter((rep) => rep.tier === tier));
  return Object.fromEntries(TIERS.map((tier) => [tier, share(tier)])) as Record<Tier, number | null>;
};

/**
 * A team as reports and dashboard show it (spec 3.8). Every book must be loaded. `days` may be empty: the last
 * month is counted in the team's head.
 */
export const teamReport = (state: BoardState, days: readonly TeamDay[], at: Instant): TeamReport => {
  const { team } = state;
  const today = dayAt(at, team.policy.timeZone);
  const held = reported(state).map((rep) => ({ rep, standing: standingIn(state, rep.id, today) }));
  const unowned = standingIn(state, UNOWNED, today);
  const all = [...held.flatMap(({ standing }) => standing), ...unowned];
  const reps = held.map(({ rep, standing }) => repReportOf(rep, standing, team, today));
  const waiting = waitingIn(state).map(({ waitingSince, since }) => waitingSince ?? since);
  const moves = countsOfLast(team, days, today, MONTH).moves;
  return {
    at,
    today,
    reps,
    open: all.length,
    lights: countLights(all.map(({ light }) => light)),
    types: countTypes(all.map(({ entry }) => typeOf(cellOf(entry.rating)))),
    unowned: unowned.length,
    week: countsOfLast(team, days, today, WEEK_DAYS),
    movesPerTaskMonth: all.length === 0 ? null : moves / all.length,
    topThreeShare: topThreeShare(reps.map(({ load }) => load)),
    hardShare: hardShares(reps),
    stale: held
      .flatMap(({ rep, standing }) => standing.map((one) => staleLine(rep.id, one)))
      .filter(({ light }) => light !== 'green')
      .sort((a, b) => b.days - a.days || byText(a.taskId, b.taskId)),
    waiting: { count: waiting.length, oldestSince: waiting.length === 0 ? null : Math.min(...waiting) },
  };
};
