import type { Day } from '../domain/day.ts';
import type { RepId } from '../domain/ids.ts';
import type { Task } from '../domain/task.ts';
import { textPrint } from '../domain/text-print.ts';

/** What two rows must share to be the same closed deal. */
export interface DealKey {
  readonly customer: string;
  readonly title: string;
  readonly rep: RepId | '';
  readonly won: boolean;
  readonly closedOn: Day;
}

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/**
 * The print of a closed deal: customer, opportunity, owner, outcome and closing day. A repeat order of the same
 * customer closes on another day and is another deal.
 */
export const dealPrint = ({ customer, title, rep, won, closedOn }: DealKey): string =>
  textPrint(JSON.stringify([fold(customer), fold(title), rep, won, closedOn]));

/** Whether a task is a closed deal. It stays one when its row leaves the board; a copy that was taken back never was. */
export const isClosedDeal = ({ status, fields, takenBack }: Task): boolean =>
  status === 'archived'
    ? takenBack !== true && (fields.stage === 'won' || fields.stage === 'lost')
    : status !== 'open';

/** The print of a task that is a closed deal, or null. */
export const printOfTask = (task: Task): string | null =>
  isClosedDeal(task)
    ? dealPrint({
        customer: task.fields.customer,
        title: task.fields.title,
        rep: task.fields.owner ?? '',
        won: task.fields.stage === 'won',
        closedOn: task.progressOn,
      })
    : null;
