/** The board's server part: page, assets, cells, change news, a person's actions, and the add-on's menu and sidebar. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Person, SheetsServiceApi } from '../sheets-service/service-api.ts';
import { parseActRequest, positionedSheet } from './act-request.ts';
import { createActLedger } from './act-ledger.ts';
import { createAssetServer } from './asset-server.ts';
import { bookAnswer } from './book-answer.ts';
import type { ActAnswer, ActRequest, BoardStatus, MenuDescription } from './board-protocol.ts';
import { PAGE_POLICY, renderBoardPage } from './board-page.ts';
import { createChangeFeed } from './change-feed.ts';
import { isSameOrigin, readJson, sendJson, sendText } from './http-answers.ts';
import { parseRunRequest } from './run-request.ts';
import { SIDEBAR_POLICY, withScriptShim } from './sidebar-page.ts';

const BODY_LIMIT_BYTES = 64 * 1024 * 1024;

/** The add-on as its host offers it to the board. */
export interface BoardAddOn {
  /** The sidebar's page; `google.script.run` is added by the board. */
  html(): Promise<string> | string;
  menu(): Promise<MenuDescription>;
  run(functionName: string, args: unknown[]): Promise<unknown>;
}

export interface BoardPagesOptions {
  readonly sheets: SheetsServiceApi;
  readonly spreadsheetId: () => string;
  /** Where the built browser code is kept between starts. */
  readonly cacheDir: string;
  /** Who sits at the board; decides which protected ranges are open. */
  readonly personEmail: string;
  readonly sidebar?: BoardAddOn;
  /** What the functions are doing now. Read after every change and once a second; see `statusChanged`. */
  readonly status?: () => BoardStatus;
}

export interface BoardPages {
  /** Answers requests under `/board`; false means: not for the board. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<boolean>;
  /** Tells all windows at once that `status()` has a new answer, instead of within a second. */
  statusChanged(): void;
  /** Resolves when the browser code is built (at once from the second start on). */
  ready(): Promise<void>;
  close(): Promise<void>;
}

interface BoardContext extends BoardPagesOptions {
  readonly assets: ReturnType<typeof createAssetServer>;
  readonly feed: ReturnType<typeof createChangeFeed>;
  readonly ledger: ReturnType<typeof createActLedger>;
}

type Route = (context: BoardContext, req: IncomingMessage, res: ServerResponse) => Promise<void> | void;

const READ_ROUTES: Readonly<Record<string, Route>> = {
  '/board': sendPage,
  '/board/': sendPage,
  '/board/api/book': sendBook,
  '/board/api/changes': (context, req, res) => context.feed.connect(req, res),
  '/board/api/menu': sendMenu,
  '/board/sidebar': sendSidebar,
};

const WRITE_ROUTES: Readonly<Record<string, Route>> = {
  '/board/api/act': act,
  '/board/api/run': run,
};

/** Builds the board's pages over a book. Building the browser code starts at once, in the background. */
export function createBoardPages(options: BoardPagesOptions): BoardPages {
  const context: BoardContext = {
    ...options,
    assets: createAssetServer(options.cacheDir),
    feed: createChangeFeed({ ...options, status: options.status ?? (() => ({ deciding: 0 })) }),
    ledger: createActLedger(),
  };
  return {
    async handle(req, res) {
      const path = new URL(req.url ?? '/', 'http://board').pathname;
      if (path !== '/board' && !path.startsWith('/board/')) return false;
      await answer(context, path, req, res);
      return true;
    },
    statusChanged: () => context.feed.statusChanged(),
    ready: async () => void (await context.assets.bundle()),
    async close() {
      context.feed.close();
      await context.assets.bundle().catch(() => undefined);
    },
  };
}

async function answer(
  context: BoardContext,
  path: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  res.setHeader('x-content-type-options', 'nosniff');
  res.setHeader('referrer-policy', 'no-referrer');
  try {
    const reads = req.method === 'GET' || req.method === 'HEAD';
    if (reads && path.startsWith('/board/assets/')) return await context.assets.send(req, res, path);
    const route = reads ? READ_ROUTES[path] : WRITE_ROUTES[path];
    if (!route) return refuseRoute(path, res);
    if (!reads && !isSameOrigin(req)) {
      return sendText(res, 403, 'text/plain', 'Only pages of this server may write to the board.');
    }
    await route(context, req, res);
  } catch (error) {
    if (res.headersSent) return void res.destroy();
    const message = error instanceof Error ? error.message : String(error);
    await sendJson(req, res, 500, { ok: false, code: 'FAILED', message });
  }
}

function refuseRoute(path: string, res: ServerResponse): void {
  const exists = path in READ_ROUTES || path in WRITE_ROUTES;
  sendText(res, exists ? 405 : 404, 'text/plain', exists ? 'Method not allowed.' : 'Not found.');
}

async function sendPage(context: BoardContext, _req: IncomingMessage, res: ServerResponse): Promise<void> {
  const bundle = await context.assets.bundle();
  res.setHeader('content-security-policy', PAGE_POLICY);
  sendText(res, 200, 'text/html', renderBoardPage(bundle, '/board/assets/', context.sidebar !== undefined));
}

async function sendBook(context: BoardContext, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const asked = new URL(req.url ?? '/', 'http://board').searchParams.get('sheetId');
  const sheetId = asked === null ? undefined : Number(asked);
  if (sheetId !== undefined && !Number.isInteger(sheetId)) {
    return sendJson(req, res, 400, { ok: false, message: 'sheetId must be a whole number.' });
  }
  await sendJson(req, res, 200, bookAnswer(context, sheetId));
}

async function sendMenu(context: BoardContext, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const empty: MenuDescription = { title: '', items: [] };
  await sendJson(req, res, 200, context.sidebar ? await context.sidebar.menu() : empty);
}

async function sendSidebar(context: BoardContext, _req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (!context.sidebar) return sendText(res, 404, 'text/plain', 'No add-on is installed.');
  const html = await context.sidebar.html();
  res.setHeader('content-security-policy', SIDEBAR_POLICY);
  sendText(res, 200, 'text/html', withScriptShim(html));
}

async function act(context: BoardContext, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const body = await readJson(req, BODY_LIMIT_BYTES);
  const parsed = body.ok ? parseActRequest(body.value) : body;
  if (!parsed.ok) return sendJson(req, res, 400, { ok: false, code: 'INVALID', message: parsed.message });
  const { request } = parsed;
  const result = await context.ledger.once(request.actionId, () => applyAction(context, request));
  await sendJson(req, res, 200, result);
}

async function applyAction(context: BoardContext, request: ActRequest): Promise<ActAnswer> {
  const sheetId = positionedSheet(request.action);
  if (sheetId !== undefined && context.feed.movedSince(sheetId, request.baseRevision, request.clientId)) {
    return { ok: false, code: 'STALE', message: 'Rows or columns of this tab were moved in the meantime.' };
  }
  const person: Person = { email: context.personEmail, clientId: request.clientId };
  return context.sheets.act(context.spreadsheetId(), request.action, person);
}

async function run(context: BoardContext, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const body = await readJson(req, BODY_LIMIT_BYTES);
  const parsed = body.ok ? parseRunRequest(body.value) : body;
  if (!parsed.ok) return sendJson(req, res, 400, parsed);
  if (!context.sidebar) return sendJson(req, res, 404, { ok: false, message: 'No add-on is installed.' });
  try {
    const value = await context.sidebar.run(parsed.functionName, parsed.args);
    await sendJson(req, res, 200, { ok: true, value: value ?? null });
  } catch (error) {
    // What the add-on throws is its answer to the person, as in Google Sheets.
    await sendJson(req, res, 200, {
      ok: false,
      message: error instanceof Error ? error.message : String(error),
    });
  }
}
