import { simpleParser } from 'mailparser';

/** What the list shows of a mail. */
export interface MailSummary {
  /** Sorts by time of arrival, e.g. `001795424400000-0000`. */
  readonly id: string;
  /** Arrival, ms since 1970. */
  readonly receivedAt: number;
  /** Sender as written in the mail, e.g. `配能 <peineng@example.com>`. */
  readonly from: string;
  /** Addresses the mail was delivered to (the envelope, not the To header). */
  readonly to: readonly string[];
  readonly subject: string;
  /** First words of the text. */
  readonly preview: string;
  readonly messageId: string;
  /** The same message has come to the same addresses before: a mail program would show one of them. */
  readonly again?: true;
}

/** A mail with its content. All of it was written by others: escape it, never trust it. */
export interface ReceivedMail extends MailSummary {
  readonly text: string;
  /** `null` when the mail has no HTML part. */
  readonly html: string | null;
  /** Headers that say what the mail is to other machines, as they stand in it. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: number }[];
  /** The message as stored: delivery headers, then the bytes that were received. */
  readonly raw: Buffer;
}

const SHOWN_HEADERS = /^(?:message-id|date|auto-submitted|list-unsubscribe(?:-post)?|x-peineng-kind)$/;
const PREVIEW_LENGTH = 140;
const DELIVERED_TO = /^Delivered-To: (.*)\r\n/;

/** Who sent a message to whom, as told to the mail server; the headers of the message may say otherwise. */
export interface Envelope {
  /** Empty for a notice that must not be answered. */
  readonly from: string;
  readonly to: readonly string[];
}

/** Puts the envelope in front of a message, as mail servers do on final delivery. */
export function withEnvelope({ from, to }: Envelope, message: Buffer): Buffer {
  const lines = [...to.map((address) => `Delivered-To: ${address}`), `Return-Path: <${from}>`];
  return Buffer.concat([Buffer.from(lines.map((line) => `${line}\r\n`).join(''), 'utf8'), message]);
}

/** Reads a stored message; a malformed one gives empty fields, never an error. */
export async function parseMail(id: string, raw: Buffer): Promise<ReceivedMail> {
  const parsed = await simpleParser(raw);
  const text = parsed.text ?? '';
  return {
    id,
    receivedAt: Number(id.slice(0, 15)),
    from: (parsed.from?.value ?? []).map(readableAddress).join(', '),
    to: deliveredTo(raw),
    subject: parsed.subject ?? '',
    preview: [...text.replaceAll(/\s+/g, ' ').trim()].slice(0, PREVIEW_LENGTH).join(''),
    messageId: parsed.messageId ?? '',
    text,
    html: typeof parsed.html === 'string' ? parsed.html : null,
    headers: parsed.headerLines
      .filter(({ key }) => SHOWN_HEADERS.test(key))
      .map(({ line }) => {
        const [, name = '', value = ''] = /^([^:]*):\s*([\s\S]*)$/.exec(line) ?? [];
        return [name, value.replaceAll(/\s+/g, ' ').trim()] as const;
      }),
    attachments: parsed.attachments.map(({ filename, contentType, size }) => ({
      name: filename ?? '',
      type: contentType,
      bytes: size,
    })),
    raw,
  };
}

function readableAddress({
  name,
  address,
}: {
  readonly name: string;
  readonly address?: string | undefined;
}): string {
  if (address === undefined || address === '') return name;
  return name === '' ? address : `${name} <${address}>`;
}

function deliveredTo(raw: Buffer): readonly string[] {
  const found: string[] = [];
  let rest = raw.toString('utf8', 0, 16_384);
  for (let match = DELIVERED_TO.exec(rest); match !== null; match = DELIVERED_TO.exec(rest)) {
    found.push(match[1] ?? '');
    rest = rest.slice(match[0].length);
  }
  return found;
}
