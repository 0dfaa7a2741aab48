import { mailWords } from '../../text/mail-words.ts';
import { reportMailWords } from '../../text/report-mail-words.ts';
import { LISTED, nameOf, nameOfTask, pageOf, type Section } from '../mail-context.ts';
import { receiptFold } from '../open-suggestions.ts';
import type { MailLine } from '../planned-mail.ts';

/** A rescue plan has been worked out (spec 3.9): each move with its gain and receipt, approved alone. */
export const plan: Section = (context, reader) => {
  const ready = context.plan;
  if (ready === undefined || ready.swaps.length === 0 || !reader.hears(undefined)) return null;
  const { language } = reader;
  const words = reportMailWords(language).plan;
  const open = { label: words.open, url: pageOf(context, reader, 'team') };
  const swaps = ready.swaps.slice(0, LISTED).map((swap, index): MailLine => {
    const move = words.swap(
      index + 1,
      nameOfTask(swap),
      nameOf(context, swap.from),
      nameOf(context, swap.to),
    );
    return {
      text: move,
      below: [words.gain(swap.gain)],
      task: swap.taskId,
      folded: [receiptFold(context, swap.receipt, language)],
    };
  });
  const rest = ready.swaps.length - LISTED;
  return {
    kind: 'plan',
    subject: words.subject(ready.swaps.length),
    heading: words.heading,
    lines: [
      { text: words.bound(ready.atMostBelow * 100), below: [], action: open },
      ...swaps,
      ...(rest > 0 ? [{ text: mailWords(language).more(rest), below: [] }] : []),
    ],
    why: words.why,
  };
};
