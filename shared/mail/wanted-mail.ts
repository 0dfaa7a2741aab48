import { ALL_MAIL, type MailChoice, type MailGroup } from '../domain/mail-choice.ts';
import type { Team } from '../domain/board-state.ts';
import type { MailKind, Recipient } from './planned-mail.ts';

/** `problem`: something is broken; comes along with whatever else is wanted. */
const GROUPS: Readonly<Record<MailKind, MailGroup | 'problem'>> = {
  suggestion: 'asks',
  handover: 'asks',
  plan: 'asks',
  valueUp: 'alerts',
  overload: 'alerts',
  nobodyFree: 'alerts',
  away: 'alerts',
  stale: 'alerts',
  setUp: 'problem',
  undelivered: 'problem',
  report: 'report',
  digest: 'report',
};

/** Whether somebody wants to hear of this. Who wants nothing hears nothing, not even that something is broken. */
export const isWanted = (kind: MailKind, { groups }: MailChoice): boolean => {
  const group = GROUPS[kind];
  return group === 'problem' ? groups.length > 0 : groups.includes(group);
};

/** What a recipient chose; whoever is not on the Team tab cannot choose and gets everything. */
export const choiceOf = ({ rep }: Recipient, { reps }: Team): MailChoice =>
  (rep === undefined ? undefined : reps[rep]?.fields.mail) ?? ALL_MAIL;

/** What does not wait until somebody may be written to again: work stands still until they act. */
export const isUrgent = (kind: MailKind): boolean => kind === 'nobodyFree' || kind === 'plan';

/** A regular mail, which one tap in the mail program ends. */
export const isReport = (kind: MailKind): boolean => GROUPS[kind] === 'report';
