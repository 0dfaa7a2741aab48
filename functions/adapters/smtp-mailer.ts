import { createTransport } from 'nodemailer';
import type { Mailer } from '../../shared/ports/mailer.ts';
import { messageOf, mistakeIn } from './mail-message.ts';

export interface SmtpConfig {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (usually port 465); otherwise STARTTLS is used where the server offers it. */
  readonly secure: boolean;
  /** With a user, the connection must be encrypted, except to this machine itself. */
  readonly user?: string;
  readonly pass?: string;
  /** Sender, e.g. `配能 <peineng@example.com>`. */
  readonly from: string;
}

type Sending = Awaited<ReturnType<Mailer['send']>>;

/**
 * Sends mail over SMTP, one connection per mail: a function must not keep idle connections between calls.
 *
 * Line breaks in subjects and header values become spaces; a receiver that is not one bare address, a malformed
 * message id or a header that is ours to set refuses the mail without sending it.
 */
export function createSmtpMailer(config: SmtpConfig): Mailer {
  const { from, host, port, secure, user, pass } = config;
  const open = (logger: Watch) =>
    createTransport({
      logger,
      host,
      port,
      secure,
      ...(user === undefined
        ? {}
        : { auth: { user, pass: pass ?? '' }, requireTLS: !secure && !isThisMachine(host) }),
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  return {
    send: async (mail) => {
      const mistake = mistakeIn(mail);
      if (mistake !== undefined) return { ok: false, retryable: false, reason: mistake };
      const watch = watchMessage();
      try {
        await open(watch.logger).sendMail(messageOf(mail, from));
        return { ok: true };
      } catch (error) {
        return explain(error, watch.isOut());
      }
    },
  };
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

type Level = 'level' | 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal';
type Watch = Readonly<Record<Level, (entry: unknown) => void>>;

/**
 * Says whether the whole message has gone out. The library tells nobody but its log, by an entry `message` at the end
 * of DATA: an error after it looks like one before it. Entries are looked at and kept nowhere.
 */
function watchMessage(): { readonly logger: Watch; readonly isOut: () => boolean } {
  let out = false;
  const look = (entry: unknown): void => {
    if ((entry as { tnx?: unknown } | null)?.tnx === 'message') out = true;
  };
  const logger = { level: look, trace: look, debug: look, info: look, warn: look, error: look, fatal: look };
  return { logger, isOut: () => out };
}

/** The parts of a nodemailer error that hold neither body nor address; the server's own words can quote both. */
interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/**
 * Final is a 5xx answer to the receiver (RCPT TO) or to the mail (DATA), and a mail larger than the server takes.
 * A refused login or sender is our configuration: once that is put right the same mail goes through.
 */
function explain(error: unknown, isOut: boolean): Sending {
  const { code = 'unknown error', command = '', responseCode } = (error ?? {}) as SmtpError;
  const refused =
    responseCode !== undefined && responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
  const tooLarge = code === 'EMESSAGE' && responseCode === undefined;
  const reason = ['SMTP', command, responseCode, code]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
  const inDoubt = isOut && responseCode === undefined;
  return { ok: false, retryable: !refused && !tooLarge, reason, ...(inDoubt ? { inDoubt } : {}) };
}
