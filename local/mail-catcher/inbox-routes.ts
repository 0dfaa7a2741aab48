import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type InboxView, renderInbox, renderList, viewsOf } from './inbox-page.ts';
import { chooseLanguage } from './inbox-words.ts';
import type { LiveUpdates } from './live-updates.ts';
import type { MailStore } from './mail-store.ts';
import type { MailSummary, ReceivedMail } from './received-mail.ts';
import { type Html, markup } from './safe-html.ts';

/** Mails on one page of the list. */
const PAGE = 100;

const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; frame-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'self'";
/** For the mail itself, also when opened outside the frame: nothing runs, nothing is fetched from anywhere. */
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; " +
  "frame-ancestors 'self'";

interface Answer {
  readonly status?: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Asked {
  readonly url: URL;
  readonly acceptLanguage: string | undefined;
}

export interface InboxRoutesOptions {
  readonly store: MailStore;
  readonly live: LiveUpdates;
  /** ms since 1970. */
  readonly now: () => number;
}

/**
 * Answers everything under `/inbox`; resolves to false, with the answer untouched, for any other path.
 *
 * Pages: `/inbox`, `/inbox/mail/ID` (`?view=html|text|source`), both with `?to=ADDRESS`, `?lang=zh-CN|en`.
 * Data: `/inbox/api/mails` (`?to=`), `/inbox/api/mails/ID`, `/inbox/mail/ID/source.eml`, `/inbox/events`.
 */
export function createInboxRoutes({ store, live, now }: InboxRoutesOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname !== '/inbox' && !url.pathname.startsWith('/inbox/')) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      send(response, {
        status: 405,
        type: 'text/plain',
        body: 'Method not allowed\n',
        headers: { allow: 'GET, HEAD' },
      });
    } else if (url.pathname === '/inbox/events') {
      live.connect(request, response, store.newest());
    } else {
      send(response, await answer(store, now, { url, acceptLanguage: request.headers['accept-language'] }));
    }
    return true;
  };
}

const ASSETS: Readonly<Record<string, string>> = {
  'inbox.css': 'text/css',
  'live-list.js': 'text/javascript',
};

async function answer(store: MailStore, now: () => number, asked: Asked): Promise<Answer> {
  const { first, second, third } = segmentsOf(asked.url);
  if (first === '') return page(store, now, asked);
  if (first === 'api' && second === 'mails') return apiAnswer(store, asked, third);
  if (first === 'mail' && third === '')
    return page(store, now, asked, (await store.get(second)) ?? 'missing');
  if (first === 'mail') return mailPart(await store.get(second), third);
  const asset = second === '' ? ASSETS[first] : undefined;
  if (asset === undefined) return notFound;
  return { type: asset, body: readFileSync(join(import.meta.dirname, first)) };
}

/** `/inbox/FIRST/SECOND/THIRD`; empty where there is none. */
function segmentsOf({ pathname }: URL): {
  readonly first: string;
  readonly second: string;
  readonly third: string;
} {
  const [first = '', second = '', third = ''] = pathname.split('/').slice(2);
  return { first, second, third };
}

function mailPart(mail: ReceivedMail | undefined, part: string): Answer {
  if (mail === undefined) return notFound;
  if (part === 'source.eml') return { type: 'message/rfc822', body: mail.raw };
  return part === 'content.html' ? mailContent(mail) : notFound;
}

const notFound: Answer = { status: 404, type: 'text/plain', body: 'Not found\n' };

async function page(
  store: MailStore,
  now: () => number,
  { url, acceptLanguage }: Asked,
  opened?: ReceivedMail | 'missing',
): Promise<Answer> {
  const query = url.searchParams;
  const to = query.get('to') ?? '';
  const all = await store.list();
  const wanted = (to === '' ? all : await store.list({ to })).filter(
    ({ id }) => id < (query.get('before') ?? '~'),
  );
  const mails = wanted.slice(0, PAGE);
  const last = mails.at(-1);
  const view: InboxView = {
    language: chooseLanguage(query.get('lang'), acceptLanguage),
    explicitLanguage: query.has('lang'),
    mails,
    ...(last !== undefined && wanted.length > PAGE ? { olderThan: last.id } : {}),
    recipients: countRecipients(all),
    total: all.length,
    ...(to === '' ? {} : { to }),
    newest: store.newest(),
    ...openedMail(opened, query.get('view')),
    now: now(),
  };
  const body = query.get('part') === 'list' ? renderList(view).safe : renderInbox(view);
  const status = opened === 'missing' ? 404 : 200;
  return {
    status,
    type: 'text/html',
    body,
    headers: { 'content-security-policy': PAGE_POLICY, vary: 'accept-language' },
  };
}

function openedMail(
  opened: ReceivedMail | 'missing' | undefined,
  asked: string | null,
): Pick<InboxView, 'open' | 'missing'> {
  if (opened === undefined) return {};
  if (opened === 'missing') return { missing: true };
  const views = viewsOf(opened);
  return { open: { mail: opened, view: views.find((view) => view === asked) ?? views[0] ?? 'text' } };
}

function countRecipients(mails: readonly MailSummary[]): InboxView['recipients'] {
  const counts = new Map<string, number>();
  for (const address of mails.flatMap(({ to }) => to)) counts.set(address, (counts.get(address) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** In front of a mail's own HTML. Links open in a new tab: inside the sandbox they could go nowhere else. */
const MAIL_HEAD: Html = markup`<!doctype html><meta charset="utf-8"><base target="_blank"><style>
body { margin: 16px 20px; font: 15px/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
</style>`;

function mailContent(mail: ReceivedMail): Answer {
  return {
    type: 'text/html',
    body: `${MAIL_HEAD.safe}${mail.html ?? ''}`,
    headers: { 'content-security-policy': MAIL_POLICY },
  };
}

async function apiAnswer(store: MailStore, { url }: Asked, id: string): Promise<Answer> {
  if (id === '') {
    const to = url.searchParams.get('to');
    return json({ mails: await store.list(to === null ? {} : { to }) });
  }
  const mail = await store.get(id);
  if (mail === undefined) return { ...json({ error: `There is no mail ${id}.` }), status: 404 };
  return json({ ...mail, raw: mail.raw.toString('utf8') });
}

function json(content: unknown): Answer {
  return { type: 'application/json', body: JSON.stringify(content) };
}

function send(response: ServerResponse, { status = 200, type, body, headers = {} }: Answer): void {
  response.writeHead(status, {
    'content-type': type === 'message/rfc822' ? type : `${type}; charset=utf-8`,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
