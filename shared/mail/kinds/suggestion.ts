import { askedOf } from '../../decide/who-is-asked.ts';
import type { Pending } from '../../domain/suggestion.ts';
import { findEntry } from '../../outbox/dirty.ts';
import { suggestionText } from '../../outbox/task-cells.ts';
import { mailWords } from '../../text/mail-words.ts';
import {
  LISTED,
  nameOf,
  pageOf,
  taskName,
  type MailContext,
  type Reader,
  type Section,
} from '../mail-context.ts';
import { receiptFold, receiptsOf, stillAsked } from '../open-suggestions.ts';
import type { MailLine } from '../planned-mail.ts';

/**
 * "A suggestion is waiting for you": for whoever is asked, and for a supervisor where only they may agree. What
 * has been answered, taken back or put off by the time the mail is written is not in it.
 */
export const suggestion: Section = (context, reader) => {
  const mine = stillAsked(context).filter((pending) => isAsked(context, reader, pending));
  const [first] = mine;
  if (first === undefined) return null;
  const words = mailWords(reader.language).suggestion;
  return {
    kind: 'suggestion',
    subject: subjectOf(context, reader, mine, first),
    heading: words.heading,
    lines: [...linesOf(context, reader, mine), ...moreLine(context, reader, mine.length)],
    why: words.why,
  };
};

const isAsked = ({ state, today }: MailContext, { rep, hears }: Reader, pending: Pending): boolean => {
  if (rep === undefined) return false;
  if (pending.needs !== 'supervisor') return askedOf(pending, state.team, today) === rep;
  return state.team.reps[rep]?.fields.role === 'supervisor' && hears(pending.from ?? pending.to);
};

const subjectOf = (
  context: MailContext,
  { language }: Reader,
  { length }: readonly Pending[],
  first: Pending,
): string => {
  const { subject } = mailWords(language).suggestion;
  if (length > 1) return subject.many(length);
  const customer = findEntry(context.state, first.taskId)?.entry.customer ?? '';
  return first.from === undefined
    ? subject.take(customer)
    : subject.give(customer, nameOf(context, first.to));
};

const linesOf = (context: MailContext, reader: Reader, mine: readonly Pending[]): readonly MailLine[] => {
  const { language } = reader;
  const receipts = receiptsOf(context, () => true);
  return mine.slice(0, LISTED).map((pending) => {
    const receipt = receipts.get(pending.taskId);
    return {
      text: taskName(context, pending.taskId),
      below: [suggestionText(pending, context.state.team, language)],
      ...(receipt === undefined ? {} : { folded: [receiptFold(context, receipt, language)] }),
      task: pending.taskId,
      action: {
        label: mailWords(language).suggestion.open,
        url: pageOf(context, reader, 'ask', pending.taskId),
      },
    };
  });
};

const moreLine = (context: MailContext, reader: Reader, count: number): readonly MailLine[] => {
  if (count <= LISTED) return [];
  const words = mailWords(reader.language);
  const action = { label: words.suggestion.openAll, url: pageOf(context, reader, 'ask') };
  return [{ text: words.more(count - LISTED), below: [], action }];
};
