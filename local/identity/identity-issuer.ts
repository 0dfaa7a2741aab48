/**
 * A local OpenID Connect issuer that stands in for accounts.google.com: it mints identity tokens shaped like
 * Google's and serves the keys to check them with, so that the functions verify callers by their production
 * code. Only its address and its name differ.
 */
import { createHash, sign } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { loadOrCreateSigningKey, type SigningKey } from './signing-key.ts';

/** Path of the `{ keyId: PEM }` document (Google: /oauth2/v1/certs), which google-auth-library reads on Node. */
export const CERTS_PATH = '/identity/certs';
/** Path of the same keys as a JWKS document (Google: /oauth2/v3/certs). */
export const JWKS_PATH = '/identity/jwks';

/** Longest life google-auth-library accepts by default: a day. Google's own tokens live an hour. */
const LONGEST_LIFE_SECONDS = 86_400;

export interface IdentityIssuerOptions {
  /** Folder of the private key; made when missing. */
  readonly dataDir: string;
  /** The `iss` claim, e.g. `http://127.0.0.1:8080/identity`. The verifier must be told the same text. */
  readonly issuer: string;
  /** Milliseconds since 1970. Use the real clock: google-auth-library checks expiry against it. */
  readonly now: () => number;
}

export interface MintRequest {
  readonly email: string;
  /** The `aud` and `azp` claims: what the function was told to accept. */
  readonly audience: string;
  /** Default 3600, as Google's. */
  readonly expiresInSeconds?: number;
  /** Milliseconds since 1970; default is the issuer's clock. */
  readonly now?: number;
}

export interface IdentityIssuer {
  readonly issuer: string;
  readonly keyId: string;
  /**
   * An RS256 JWT with iss, aud, azp, sub, email, email_verified, iat and exp. The same e-mail always gets the
   * same `sub`. Throws a RangeError or TypeError for an empty e-mail or audience and for a life outside a day.
   */
  mint(request: MintRequest): string;
  /** Answers the two key documents. False, with nothing written, for any other path. */
  handle(req: IncomingMessage, res: ServerResponse): boolean;
}

/** Opens the issuer, making its key pair on the first start. */
export async function createIdentityIssuer(options: IdentityIssuerOptions): Promise<IdentityIssuer> {
  const key = await loadOrCreateSigningKey(options.dataDir);
  const documents = keyDocuments(key);
  return {
    issuer: options.issuer,
    keyId: key.keyId,
    mint: (request) => mintToken(key, options, request),
    handle: (req, res) => {
      const path = (req.url ?? '').split('?', 1)[0] ?? '';
      const body = documents.get(path);
      if (body === undefined) return false;
      answer(req, res, body);
      return true;
    },
  };
}

function mintToken(key: SigningKey, options: IdentityIssuerOptions, request: MintRequest): string {
  const { email, audience, expiresInSeconds = 3600 } = request;
  if (email === '' || audience === '')
    throw new TypeError('An identity token needs an e-mail and an audience.');
  if (!(expiresInSeconds > 0 && expiresInSeconds <= LONGEST_LIFE_SECONDS)) {
    throw new RangeError(`An identity token lives 1 to ${LONGEST_LIFE_SECONDS} s, not ${expiresInSeconds}.`);
  }
  const issuedAt = Math.floor((request.now ?? options.now()) / 1000);
  const signed = [
    { alg: 'RS256', kid: key.keyId, typ: 'JWT' },
    {
      iss: options.issuer,
      azp: audience,
      aud: audience,
      sub: subjectOf(email),
      email,
      email_verified: true,
      iat: issuedAt,
      exp: issuedAt + expiresInSeconds,
    },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${signed}.${sign('sha256', Buffer.from(signed), key.privateKey).toString('base64url')}`;
}

/** Google's subjects are 21 digits; ours are too, and stable for one address. */
function subjectOf(email: string): string {
  const digest = createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 16);
  return `1${BigInt(`0x${digest}`).toString().padStart(20, '0')}`;
}

function keyDocuments({ keyId, publicKey }: SigningKey): ReadonlyMap<string, string> {
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: keyId, alg: 'RS256', use: 'sig' };
  return new Map([
    [CERTS_PATH, JSON.stringify({ [keyId]: pem })],
    [JWKS_PATH, JSON.stringify({ keys: [jwk] })],
  ]);
}

function answer(req: IncomingMessage, res: ServerResponse, body: string): void {
  const method = req.method ?? 'GET';
  if (method !== 'GET' && method !== 'HEAD') {
    res.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  // The verifier asks once and remembers for this long.
  res.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=3600' });
  res.end(method === 'HEAD' ? undefined : body);
}
