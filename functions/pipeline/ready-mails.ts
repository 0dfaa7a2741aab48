import type { BoardState } from '../../shared/domain/board-state.ts';
import type { Instant } from '../../shared/domain/day.ts';
import type { RepId, TaskId, TeamId } from '../../shared/domain/ids.ts';
import type { MailChoice } from '../../shared/domain/mail-choice.ts';
import { messageIdOf } from '../../shared/mail/message-id.ts';
import { planMails, withKinds } from '../../shared/mail/plan-mails.ts';
import type { PlannedMail } from '../../shared/mail/planned-mail.ts';
import { renderMail } from '../../shared/mail/render-mail.ts';
import { choiceOf, isReport, isWanted } from '../../shared/mail/wanted-mail.ts';
import type { OutgoingMail } from '../../shared/ports/mailer.ts';
import type { EventRecord } from '../../shared/ports/store.ts';
import type { PageView } from '../../shared/text/page-words.ts';
import type { Ports } from './ports.ts';

/** A mail that somebody wants, and how they want it. */
export interface ReadyMail {
  readonly key: string;
  readonly choice: MailChoice;
  readonly planned: PlannedMail;
}

/**
 * One mail per recipient about these events, with the state as it is: what no longer holds is not in it, nor what
 * the recipient chose not to get.
 */
export const readyMails = (
  ports: Ports,
  state: BoardState,
  records: readonly EventRecord[],
  at: Instant,
): readonly ReadyMail[] => {
  const [first] = records;
  if (first === undefined) return [];
  const team = state.team.id;
  const pageUrl = (person: RepId, view: PageView = 'tasks', task?: TaskId): string =>
    ports.pageUrl(team, person, view, task);
  const batch = { id: first.id, records, state, at, boardUrl: ports.boardUrl(team), pageUrl };
  const events = records.map(({ id }) => id);
  return planMails(batch).flatMap((mail): readonly ReadyMail[] => {
    const { key, rep } = mail.to;
    const choice = choiceOf(mail.to, state.team);
    const wanted = withKinds(mail, (kind) => isWanted(kind, choice));
    if (wanted === null) return [];
    const preferences = rep === undefined ? {} : { preferencesUrl: pageUrl(rep, 'mail') };
    return [{ key, choice, planned: { ...wanted, messageId: messageIdOf(events, key), ...preferences } }];
  });
};

/** The mail as it goes out, with what mail programs and other machines want to know of it. */
export const outgoing = (ports: Ports, team: TeamId, planned: PlannedMail): OutgoingMail => {
  const kinds = planned.sections.map(({ kind }) => kind);
  const { rep } = planned.to;
  const ends =
    rep !== undefined && kinds.some(isReport)
      ? {
          'List-Unsubscribe': `<${ports.stopUrl(team, rep)}>`,
          // RFC 8058: the mail program posts, so that a scanner that opens links ends nothing.
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }
      : {};
  return {
    ...renderMail(planned),
    date: ports.clock.now(),
    headers: {
      'X-Auto-Response-Suppress': 'OOF, AutoReply, DR, RN, NRN',
      'X-Peineng-Kind': kinds.join(' '),
      ...ends,
    },
  };
};
