import type { RepId, TaskId } from '../domain/ids.ts';
import type { Language } from '../domain/rep.ts';

/** What a part of a mail is about. Each kind is one typed template; people choose by kind what they get. */
export const MAIL_KINDS = [
  'suggestion',
  'handover',
  'valueUp',
  'overload',
  'nobodyFree',
  'away',
  'stale',
  'plan',
  'setUp',
  'undelivered',
  'report',
  'digest',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Who gets a mail. `key` is the rep's id, or the address of somebody told without being on the Team tab. */
export interface Recipient {
  readonly key: string;
  readonly rep?: RepId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** Something to tap: an address of a person's own page, or the board. */
export interface MailAction {
  readonly label: string;
  readonly url: string;
}

/**
 * A cell of a small table: text; with `share` also a bar that stands for a share of something, 0 to 1 and above;
 * with `url` a number that leads to its rows; `pieces` when there are several numbers, each with its own rows.
 */
export type MailCell =
  | string
  | {
      readonly text: string;
      readonly share?: number;
      readonly light?: 'green' | 'yellow' | 'red';
      readonly url?: string;
      /** Together the text. */
      readonly pieces?: readonly { readonly text: string; readonly url?: string }[];
    };

/** What is there for whoever wants to check, in small type: a receipt, line by line. */
export interface MailFold {
  readonly title: string;
  readonly lines: readonly string[];
}

/** One line of a section, with lines below it and what can be done about it in one tap. */
export interface MailLine {
  readonly text: string;
  readonly below: readonly string[];
  readonly folded?: readonly MailFold[];
  readonly task?: TaskId;
  readonly light?: 'green' | 'yellow' | 'red';
  readonly action?: MailAction;
}

/** A part of a mail: what it is about, its lines, perhaps a table, and why the reader gets it. */
export interface MailSection {
  readonly kind: MailKind;
  /** A spoken subject line, used when this is the first section. */
  readonly subject: string;
  readonly heading: string;
  /** A sentence before table and lines. */
  readonly intro?: string;
  readonly lines: readonly MailLine[];
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly MailCell[])[] };
  readonly why: string;
}

/** One mail to one person, as data: everything due to them at one time. Rendered when it is sent. */
export interface PlannedMail {
  /** `<first event.recipient@peineng.mail>`: the same mail tried again has the same one. */
  readonly messageId: string;
  readonly to: Recipient;
  readonly subject: string;
  readonly sections: readonly MailSection[];
  /** The main button, then lesser ones. */
  readonly actions: readonly MailAction[];
  /** Where the reader chooses what they get; absent for whoever has no page. */
  readonly preferencesUrl?: string;
}
