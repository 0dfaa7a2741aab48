/** What people choose by: warnings, what waits for their answer, and the weekly report. */
export const MAIL_GROUPS = ['alerts', 'asks', 'report'] as const;
export type MailGroup = (typeof MAIL_GROUPS)[number];

export const MAIL_PACES = ['atOnce', 'daily'] as const;
/** `atOnce`: as things happen; `daily`: collected into one mail a day. */
export type MailPace = (typeof MAIL_PACES)[number];

/** What mail somebody wants, and how often. No group: no mail at all. */
export interface MailChoice {
  readonly pace: MailPace;
  readonly groups: readonly MailGroup[];
}

/** Whoever chose nothing gets everything as it happens. */
export const ALL_MAIL: MailChoice = { pace: 'atOnce', groups: MAIL_GROUPS };

const isAll = ({ pace, groups }: MailChoice): boolean =>
  pace === ALL_MAIL.pace && MAIL_GROUPS.every((group) => groups.includes(group));

/** The fields with a choice in them; the usual one is left out, as an empty cell says it. */
export const withMail = <Fields extends { readonly mail?: MailChoice }>(
  { mail: _before, ...fields }: Fields,
  mail: MailChoice,
): Omit<Fields, 'mail'> & { readonly mail?: MailChoice } => (isAll(mail) ? fields : { ...fields, mail });
