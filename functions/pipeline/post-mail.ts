import type { BoardState } from '../../shared/domain/board-state.ts';
import type { Instant } from '../../shared/domain/day.ts';
import type { MailWait, MailWaits } from '../../shared/domain/mail-waits.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { mailDue, nextTry, soonAgain } from '../../shared/mail/mail-due.ts';
import { mailName, namesOf } from '../../shared/mail/message-id.ts';
import type { SendFailure } from '../../shared/ports/mailer.ts';
import type { EventRecord } from '../../shared/ports/store.ts';
import type { Ports } from './ports.ts';
import { freeAt, noteMailed, readyMails } from './ready-mails.ts';

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
 * Sends what may go at once. Whoever has quiet hours, wants one mail a day, has just got one or could not be reached
 * waits for a sweep; when the mail server does not answer, nobody further is tried, as a person waits for this.
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
  for (const mail of readyMails(ports, state, records, now)) {
    const { key, by, choice } = mail;
    const free = Math.max(mailDue(choice, now, policy), freeAt(mail, ports.lately?.at(team, key), policy));
    const due = away && by === 'mail' ? Math.max(free, soonAgain(now, policy)) : free;
    if (due > now) {
      waits[key] = { due, tries: 0 };
      continue;
    }
    const sent = await mail.send();
    if (sent.ok) {
      noteMailed(ports, team, mail);
      continue;
    }
    const { reason, retryable } = sent;
    ports.log.warn(`${by} not sent`, { team, event: records[0]?.id, reason, retryable });
    waits[key] = waitAfter(sent, mailName(namesOf(records), key), now, policy);
    [failed, away] = [true, away || (retryable && by === 'mail')];
  }
  return { waits, failed };
};

/**
 * What is refused is tried once more by a sweep, which then tells the supervisor. Not by one that has begun: a run
 * that is taken over must find what it began with.
 */
const waitAfter = (
  { retryable, inDoubt }: SendFailure,
  name: string,
  now: Instant,
  policy: Policy,
): MailWait => ({
  due: retryable ? nextTry(1, now, policy) : now + 1,
  tries: 1,
  ...(inDoubt === true ? { inDoubt: name } : {}),
});
