import type { Handover } from '../domain/handover.ts';
import type { TaskId } from '../domain/ids.ts';

/** The id of a row of the Handovers tab: the task, and when this handover of it began. */
export const handoverId = (task: TaskId, { openedAt }: Pick<Handover, 'openedAt'>): string =>
  `${task}-${openedAt.toString(36)}`;

/** Which task a row of the Handovers tab is about; null when the text is no such id. */
export const readHandoverId = (text: string): { readonly text: string; readonly task: string } | null => {
  const match = /^(.+)-[0-9a-z]+$/.exec(text);
  return match?.[1] === undefined ? null : { text, task: match[1] };
};
