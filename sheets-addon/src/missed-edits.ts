import { clip } from './reply.ts';

/**
 * Kept on the board while edits are known not to have reached the functions. It says that a check of the whole
 * board is due, not which cells: its size stays the same however long the functions are away.
 */
export interface MissedEdits {
  /** ISO time of the first edit that did not get through. */
  readonly since: string;
  readonly count: number;
  /** Why the latest one failed. */
  readonly reason: string;
}

/** The marker after one more edit failed. */
export function withOneMore(missed: MissedEdits | null, at: string, reason: string): MissedEdits {
  return { since: missed?.since ?? at, count: (missed?.count ?? 0) + 1, reason: clip(reason, 200) };
}

/**
 * The marker after a check of the whole board that began when it was `before`. An edit that went missing while
 * the check ran may have been too late for it, so then the mark stays.
 */
export function afterCheck(now: MissedEdits | null, before: MissedEdits | null): MissedEdits | null {
  const unchanged = now?.since === before?.since && now?.count === before?.count;
  return unchanged ? null : now;
}

/** Reads a stored marker. Something unreadable still means that edits were missed. */
export function parseMissedEdits(stored: string | null | undefined): MissedEdits | null {
  if (stored == null || stored === '') return null;
  try {
    const { since, count, reason } = JSON.parse(stored) as Partial<Record<keyof MissedEdits, unknown>>;
    return {
      since: clip(since, 40),
      count: typeof count === 'number' && count > 0 ? Math.floor(count) : 1,
      reason: clip(reason, 200),
    };
  } catch {
    return { since: '', count: 1, reason: '' };
  }
}
