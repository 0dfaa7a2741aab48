import type { Task } from './task.ts';

/**
 * Deals in one set of moves. A transaction may write 500 documents, but the one event that records the set, and by
 * which one tick takes it back, has to stay below 1 MiB.
 */
export const MANY_AT_ONCE = 100;

/** Bytes of tasks in one set: what else an event holds finds room beside them. */
export const MANY_BYTES = 700_000;

/** A move is recorded as the task before and after it, with the last handover kept in the new one. */
const RECORDED = 3;

/** Bytes of UTF-8 in JSON text. */
const bytesOf = (text: string): number => {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // Half of a pair is two of its four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return bytes;
};

/** What moving a task adds to the record of its set, in bytes; a little more rather than less. */
export const bytesOfMove = (task: Task): number => RECORDED * bytesOf(JSON.stringify(task)) + 1_000;

/** How many of these tasks, from the front, fit into one set. */
export const fittingOneSet = (tasks: readonly Task[]): number => {
  let bytes = 0;
  const first = tasks.findIndex((task, index) => {
    bytes += bytesOfMove(task);
    return index >= MANY_AT_ONCE || bytes > MANY_BYTES;
  });
  return first < 0 ? tasks.length : first;
};
