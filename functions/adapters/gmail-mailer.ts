import { JWT } from 'google-auth-library';
import { createTransport } from 'nodemailer';
import type { Mailer, OutgoingMail } from '../../shared/ports/mailer.ts';
import { messageOf, mistakeIn } from './mail-message.ts';

export interface GmailConfig {
  /** Sender, e.g. `配能 <peineng@example.com>`: the mailbox that the service account acts for. */
  readonly from: string;
  /** Of a service account with domain-wide delegation for {@link GMAIL_SCOPE}. */
  readonly key: { readonly client_email: string; readonly private_key: string };
}

/** What of Google an adapter's test puts in its place. */
export interface GmailWorld {
  /** With a slash at the end. */
  readonly rootUrl: string;
  readonly accessToken: () => Promise<string>;
}

/** May send and do nothing else: neither read nor delete. */
export const GMAIL_SCOPE = 'https://www.googleapis.com/auth/gmail.send';

const ROOT = 'https://gmail.googleapis.com/';
const TIMEOUT_MS = 20_000;

/**
 * Sends mail by the Gmail API as one mailbox of a Workspace domain, with a service account that the domain's
 * administrator has delegated to. Written from the published interface and tested against a local receiver: untried
 * against live Gmail.
 */
export const createGmailMailer = (config: GmailConfig, world: GmailWorld = googleWorld(config)): Mailer => {
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const rawOf = async (mail: OutgoingMail): Promise<string> => {
    const { message } = await writer.sendMail({
      ...messageOf(mail, config.from),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return (message as Buffer).toString('base64url');
  };
  return {
    send: async (mail) => {
      const mistake = mistakeIn(mail);
      if (mistake !== undefined) return { ok: false, retryable: false, reason: mistake };
      let asked = false;
      try {
        const raw = await rawOf(mail);
        const authorization = `Bearer ${await world.accessToken()}`;
        asked = true;
        const answer = await fetch(`${world.rootUrl}gmail/v1/users/me/messages/send`, {
          method: 'POST',
          headers: {
            authorization,
            'content-type': 'application/json',
          },
          body: JSON.stringify({ raw }),
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        return answer.ok ? { ok: true } : refused(answer.status, await answer.text());
      } catch (error) {
        // No access token or no connection: our configuration or the network, not this mail.
        const name = error instanceof Error ? error.name : 'unknown error';
        const inDoubt = asked && mayHaveArrived(error) ? { inDoubt: true as const } : {};
        return { ok: false, retryable: true, reason: `Gmail unreachable: ${name}`, ...inDoubt };
      }
    },
  };
};

/** Whether Gmail may have taken a mail that it gave no answer to: not when there was no connection at all. */
const mayHaveArrived = (error: unknown): boolean => {
  const { code } = ((error as { cause?: unknown } | null)?.cause ?? {}) as { code?: unknown };
  return !['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(String(code));
};

/** The mailbox is that of the sender: without a subject a service account has none. */
const googleWorld = ({ from, key }: GmailConfig): GmailWorld => {
  const client = gmailClient(from, key);
  return {
    rootUrl: ROOT,
    accessToken: async () => {
      const { token } = await client.getAccessToken();
      if (token == null || token === '') throw new Error('Google gave no access token.');
      return token;
    },
  };
};

/** Asks for tokens to act as the mailbox of `from`. */
export const gmailClient = (from: string, { client_email, private_key }: GmailConfig['key']): JWT =>
  new JWT({
    email: client_email,
    key: private_key,
    scopes: [GMAIL_SCOPE],
    subject: /<([^<>]+)>$/.exec(from)?.[1] ?? from,
  });

/**
 * A 400 is about this mail: Gmail does not take its receiver or its form; unless the mailbox itself has no mail
 * service. A 413 is a mail too large. Everything else passes (429, 5xx) or is our access, and once that is right the
 * same mail goes through. Google's words can quote the address, so only its reason code is passed on.
 */
const refused = (status: number, body: string): { ok: false; retryable: boolean; reason: string } => {
  const why = reasonIn(body);
  return {
    ok: false,
    retryable: !(status === 413 || (status === 400 && why.toLowerCase() !== 'failedprecondition')),
    reason: ['Gmail', status, why].filter((part) => part !== '').join(' '),
  };
};

const reasonIn = (body: string): string => {
  try {
    const { error } = JSON.parse(body) as { error?: { errors?: { reason?: unknown }[]; status?: unknown } };
    const reason = error?.errors?.[0]?.reason ?? error?.status;
    return typeof reason === 'string' && /^[\w.-]{1,60}$/.test(reason) ? reason : '';
  } catch {
    return '';
  }
};
