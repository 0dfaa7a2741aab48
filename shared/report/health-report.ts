import type { BoardState, Team } from '../domain/board-state.ts';
import { dayAt, plusDays, type Day, type Instant } from '../domain/day.ts';
import { byText, type RepId, type TaskId } from '../domain/ids.ts';
import type { Rep } from '../domain/rep.ts';
import type { TeamDay } from '../domain/team-day.ts';
import { askedOf, isAsleep } from '../decide/who-is-asked.ts';
import { lateSide } from '../moves/late-handovers.ts';
import { cellOf, typeOf } from '../scoring/load.ts';
import { repReportOf, standingIn, type Standing } from './make-report.ts';
import { nextStepOf, type NextStep } from './next-step.ts';
import type { RepDay, RepReport, StaleLine } from './team-report.ts';

/** Risks named one by one; of more than these the number is told. */
export const RISKS_NAMED = 12;

/** A yellow or red task, and what to do about it. */
export interface HealthRisk extends StaleLine {
  readonly step: NextStep;
}

/** What waits for the rep's hand, beside their tasks. */
export interface WaitingForRep {
  /** Suggestions they are asked about. */
  readonly suggestions: number;
  /** Handovers in which they have to write something, or to read something. */
  readonly toWrite: number;
  readonly toRead: number;
}

/** One spoken sentence that says what matters most; chosen by rule, worded in shared/text/report-words.ts. */
export type HealthSentence =
  | { readonly code: 'NOTHING_OPEN' }
  | { readonly code: 'AWAY'; readonly backOn: Day | null; readonly open: number }
  | { readonly code: 'PAUSED'; readonly load: number; readonly limit: number; readonly resumeAt: number }
  | { readonly code: 'RED'; readonly count: number; readonly first: string; readonly days: number }
  | { readonly code: 'HANDOVERS' | 'SUGGESTIONS' | 'YELLOW'; readonly count: number }
  | { readonly code: 'BETTER'; readonly before: number; readonly open: number }
  | { readonly code: 'ALL_GREEN'; readonly open: number };

/** "My task health report" of one rep (spec 3.8, article rule ③). */
export interface HealthReport {
  readonly at: Instant;
  readonly today: Day;
  /** Lights, load against limit, types, progress and points. */
  readonly rep: RepReport;
  /** The first {@link RISKS_NAMED}, longest without progress first; `risks` counts them all. */
  readonly named: readonly HealthRisk[];
  readonly risks: number;
  readonly waiting: WaitingForRep;
  /** How they stood a week ago; null where no record of that day is kept. */
  readonly weekAgo: RepDay | null;
  readonly sentence: HealthSentence;
}

/** The day that a report of `today` compares with. */
export const comparedDay = (today: Day): Day => plusDays(today, -7);

const risky = (standing: readonly Standing[]): readonly Standing[] =>
  standing
    .filter(({ light }) => light !== 'green')
    .sort((a, b) => b.days - a.days || byText(a.entry.taskId, b.entry.taskId));

/**
 * Tasks whose own words (next step) a report shows: load these, and no more, before making it. Books do not
 * carry next steps: they are long, and only a few of them are ever shown.
 */
export const tasksNamed = (state: BoardState, rep: RepId, at: Instant): readonly TaskId[] => {
  const today = dayAt(at, state.team.policy.timeZone);
  return risky(standingIn(state, rep, today))
    .slice(0, RISKS_NAMED)
    .map(({ entry }) => entry.taskId);
};

/**
 * A rep's report as of `at`; null for somebody who is not on the team. The rep's book must be loaded; tasks as
 * far as their next steps should be shown ({@link tasksNamed}); `days` for the comparison with last week.
 */
export const repReport = (
  state: BoardState,
  days: readonly TeamDay[],
  id: RepId,
  at: Instant,
): HealthReport | null => {
  const { team, tasks } = state;
  const person = team.reps[id];
  if (person === undefined) return null;
  const today = dayAt(at, team.policy.timeZone);
  const standing = standingIn(state, id, today);
  const all = risky(standing);
  const named = all.slice(0, RISKS_NAMED).map(({ entry, light, days: idle }): HealthRisk => ({
    taskId: entry.taskId,
    customer: entry.customer,
    title: entry.title,
    rep: id,
    light,
    type: typeOf(cellOf(entry.rating)),
    days: idle,
    step: nextStepOf(team, id, entry, { task: tasks[entry.taskId], days: idle, today }),
  }));
  const rep = repReportOf(person, standing, team, today);
  const waiting = waitingFor(team, person, today);
  const lastWeek = days.find(({ day }) => day === comparedDay(today));
  const weekAgo = lastWeek?.reps.find((one) => one.rep === id) ?? null;
  return {
    at,
    today,
    rep,
    named,
    risks: all.length,
    waiting,
    weekAgo,
    sentence: sentenceOf({ rep, named, waiting, weekAgo }, person, team),
  };
};

const waitingFor = (team: Team, person: Rep, today: Day): WaitingForRep => {
  const lines = Object.values(team.handovers ?? {});
  const mine = Object.values(team.pending).filter(
    (pending) => !isAsleep(pending, today) && askedOf(pending, team, today) === person.id,
  );
  return {
    suggestions: mine.length,
    toWrite: lines.filter((line) => line.from === person.id && lateSide(line) === 'giver').length,
    toRead: lines.filter((line) => line.to === person.id && lateSide(line) === 'taker').length,
  };
};

/** The most pressing thing that is true, in this order; praise only where nothing presses. */
const sentenceOf = (
  { rep, named, waiting, weekAgo }: Pick<HealthReport, 'rep' | 'named' | 'waiting' | 'weekAgo'>,
  { fields }: Rep,
  { policy }: Team,
): HealthSentence => {
  const [first] = named;
  const { open, lights, load, limit } = rep;
  const handovers = waiting.toWrite + waiting.toRead;
  if (rep.away) return { code: 'AWAY', backOn: fields.backOn ?? null, open };
  if (lights.red > 0 && first !== undefined)
    return { code: 'RED', count: lights.red, first: nameOf(first), days: first.days };
  if (handovers > 0) return { code: 'HANDOVERS', count: handovers };
  if (waiting.suggestions > 0) return { code: 'SUGGESTIONS', count: waiting.suggestions };
  if (rep.paused) return { code: 'PAUSED', load, limit, resumeAt: policy.load.resumeAt };
  return unpressed(rep, weekAgo);
};

const unpressed = ({ open, lights }: RepReport, weekAgo: RepDay | null): HealthSentence => {
  if (open === 0) return { code: 'NOTHING_OPEN' };
  if (lights.yellow > 0) return { code: 'YELLOW', count: lights.yellow };
  const before = weekAgo?.lights.red ?? 0;
  return before > 0 ? { code: 'BETTER', before, open } : { code: 'ALL_GREEN', open };
};

/** A deal is spoken of by its customer, where it has one. */
const nameOf = ({ customer, title }: StaleLine): string => (customer === '' ? title : customer);
