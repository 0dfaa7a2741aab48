import type { Instant } from '../domain/day.ts';
import {
  HANDOVER_ITEMS,
  type Handover,
  type HandoverItem,
  type HandoverItemKey,
  type HandoverLine,
} from '../domain/handover.ts';
import type { RepId } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import type { Task } from '../domain/task.ts';
import { withoutEmpty } from '../domain/without-empty.ts';
import { shortened } from '../sheet/cell-problem.ts';
import { draftOf } from '../text/handover-words.ts';

const HOUR_MS = 3_600_000;

/** Longest text of one item, in characters. */
export const ITEM_MAX = 2000;

/**
 * A handover as it starts (spec 3.6): what people wrote at the last one is a good draft of this one; else the
 * deal's own notes are. Preferences are in no note, so somebody has to write them.
 */
export const openHandover = (before: Task, from: RepId, to: RepId, at: Instant, policy: Policy): Handover => {
  const drafts = draftOf(before, policy.language);
  const item = (key: HandoverItemKey): HandoverItem => {
    const last = before.handover?.items[key];
    const text = last?.source === 'person' ? last.text : (drafts[key] ?? last?.text ?? '');
    return { text: text.slice(0, ITEM_MAX), source: text === '' ? 'none' : 'draft', confirmed: false };
  };
  const { earlier: _deeper, ...own } = before.handover ?? { earlier: undefined };
  return {
    from,
    to,
    openedAt: at,
    due: at + policy.handover.releaseHours * HOUR_MS,
    items: { preferences: item('preferences'), highlights: item('highlights'), concerns: item('concerns') },
    state: 'open',
    ...(before.handover === undefined ? {} : { earlier: own as Handover }),
  };
};

/**
 * The handover that holds after a change of owner, and who had the deal last. Moving it back to the giver before
 * the taker has taken over (or by undo) is no handover: the giver's own gate is as it was.
 */
export const inNewHands = (
  before: Task,
  to: RepId | undefined,
  at: Instant,
  policy: Policy,
  undone = false,
): Pick<Task, 'handover' | 'heldBefore'> => {
  const previous = before.fields.owner ?? before.heldBefore;
  const { handover } = before;
  if (to === undefined) return withoutEmpty({ handover, heldBefore: previous });
  if (previous === undefined || previous === to) return withoutEmpty({ handover });
  if (handover?.from === to && handover.to === previous && (undone || handover.state === 'open'))
    return withoutEmpty({ handover: handover.earlier });
  return { handover: openHandover(before, previous, to, at, policy) };
};

/** What the team's head keeps of a task's handover; null when there is none to be done. */
export const lineOf = (task: Task, known: HandoverLine | undefined): HandoverLine | null => {
  const { handover } = task;
  if (task.status !== 'open' || handover?.state !== 'open' || handover.to !== task.fields.owner) return null;
  const { from, to, openedAt, due, items } = handover;
  const same = known?.openedAt === openedAt && known.to === to;
  return {
    taskId: task.id,
    customer: shortened(task.fields.customer),
    title: shortened(task.fields.title),
    from,
    to,
    openedAt,
    due,
    written: HANDOVER_ITEMS.filter((key) => items[key].source === 'person'),
    confirmed: HANDOVER_ITEMS.filter((key) => items[key].confirmed),
    gaps: HANDOVER_ITEMS.filter((key) => items[key].source === 'none'),
    ...withoutEmpty({ remindedAt: same ? known.remindedAt : undefined }),
  };
};

/** Whether the present owner may see the contact (spec 3.6): no handover to them is still open. */
export const isGateOpen = (task: Task): boolean =>
  task.fields.owner !== undefined &&
  (task.handover === undefined || task.handover.to !== task.fields.owner || task.handover.state !== 'open');

/** Writes texts into items. A text that changes has to be confirmed anew. */
export const withTexts = (
  handover: Handover,
  texts: Readonly<Partial<Record<HandoverItemKey, string>>>,
): Handover => ({
  ...handover,
  items: mapItems(handover, (item, key) => {
    const text = texts[key]?.trim();
    if (text === undefined || text === item.text) return item;
    return { text, source: text === '' ? 'none' : 'person', confirmed: false };
  }),
});

/** Confirms items; with the third one the gate opens. */
export const withConfirmed = (handover: Handover, keys: readonly HandoverItemKey[]): Handover => {
  const items = mapItems(handover, (item, key) => (keys.includes(key) ? { ...item, confirmed: true } : item));
  const all = HANDOVER_ITEMS.every((key) => items[key].confirmed);
  return { ...handover, items, state: all ? 'done' : handover.state };
};

const mapItems = (
  { items }: Handover,
  change: (item: HandoverItem, key: HandoverItemKey) => HandoverItem,
): Handover['items'] => ({
  preferences: change(items.preferences, 'preferences'),
  highlights: change(items.highlights, 'highlights'),
  concerns: change(items.concerns, 'concerns'),
});
