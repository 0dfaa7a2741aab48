import { HANDOVER_ITEMS, type HandoverItemKey } from '../../shared/domain/handover.ts';
import type { ReceiptId } from '../../shared/domain/ids.ts';
import type { ActionToken } from '../../shared/links/page-link.ts';
import type { PageActRequest } from '../../shared/pages/page-home.ts';

/** What the pressed button stands for. Only the texts of a handover come from the form, the rest was signed. */
export const actOf = (
  token: ActionToken,
  texts: Readonly<Partial<Record<HandoverItemKey, string>>>,
): PageActRequest['act'] => {
  const { action, task: taskId, about } = token;
  switch (action) {
    case 'accept':
    case 'keep':
    case 'snooze':
      return { do: action, taskId, receipt: about as ReceiptId };
    case 'undo':
      return { do: 'undo', auditId: about };
    case 'write': {
      // Browsers end lines of a form with CR LF.
      const items = HANDOVER_ITEMS.flatMap((key) => {
        const text = texts[key];
        return text === undefined ? [] : [[key, text.replaceAll('\r\n', '\n')]];
      });
      return { do: 'writeHandover', taskId, items: Object.fromEntries(items) as typeof texts };
    }
    case 'confirm':
      return { do: 'confirmHandover', taskId, item: HANDOVER_ITEMS.find((key) => key === about) ?? 'all' };
    case 'release':
      return { do: 'releaseHandover', taskId };
    case 'contact':
      return { do: 'fetchContact', taskId };
  }
};
