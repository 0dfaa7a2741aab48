import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIdentityIssuer, type IdentityIssuer } from '../../../local/identity/identity-issuer.ts';
import { KEY_FILE } from '../../../local/identity/signing-key.ts';

const AUDIENCE = 'peineng-addon.local';
const EMAIL = 'wang@example.test';
const ISSUER = 'http://127.0.0.1/identity';
const NOW = Date.UTC(2026, 10, 23, 9, 0, 0);
const now = () => NOW;

let dataDir: string;
let issuer: IdentityIssuer;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'peineng-identity-'));
  issuer = await createIdentityIssuer({ dataDir, issuer: ISSUER, now });
});

afterAll(() => rm(dataDir, { recursive: true }));

const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

describe('minting', () => {
  it('takes the times from the clock it was given, in whole seconds', () => {
    expect(claimsOf(issuer.mint({ email: EMAIL, audience: AUDIENCE, expiresInSeconds: 60 }))).toMatchObject({
      iat: NOW / 1000,
      exp: NOW / 1000 + 60,
    });
  });

  it('gives one person the same subject, and two people different ones', () => {
    const subject = (email: string) => claimsOf(issuer.mint({ email, audience: AUDIENCE }))['sub'];
    expect(subject(EMAIL)).toBe(subject(EMAIL.toUpperCase()));
    expect(subject(EMAIL)).not.toBe(subject('lisa@example.test'));
  });

  it('never mints a token without an audience or with a life the verifier would refuse', () => {
    expect(() => issuer.mint({ email: EMAIL, audience: '' })).toThrow(/audience/);
    expect(() => issuer.mint({ email: '', audience: AUDIENCE })).toThrow(/e-mail/);
    expect(() => issuer.mint({ email: EMAIL, audience: AUDIENCE, expiresInSeconds: 86_401 })).toThrow(
      /86400/,
    );
    expect(() => issuer.mint({ email: EMAIL, audience: AUDIENCE, expiresInSeconds: 0 })).toThrow(/not 0/);
  });
});

describe('the key file', () => {
  it('is readable by its owner only and survives a restart', async () => {
    expect((await stat(join(dataDir, KEY_FILE))).mode & 0o777).toBe(0o600);
    const again = await createIdentityIssuer({ dataDir, issuer: ISSUER, now });
    expect(again.keyId).toBe(issuer.keyId);
  });

  it('that is broken is named, with the way out, and left as it is', async () => {
    const path = join(dataDir, KEY_FILE);
    await writeFile(path, 'not a key');
    await expect(createIdentityIssuer({ dataDir, issuer: ISSUER, now })).rejects.toThrow(
      `The identity key ${path} is not an RSA private key. Delete the file and start again.`,
    );
    expect(await readFile(path, 'utf8')).toBe('not a key');
  });
});
