import { textPrint } from '../domain/text-print.ts';
import { withoutEmpty } from '../domain/without-empty.ts';
import type { BookEntry, Task, TaskFields } from '../domain/task.ts';
import { cellOf, typeOf } from '../scoring/load.ts';
import { shortened } from '../sheet/cell-problem.ts';

/**
 * Fingerprint of what people typed, to see which rows of a sorted, pasted or re-read block changed. Made from
 * parsed fields, so that `高` and `High` are the same and a changed number format is no change.
 */
export const rowPrint = (fields: TaskFields): string =>
  textPrint(
    JSON.stringify([
      fields.customer,
      fields.title,
      fields.industry,
      fields.value,
      fields.difficulty,
      fields.stage,
      fields.amount,
      fields.owner,
      fields.lastProgress,
      fields.nextStep,
      ...(fields.source === undefined ? [] : [fields.source]),
    ]),
  );

/**
 * A task as a line of its owner's book: customer and title long enough to recognise a deal by, short enough that
 * a book of thousands stays one document. What the board shows and what was said before is carried over from
 * the old line as long as the task stays with its owner; in new hands it starts green.
 */
export const entryOf = (task: Task, old: BookEntry | null): BookEntry => {
  const { fields } = task;
  // A task that has become selective waits for the supervisor's word, not for a rep with room.
  const selective = typeOf(cellOf(task.rating)) === 'selective';
  const waits = fields.owner === undefined && task.status === 'open' && !selective;
  return {
    taskId: task.id,
    customer: shortened(fields.customer),
    title: shortened(fields.title),
    rating: task.rating,
    status: task.status === 'archived' ? 'open' : task.status,
    progressOn: task.progressOn,
    since: task.ownerSince ?? task.createdAt,
    rowPrint: rowPrint(fields),
    light: old?.light ?? 'green',
    raisedDays: old?.raisedDays ?? 0,
    ...withoutEmpty({
      industry: fields.industry,
      waitingSince: waits ? old?.waitingSince : undefined,
      quietUntil: task.quietUntil,
      source: fields.source,
      contact: task.contact,
      lentBy: task.lentBy,
    }),
  };
};
