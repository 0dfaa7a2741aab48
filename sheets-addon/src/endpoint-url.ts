/** A usable address without its trailing slash, or which rule it breaks. */
export type EndpointCheck =
  | { readonly ok: true; readonly endpoint: string }
  | { readonly ok: false; readonly problem: 'EMPTY' | 'NOT_A_URL' | 'NOT_HTTPS' | 'HAS_EXTRAS' };

const PLAIN_HOST = /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d+)?$/i;
const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/**
 * Checks the address of the cloud functions. The identity token travels to it, so it must be https, except on
 * this very machine; user names, queries and fragments have no business in it. Apps Script has no `URL` class.
 *
 * `' https://peineng-abc.a.run.app/ '` → `{ ok: true, endpoint: 'https://peineng-abc.a.run.app' }`
 */
export function checkEndpoint(typed: unknown): EndpointCheck {
  const text = typeof typed === 'string' ? typed.trim() : '';
  if (text === '') return { ok: false, problem: 'EMPTY' };
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#\s\\]+)([^?#\s\\]*)([^\s\\]*)$/i.exec(text);
  if (parts === null) return { ok: false, problem: 'NOT_A_URL' };
  const [, scheme = '', host = '', path = '', extras = ''] = parts;
  if (extras !== '' || host.includes('@')) return { ok: false, problem: 'HAS_EXTRAS' };
  if (!PLAIN_HOST.test(host)) return { ok: false, problem: 'NOT_A_URL' };
  if (!isPrivate(scheme.toLowerCase(), host)) return { ok: false, problem: 'NOT_HTTPS' };
  return { ok: true, endpoint: `${scheme.toLowerCase()}://${host}${path.replace(/\/+$/, '')}` };
}

function isPrivate(scheme: string, host: string): boolean {
  return scheme === 'https' || (scheme === 'http' && LOOPBACK.test(host));
}
