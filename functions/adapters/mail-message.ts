import type { SendMailOptions } from 'nodemailer';
import type { OutgoingMail } from '../../shared/ports/mailer.ts';

const ADDRESS = /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+$/;
const MESSAGE_ID = /^<[^\s<>@]+@[^\s<>@]+>$/;
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]*$/;
/** Headers the mailer itself decides; a caller's value would redirect the mail or contradict its content. */
const OWN_HEADERS =
  /^(?:to|cc|bcc|from|sender|reply-to|return-path|subject|date|message-id|mime-version|content-.*)$/i;
const CONTROL = /[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g;

/** What is wrong with a mail before it is sent to anybody; undefined when nothing is. Never quotes an address. */
export function mistakeIn(mail: OutgoingMail): string | undefined {
  if (!ADDRESS.test(mail.to)) return 'The receiver is not one plain mail address.';
  if (!MESSAGE_ID.test(mail.messageId)) return 'The message id is not of the form <id@domain>.';
  const header = Object.keys(mail.headers ?? {}).find(
    (name) => !HEADER_NAME.test(name) || OWN_HEADERS.test(name),
  );
  return header === undefined ? undefined : `The header ${JSON.stringify(oneLine(header))} cannot be set.`;
}

/**
 * The message as the mail library wants it. Line breaks in subjects and header values become spaces: none of them can
 * become a header of its own.
 */
export function messageOf(mail: OutgoingMail, from: string): SendMailOptions {
  return {
    from,
    to: { name: '', address: mail.to },
    messageId: mail.messageId,
    subject: oneLine(mail.subject),
    text: mail.text,
    html: mail.html,
    ...(mail.date === undefined ? {} : { date: new Date(mail.date) }),
    headers: { 'Auto-Submitted': 'auto-generated', ...oneLineHeaders(mail.headers ?? {}) },
  };
}

function oneLine(text: string): string {
  return text.replaceAll(CONTROL, ' ').trim();
}

function oneLineHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, oneLine(value)]));
}
