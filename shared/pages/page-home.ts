import { UNOWNED, type BoardState, type BookKey, type Team } from '../domain/board-state.ts';
import { dayAt, type Day, type Instant } from '../domain/day.ts';
import { byText, type RepId, type TeamId } from '../domain/ids.ts';
import type { Language, Rep } from '../domain/rep.ts';
import type { Pending, Receipt } from '../domain/suggestion.ts';
import { LIGHTS, type BookEntry } from '../domain/task.ts';
import { askedOf, isAsleep, mayAnswer } from '../decide/who-is-asked.ts';
import { monthOf, periodOf, pointsIn } from '../moves/credit.ts';
import { partnerOf } from '../moves/partner.ts';
import { shownLight } from '../outbox/task-cells.ts';
import type {
  ActOutcome,
  ActRequest,
  PersonAct,
  PersonHome,
  SuggestionCard,
  TaskLine,
} from '../ports/people.ts';
import { cellOf, keyTasksOf, loadOf, pointsOf, roundedLoad, typeOf } from '../scoring/load.ts';
import { receiptText } from '../text/receipt-words.ts';
import { taskWords } from '../text/task-words.ts';
import { staleDays } from '../triggers/stale.ts';
import { handoverCards } from './handover-cards.ts';
import { contestLines, tagLines } from './tag-lines.ts';
import { wayBackOf } from './way-back.ts';

/** What the phone pages show of {@link PersonHome}. */
export type PageHome = Omit<PersonHome, 'turn'>;

/** What a page can ask for: everything one person does to one task. */
export interface PageActRequest extends Omit<ActRequest, 'act'> {
  readonly act: Exclude<PersonAct, { readonly do: 'moveMany' }>;
}

/** The part of the application that pages are made from. */
export interface PagePeople {
  home(team: TeamId, rep: RepId): Promise<PageHome | null>;
  act(team: TeamId, request: PageActRequest): Promise<ActOutcome>;
}

/** Suggestions that somebody may answer, oldest first. */
export const answerable = (team: Team, person: Rep, today: Day): readonly Pending[] =>
  Object.values(team.pending)
    .filter((pending) => mayAnswer(person, pending, team, today))
    .sort((a, b) => a.at - b.at || byText(a.taskId, b.taskId));

/** The books a person's pages are made from: their own, and those of everybody a suggestion speaks of. */
export const booksFor = (pending: readonly Pending[], person: RepId): readonly BookKey[] => [
  ...new Set<BookKey>([person, ...pending.flatMap(({ from, to }): BookKey[] => [from ?? UNOWNED, to])]),
];

/** Everything one person's pages show. `receipts` by id, as far as they were found. */
export const pageHome = (
  { team, books, tasks }: BoardState,
  person: Rep,
  at: Instant,
  receipts: Readonly<Record<string, Receipt>>,
): PageHome => {
  const { policy } = team;
  const today = dayAt(at, policy.timeZone);
  const language = person.fields.language ?? policy.language;
  const cards = answerable(team, person, today).flatMap((pending): readonly SuggestionCard[] => {
    const entry = books[pending.from ?? UNOWNED]?.[pending.taskId];
    return entry === undefined
      ? []
      : [suggestionCard({ team, books, person, today, language }, pending, entry, receipts[pending.receipt])];
  });
  return {
    team: team.id,
    at,
    today,
    timeZone: policy.timeZone,
    rep: { id: person.id, name: person.fields.name, role: person.fields.role, language },
    gauge: {
      load: loadOf(person.open, policy),
      limit: policy.load.limit,
      resumeAt: policy.load.resumeAt,
      keyTasks: keyTasksOf(person.open),
      keyLimit: policy.load.keyLimit,
      paused: person.paused,
    },
    tasks: taskLines(team, person.id, Object.values(books[person.id] ?? {}), today),
    suggestions: cards,
    handovers: handoverCards({ team, tasks }, person, at),
    points: pointsTotal(team, person, today),
    waiting: person.fields.role === 'supervisor' ? waitingLines(team, language) : [],
    tags: tagLines(person, language),
    contests: contestLines(team, person, language),
  };
};

const isStrategic = ({ rating }: BookEntry): boolean => typeOf(cellOf(rating)) === 'strategic';

/** A handover to the owner that is still open keeps the contact shut. */
const contactOf = ({ taskId, contact }: BookEntry, team: Team): TaskLine['contact'] => {
  if (contact !== true) return 'none';
  return team.handovers?.[taskId] === undefined ? 'open' : 'locked';
};

const pointsTotal = (team: Team, person: Rep, today: Day): PageHome['points'] => {
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

const waitingLines = (team: Team, language: Language): PageHome['waiting'] =>
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
      return {
        taskId: entry.taskId,
        customer: entry.customer,
        title: entry.title,
        type: typeOf(cellOf(entry.rating)),
        points: pointsOf(cellOf(entry.rating), team.policy),
        light: shownLight(entry, pending !== undefined && !isAsleep(pending, today)),
        progressOn: entry.progressOn,
        days: staleDays(entry.progressOn, today, team.policy),
        partner: isStrategic(entry) ? (partnerOf(team, owner)?.fields.name ?? null) : null,
        contact: contactOf(entry, team),
      };
    })
    .sort(
      (a, b) =>
        LIGHTS.indexOf(b.light) - LIGHTS.indexOf(a.light) || b.days - a.days || byText(a.taskId, b.taskId),
    );

interface Reader extends Pick<BoardState, 'team' | 'books'> {
  readonly person: Rep;
  readonly today: Day;
  readonly language: Language;
}

const suggestionCard = (
  reader: Reader,
  pending: Pending,
  entry: BookEntry,
  receipt: Receipt | undefined,
): SuggestionCard => {
  const { team, person, today, language } = reader;
  const words = taskWords(language);
  const nameOf = (id: RepId): string => team.reps[id]?.fields.name ?? '?';
  const to = nameOf(pending.to);
  const from = pending.from === undefined ? null : nameOf(pending.from);
  const asked = askedOf(pending, team, today) === person.id;
  return {
    taskId: pending.taskId,
    receipt: pending.receipt,
    customer: entry.customer,
    title: entry.title,
    type: typeOf(cellOf(entry.rating)),
    cause: pending.cause,
    question: (from === null ? words.askNobody(to, '') : words.askOwner(from, to, '')).trim(),
    reasons: receipt === undefined ? [] : receiptText(receipt, language).split('\n'),
    as: asked ? (from === null ? 'candidate' : 'owner') : 'supervisor',
    from,
    to,
    ...loadOfTarget(reader, pending),
    quietUntil: isAsleep(pending, today) ? (pending.quietUntil ?? null) : null,
  };
};

/** What taking it would do to the load of whoever would get it. */
const loadOfTarget = (
  { team, books }: Reader,
  pending: Pending,
): Pick<SuggestionCard, 'before' | 'after' | 'limit' | 'wayBack' | 'afterWayBack'> => {
  const { policy } = team;
  const before = loadOf(team.reps[pending.to]?.open ?? {}, policy);
  const after = roundedLoad(before + pointsOf(pending.cell, policy));
  const way = wayBackOf(after, Object.values(books[pending.to] ?? {}), policy);
  return { before, after, limit: policy.load.limit, wayBack: way.tasks, afterWayBack: way.load };
};
