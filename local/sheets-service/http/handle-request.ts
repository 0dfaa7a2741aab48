import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerMask } from './answer-mask.ts';
import { ApiError, invalidArgument } from './api-error.ts';
import { ApiQuery, type BookShelf } from './endpoint.ts';
import { selectFields } from './field-mask.ts';
import { readMessage } from '../wire/read-message.ts';
import { isSheetsPath, matchRoute } from './routes.ts';

/**
 * Answers a call of the Sheets API. False, with nothing written, when the path is not one of ours. Every
 * failure ends as Google's error body; a bug of ours as 500 with its message.
 */
export async function handleRequest(
  shelf: BookShelf,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (!isSheetsPath(url.pathname)) return false;
  try {
    const answer = await answerCall(shelf, request, url);
    send(response, 200, answer);
  } catch (error) {
    const refusal = error instanceof ApiError ? error : new ApiError('INTERNAL', (error as Error).message);
    send(response, refusal.code, refusal.body);
  }
  return true;
}

async function answerCall(shelf: BookShelf, request: IncomingMessage, url: URL): Promise<unknown> {
  const matched = matchRoute(request.method ?? 'GET', url.pathname);
  if (!matched) throw new ApiError('NOT_FOUND', `The API has no method ${request.method} ${url.pathname}.`);
  const query = new ApiQuery(url.searchParams);
  const { route } = matched;
  shelf.quota.count(route.counts, userOf(request, query));
  const mask = answerMask(query, route.answer);
  const sent = request.method === 'GET' ? {} : await readBody(request);
  const body = route.body ? readMessage(route.body.message, sent, route.body.path) : sent;
  const answer = route.endpoint({ shelf, path: matched.path, query, body });
  return selectFields(answer, mask);
}

/** Users are told apart by `quotaUser` or by their access token, as far as a local service can tell. */
function userOf(request: IncomingMessage, query: ApiQuery): string {
  return query.get('quotaUser') ?? request.headers.authorization ?? '';
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if (text.trim() === '') return {};
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw invalidArgument(`Invalid JSON payload received. ${(error as Error).message}`);
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalidArgument('Invalid JSON payload received. Root element must be a message.');
  }
  return body as Record<string, unknown>;
}

function send(response: ServerResponse, code: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(code, {
    'Content-Type': 'application/json; charset=UTF-8',
    'Content-Length': bytes.length,
    'Cache-Control': 'private',
  });
  response.end(bytes);
}
