/** The board's calls to its server part. */
import type { ActAnswer, ActRequest, BookAnswer, MenuDescription } from '../../board/board-protocol.ts';

const API = '/board/api/';

/** The server could not be reached, or could not answer; worth trying again. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

export type RunAnswer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** All tabs, and the cells of one: of `sheetId`, or of the first visible tab. */
export function fetchBook(sheetId?: number): Promise<BookAnswer> {
  return call<BookAnswer>(`book${sheetId === undefined ? '' : `?sheetId=${sheetId}`}`);
}

/** Sends what a person did. A refusal is an answer; only a missing answer throws `NoAnswer`. */
export function postAction(request: ActRequest): Promise<ActAnswer> {
  return call<ActAnswer>('act', request);
}

/** The add-on's menu; without an add-on it has no items. */
export function fetchMenu(): Promise<MenuDescription> {
  return call<MenuDescription>('menu');
}

/** Runs a function of the add-on. */
export function runFunction(functionName: string, args: readonly unknown[]): Promise<RunAnswer> {
  return call<RunAnswer>('run', { functionName, args });
}

async function call<T>(path: string, body?: unknown): Promise<T> {
  const init: RequestInit =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  let response: Response;
  try {
    response = await fetch(API + path, init);
  } catch (error) {
    throw new NoAnswer(error instanceof Error ? error.message : String(error));
  }
  // 4xx answers carry a refusal in the same shape; 5xx means the server is in trouble, not the request.
  if (response.status >= 500) throw new NoAnswer(`${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
