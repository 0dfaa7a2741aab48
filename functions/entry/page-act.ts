import { HANDOVER_ITEMS, type HandoverItemKey } from '../../shared/domain/handover.ts';
import { taskId, type ReceiptId } from '../../shared/domain/ids.ts';
import { MAIL_GROUPS, type MailChoice, type MailGroup } from '../../shared/domain/mail-choice.ts';
import { readContestSubject } from '../../shared/links/contest-subject.ts';
import type { ActionToken } from '../../shared/links/page-link.ts';
import type { PersonAct } from '../../shared/ports/people.ts';

/** What the form says beside the token: the texts of a handover, the reason of a contest, the choice of mail. */
export type FormTexts = Readonly<Partial<Record<HandoverItemKey | 'reason' | 'pace' | MailGroup, string>>>;

/** What the pressed button stands for. Only texts come from the form, the rest was signed. */
export const actOf = ({ action, task, about }: ActionToken, texts: FormTexts): PersonAct => {
  const id = taskId(task);
  switch (action) {
    case 'accept':
    case 'keep':
    case 'snooze':
      return { do: action, taskId: id, receipt: about as ReceiptId };
    case 'undo':
      return { do: 'undo', auditId: about };
    case 'write':
      return { do: 'writeHandover', taskId: id, items: itemsIn(texts) };
    case 'confirm':
      return {
        do: 'confirmHandover',
        taskId: id,
        item: HANDOVER_ITEMS.find((key) => key === about) ?? 'all',
      };
    case 'release':
      return { do: 'releaseHandover', taskId: id };
    case 'contact':
      return { do: 'fetchContact', taskId: id };
    case 'mail':
      return { do: 'chooseMail', mail: mailIn(texts) };
    case 'contest':
      return { do: 'contestTag', tag: about, reason: asWritten(texts.reason ?? '') };
    case 'uphold':
    case 'withdraw':
      return { do: 'answerContest', ...readContestSubject(about), answer: ANSWERS[action] };
  }
};

/** Boxes that are not ticked do not come with the form. */
const mailIn = (texts: FormTexts): MailChoice => {
  const groups = MAIL_GROUPS.filter((group) => texts[group] !== undefined);
  return { pace: texts.pace === 'daily' && groups.length > 0 ? 'daily' : 'atOnce', groups };
};

const ANSWERS = { uphold: 'upheld', withdraw: 'withdrawn' } as const;

/** Browsers end the lines of a form with CR LF. */
const asWritten = (text: string): string => text.replaceAll('\r\n', '\n');

const itemsIn = (texts: FormTexts): Readonly<Partial<Record<HandoverItemKey, string>>> =>
  Object.fromEntries(
    HANDOVER_ITEMS.flatMap((key) => {
      const text = texts[key];
      return text === undefined ? [] : [[key, asWritten(text)]];
    }),
  );
