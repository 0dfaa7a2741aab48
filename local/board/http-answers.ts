/** Small answers over node:http: JSON, text, compression, reading a body with a limit, same-origin check. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

const gzipAsync = promisify(gzip);
const COMPRESS_FROM_BYTES = 16 * 1024;

/** Sends JSON, gzipped when it is big and the caller takes it. Never cached. */
export async function sendJson(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  value: unknown,
): Promise<void> {
  const body = Buffer.from(JSON.stringify(value));
  res.statusCode = status;
  res.setHeader('content-type', 'application/json; charset=utf-8');
  res.setHeader('cache-control', 'no-store');
  if (body.length >= COMPRESS_FROM_BYTES && acceptsEncoding(req, 'gzip')) {
    res.setHeader('content-encoding', 'gzip');
    res.end(await gzipAsync(body, { level: constants.Z_BEST_SPEED }));
    return;
  }
  res.end(body);
}

/** Sends text of a given type; never cached. */
export function sendText(res: ServerResponse, status: number, type: string, text: string): void {
  res.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
  res.end(text);
}

/** True when the request's Accept-Encoding lists the encoding. */
export function acceptsEncoding(req: IncomingMessage, encoding: string): boolean {
  const header = req.headers['accept-encoding'];
  return typeof header === 'string' && header.split(',').some((part) => part.trim().startsWith(encoding));
}

/** The parsed JSON body, or why there is none. */
export async function readJson(
  req: IncomingMessage,
  limitBytes: number,
): Promise<
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string }
> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limitBytes) return { ok: false, message: `The request is larger than ${limitBytes} bytes.` };
    chunks.push(chunk);
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown };
  } catch {
    return { ok: false, message: 'The request body is not JSON.' };
  }
}

/**
 * True when a request that changes something comes from a page of this server. Browsers send Origin with every
 * POST; a page elsewhere on the web that tries to write to localhost is turned away by it.
 */
export function isSameOrigin(req: IncomingMessage): boolean {
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const origin = req.headers.origin;
  if (origin === undefined) return site === 'same-origin';
  try {
    return new URL(origin).host === req.headers.host;
  } catch {
    return false;
  }
}
