import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSmtpMailer } from '../../../functions/adapters/smtp-mailer.ts';
import { createMailCatcher } from '../../../local/mail-catcher/create-mail-catcher.ts';
import { mailerContract } from './mailer.contract.ts';

const now = (): number => Date.UTC(2026, 10, 23, 9);

mailerContract('nodemailer over SMTP to the mail catcher', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'peineng-mailer-'));
  let catcher = await createMailCatcher({ dataDir, now });
  const port = catcher.smtpPort;
  return {
    mailer: createSmtpMailer({ host: '127.0.0.1', port, secure: false, from: '配能 <peineng@example.com>' }),
    delivered: async () => {
      const mails = await Promise.all((await catcher.list()).map(({ id }) => catcher.get(id)));
      return mails
        .filter((mail) => mail !== undefined)
        .map((mail) => ({ ...mail, source: mail.raw.toString('utf8') }));
    },
    stopServer: () => catcher.close(),
    startServer: async () => {
      catcher = await createMailCatcher({ dataDir, port, now });
    },
    refusedForGood: 'anyone@refused.example',
    refusedForNow: 'anyone@busy.example',
    refusal: '550',
    discard: async () => {
      await catcher.close();
      rmSync(dataDir, { recursive: true });
    },
  };
});

/** A mail server that plays back one answer per line it is sent. */
async function scriptedServer(answerTo: (line: string) => string): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => {
    socket.write('220 scripted\r\n');
    socket.on('data', (data) => socket.write(`${answerTo(data.toString())}\r\n`));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as { port: number }).port };
}

const mail = {
  messageId: '<a@peineng>',
  to: 'wang@example.com',
  subject: 's',
  text: 'secret body',
  html: '<p>secret body</p>',
};

it.each([
  [
    'a refused login',
    { login: true },
    (line: string) => (/^EHLO/.test(line) ? '250-x\r\n250 AUTH PLAIN' : '535 no'),
  ],
  [
    'a refused sender',
    { login: false },
    (line: string) => (/^EHLO/.test(line) ? '250 x' : '553 sender not allowed'),
  ],
])('%s is our configuration: the mail may be tried again', async (_what, { login }, answerTo) => {
  const { server, port } = await scriptedServer(answerTo);
  const mailer = createSmtpMailer({
    host: '127.0.0.1',
    port,
    secure: false,
    from: 'a@example.com',
    ...(login ? { user: 'u', pass: 'hunter2' } : {}),
  });
  const answer = await mailer.send(mail);
  expect(answer).toMatchObject({ ok: false, retryable: true });
  expect(JSON.stringify(answer)).not.toContain('hunter2');
  server.close();
});

it.each([
  ['the greeting', /^EHLO/, false],
  ['the receiver', /^RCPT/, false],
  ['DATA, before the mail', /^DATA/, false],
  ['the whole mail', /\r\n\.\r\n$/, true],
])('a connection that ends after %s: in doubt is %s', async (_what, ends, inDoubt) => {
  let text: string | undefined;
  const server = createServer((socket) => {
    socket.write('220 scripted\r\n');
    socket.on('data', (data) => {
      const line = data.toString();
      if (text !== undefined) text += line;
      if (ends.test(text ?? line)) socket.destroy();
      else if (/^DATA/.test(line)) socket.write(`354 go on${(text = '')}\r\n`);
      else if (text === undefined) socket.write('250 x\r\n');
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const mailer = createSmtpMailer({ host: '127.0.0.1', port, secure: false, from: 'a@example.com' });
  const answer = await mailer.send(mail);
  expect(answer).toMatchObject({ ok: false, retryable: true });
  expect('inDoubt' in answer).toBe(inDoubt);
  server.close();
});

it('keeps the body out of the reason even when the server quotes it in its refusal', async () => {
  const { server, port } = await scriptedServer((line) => {
    if (/^DATA/.test(line)) return '354 go on';
    return line.includes('secret') ? '554 5.7.1 looks like spam: secret body' : '250 x';
  });
  const mailer = createSmtpMailer({ host: '127.0.0.1', port, secure: false, from: 'a@example.com' });
  const answer = await mailer.send(mail);
  expect(answer).toMatchObject({ ok: false, retryable: false });
  expect(JSON.stringify(answer)).not.toContain('secret');
  server.close();
});

it('does not send a password unencrypted to another machine', async () => {
  const lines: string[] = [];
  const { server, port } = await scriptedServer((line) => {
    lines.push(line);
    return /^EHLO/.test(line) ? '250-x\r\n250 AUTH PLAIN' : '250 x';
  });
  // "0.0.0.0" reaches this machine, and is not one of the names that count as it.
  const mailer = createSmtpMailer({
    host: '0.0.0.0',
    port,
    secure: false,
    from: 'a@example.com',
    user: 'u',
    pass: 'p',
  });
  expect(await mailer.send(mail)).toMatchObject({ ok: false, retryable: true });
  expect(lines.join()).not.toContain('AUTH');
  server.close();
});
