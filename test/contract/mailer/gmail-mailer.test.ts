import { createServer } from 'node:http';
import { generateKeyPairSync, createVerify } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { createGmailMailer, gmailClient } from '../../../functions/adapters/gmail-mailer.ts';
import { BUSY, REFUSED, startGmailReceiver, TOKEN, type GmailReceiver } from './gmail-receiver.ts';
import { mailerContract } from './mailer.contract.ts';

const FROM = '配能 <peineng@example.com>';
const KEY = { client_email: 'mailer@project.iam.gserviceaccount.com', private_key: 'unused' };
const mail = {
  messageId: '<a@peineng>',
  to: 'wang@example.com',
  subject: 's',
  text: 'secret body',
  html: '<p>secret body</p>',
};

const mailerFor = ({ rootUrl }: GmailReceiver, accessToken = () => Promise.resolve(TOKEN)) =>
  createGmailMailer({ from: FROM, key: KEY }, { rootUrl, accessToken });

mailerContract('the Gmail API, played by a local receiver,', async () => {
  const receiver = await startGmailReceiver();
  return {
    mailer: mailerFor(receiver),
    delivered: () => Promise.resolve(receiver.delivered()),
    stopServer: () => receiver.stop(),
    startServer: () => receiver.start(),
    refusedForGood: REFUSED,
    refusedForNow: BUSY,
    refusal: '400 invalidArgument',
    discard: () => receiver.stop(),
  };
});

let receiver: GmailReceiver;
afterEach(() => receiver?.stop());

it.each([
  [401, 'authError', true],
  [403, 'insufficientPermissions', true],
  [403, 'rateLimitExceeded', true],
  [429, 'userRateLimitExceeded', true],
  [500, 'backendError', true],
  [503, 'backendError', true],
  [400, 'failedPrecondition', true],
  [400, 'invalidArgument', false],
  [413, 'uploadTooLarge', false],
])(
  '%i %s: whether to try again is %s, and the reason holds neither body nor address',
  async (status, why, retryable) => {
    receiver = await startGmailReceiver();
    receiver.answerNext(status, why);
    const mailer = mailerFor(receiver);
    expect(await mailer.send(mail)).toEqual({ ok: false, retryable, reason: `Gmail ${status} ${why}` });
    expect(await mailer.send(mail)).toEqual({ ok: true });
  },
);

it('without an access token nothing is sent, and the same mail may go through later', async () => {
  receiver = await startGmailReceiver();
  const mailer = mailerFor(receiver, () => Promise.reject(new Error('key of mailer@project refused')));
  const answer = await mailer.send(mail);
  expect(answer).toEqual({ ok: false, retryable: true, reason: 'Gmail unreachable: Error' });
  expect(receiver.delivered()).toEqual([]);
});

it('an answer that never comes leaves the mail in doubt; no connection at all does not', async () => {
  const server = createServer((request) => request.on('end', () => request.socket.destroy()).resume());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const rootUrl = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
  const mailer = createGmailMailer(
    { from: FROM, key: KEY },
    { rootUrl, accessToken: () => Promise.resolve('t') },
  );
  expect(await mailer.send(mail)).toMatchObject({ ok: false, retryable: true, inDoubt: true });
  await new Promise((resolve) => server.close(resolve));
  expect(await mailer.send(mail)).toEqual({
    ok: false,
    retryable: true,
    reason: 'Gmail unreachable: TypeError',
  });
});

it('asks Google for the right to send, and no other, as the mailbox of the sender', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const client = gmailClient(FROM, {
    client_email: KEY.client_email,
    private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  });
  const asked: { url?: unknown; data?: unknown }[] = [];
  client.transporter.request = ((options: { url?: unknown; data?: unknown }) => {
    asked.push(options);
    return Promise.resolve({ data: { access_token: 'granted', expires_in: 3600, token_type: 'Bearer' } });
  }) as unknown as typeof client.transporter.request;
  expect((await client.getAccessToken()).token).toBe('granted');
  const [{ url, data } = {}] = asked;
  expect(String(url)).toBe('https://oauth2.googleapis.com/token');
  const [head = '', claims = '', signature = ''] = String(
    new URLSearchParams(data as URLSearchParams).get('assertion'),
  ).split('.');
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
    iss: KEY.client_email,
    sub: 'peineng@example.com',
    scope: 'https://www.googleapis.com/auth/gmail.send',
  });
  const verify = createVerify('RSA-SHA256').update(`${head}.${claims}`);
  expect(verify.verify(publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
});
