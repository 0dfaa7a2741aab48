import type { Instant } from './day.ts';

/** When a recipient's mail about an event is due, and how often it has been tried in vain. */
export interface MailWait {
  readonly due: Instant;
  readonly tries: number;
  /**
   * It may have arrived: a process died while sending it, or the mail server's answer got lost. It goes alone, as the
   * same message, about all events that bear the same name here.
   */
  readonly inDoubt?: string;
}

/** Who still waits for mail about an event, by recipient key: a rep's id, or an address. */
export type MailWaits = Readonly<Record<string, MailWait>>;

/** The half of an event's telling that goes by mail, as long as it is not over. */
export interface WaitingMail {
  /** Nothing is tried before. */
  readonly due: Instant;
  /**
   * Null while whoever committed the event is at it. Once it is due nevertheless, they died on the way: whether
   * something was sent is not known, and what is tried again has the same Message-ID.
   */
  readonly waits: MailWaits | null;
}

/**
 * How long the mail of an event is left to whoever committed it. Longer than any function may run (540 s), so that
 * nobody takes over from a process that lives.
 */
export const MAIL_GRACE_MS = 15 * 60_000;

/** One run that sends due mail, claimed by one process; see docs/decisions/0061-mail-once.md. */
export interface MailRun {
  readonly by: string;
  /** Only what was due then belongs to it, so that a run taken over sends the very same mails. */
  readonly at: Instant;
  /** Recipients who have theirs. */
  readonly sent: readonly string[];
  /** When earlier runs knew somebody to have got a mail. */
  readonly lately: Readonly<Record<string, Instant>>;
}

/** A run whose process gave no sign of life for so long is over: no function runs longer. */
export const MAIL_RUN_MS = 10 * 60_000;

/** The earliest of the waits; null when nobody waits. */
export const dueOfWaits = (waits: MailWaits): Instant | null => {
  const all = Object.values(waits).map(({ due }) => due);
  return all.length === 0 ? null : Math.min(...all);
};

/** Mail that could not be delivered, as the head keeps it and the supervisor reads it. */
export interface DroppedMail {
  readonly at: Instant;
  /** Name of the recipient, never the address of somebody on the Team tab. */
  readonly name: string;
  /** What the mail was about: kinds of its sections. */
  readonly kinds: readonly string[];
  /**
   * `REFUSED`: the address or the mail was refused for good; `CHAT_REFUSED`: the same of a chat message, or no
   * webhook is there; `GAVE_UP`: tried for days in vain.
   */
  readonly reason: DropReason;
}

export const DROP_REASONS = ['REFUSED', 'CHAT_REFUSED', 'GAVE_UP'] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** Shown for two weeks: by then the address is right, or it was no news. */
const SHOWN_MS = 14 * 86_400_000;

export const recentlyDropped = (
  dropped: readonly DroppedMail[] | undefined,
  now: Instant,
): readonly DroppedMail[] => (dropped ?? []).filter(({ at }) => now - at < SHOWN_MS).reverse();

/** How many the head keeps. */
export const DROPPED_KEPT = 20;
