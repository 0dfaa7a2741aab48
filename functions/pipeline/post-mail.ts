import type { BoardState } from '../../shared/domain/board-state.ts';
import type { MailWait, MailWaits } from '../../shared/domain/mail-waits.ts';
import { mailDue, nextTry, soonAgain } from '../../shared/mail/mail-due.ts';
import type { EventRecord } from '../../shared/ports/store.ts';
import type { Ports } from './ports.ts';
import { readyMails } from './ready-mails.ts';

/** What is left of a mailing: who waits, and whether something went wrong. */
export interface Posted {
  readonly waits: MailWaits;
  readonly failed: boolean;
}

const NOTHING: Posted = { waits: {}, failed: false };

/** Leaves all of it to the next sweep that may send, which makes one mail of everything that has gathered. */
export const holdMail = (ports: Ports, state: BoardState | null, records: readonly EventRecord[]): Posted => {
  if (state === null) return NOTHING;
  const now = ports.clock.now();
  const { policy } = state.team;
  const waits = readyMails(ports, state, records, now).map(({ key, choice }): [string, MailWait] => [
    key,
    { due: mailDue(choice, now, policy), tries: 0 },
  ]);
  return { waits: Object.fromEntries(waits), failed: false };
};

/**
 * Sends what may go at once. Whoever has quiet hours, wants one mail a day or could not be reached waits for a
 * sweep; when the mail server does not answer, nobody further is tried, as a person waits for this.
 */
export const postMail = async (
  ports: Ports,
  state: BoardState | null,
  records: readonly EventRecord[],
): Promise<Posted> => {
  if (state === null) return NOTHING;
  const now = ports.clock.now();
  const { id: team, policy } = state.team;
  const waits: Record<string, MailWait> = {};
  let [failed, away] = [false, false];
  for (const { key, by, choice, send } of readyMails(ports, state, records, now)) {
    const due = mailDue(choice, now, policy);
    const unreached = away && by === 'mail';
    if (due > now || unreached) {
      waits[key] = { due: Math.max(due, unreached ? soonAgain(now, policy) : due), tries: 0 };
      continue;
    }
    const sent = await send();
    if (sent.ok) continue;
    const { reason, retryable } = sent;
    ports.log.warn(`${by} not sent`, { team, event: records[0]?.id, reason, retryable });
    // What is refused is tried once more by a sweep, which then tells the supervisor. Not by one that has begun: a
    // run that is taken over must find what it began with.
    waits[key] = { due: retryable ? nextTry(1, now, policy) : now + 1, tries: 1 };
    [failed, away] = [true, away || (retryable && by === 'mail')];
  }
  return { waits, failed };
};
