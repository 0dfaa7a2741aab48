import type { Team } from '../../shared/domain/board-state.ts';
import type { Instant } from '../../shared/domain/day.ts';
import { eventId } from '../../shared/domain/ids.ts';
import { MAIL_RUN_MS, type DropReason, type MailRun } from '../../shared/domain/mail-waits.ts';
import type { MailBook } from '../../shared/mail/mail-book.ts';
import { MOST_TRIES, nextTry, soonAgain } from '../../shared/mail/mail-due.ts';
import { mailName, namesOf } from '../../shared/mail/message-id.ts';
import type { SendFailure } from '../../shared/ports/mailer.ts';
import type { EventRecord } from '../../shared/ports/store.ts';
import type { Telling } from '../../shared/outbox/plan-writes.ts';
import type { Ports } from './ports.ts';
import { freeAt, noteMailed, type ReadyMail } from './ready-mails.ts';

/** Mails in a row that fail before the rest is left for later: then it is the mail server, not the addresses. */
const MOST_FAILURES = 3;

export interface Mailing {
  readonly ports: Ports;
  readonly team: Team;
  readonly run: MailRun;
  readonly book: MailBook;
  /** When somebody last got a mail, as far as is known; nobody's in a run that was taken over. */
  readonly mailedAt: (key: string) => Instant | undefined;
  readonly mailsAbout: (records: readonly EventRecord[]) => readonly ReadyMail[];
}

/** Sends everybody their one mail. Null when the run has become somebody else's; else what was given up, told to nobody yet. */
export const mailToEach = async (mailing: Mailing): Promise<readonly Telling[] | null> => {
  const { run, book, mailsAbout } = mailing;
  const dropped: Telling[] = [];
  let failures = 0;
  for (const key of book.keys) {
    const records = book.dueFor(key);
    const mail = run.sent.includes(key) ? undefined : mailsAbout(records).find((one) => one.key === key);
    if (mail === undefined) {
      // Nothing of it holds any more, or a process that died has sent it.
      book.settle(key, records);
      continue;
    }
    const later = notBefore(mailing, mail, failures);
    if (later > run.at) {
      book.postpone(key, records, later, { tried: false });
      continue;
    }
    const sent = await mail.send();
    if (mail.by === 'mail') failures = sent.ok || !sent.retryable ? 0 : failures + 1;
    if (!sent.ok) dropped.push(...(await tryLater(mailing, mail, records, sent)));
    else if (!(await noteSent(mailing, mail, records))) return null;
  }
  return dropped;
};

/** Until when a mail is left without a try: the mail server is down, or its recipient has just got one. */
const notBefore = ({ ports, team, mailedAt }: Mailing, mail: ReadyMail, failures: number): Instant =>
  mail.by === 'mail' && failures >= MOST_FAILURES
    ? soonAgain(ports.clock.now(), team.policy)
    : freeAt(mail, mailedAt(mail.key), team.policy);

/** False once the run is somebody else's. */
const noteSent = async (
  { ports, team, run, book }: Mailing,
  mail: ReadyMail,
  records: readonly EventRecord[],
): Promise<boolean> => {
  book.settle(mail.key, records);
  noteMailed(ports, team.id, mail);
  return ports.store.noteMailSent(team.id, run.by, mail.key, ports.clock.now() + MAIL_RUN_MS);
};

/** Puts a mail that failed off, or gives it up. */
const tryLater = async (
  { ports, team, book }: Mailing,
  mail: ReadyMail,
  records: readonly EventRecord[],
  { reason, retryable, inDoubt }: SendFailure,
): Promise<readonly Telling[]> => {
  ports.log.warn(`${mail.by} not sent`, { team: team.id, event: records[0]?.id, reason, retryable });
  const tries = book.triesOf(mail.key, records) + 1;
  if (retryable && tries < MOST_TRIES) {
    book.postpone(mail.key, records, nextTry(tries, ports.clock.now(), team.policy), {
      tried: true,
      ...(inDoubt === true ? { inDoubt: mailName(namesOf(records), mail.key) } : {}),
    });
    return [];
  }
  book.settle(mail.key, records);
  if (mail.by === 'mail') return drop(ports, team, mail, records, retryable ? 'GAVE_UP' : 'REFUSED');
  return chatDroppedLately(team, ports.clock.now())
    ? []
    : drop(ports, team, mail, records, retryable ? 'GAVE_UP' : 'CHAT_REFUSED');
};

/** A chat that is not set up would be told of with every alert: once a day is enough. */
const chatDroppedLately = ({ undelivered = [] }: Team, now: Instant): boolean =>
  undelivered.some(({ at, reason }) => reason === 'CHAT_REFUSED' && now - at < DAY_MS);
const DAY_MS = 86_400_000;

/** A fact of its own, named after the mail: giving the same one up twice is one fact. */
const drop = async (
  ports: Ports,
  team: Team,
  { key, to, kinds }: ReadyMail,
  records: readonly EventRecord[],
  reason: DropReason,
): Promise<readonly Telling[]> => {
  const { name, rep } = to;
  const at = ports.clock.now();
  const mail = mailName(namesOf(records), key);
  const outcome = await ports.store.transact(
    team.id,
    { id: eventId(`undelivered.${mail}`), at, kind: 'mail', actor: null },
    () => ({ tasks: [], books: [] }),
    () => [
      {
        type: 'mailDropped',
        ...(rep === undefined ? {} : { rep }),
        dropped: { at, name, kinds, reason },
      },
    ],
  );
  return outcome.kind === 'committed' ? [{ records: [outcome.record], state: outcome.state }] : [];
};
