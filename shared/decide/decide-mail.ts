import { ALL_MAIL, type MailChoice } from '../domain/mail-choice.ts';
import type { RepId } from '../domain/ids.ts';
import { sameData } from '../domain/same-data.ts';
import type { PersonAct } from '../ports/people.ts';
import type { Draft } from './draft.ts';

/** Acts about somebody's own mail. They are refused to nobody. */
export type MailAct = Extract<PersonAct, { do: 'chooseMail' | 'endReports' }>;

export const isMailAct = (act: PersonAct): act is MailAct =>
  act.do === 'chooseMail' || act.do === 'endReports';

/** What somebody chose is noted and written into their cell of the Team tab; choosing the same again changes nothing. */
export const decideMail = (draft: Draft, rep: RepId, act: MailAct): void => {
  const before = draft.state().team.reps[rep]?.fields.mail ?? ALL_MAIL;
  const mail = act.do === 'chooseMail' ? act.mail : withoutReports(before);
  if (!sameData(mail, before)) draft.emit({ type: 'mailChosen', rep, mail });
};

const withoutReports = ({ pace, groups }: MailChoice): MailChoice => {
  const left = groups.filter((group) => group !== 'report');
  // Nothing at all has one way to be said.
  return { pace: left.length === 0 ? 'atOnce' : pace, groups: left };
};
