import type { Request, Response } from '@google-cloud/functions-framework';
import type { z } from 'zod';
import type { Language } from '../../shared/domain/rep.ts';
import { BoardError } from '../../shared/ports/board.ts';
import { answerWords, type AnswerError } from '../../shared/text/answer-words.ts';
import { isListed, type App } from '../app.ts';

/** What an entry answers: 200 with `body`, or an error by its code. */
export type Answer =
  | { readonly ok: true; readonly body: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly code: AnswerError };

const STATUS: Readonly<Record<AnswerError, number>> = {
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  BAD_REQUEST: 400,
  UNKNOWN_BOARD: 404,
  INSTALLED_BY_ANOTHER: 409,
  TAB_MISSING: 409,
  NO_ACCESS: 409,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

export interface Endpoint<Body> {
  readonly name: string;
  readonly schema: z.ZodType<Body>;
  /** Which lists let a caller in: people who install boards, or the scheduler's service accounts. */
  readonly callers: readonly ('installers' | 'invokers')[];
  run(body: Body, caller: string): Promise<Answer>;
}

/**
 * The door of every entry: method, identity, access, body, in this order; then the work; then the one place
 * where errors become HTTP. Nothing of the body is looked at before the caller is known.
 */
export const serve =
  <Body>(app: App, endpoint: Endpoint<Body>) =>
  async (request: Request, response: Response): Promise<void> => {
    const language = languageOf(request);
    const refuse = (code: AnswerError, detail?: unknown): void => {
      if (code === 'UNAVAILABLE') response.set('Retry-After', '30');
      const message = answerWords(language).error[code];
      response
        .status(STATUS[code])
        .json({ ok: false, code, message, ...(detail === undefined ? {} : { detail }) });
    };
    if (request.method !== 'POST') {
      response
        .set('Allow', 'POST')
        .status(405)
        .json({ ok: false, code: 'BAD_REQUEST', message: 'POST only' });
      return;
    }
    const caller = await admitted(app, endpoint, request).catch((error: unknown) =>
      codeOf(app, endpoint.name, error),
    );
    if (typeof caller === 'string') return refuse(caller);
    const body = endpoint.schema.safeParse(request.body ?? {});
    if (!body.success) return refuse('BAD_REQUEST', problemsOf(body.error));
    try {
      const answer = await endpoint.run(body.data, caller.email);
      if (answer.ok) response.status(200).json({ ok: true, ...answer.body });
      else refuse(answer.code);
    } catch (error) {
      refuse(codeOf(app, endpoint.name, error));
    }
  };

/** Who calls, when they may: a valid token of somebody on one of the entry's lists. */
const admitted = async <Body>(
  app: App,
  { name, callers }: Endpoint<Body>,
  request: Request,
): Promise<{ readonly email: string } | AnswerError> => {
  const token = await app.verifier.verify(request.get('authorization'));
  if (!token.ok) {
    app.ports.log.warn('caller not signed in', { entry: name, problem: token.error });
    return 'NOT_SIGNED_IN';
  }
  const email = token.value.email.toLowerCase();
  if (callers.some((list) => isListed(email, app.access[list]))) return { email };
  app.ports.log.warn('caller not allowed', { entry: name });
  return 'NOT_ALLOWED';
};

/** Every problem of a body at once, by its place. What was sent is not repeated. */
const problemsOf = (error: z.ZodError): readonly string[] =>
  error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);

const languageOf = (request: Request): Language => {
  const wanted: unknown = (request.body as { language?: unknown } | undefined)?.language;
  if (wanted === 'zh-CN' || wanted === 'en') return wanted;
  return request.acceptsLanguages('zh', 'en') === 'zh' ? 'zh-CN' : 'en';
};

const codeOf = (app: App, entry: string, error: unknown): AnswerError => {
  if (error instanceof BoardError) {
    app.ports.log.warn('board out of reach', { entry, failure: error.failure.code });
    return error.failure.code;
  }
  const retryable = (error as { retryable?: unknown } | null)?.retryable === true;
  app.ports.log.error('entry failed', {
    entry,
    retryable,
    error: error instanceof Error ? error.stack : String(error),
  });
  return retryable ? 'UNAVAILABLE' : 'INTERNAL';
};
