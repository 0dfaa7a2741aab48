import type { Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import type { Language } from '../domain/rep.ts';
import type { Pending } from '../domain/suggestion.ts';
import type { BookEntry, Light, Task } from '../domain/task.ts';
import type { RawCell } from '../ports/board.ts';
import { moveLimit } from '../moves/move-limits.ts';
import { partnerOf } from '../moves/partner.ts';
import { isAway } from '../scoring/absence.ts';
import { CONTACT_MASK } from '../moves/contact-cell.ts';
import { cellOf, loadOf, pointsOf, typeOf } from '../scoring/load.ts';
import { serialOfDay } from '../sheet/cell-value.ts';
import { spell } from '../text/spellings.ts';
import { leaveWords } from '../text/leave-words.ts';
import { taskWords } from '../text/task-words.ts';

/** What Peineng's columns of a task's row show, from the state alone: writing them twice changes nothing. */
export type TaskCells = Readonly<
  Record<'light' | 'type' | 'points' | 'suggestedOwner' | 'why' | 'partner', RawCell>
>;

const CLOSED: Pick<TaskCells, 'light' | 'suggestedOwner' | 'why' | 'partner'> = {
  light: null,
  suggestedOwner: null,
  why: null,
  partner: null,
};

/** Owner is undefined for tasks that nobody owns. */
export const taskCells = (entry: BookEntry, owner: string | undefined, team: Team, today: Day): TaskCells => {
  const { language } = team.policy;
  const cell = cellOf(entry.rating);
  const common = { type: typeText(entry, language), points: pointsOf(cell, team.policy) };
  if (entry.status !== 'open') return { ...common, ...CLOSED, points: 0 };
  const pending = team.pending[entry.taskId];
  const asking = isAsking(pending, today);
  return {
    ...common,
    points: owner === undefined ? 0 : common.points,
    light: spell('light', shownLight(entry, asking || owner === undefined), language),
    suggestedOwner: asking && pending ? (team.reps[pending.to]?.fields.name ?? null) : null,
    why: whyText(entry, owner, team, today),
    partner: typeOf(cell) === 'strategic' ? (partnerOf(team, owner)?.fields.name ?? null) : null,
  };
};

/** Staleness decides; a question waiting for an answer, or no owner at all, is at least yellow. */
export const shownLight = (entry: BookEntry, attention: boolean): Light =>
  attention && entry.light === 'green' ? 'yellow' : entry.light;

const typeText = (entry: BookEntry, language: Language): string => {
  const words = taskWords(language);
  const type = words.type[typeOf(cellOf(entry.rating))];
  const { value, difficulty, proposed } = entry.rating;
  if (proposed.length === 0) return type;
  return words.proposed(
    type,
    proposed.includes('value') ? spell('value', value, language) : null,
    proposed.includes('difficulty') ? spell('difficulty', difficulty, language) : null,
  );
};

const isAsking = (pending: Pending | undefined, today: Day): boolean =>
  pending !== undefined && (pending.quietUntil === undefined || pending.quietUntil <= today);

const whyText = (entry: BookEntry, owner: string | undefined, team: Team, today: Day): string | null => {
  const words = taskWords(team.policy.language);
  const pending = team.pending[entry.taskId];
  if (pending !== undefined && isAsking(pending, today))
    return suggestionText(pending, team, team.policy.language);
  if (pending?.quietUntil !== undefined) return words.snoozed(pending.quietUntil);
  if (owner !== undefined) return withheldText(entry, owner, team, today) ?? lentText(entry, team, today);
  if (entry.waitingSince !== undefined) return waitingText(entry, team);
  return typeOf(cellOf(entry.rating)) === 'selective' ? words.selective : null;
};

/** Where a task stands in the queue, and why it waits. Beyond the front of the queue only why. */
export const waitingText = ({ taskId }: Pick<BookEntry, 'taskId'>, team: Team): string => {
  const words = taskWords(team.policy.language);
  const index = team.waiting.findIndex((one) => one.taskId === taskId);
  return index < 0 ? words.waiting : words.waitingAt(index + 1);
};

/** Says why nobody is suggested where somebody would be, were it not for the rules on moves (spec 3.6). */
const withheldText = (entry: BookEntry, owner: string, team: Team, today: Day): string | null => {
  const rep = team.reps[owner];
  if (rep === undefined || !(rep.paused || isAway(rep, today))) return null;
  const words = taskWords(team.policy.language);
  const limit = moveLimit(team, entry, owner, today);
  if (limit?.code === 'OWN_SOURCED') return words.ownSourced;
  return limit?.code === 'BUDGET' && team.policy.transfers.beyond === 'withhold'
    ? words.budget(limit.freeOn)
    : null;
};

/** Whose deal it is while they are on leave. */
const lentText = ({ lentBy }: BookEntry, team: Team, today: Day): string | null => {
  const lender = lentBy === undefined ? undefined : team.reps[lentBy];
  return lender !== undefined && isAway(lender, today)
    ? leaveWords(team.policy.language).lentBy(lender.fields.name)
    : null;
};

/** The spoken question of a suggestion, with the load gauge before and after. */
export const suggestionText = (pending: Pending, team: Team, language: Language): string => {
  const words = taskWords(language);
  const target = team.reps[pending.to];
  const to = target?.fields.name ?? '?';
  const owner = pending.from === undefined ? undefined : team.reps[pending.from]?.fields.name;
  const because = words.because[pending.cause];
  const sentence = owner === undefined ? words.askNobody(to, because) : words.askOwner(owner, to, because);
  if (target === undefined) return sentence;
  const before = loadOf(target.open, team.policy);
  const after = before + pointsOf(pending.cell, team.policy);
  const gap = language === 'en' ? ' ' : '';
  const limited = pending.needs === 'supervisor' ? words.needsSupervisor : '';
  return `${sentence}${gap}${words.loadAfter(to, before, after, team.policy.load.limit)}${limited}`;
};

/** People's columns of a task, as a person would type them: for a row that is put back. */
export const typedCells = ({ fields, contact }: Task, team: Team): Readonly<Record<string, RawCell>> => {
  const { language } = team.policy;
  return {
    customer: fields.customer,
    title: fields.title,
    industry: fields.industry ?? null,
    value: fields.value === undefined ? null : spell('value', fields.value, language),
    difficulty: fields.difficulty === undefined ? null : spell('difficulty', fields.difficulty, language),
    stage: spell('stage', fields.stage, language),
    amount: fields.amount ?? null,
    owner: fields.owner === undefined ? null : (team.reps[fields.owner]?.fields.name ?? null),
    lastProgress: fields.lastProgress === undefined ? null : serialOfDay(fields.lastProgress),
    nextStep: fields.nextStep ?? null,
    source: fields.source === undefined ? null : spell('source', fields.source, language),
    contact: contact === true ? CONTACT_MASK : null,
  };
};
