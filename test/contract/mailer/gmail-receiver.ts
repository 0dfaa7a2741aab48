import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { withEnvelope, parseMail } from '../../../local/mail-catcher/received-mail.ts';
import type { DeliveredMail } from './mailer.contract.ts';

/** The one call of the Gmail API that Peineng makes, as Google documents it; what it took can be read. */
export interface GmailReceiver {
  readonly rootUrl: string;
  delivered(): readonly DeliveredMail[];
  stop(): Promise<void>;
  /** On the same port as before. */
  start(): Promise<void>;
  /** The next answers, before it works again. */
  answerNext(status: number, reason: string): void;
}

export const TOKEN = 'a-token-of-the-test';
export const REFUSED = 'anyone@refused.example';
export const BUSY = 'anyone@busy.example';

const errorBody = (code: number, reason: string): string =>
  JSON.stringify({ error: { code, message: `${REFUSED}: no`, errors: [{ domain: 'global', reason }] } });

export const startGmailReceiver = async (): Promise<GmailReceiver> => {
  const taken: DeliveredMail[] = [];
  const next: { status: number; reason: string }[] = [];
  let server: Server | undefined;
  let port = 0;

  const answer = async (authorization: string | undefined, body: string) => {
    const planned = next.shift();
    if (planned !== undefined)
      return { status: planned.status, text: errorBody(planned.status, planned.reason) };
    if (authorization !== `Bearer ${TOKEN}`) return { status: 401, text: errorBody(401, 'authError') };
    const raw = Buffer.from((JSON.parse(body) as { raw: string }).raw, 'base64url');
    const to = /^To: (.*)\r$/m.exec(raw.toString('utf8'))?.[1] ?? '';
    if (to === REFUSED) return { status: 400, text: errorBody(400, 'invalidArgument') };
    if (to === BUSY) return { status: 429, text: errorBody(429, 'rateLimitExceeded') };
    const mail = await parseMail('000000000000001-0000', withEnvelope({ from: '', to: [to] }, raw));
    taken.push({ ...mail, source: raw.toString('utf8') });
    return { status: 200, text: '{"id":"1","labelIds":["SENT"]}' };
  };

  const start = async (): Promise<void> => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        if (request.method !== 'POST' || request.url !== '/gmail/v1/users/me/messages/send') {
          response.writeHead(404).end();
          return;
        }
        void answer(request.headers.authorization, Buffer.concat(parts).toString()).then(({ status, text }) =>
          response.writeHead(status, { 'content-type': 'application/json' }).end(text),
        );
      });
    });
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  };
  await start();
  return {
    rootUrl: `http://127.0.0.1:${port}/`,
    delivered: () => taken,
    stop: () =>
      new Promise((done) => {
        server?.closeAllConnections();
        server?.close(() => done());
      }),
    start,
    answerNext: (status, reason) => void next.push({ status, reason }),
  };
};
