import type { Effect } from '../decide/effects.ts';
import { byText } from '../domain/ids.ts';
import type { Language } from '../domain/rep.ts';
import type { Cause, Pending, Receipt } from '../domain/suggestion.ts';
import { mainPart } from '../scoring/main-part.ts';
import { mailWords } from '../text/mail-words.ts';
import { partText, receiptText } from '../text/receipt-words.ts';
import { all, nameOf, taskName, type MailContext } from './mail-context.ts';
import type { MailFold } from './planned-mail.ts';

export type Made = Extract<Effect, { type: 'suggestionMade' }>;

/** Suggestions made by these events that still wait for an answer, oldest first. */
export const stillMade = (context: MailContext): readonly Made[] =>
  all(context, 'suggestionMade').filter(({ pending }) => isOpen(context, pending));

/** The same, made or woken; those that somebody has put off since are left out. */
export const stillAsked = (context: MailContext): readonly Pending[] => {
  const receipts = new Set<string>();
  for (const effect of context.effects) {
    if (effect.type === 'suggestionMade' || effect.type === 'suggestionWoken')
      receipts.add(effect.pending.receipt);
    if (effect.type === 'suggestionSnoozed') receipts.delete(effect.pending.receipt);
  }
  return Object.values(context.state.team.pending)
    .filter(({ receipt }) => receipts.has(receipt))
    .sort((a, b) => a.at - b.at || byText(a.taskId, b.taskId));
};

/** Whether it is the very suggestion that waits: a later one for the same task has another receipt. */
const isOpen = ({ state }: MailContext, { taskId, receipt }: Pending): boolean =>
  state.team.pending[taskId]?.receipt === receipt;

/** What speaks most for a suggestion, in brackets; nothing where the receipt has no parts. */
export const mainReason = ({ receipt }: Made, language: Language): string => {
  const part = mainPart(receipt);
  return part === undefined ? '' : mailWords(language).mainly(partText(part, language));
};

/** The receipt in full (spec 3.5), to be folded below the suggestion. */
export const receiptFold = (context: MailContext, receipt: Receipt, language: Language): MailFold => {
  const words = mailWords(language);
  const task = taskName(context, receipt.taskId);
  return {
    title: words.receipt(task, nameOf(context, receipt.chosen.rep)),
    lines: receiptText(receipt, language).split('\n'),
  };
};

/** Receipts of the open suggestions of some causes, by task. */
export const receiptsOf = (
  context: MailContext,
  causes: (cause: Cause) => boolean,
): ReadonlyMap<string, Receipt> =>
  new Map(
    stillMade(context)
      .filter(({ pending }) => causes(pending.cause))
      .map(({ pending, receipt }) => [pending.taskId, receipt]),
  );
