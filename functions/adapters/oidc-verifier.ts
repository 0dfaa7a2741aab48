import { OAuth2Client } from 'google-auth-library';
import { err, ok, type Result } from '../../shared/result.ts';

export interface TokenVerifierOptions {
  /** Who tokens must be meant for: OAuth client ids of the add-on, addresses of the service. At least one. */
  readonly audiences: readonly string[];
  /** Where the issuer's certificates are; Google's unless given. */
  readonly certsUrl?: string;
  /** The `iss` claims to accept; Google's unless given. */
  readonly issuers?: readonly string[];
}

export type TokenRefusal = 'MISSING' | 'INVALID' | 'EXPIRED' | 'WRONG_AUDIENCE' | 'EMAIL_NOT_VERIFIED';

export interface TokenVerifier {
  /**
   * Who sent a request, by its `Authorization: Bearer …` header. The address is in lower case. Throws an error
   * with `retryable: true` when the issuer's certificates cannot be fetched: that says nothing about the token.
   */
  verify(authorizationHeader: string | undefined): Promise<Result<{ readonly email: string }, TokenRefusal>>;
}

/**
 * Verifies identity tokens on Google's own library: signature, issuer, life time, audience, verified address.
 *
 * @throws {TypeError} without an audience: the library would then accept a token meant for any other app.
 */
export const createTokenVerifier = ({
  audiences,
  certsUrl,
  issuers,
}: TokenVerifierOptions): TokenVerifier => {
  const accepted = audiences.map((audience) => audience.trim());
  if (accepted.length === 0 || accepted.includes(''))
    throw new TypeError('A token verifier needs at least one audience, and none of them empty.');
  const client = new OAuth2Client({
    ...(issuers === undefined ? {} : { issuers: [...issuers] }),
    ...(certsUrl === undefined ? {} : { endpoints: { oauth2FederatedSignonPemCertsUrl: certsUrl } }),
  });
  return {
    verify: async (header) => {
      const idToken = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+) *$/i.exec(header ?? '')?.[1];
      if (idToken === undefined) return err(header === undefined || header === '' ? 'MISSING' : 'INVALID');
      try {
        const ticket = await client.verifyIdToken({ idToken, audience: accepted });
        const { email, email_verified: verified } = ticket.getPayload() ?? {};
        return email !== undefined && email !== '' && verified === true
          ? ok({ email: email.toLowerCase() })
          : err('EMAIL_NOT_VERIFIED');
      } catch (error) {
        return err(refusalOf(error));
      }
    },
  };
};

/** The library tells its reasons apart by text alone; the tests hold it to these. */
const refusalOf = (error: unknown): TokenRefusal => {
  const text = error instanceof Error ? error.message : String(error);
  if (/Failed to retrieve verification certificates/.test(text))
    throw Object.assign(
      new Error('The keys that tokens are checked with cannot be fetched.', { cause: error }),
      {
        retryable: true,
      },
    );
  if (/Token used too late/.test(text)) return 'EXPIRED';
  if (/Wrong recipient/.test(text)) return 'WRONG_AUDIENCE';
  return 'INVALID';
};
