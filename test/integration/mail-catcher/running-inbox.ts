import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSmtpMailer } from '../../../functions/adapters/smtp-mailer.ts';
import { createMailCatcher, type MailCatcher } from '../../../local/mail-catcher/create-mail-catcher.ts';
import type { OutgoingMail } from '../../../shared/ports/mailer.ts';

export interface RunningInbox {
  readonly catcher: MailCatcher;
  readonly dataDir: string;
  readonly url: string;
  get(
    path: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: string; headers: Headers }>;
  send(mail: Partial<OutgoingMail>): Promise<void>;
  /** Stops everything and starts again on the same folder. */
  restart(): Promise<RunningInbox>;
  stop(): Promise<void>;
}

/** A mail catcher behind a web server on loopback; the clock stands still, the hardest case for ordering. */
export async function runningInbox(
  dataDir = mkdtempSync(join(tmpdir(), 'peineng-inbox-')),
): Promise<RunningInbox> {
  const catcher = await createMailCatcher({ dataDir, now: () => Date.UTC(2026, 10, 23, 9) });
  const server = createServer((request, response) => {
    void catcher.handle(request, response).then((handled) => {
      if (!handled) response.writeHead(418).end('not the inbox');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const from = '配能 <peineng@example.com>';
  const mailer = createSmtpMailer({ host: '127.0.0.1', port: catcher.smtpPort, secure: false, from });
  const shutDown = async (): Promise<void> => {
    await catcher.close();
    await new Promise((resolve) => server.close(resolve));
  };
  return {
    catcher,
    dataDir,
    url,
    get: async (path, headers = {}) => {
      const answer = await fetch(`${url}${path}`, { headers });
      return { status: answer.status, body: await answer.text(), headers: answer.headers };
    },
    send: async (mail) => {
      const whole = {
        messageId: '<a@peineng>',
        to: 'wang@example.com',
        subject: 's',
        text: 't',
        html: '<p>t</p>',
        ...mail,
      };
      const answer = await mailer.send(whole);
      if (!answer.ok) throw new Error(answer.reason);
    },
    restart: async () => {
      await shutDown();
      return runningInbox(dataDir);
    },
    stop: async () => {
      await shutDown();
      rmSync(dataDir, { recursive: true });
    },
  };
}
