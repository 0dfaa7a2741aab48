import type { BoardState } from '../../shared/domain/board-state.ts';
import type { Instant } from '../../shared/domain/day.ts';
import type { RepId, TaskId, TeamId } from '../../shared/domain/ids.ts';
import { ALL_MAIL, type MailChoice } from '../../shared/domain/mail-choice.ts';
import type { TeamDay } from '../../shared/domain/team-day.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { nextMail } from '../../shared/mail/mail-due.ts';
import type { MailBatch } from '../../shared/mail/mail-context.ts';
import { messageIdOf, namesOf } from '../../shared/mail/message-id.ts';
import { planChannelMessage } from '../../shared/mail/plan-channel.ts';
import { planMails, withKinds } from '../../shared/mail/plan-mails.ts';
import type { MailKind, PlannedMail } from '../../shared/mail/planned-mail.ts';
import { renderMail } from '../../shared/mail/render-mail.ts';
import { choiceOf, isReport, isUrgent, isWanted } from '../../shared/mail/wanted-mail.ts';
import type { Mailer, OutgoingMail } from '../../shared/ports/mailer.ts';
import type { EventRecord } from '../../shared/ports/store.ts';
import { channelWords } from '../../shared/text/channel-words.ts';
import type { PageView } from '../../shared/text/page-words.ts';
import type { Ports } from './ports.ts';

/** A mail that somebody wants, and how they want it; or the message to the team's chat. */
export interface ReadyMail {
  readonly key: string;
  readonly by: 'mail' | 'chat';
  readonly choice: MailChoice;
  /** Who has to do without it when it is given up, and of what. */
  readonly to: { readonly name: string; readonly rep?: RepId };
  readonly kinds: readonly MailKind[];
  /** One try. */
  readonly send: () => ReturnType<Mailer['send']>;
}

/** From when on a recipient who got a mail at `last` may get this one. Only people are written to at a pace. */
export const freeAt = ({ by, kinds }: ReadyMail, last: Instant | undefined, policy: Policy): Instant =>
  by === 'chat' || last === undefined || kinds.some(isUrgent) ? 0 : nextMail(last, policy);

/** Remembers that somebody has just got a mail. */
export const noteMailed = ({ lately, clock }: Ports, team: TeamId, { key, by }: ReadyMail): void => {
  if (by === 'mail') lately?.note(team, key, clock.now());
};

/** The chat among the recipients: no rep's id and no address is like it. */
const CHAT = '#chat';

/**
 * One mail per recipient about these events, with the state as it is: what no longer holds is not in it, nor what
 * the recipient chose not to get.
 */
export const readyMails = (
  ports: Ports,
  state: BoardState,
  records: readonly EventRecord[],
  at: Instant,
  days: readonly TeamDay[] = [],
): readonly ReadyMail[] => {
  const [first] = records;
  if (first === undefined) return [];
  const team = state.team.id;
  const pageUrl = (person: RepId, view: PageView = 'tasks', task?: TaskId): string =>
    ports.pageUrl(team, person, view, task);
  const batch = { id: first.id, records, state, at, days, boardUrl: ports.boardUrl(team), pageUrl };
  const events = namesOf(records);
  const mails = planMails(batch).flatMap((mail): readonly ReadyMail[] => {
    const { key, rep } = mail.to;
    const choice = choiceOf(mail.to, state.team);
    const wanted = withKinds(mail, (kind) => isWanted(kind, choice));
    if (wanted === null) return [];
    const preferences = rep === undefined ? {} : { preferencesUrl: pageUrl(rep, 'mail') };
    const planned = { ...wanted, messageId: messageIdOf(events, key), ...preferences };
    const kinds = planned.sections.map(({ kind }) => kind);
    const send = () => ports.mailer.send(outgoing(ports, team, planned));
    return [{ key, by: 'mail', choice, to: mail.to, kinds, send }];
  });
  return [...mails, ...readyChat(ports, batch)];
};

/** Supervisors' alerts for the chat that the rules name: held, tried again and given up like a mail. */
const readyChat = (ports: Ports, batch: MailBatch): readonly ReadyMail[] => {
  const { id: team, policy } = batch.state.team;
  const service = policy.channel;
  const chat = service === 'none' ? null : planChannelMessage(batch);
  if (service === 'none' || chat === null) return [];
  const { kinds, message } = chat;
  const name = channelWords(policy.language).services[service];
  const send = () => ports.channel.post(team, service, message);
  return [{ key: CHAT, by: 'chat', choice: ALL_MAIL, to: { name }, kinds, send }];
};

/** The mail as it goes out, with what mail programs and other machines want to know of it. */
const outgoing = (ports: Ports, team: TeamId, planned: PlannedMail): OutgoingMail => {
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
