import { HANDOVER_ITEMS, type Handover, type HandoverItemKey } from '../domain/handover.ts';
import { taskId } from '../domain/ids.ts';
import type { Task } from '../domain/task.ts';
import type { Rep } from '../domain/rep.ts';
import { ITEM_MAX, withConfirmed, withTexts } from '../moves/handover.ts';
import { isReleasable } from '../moves/late-handovers.ts';
import { repOfEmail } from '../moves/rep-of-email.ts';
import { handoverId, readHandoverId } from '../moves/handover-id.ts';
import type { ReadRow } from '../ports/board.ts';
import { isChecked, readText } from '../sheet/cell-value.ts';
import type { HandoversRead } from './board-event.ts';
import type { Draft } from './draft.ts';
import type { TickRefusal } from './effects.ts';

/**
 * What follows from rows of the Handovers tab (spec 3.6): texts that were written, items that were confirmed, a
 * release with gaps. What may not be is taken out of the sheet again, with a note that says why.
 */
export const decideHandovers = (draft: Draft, event: HandoversRead): void => {
  const actor = repOfEmail(draft.state().team, event.actor);
  for (const row of [...event.rows].sort((a, b) => a.row - b.row)) decideRow(draft, row, event.actor, actor);
};

const decideRow = (draft: Draft, row: ReadRow, actor: string | null, rep: Rep | null): void => {
  const task = taskOfRow(draft, row);
  if (task === undefined) return;
  const { handover } = task;
  const texts = changedTexts(row, handover);
  const wishes = HANDOVER_ITEMS.filter(
    (key) => isTicked(row, `${key}Read`) && !handover.items[key].confirmed,
  );
  if (handover.state !== 'open') {
    const [column] = [...Object.keys(texts), ...wishes.map((key) => `${key}Read`)];
    if (column !== undefined) refuse(draft, task, column, 'OVER');
    return;
  }
  writeTexts(draft, task.id, texts);
  if (wishes.length > 0) confirmTicked(draft, task, wishes, actor !== null && rep?.id !== handover.to);
  if (isTicked(row, 'release')) releaseTicked(draft, task.id, rep);
};

const isTicked = ({ cells }: ReadRow, column: string): boolean => isChecked(cells[column] ?? null);

/** The task a row is about, as long as the row is the present handover's and not an earlier one's. */
const taskOfRow = (draft: Draft, { cells }: ReadRow): (Task & { handover: Handover }) | undefined => {
  const id = readHandoverId(readText(cells['id'] ?? null));
  const task = id === null ? undefined : draft.state().tasks[taskId(id.task)];
  if (task?.handover === undefined || handoverId(task.id, task.handover) !== id?.text) return undefined;
  return { ...task, handover: task.handover };
};

const changedTexts = (
  { cells }: ReadRow,
  { items }: Handover,
): Readonly<Partial<Record<HandoverItemKey, string>>> =>
  Object.fromEntries(
    HANDOVER_ITEMS.map((key) => [key, readText(cells[key] ?? null)] as const).filter(
      ([key, text]) => text !== items[key].text,
    ),
  );

const writeTexts = (
  draft: Draft,
  id: Task['id'],
  texts: Readonly<Partial<Record<HandoverItemKey, string>>>,
): void => {
  const task = draft.state().tasks[id];
  const keys = HANDOVER_ITEMS.filter((key) => texts[key] !== undefined);
  if (task === undefined || keys.length === 0) return;
  const long = keys.find((key) => (texts[key] ?? '').length > ITEM_MAX);
  if (long !== undefined) refuse(draft, task, long, 'TOO_LONG');
  else writeHandover(draft, task, texts);
};

const confirmTicked = (
  draft: Draft,
  { id }: Task,
  wishes: readonly HandoverItemKey[],
  another: boolean,
): void => {
  const task = draft.state().tasks[id];
  const { handover } = task ?? {};
  if (task === undefined || handover === undefined) return;
  const empty = wishes.find((key) => handover.items[key].text === '');
  if (another) refuse(draft, task, `${wishes[0] ?? 'preferences'}Read`, 'NOT_THE_OWNER');
  else if (empty !== undefined) refuse(draft, task, `${empty}Read`, 'EMPTY');
  const good = another ? [] : wishes.filter((key) => handover.items[key].text !== '');
  if (good.length > 0) confirmHandover(draft, task, good);
};

const releaseTicked = (draft: Draft, id: Task['id'], rep: Rep | null): void => {
  const { tasks, team } = draft.state();
  const task = tasks[id];
  if (task?.handover?.state !== 'open') return;
  if (rep?.fields.role !== 'supervisor') refuse(draft, task, 'release', 'NOT_SUPERVISOR');
  else if (!isReleasable(task, team, draft.at)) refuse(draft, task, 'release', 'NOT_DUE');
  else releaseHandover(draft, task);
};

const refuse = (draft: Draft, { id, handover }: Task, column: string, why: TickRefusal): void => {
  if (handover === undefined) return;
  draft.emit({ type: 'handoverRefused', taskId: id, handover, column, why });
};

/** Texts of items, from the tab or the phone. Says nothing when nothing changes. */
export const writeHandover = (
  draft: Draft,
  before: Task,
  texts: Readonly<Partial<Record<HandoverItemKey, string>>>,
): void => {
  if (before.handover === undefined) return;
  const handover = withTexts(before.handover, texts);
  const items = HANDOVER_ITEMS.filter((key) => handover.items[key] !== before.handover?.items[key]);
  if (items.length === 0) return;
  draft.emit({ type: 'handoverChanged', before, task: { ...before, handover }, what: 'written', items });
};

/** The new owner has read items; with the third one the contact opens. */
export const confirmHandover = (draft: Draft, before: Task, items: readonly HandoverItemKey[]): void => {
  if (before.handover === undefined) return;
  const task = { ...before, handover: withConfirmed(before.handover, items) };
  draft.emit({ type: 'handoverChanged', before, task, what: 'confirmed', items });
};

/** The supervisor opens the gate; the items that nobody confirmed are on record. */
export const releaseHandover = (draft: Draft, before: Task): void => {
  const { handover } = before;
  if (handover === undefined) return;
  const items = HANDOVER_ITEMS.filter((key) => !handover.items[key].confirmed);
  const task: Task = { ...before, handover: { ...handover, state: 'released' } };
  draft.emit({ type: 'handoverChanged', before, task, what: 'released', items });
};
