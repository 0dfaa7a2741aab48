import { mailWords } from '../text/mail-words.ts';
import { LISTED, nameOf, pageOf, taskName, type MailContext, type Reader } from './mail-context.ts';
import { mainReason, receiptFold, type Made } from './open-suggestions.ts';
import type { MailLine } from './planned-mail.ts';

/** Suggestions as a supervisor is told of them: what, from whom to whom, why, and the receipt folded below. */
export const suggestionLines = (
  context: MailContext,
  reader: Reader,
  made: readonly Made[],
): readonly MailLine[] => {
  const { language } = reader;
  const words = mailWords(language);
  const lines = made.slice(0, LISTED).map((one): MailLine => {
    const { taskId, from, to } = one.pending;
    const move = words.move(taskName(context, taskId), nameOf(context, from), nameOf(context, to));
    return {
      text: move + mainReason(one, language),
      below: [],
      folded: [receiptFold(context, one.receipt, language)],
      task: taskId,
      action: { label: words.seeSuggestion, url: pageOf(context, reader, 'ask', taskId) },
    };
  });
  if (made.length <= LISTED) return lines;
  const action = { label: words.seeSuggestions, url: pageOf(context, reader, 'ask') };
  return [...lines, { text: words.more(made.length - LISTED), below: [], action }];
};
