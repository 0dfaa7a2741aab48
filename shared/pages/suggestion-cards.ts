import { UNOWNED, type BoardState, type BookKey, type Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import { byText, type RepId } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import type { Language, Rep, Tally } from '../domain/rep.ts';
import type { Pending, Receipt } from '../domain/suggestion.ts';
import type { BookEntry } from '../domain/task.ts';
import { askedOf, isAsleep, mayAnswer } from '../decide/who-is-asked.ts';
import type { LoadChange, SuggestionCard } from '../ports/person-home.ts';
import { cellOf, keyTasksOf, loadOf, tallyPlus, typeOf } from '../scoring/load.ts';
import { receiptText } from '../text/receipt-words.ts';
import { taskWords } from '../text/task-words.ts';
import { wayBackOf } from './way-back.ts';

/** Suggestions that somebody may answer, oldest first. */
export const answerable = (team: Team, person: Rep, today: Day): readonly Pending[] =>
  Object.values(team.pending)
    .filter((pending) => mayAnswer(person, pending, team, today))
    .sort((a, b) => a.at - b.at || byText(a.taskId, b.taskId));

/** The books a person's pages are made from: their own, and those of everybody a suggestion speaks of. */
export const booksFor = (pending: readonly Pending[], person: RepId): readonly BookKey[] => [
  ...new Set<BookKey>([person, ...pending.flatMap(({ from, to }): BookKey[] => [from ?? UNOWNED, to])]),
];

/** The suggestions somebody may answer, in words. */
export const suggestionCards = (
  reader: Reader,
  receipts: Readonly<Record<string, Receipt>>,
): readonly SuggestionCard[] =>
  answerable(reader.team, reader.person, reader.today).flatMap((pending): readonly SuggestionCard[] => {
    const entry = reader.books[pending.from ?? UNOWNED]?.[pending.taskId];
    return entry === undefined ? [] : [suggestionCard(reader, pending, entry, receipts[pending.receipt])];
  });

/** Who reads the cards, and of what. */
export interface Reader extends Pick<BoardState, 'team' | 'books'> {
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
    ...loadsOf(reader, pending, entry),
    quietUntil: isAsleep(pending, today) ? (pending.quietUntil ?? null) : null,
  };
};

/** What it would do to the load of whoever would get it and whoever would give it, and the way back from there. */
const loadsOf = (
  { team, books }: Reader,
  { from, to, cell }: Pending,
  { rating }: BookEntry,
): Pick<SuggestionCard, 'taker' | 'giver' | 'wayBack'> => {
  const { policy } = team;
  const [taker, giver] = [team.reps[to], from === undefined ? undefined : team.reps[from]];
  const held = taker?.open ?? {};
  const after = tallyPlus(held, cell, 1);
  return {
    taker: changeOf(held, after, policy),
    giver:
      giver === undefined ? null : changeOf(giver.open, tallyPlus(giver.open, cellOf(rating), -1), policy),
    wayBack: wayBackOf(after, taker?.paused ?? false, Object.values(books[to] ?? {}), policy),
  };
};

const changeOf = (before: Tally, after: Tally, policy: Policy): LoadChange => ({
  before: loadOf(before, policy),
  after: loadOf(after, policy),
  limit: policy.load.limit,
  keysAfter: keyTasksOf(after),
  keyLimit: policy.load.keyLimit,
});
