import type { BoardState } from '../domain/board-state.ts';
import type { Language } from '../domain/rep.ts';
import type { RepId } from '../domain/ids.ts';
import { ALL_MAIL } from '../domain/mail-choice.ts';
import { auditFacts, type Audited } from '../decide/audit-facts.ts';
import type { Task } from '../domain/task.ts';
import type { Effect } from '../decide/effects.ts';
import type { RawCell } from '../ports/board.ts';
import type { EventRecord } from '../ports/store.ts';
import { serialOfInstant } from '../sheet/cell-value.ts';
import { handoverWords } from '../text/handover-words.ts';
import { leaveWords } from '../text/leave-words.ts';
import { auditWords } from '../text/audit-words.ts';
import { points } from '../text/numbers.ts';
import { answersText, contestsChangeText } from '../text/contest-words.ts';
import { contestsAnswered } from '../tags/contest.ts';
import { mailChoiceText } from '../text/mail-choice-words.ts';
import { spell } from '../text/spellings.ts';

type Row = Readonly<Record<string, RawCell>>;

/**
 * The audit rows of an event, in order and numbered without gaps from where the last event ended. A row's id
 * is `<event>#<effect>` (`.n` for further rows of one effect), so a tick on it leads back to the effect.
 */
export const auditRows = (record: EventRecord, state: BoardState): readonly Row[] => {
  const rows: Row[] = [];
  record.effects.forEach((effect, index) => {
    auditFacts(effect).forEach((fact, nth) => {
      rows.push({
        id: `${record.id}#${index}${nth === 0 ? '' : `.${nth}`}`,
        number: record.auditFrom + rows.length + 1,
        ...auditRow(record, effect, fact, state),
      });
    });
  });
  return rows;
};

/** Which effect an audit row stands for; null when the text is no such id. */
export const readAuditId = (id: string): { readonly event: string; readonly index: number } | null => {
  const match = /^(.+)#(\d+)(?:\.\d+)?$/.exec(id);
  return match?.[1] === undefined ? null : { event: match[1], index: Number(match[2]) };
};

/** Facts that follow from what a person did, so that their name stands beside them. */
const BY_PERSON: readonly Audited[] = [
  'taskAdded',
  'taskCopied',
  'ownerChanged',
  'valueChanged',
  'taskClosed',
  'taskReopened',
  'taskArchived',
  'taskRestored',
  'suggestionEnded',
  'suggestionSnoozed',
  'overLimit',
  'repAdded',
  'repAway',
  'repBack',
  'tagsContested',
  'contestAnswered',
  'policyChanged',
  'handoverWritten',
  'handoverConfirmed',
  'handoverReleased',
  'contactKept',
  'contactShown',
  'movedMany',
  'mailChosen',
  'imported',
];

const BLANK: Details = { from: null, to: null, cause: null, receipt: null };

const auditRow = (record: EventRecord, effect: Effect, fact: Audited, state: BoardState): Row => {
  const { language, timeZone } = state.team.policy;
  const words = auditWords(language);
  const byPerson = BY_PERSON.includes(fact) && record.kind !== 'sweep' && !isAutomatic(effect);
  const { customer, title } = taskOf(effect, state) ?? { customer: null, title: null };
  return {
    at: serialOfInstant(record.at, timeZone),
    actor: byPerson ? (record.actor ?? words.unknown) : words.peineng,
    what: words.what[fact],
    customer,
    title,
    ...BLANK,
    ...detailsOf(effect, fact, state, language),
    policyVersion: record.policyVersion,
    undo: canUndo(effect, fact) ? false : null,
  };
};

const isAutomatic = (effect: Effect): boolean => effect.type === 'taskChanged' && effect.cause === 'assigned';

const canUndo = (effect: Effect, fact: Audited): boolean =>
  fact === 'ownerChanged' ||
  fact === 'taskCopied' ||
  fact === 'movedMany' ||
  (effect.type === 'taskArchived' && effect.cause === 'vanished');

const taskOf = (effect: Effect, state: BoardState): { customer: string; title: string } | undefined => {
  if ('task' in effect) return effect.task.fields;
  if ('entry' in effect) return effect.entry;
  if ('line' in effect) return effect.line;
  const id =
    'pending' in effect
      ? effect.pending.taskId
      : effect.type === 'overLimit' || effect.type === 'contactShown'
        ? effect.taskId
        : undefined;
  if (id === undefined) return undefined;
  return state.tasks[id]?.fields ?? Object.values(state.books).find((book) => book[id])?.[id];
};

type Details = Readonly<Partial<Record<'from' | 'to' | 'cause' | 'receipt', RawCell>>>;

const detailsOf = (effect: Effect, fact: Audited, state: BoardState, language: Language): Details => {
  const words = auditWords(language);
  const name = (id: RepId | undefined): string =>
    id === undefined ? words.nobody : (state.team.reps[id]?.fields.name ?? id);
  switch (effect.type) {
    case 'taskAdded':
      return { to: name(effect.task.fields.owner) };
    case 'taskChanged':
      return {
        ...changed(effect, fact, name, language),
        cause: words.changedBy[effect.cause],
        receipt: effect.receipt ?? '',
      };
    case 'taskArchived':
      return { from: name(effect.before.fields.owner), cause: words.changedBy[effect.cause] };
    case 'taskRestored':
      return { to: name(effect.task.fields.owner) };
    case 'suggestionMade':
    case 'suggestionSnoozed':
    case 'suggestionEnded': {
      const { pending } = effect;
      const cause = effect.type === 'suggestionEnded' ? words.status[effect.how] : words.cause[pending.cause];
      return { from: name(pending.from), to: name(pending.to), cause, receipt: pending.receipt };
    }
    case 'overLimit':
      return { to: name(effect.rep), cause: points(effect.load) };
    case 'repPaused':
    case 'repResumed':
      return { to: name(effect.rep), cause: points(effect.load) };
    case 'repChanged':
      return { to: effect.rep.fields.name, ...contested(effect, fact, language) };
    case 'policyChanged':
      return { to: words.version(effect.version) };
    case 'handoverChanged':
    case 'handoverLate':
      return handoverDetails(effect, name, language);
    case 'contactShown':
      return { to: name(effect.rep) };
    case 'leaveBegan':
    case 'leaveEnded':
      return { to: name(effect.rep), cause: leaveText(effect, language) };
    case 'mailChosen':
      return { to: name(effect.rep), cause: mailChoiceText(effect.mail, language) };
    case 'mailDropped':
      return { to: effect.dropped.name, cause: words.dropped[effect.dropped.reason] };
    case 'movedMany':
      return { from: name(effect.from), to: words.deals(effect.tasks.length) };
    case 'imported':
      return { to: words.tasksAndReps(effect.tasks, effect.reps) };
    default:
      return {};
  }
};

const leaveText = (
  effect: Extract<Effect, { type: 'leaveBegan' | 'leaveEnded' }>,
  language: Language,
): string => {
  const words = leaveWords(language);
  return effect.type === 'leaveBegan'
    ? words.began(effect.until, effect.moving, effect.waiting)
    : words.ended(effect.rampDays, effect.lent);
};

const handoverDetails = (
  effect: Extract<Effect, { type: 'handoverChanged' | 'handoverLate' }>,
  name: (id: RepId | undefined) => string,
  language: Language,
): Details => {
  const words = handoverWords(language);
  const between = effect.type === 'handoverLate' ? effect.line : effect.task.handover;
  const items = effect.type === 'handoverLate' ? effect.line.gaps : effect.items;
  const cause = items.map((key) => words.item[key]).join(language === 'en' ? ', ' : '、');
  return { from: name(between?.from), to: name(between?.to), cause };
};

/** The lines of the points ledger that a change wrote: who got how much, and for what. */
const earnedText = (task: Task, name: (id: RepId | undefined) => string, language: Language): string =>
  (task.earned?.shares ?? [])
    .map(
      ({ rep, tenths, as }) =>
        `${name(rep)} ${points(tenths / 10)}${as === 'partner' ? auditWords(language).asPartner : ''}`,
    )
    .join(language === 'en' ? ', ' : '，');

const changed = (
  { before, task }: Extract<Effect, { type: 'taskChanged' }>,
  fact: Audited,
  name: (id: RepId | undefined) => string,
  language: Language,
): Details => {
  if (fact === 'ownerChanged') return { from: name(before.fields.owner), to: name(task.fields.owner) };
  if (fact === 'pointsEarned') return { to: earnedText(task, name, language) };
  if (fact === 'pointsTakenBack') return { from: earnedText(before, name, language) };
  if (fact === 'valueChanged') {
    return {
      from: spell('value', before.rating.value, language),
      to: spell('value', task.rating.value, language),
    };
  }
  return {
    from: spell('stage', before.fields.stage, language),
    to: spell('stage', task.fields.stage, language),
  };
};

/** From which tags to which, or what the supervisor said of them. */
const contested = (
  { before, rep }: Extract<Effect, { type: 'repChanged' }>,
  fact: Audited,
  language: Language,
): Details => {
  if (before === null) return {};
  const [old, now] = [before.fields, rep.fields];
  if (fact === 'mailChosen') return { cause: mailChoiceText(now.mail ?? ALL_MAIL, language) };
  if (fact === 'tagsContested') return { cause: contestsChangeText(old.contested, now.contested, language) };
  return fact === 'contestAnswered' ? { cause: answersText(contestsAnswered(old, now), language) } : {};
};
