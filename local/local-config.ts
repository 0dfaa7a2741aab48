import { fileURLToPath } from 'node:url';
import { CERTS_PATH } from './identity/identity-issuer.ts';

/** The accounts of local mode. Nobody can sign in with them anywhere. */
export const LOCAL_PERSON = 'you@peineng.example';
export const LOCAL_SCHEDULER = 'scheduler@peineng.example';
export const LOCAL_AUDIENCE = 'peineng-local';
/** Signs chat messages to the services that this machine plays. */
export const LOCAL_CHAT_SECRET = 'SEC-peineng-local';
export const LOCAL_ISSUER = 'https://identity.peineng.example';

/** The environment the functions would have in the cloud, pointing at this machine instead. */
export const localEnvironment = (
  origin: string,
  smtpPort: number,
  linkKey: string,
): Readonly<Record<string, string>> => ({
  PEINENG_LINK_KEY: linkKey,
  PEINENG_AUDIENCES: LOCAL_AUDIENCE,
  PEINENG_INVOKERS: LOCAL_SCHEDULER,
  PEINENG_INSTALLERS: LOCAL_PERSON,
  PEINENG_SHEETS_ROOT_URL: `${origin}/`,
  PEINENG_OIDC_CERTS_URL: `${origin}${CERTS_PATH}`,
  PEINENG_OIDC_ISSUERS: LOCAL_ISSUER,
  SMTP_HOST: '127.0.0.1',
  SMTP_PORT: String(smtpPort),
  SMTP_SECURE: 'false',
  SMTP_FROM: 'Peineng <peineng@peineng.example>',
});

/** Where the built browser code is kept, for all data folders alike: it costs seconds to build. */
export const BUILT_PAGES = fileURLToPath(new URL('../node_modules/.cache/peineng/board', import.meta.url));
