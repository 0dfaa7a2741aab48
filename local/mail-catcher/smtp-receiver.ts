import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { Envelope } from './received-mail.ts';

/** Larger mails are refused with 552. */
const MAX_BYTES = 10 * 1024 * 1024;

/**
 * Receivers that are always refused, to see what happens then: `anyone@refused.example` for good (550),
 * `anyone@busy.example` for now (451).
 */
const REFUSALS: Readonly<Record<string, { readonly code: number; readonly text: string }>> = {
  'refused.example': { code: 550, text: '5.1.1 No such mailbox' },
  'busy.example': { code: 451, text: '4.2.1 Mailbox busy, try again later' },
};

export interface SmtpReceiver {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Takes mail on this machine only (127.0.0.1), without encryption; any user and password are accepted. A mail is
 * acknowledged after `store` has resolved; when it rejects, the sender is asked to try again (452).
 */
export async function startSmtpReceiver(
  port: number,
  store: (envelope: Envelope, message: Buffer) => Promise<unknown>,
): Promise<SmtpReceiver> {
  const server = new SMTPServer({
    logger: false,
    name: 'mail-catcher.localhost',
    banner: 'Peineng mail catcher',
    disabledCommands: ['STARTTLS'],
    hideSTARTTLS: true,
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 500,
    size: MAX_BYTES,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? 'anyone' }),
    onRcptTo: ({ address }, _session, done) => {
      const refusal = REFUSALS[address.slice(address.lastIndexOf('@') + 1).toLowerCase()];
      done(refusal === undefined ? null : smtpError(refusal.code, refusal.text));
    },
    onData: (stream, session, done) => {
      const { mailFrom, rcptTo } = session.envelope;
      const envelope = {
        from: mailFrom === false ? '' : mailFrom.address,
        to: rcptTo.map(({ address }) => address),
      };
      receive(stream, (message) => store(envelope, message)).then(() => done(null), done);
    },
  });
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  // From here on: a client that went away. Without a listener it would end the process.
  server.on('error', () => undefined);
  return {
    port: (listening.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function receive(
  stream: SMTPServerDataStream,
  store: (message: Buffer) => Promise<unknown>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
  }
  if (stream.sizeExceeded) throw smtpError(552, '5.3.4 The mail is larger than 10 MB');
  try {
    await store(Buffer.concat(chunks));
  } catch (error) {
    throw smtpError(452, '4.3.1 The mail could not be stored', error);
  }
}

function smtpError(responseCode: number, text: string, cause?: unknown): Error {
  return Object.assign(new Error(text, { cause }), { responseCode });
}
