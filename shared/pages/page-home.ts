import type { BoardState, Team } from '../domain/board-state.ts';
import { dayAt, type Day, type Instant } from '../domain/day.ts';
import { recentlyDropped } from '../domain/mail-waits.ts';
import { ALL_MAIL } from '../domain/mail-choice.ts';
import { byText, type RepId } from '../domain/ids.ts';
import type { Language, Rep } from '../domain/rep.ts';
import type { Receipt } from '../domain/suggestion.ts';
import { LIGHTS, type BookEntry } from '../domain/task.ts';
import { isAsleep } from '../decide/who-is-asked.ts';
import { monthOf, periodOf, pointsIn } from '../moves/credit.ts';
import { partnerOf } from '../moves/partner.ts';
import { shownLight } from '../outbox/task-cells.ts';
import type { Gauge, PersonHome, TaskLine } from '../ports/person-home.ts';
import type { EventRecord } from '../ports/store.ts';
import { cellOf, keyTasksOf, loadOf, pointsOf, typeOf } from '../scoring/load.ts';
import { taskWords } from '../text/task-words.ts';
import { staleDays, staleLight } from '../triggers/stale.ts';
import { handoverCards } from './handover-cards.ts';
import { moveLines } from './move-lines.ts';
import { repLines } from './rep-lines.ts';
import { suggestionCards } from './suggestion-cards.ts';
import { contestLines, tagLines } from './tag-lines.ts';
import { turnOf } from './turn.ts';
import { wayBackOf } from './way-back.ts';

/** What was read for one person's pages. */
export interface PageRead {
  readonly state: BoardState;
  /** Receipts by id, as far as they were found. */
  readonly receipts: Readonly<Record<string, Receipt>>;
  /** The newest events that moved deals; for a supervisor. */
  readonly moved: readonly EventRecord[];
}

/** Everything one person's pages show. */
export const pageHome = ({ state, receipts, moved }: PageRead, person: Rep, at: Instant): PersonHome => {
  const { team, books, tasks } = state;
  const { policy } = team;
  const today = dayAt(at, policy.timeZone);
  const language = person.fields.language ?? policy.language;
  return {
    team: team.id,
    at,
    today,
    timeZone: policy.timeZone,
    rep: {
      id: person.id,
      name: person.fields.name,
      role: person.fields.role,
      language,
      mail: person.fields.mail ?? ALL_MAIL,
    },
    gauge: gaugeOf(team, person, Object.values(books[person.id] ?? {})),
    tasks: taskLines(team, person.id, Object.values(books[person.id] ?? {}), today),
    suggestions: suggestionCards({ team, books, person, today, language }, receipts),
    handovers: handoverCards({ team, tasks }, person, at),
    points: pointsTotal(team, person, today),
    undelivered: person.fields.role === 'supervisor' ? recentlyDropped(team.undelivered, at) : [],
    waiting: person.fields.role === 'supervisor' ? waitingLines(team, language) : [],
    reps: repLines(team, person, today, language),
    moves: moveLines(moved, state, person),
    turn: turnOf(team, person, today),
    tags: tagLines(person, language),
    contests: contestLines(team, person, language),
  };
};

const gaugeOf = ({ policy }: Team, { open, paused }: Rep, book: readonly BookEntry[]): Gauge => ({
  load: loadOf(open, policy),
  limit: policy.load.limit,
  resumeAt: policy.load.resumeAt,
  keyTasks: keyTasksOf(open),
  keyLimit: policy.load.keyLimit,
  paused,
  wayBack: wayBackOf(open, paused, book, policy),
});

const isStrategic = ({ rating }: BookEntry): boolean => typeOf(cellOf(rating)) === 'strategic';

/** A handover to the owner that is still open keeps the contact shut. */
const contactOf = ({ taskId, contact }: BookEntry, team: Team): TaskLine['contact'] => {
  if (contact !== true) return 'none';
  return team.handovers?.[taskId] === undefined ? 'open' : 'locked';
};

const pointsTotal = (team: Team, person: Rep, today: Day): PersonHome['points'] => {
  const { periodMonths } = team.policy.rewards;
  const earned = pointsIn(team.points, person.id, today, periodMonths);
  const month = monthOf(today);
  return {
    month,
    inMonth: earned.month,
    periodFrom: periodOf(month, periodMonths).from,
    periodMonths,
    inPeriod: earned.period,
  };
};

const waitingLines = (team: Team, language: Language): PersonHome['waiting'] =>
  team.waiting.map((entry, index) => ({
    position: index + 1,
    taskId: entry.taskId,
    customer: entry.customer,
    title: entry.title,
    type: typeOf(cellOf(entry.rating)),
    waitingSince: entry.waitingSince ?? entry.since,
    why: taskWords(language).waiting,
  }));

/** Open tasks: red first, then yellow, then longest without progress. */
const taskLines = (team: Team, owner: RepId, book: readonly BookEntry[], today: Day): readonly TaskLine[] =>
  book
    .filter(({ status }) => status === 'open')
    .map((entry): TaskLine => {
      const pending = team.pending[entry.taskId];
      const days = staleDays(entry.progressOn, today, team.policy);
      return {
        taskId: entry.taskId,
        customer: entry.customer,
        title: entry.title,
        type: typeOf(cellOf(entry.rating)),
        points: pointsOf(cellOf(entry.rating), team.policy),
        light: shownLight(entry, pending !== undefined && !isAsleep(pending, today)),
        idleLight: staleLight(entry, days, team.policy),
        progressOn: entry.progressOn,
        days,
        partner: isStrategic(entry) ? (partnerOf(team, owner)?.fields.name ?? null) : null,
        contact: contactOf(entry, team),
      };
    })
    .sort(
      (a, b) =>
        LIGHTS.indexOf(b.light) - LIGHTS.indexOf(a.light) || b.days - a.days || byText(a.taskId, b.taskId),
    );
