import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OAuth2Client } from 'google-auth-library';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CERTS_PATH,
  JWKS_PATH,
  createIdentityIssuer,
  type IdentityIssuer,
} from '../../../local/identity/identity-issuer.ts';

const AUDIENCE = 'peineng-addon.local';
const EMAIL = 'wang@example.test';
const ISSUER = 'http://127.0.0.1/identity';

let dataDir: string;
let server: Server;
let origin: string;
let issuer: IdentityIssuer;

// google-auth-library checks expiry against the machine's clock, so these tokens are made by it too.
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'peineng-identity-'));
  issuer = await createIdentityIssuer({ dataDir, issuer: ISSUER, now: Date.now });
  server = createServer((req, res) => {
    if (!issuer.handle(req, res)) res.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(dataDir, { recursive: true });
});

const verify = (idToken: string) =>
  new OAuth2Client({
    issuers: [ISSUER],
    endpoints: { oauth2FederatedSignonPemCertsUrl: `${origin}${CERTS_PATH}` },
  }).verifyIdToken({ idToken, audience: AUDIENCE });

const mint = (extra: { expiresInSeconds?: number; now?: number } = {}) =>
  issuer.mint({ email: EMAIL, audience: AUDIENCE, ...extra });

describe('tokens under the production verifier', () => {
  it('accepts a good token and reads the claims a Google token has', async () => {
    const payload = (await verify(mint())).getPayload();
    expect(payload).toMatchObject({
      iss: ISSUER,
      aud: AUDIENCE,
      azp: AUDIENCE,
      email: EMAIL,
      email_verified: true,
    });
    expect(payload?.sub).toMatch(/^\d{21}$/);
    expect((payload?.exp ?? 0) - (payload?.iat ?? 0)).toBe(3600);
  });

  it('refuses a token minted for another audience', async () => {
    const token = issuer.mint({ email: EMAIL, audience: 'another-app' });
    await expect(verify(token)).rejects.toThrow(/Wrong recipient/);
  });

  it('refuses an expired token', async () => {
    await expect(verify(mint({ now: Date.now() - 2 * 3_600_000 }))).rejects.toThrow(/too late/);
  });

  it('refuses a token whose claims were changed after signing', async () => {
    const [head, body = '', signature] = mint().split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...claims, email: 'boss@example.test' })).toString(
      'base64url',
    );
    await expect(verify([head, forged, signature].join('.'))).rejects.toThrow(/Invalid token signature/);
  });

  it('refuses a token of another issuer name signed with the same key', async () => {
    const other = await createIdentityIssuer({ dataDir, issuer: 'http://127.0.0.1:1/other', now: Date.now });
    await expect(verify(other.mint({ email: EMAIL, audience: AUDIENCE }))).rejects.toThrow(/Invalid issuer/);
  });

  it('refuses a token of the same issuer name signed with another key', async () => {
    const elsewhere = join(dataDir, 'elsewhere');
    const other = await createIdentityIssuer({ dataDir: elsewhere, issuer: ISSUER, now: Date.now });
    await expect(verify(other.mint({ email: EMAIL, audience: AUDIENCE }))).rejects.toThrow(/No pem found/);
  });

  it('refuses everything under the default options, which trust Google alone', async () => {
    const client = new OAuth2Client({
      endpoints: { oauth2FederatedSignonPemCertsUrl: `${origin}${CERTS_PATH}` },
    });
    await expect(client.verifyIdToken({ idToken: mint(), audience: AUDIENCE })).rejects.toThrow(
      /Invalid issuer/,
    );
  });
});

describe('the key documents', () => {
  it('never show the private half', async () => {
    for (const path of [CERTS_PATH, JWKS_PATH]) {
      const text = await (await fetch(origin + path)).text();
      expect(text).not.toContain('PRIVATE');
      expect(text).not.toMatch(/"[dpq]":/);
      expect(text).toContain(issuer.keyId);
    }
  });

  it('can be remembered, and are read-only', async () => {
    const got = await fetch(origin + CERTS_PATH);
    expect(got.headers.get('cache-control')).toContain('max-age=3600');
    expect((await fetch(origin + CERTS_PATH, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${origin}/identity/key`)).status).toBe(404);
  });
});
