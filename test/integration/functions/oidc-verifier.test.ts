import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTokenVerifier } from '../../../functions/adapters/oidc-verifier.ts';

const AUDIENCE = 'https://peineng.example.test';
const ISSUER = 'https://issuer.example.test';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The library judges life times by the machine's clock, so tokens are made by it. */
const token = (changes: object = {}, key = privateKey): string => {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: ISSUER,
    aud: AUDIENCE,
    sub: '1',
    email: 'Wang@Example.test',
    email_verified: true,
    iat: now,
    exp: now + 600,
    ...changes,
  };
  const signed = `${part({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
};

describe('the token verifier', () => {
  let server: Server;
  let certsUrl: string;
  let asked = 0;

  beforeAll(async () => {
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    server = createServer((request, response) => {
      asked += 1;
      if (request.url !== '/certs') response.writeHead(404).end();
      else
        response
          .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'max-age=3600' })
          .end(JSON.stringify({ k1: pem }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    certsUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/certs`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const verify = (header: string | undefined, audiences: readonly string[] = [AUDIENCE]) =>
    createTokenVerifier({ audiences, certsUrl, issuers: [ISSUER] }).verify(header);

  it('names the sender of a good token, in lower case', async () => {
    expect(await verify(`Bearer ${token()}`)).toEqual({ ok: true, value: { email: 'wang@example.test' } });
    expect(await verify(`bearer ${token()}`, ['other', AUDIENCE])).toMatchObject({ ok: true });
  });

  it.each([
    [undefined, 'MISSING'],
    ['', 'MISSING'],
    ['Bearer', 'INVALID'],
    ['Basic d2FuZzpwdw==', 'INVALID'],
    ['Bearer not-a-token', 'INVALID'],
    ['Bearer a.b.c', 'INVALID'],
    ['Bearer a.b.c, Bearer d.e.f', 'INVALID'],
  ] as const)('refuses the header %j as %s', async (header, problem) => {
    expect(await verify(header)).toEqual({ ok: false, error: problem });
  });

  it.each([
    ['meant for another app', { aud: 'another-app' }, 'WRONG_AUDIENCE'],
    ['that has run out', { iat: 1_000_000, exp: 1_000_600 }, 'EXPIRED'],
    ['from another issuer', { iss: 'https://accounts.evil.test' }, 'INVALID'],
    ['whose address is not verified', { email_verified: false }, 'EMAIL_NOT_VERIFIED'],
    ['whose address is verified in words alone', { email_verified: 'true' }, 'EMAIL_NOT_VERIFIED'],
    ['without an address', { email: undefined }, 'EMAIL_NOT_VERIFIED'],
    ['without a life time', { exp: undefined }, 'INVALID'],
  ])('refuses a token %s', async (_, claims, problem) => {
    expect(await verify(`Bearer ${token(claims)}`)).toEqual({ ok: false, error: problem });
  });

  it('refuses a token signed with another key, or changed after signing', async () => {
    expect(await verify(`Bearer ${token({}, stranger)}`)).toEqual({ ok: false, error: 'INVALID' });
    const [head, , signature] = token().split('.');
    const forged = [head, token({ email: 'boss@example.test' }).split('.')[1], signature].join('.');
    expect(await verify(`Bearer ${forged}`)).toEqual({ ok: false, error: 'INVALID' });
  });

  it('asks for the certificates once for many tokens', async () => {
    const verifier = createTokenVerifier({ audiences: [AUDIENCE], certsUrl, issuers: [ISSUER] });
    asked = 0;
    for (let n = 0; n < 5; n += 1) expect((await verifier.verify(`Bearer ${token()}`)).ok).toBe(true);
    expect(asked).toBe(1);
  });

  it('does not blame the token when the certificates cannot be had', async () => {
    const verifier = createTokenVerifier({
      audiences: [AUDIENCE],
      certsUrl: certsUrl.replace('/certs', '/gone'),
      issuers: [ISSUER],
    });
    await expect(verifier.verify(`Bearer ${token()}`)).rejects.toMatchObject({ retryable: true });
  });

  it.each([[[]], [['']], [['  ']], [[AUDIENCE, '']]])('is not made for the audiences %j', (audiences) => {
    expect(() => createTokenVerifier({ audiences })).toThrow(TypeError);
  });
});
