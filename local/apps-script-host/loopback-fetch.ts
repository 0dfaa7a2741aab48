import type { FetchAnswer, FetchRequest } from './protocol.ts';

/** Apps Script gives up after about a minute. */
const LONGEST_WAIT_MS = 60_000;

/**
 * One HTTP request of a script. Goes to this machine only: nothing a script does in local mode can leave it.
 * Throws with Apps Script's words when nobody answers.
 */
export async function loopbackFetch(request: FetchRequest): Promise<FetchAnswer> {
  const { url, method, headers, payload, followRedirects } = request;
  if (!isLoopback(url)) {
    throw new Error(`UrlFetchApp.fetch to ${url} is not in the local Apps Script host: only to this machine`);
  }
  const response = await fetch(url, {
    method,
    headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(LONGEST_WAIT_MS),
    ...(payload === undefined ? {} : { body: payload }),
  }).catch((error: unknown) => {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    throw new Error(`${timedOut ? 'Timeout' : 'Address unavailable'}: ${url}`, { cause: error });
  });
  if (followRedirects && response.status >= 300 && response.status < 400) {
    throw new Error('Following a redirect in UrlFetchApp.fetch is not in the local Apps Script host');
  }
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    text: await response.text(),
  };
}

function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
