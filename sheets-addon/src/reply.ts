/** What became of a request: answered, refused by the function with a reason, or not answered by it at all. */
export type Reply =
  | { readonly kind: 'ok'; readonly message: string; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly message: string }
  | { readonly kind: 'unreachable'; readonly status: number; readonly detail: string };

const LONGEST_TEXT = 300;

/** Cuts a text from outside to a length that fits a sidebar line and a property. */
export function clip(value: unknown, longest: number = LONGEST_TEXT): string {
  const text = typeof value === 'string' ? value : '';
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/**
 * Reads an HTTP answer. Only `{ ok: true }` with a 2xx status counts as answered: a sign-in page, a proxy or a
 * wrong address also answers 200.
 */
export function parseReply(status: number, text: string): Reply {
  const body = parseObject(text);
  if (status >= 200 && status < 300 && body?.['ok'] === true) {
    return { kind: 'ok', message: clip(body['message']), body };
  }
  if (status >= 400 && body?.['ok'] === false && typeof body['code'] === 'string') {
    return { kind: 'refused', status, code: clip(body['code'], 60), message: clip(body['message']) };
  }
  return { kind: 'unreachable', status, detail: status === 0 ? clip(text) : `HTTP ${status}` };
}

/** Worth one more try at once: nobody answered, the server is busy, or it broke. */
export function isPassing(reply: Reply): boolean {
  if (reply.kind === 'ok') return false;
  return reply.status === 0 || reply.status === 429 || reply.status >= 500;
}

/**
 * True when the change did not reach the decision, so that a later check has to find it: no answer, a broken
 * or busy server, or a set-up mistake (401, 403, 404). Other refusals are the function's own verdict on the
 * change; checking again would give the same one.
 */
export function isMissed(reply: Reply): boolean {
  if (reply.kind !== 'refused') return reply.kind === 'unreachable';
  return isPassing(reply) || [401, 403, 404, 408].includes(reply.status);
}

/** One line for people and logs about an answer that was not a success. */
export function describeFailure(reply: Exclude<Reply, { kind: 'ok' }>): string {
  if (reply.kind === 'unreachable') return reply.detail;
  return reply.message === '' ? reply.code : reply.message;
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
