import { createServer } from 'node:http';
import { resolve } from 'node:path';
import type { Firestore } from 'firebase-admin/firestore';
import { buildAddon } from '../sheets-addon/build.ts';
import { createAppsScriptHost, type AppsScriptHost } from './apps-script-host/host.ts';
import type { MenuDescription } from './board/board-protocol.ts';
import { createBoardPages, type BoardPages } from './board/create-board-pages.ts';
import { openDataFolder, type DataFolder } from './data-folder.ts';
import { openFirestoreEngine } from './firestore-engine/open-firestore-engine.ts';
import { createIdentityIssuer, type IdentityIssuer } from './identity/identity-issuer.ts';
import {
  BUILT_PAGES,
  LOCAL_AUDIENCE,
  LOCAL_CHAT_SECRET,
  LOCAL_ISSUER,
  LOCAL_PERSON,
  LOCAL_SCHEDULER,
} from './local-config.ts';
import { composeLocalApp } from './compose-local-app.ts';
import { loadOrCreateLinkKey } from './identity/link-key.ts';
import { createChatCatcher } from './chat-catcher/create-chat-catcher.ts';
import { createMailCatcher } from './mail-catcher/create-mail-catcher.ts';
import { mountFunctions } from './mount-functions.ts';
import { makeBoard } from './make-board.ts';
import type { LocalOptions } from './options.ts';
import { startSchedule } from './schedule.ts';
import { answerWith, closeServer, listen, type Handler } from './serve.ts';
import { createSheetsService, type SheetsService } from './sheets-service/create-sheets-service.ts';
import { teamId } from '../shared/domain/ids.ts';
import { pageWords, type PageView } from '../shared/text/page-words.ts';
import { startWords } from './start-words.ts';
import { frontPage } from './front-page.ts';
import type { App } from '../functions/app.ts';

export interface RunningLocal {
  readonly origin: string;
  readonly boardUrl: string;
  readonly spreadsheetId: string;
  readonly urls: readonly { readonly label: string; readonly url: string }[];
  readonly app: App;
  readonly firestore: Firestore;
  readonly sheets: SheetsService;
  readonly addOn: AppsScriptHost;
  /** Calls a scheduled function as the scheduler would. */
  post(path: string, body?: object): Promise<unknown>;
  close(): Promise<void>;
}

/** What closes, in the order opposite to opening. */
interface Closing {
  later<T extends { close(): Promise<void> | void }>(one: T): T;
  all(): Promise<void>;
}

const createClosing = (): Closing => {
  const open: { close(): Promise<void> | void }[] = [];
  return {
    later: (one) => {
      open.push(one);
      return one;
    },
    all: async () => {
      for (const one of open.splice(0).reverse()) await one.close();
    },
  };
};

/**
 * Starts everything on this machine: the far side of the wire (Sheets, Firestore, identity, mail, the Apps
 * Script host, the scheduler) and, on it, the same functions, adapters and add-on bundle as in the cloud.
 */
export const startLocal = async (
  options: LocalOptions,
  say: (line: string) => void = () => undefined,
): Promise<RunningLocal> => {
  const closing = createClosing();
  try {
    return await start(options, say, closing);
  } catch (error) {
    await closing.all();
    throw error;
  }
};

const start = async (
  options: LocalOptions,
  say: (line: string) => void,
  closing: Closing,
): Promise<RunningLocal> => {
  const now = Date.now;
  const handlers: Handler[] = [];
  const server = createServer((request, response) => void answerWith(handlers, request, response));
  const origin = await listen(server, options.port);
  closing.later({ close: () => closeServer(server) });
  const folder = await openDataFolder(resolve(options.dataDir), options.reset);
  const engine = closing.later(
    await openFirestoreEngine({ dataDir: folder.part('firestore'), now, onNotice: say }),
  );
  const sheets = closing.later(await createSheetsService({ dataDir: folder.part('sheets'), now }));
  const issuer = await createIdentityIssuer({ dataDir: folder.part('identity'), issuer: LOCAL_ISSUER, now });
  const mail = closing.later(await createMailCatcher({ dataDir: folder.part('mail'), now }));
  const chat = await createChatCatcher({
    dataDir: folder.part('chat'),
    now,
    secret: LOCAL_CHAT_SECRET,
    language: options.language,
  });
  const post = (path: string, body: object = {}) =>
    postAs(issuer, LOCAL_SCHEDULER, `${origin}/functions/${path}`, body);
  const composed = composeLocalApp({
    origin,
    smtpPort: mail.smtpPort,
    linkKey: await loadOrCreateLinkKey(folder.part('identity')),
    firestore: engine.firestore,
    post,
    writeLog: say,
  });
  const { app } = composed;
  const pages: { board?: BoardPages } = {};
  const functions = mountFunctions(app, () => pages.board?.statusChanged());
  handlers.push(
    (request, response) => sheets.handle(request, response),
    (request, response) => issuer.handle(request, response),
    (request, response) => functions.handle(request, response),
    // Before the inbox, whose address its page shares.
    (request, response) => chat.handle(request, response),
    (request, response) => mail.handle(request, response),
  );
  const made = await makeBoard({
    folder,
    options,
    sheets,
    app,
    say,
    startAddOn: (id) => startAddOn(id, { folder, options, sheets, issuer, origin }),
  });
  const { spreadsheetId } = made;
  const addOn = closing.later(made.addOn);
  const board = closing.later(
    openBoardPages({ sheets, spreadsheetId, addOn, deciding: () => functions.deciding() }),
  );
  pages.board = board;
  handlers.push(
    (request, response) => board.handle(request, response),
    frontPage({
      sheets,
      spreadsheetId,
      language: options.language,
      people: () => phonePages(app, spreadsheetId),
    }),
  );
  closing.later({ close: () => composed.idle() });
  closing.later(
    startSchedule(
      async (path) => void (await post(path)),
      (error) => say(String(error)),
      { checkNow: made.opened },
    ),
  );
  const words = startWords(options.language);
  return {
    origin,
    boardUrl: `${origin}/board`,
    spreadsheetId,
    urls: [
      { label: words.board, url: `${origin}/board` },
      { label: words.inbox, url: `${origin}/inbox` },
      { label: words.overview, url: `${origin}/` },
      { label: words.api, url: `${origin}/v4/spreadsheets/${spreadsheetId}` },
    ],
    app,
    firestore: engine.firestore,
    sheets,
    addOn,
    post,
    close: () => closing.all(),
  };
};

const postAs = async (issuer: IdentityIssuer, email: string, url: string, body: object): Promise<unknown> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${issuer.mint({ email, audience: LOCAL_AUDIENCE })}`,
    },
    body: JSON.stringify(body),
  });
  if (!response.ok)
    throw new Error(`${new URL(url).pathname} answered ${response.status}: ${await response.text()}`);
  return response.json();
};

interface AddOnWorld {
  readonly folder: DataFolder;
  readonly options: LocalOptions;
  readonly sheets: SheetsService;
  readonly issuer: IdentityIssuer;
  readonly origin: string;
}

const startAddOn = async (
  spreadsheetId: string,
  { folder, options, sheets, issuer, origin }: AddOnWorld,
): Promise<AppsScriptHost> => {
  const { code, html, manifest } = await buildAddon();
  return createAppsScriptHost({
    code,
    html,
    manifest,
    sheets,
    spreadsheetId,
    dataDir: folder.part('addon'),
    mintIdentityToken: (email) => Promise.resolve(issuer.mint({ email, audience: LOCAL_AUDIENCE })),
    now: Date.now,
    locale: options.language === 'zh-CN' ? 'zh_CN' : 'en',
    installerEmail: LOCAL_PERSON,
    initialProperties: { PEINENG_ENDPOINT: `${origin}/functions` },
  });
};

const openBoardPages = ({
  sheets,
  spreadsheetId,
  addOn,
  deciding,
}: {
  readonly sheets: SheetsService;
  readonly spreadsheetId: string;
  readonly addOn: AppsScriptHost;
  readonly deciding: () => number;
}): BoardPages =>
  createBoardPages({
    sheets,
    spreadsheetId: () => spreadsheetId,
    cacheDir: BUILT_PAGES,
    personEmail: LOCAL_PERSON,
    status: () => ({ deciding: deciding() }),
    sidebar: {
      menu: () => menuOf(addOn),
      run: (functionName, args) => addOn.run(functionName, args, LOCAL_PERSON),
      html: async () => {
        if (addOn.sidebar() === null) await addOn.run('showSidebar', [], LOCAL_PERSON);
        return addOn.sidebar()?.html ?? '';
      },
    },
  });

/** The add-on's menu as the board shows it: lines between groups have no function. */
const menuOf = async (addOn: AppsScriptHost): Promise<MenuDescription> => {
  const { title, items } = await addOn.open(LOCAL_PERSON);
  return {
    title,
    items: items.map((item) =>
      item.kind === 'separator' ? 'separator' : { label: item.label, functionName: item.functionName },
    ),
  };
};

/** Everybody at work, with the link that a mail to them would carry. */
const phonePages = async (app: App, spreadsheetId: string): Promise<{ name: string; url: string }[]> => {
  const team = await app.ports.store.team(teamId(spreadsheetId));
  return Object.values(team?.reps ?? {})
    .filter(({ fields }) => fields.availability !== 'left')
    .flatMap(({ id, fields: { name, role } }) => {
      const url = (view: PageView): string => app.ports.pageUrl(teamId(spreadsheetId), id, view);
      if (role !== 'supervisor') return [{ name, url: url('tasks') }];
      const { view } = pageWords(team?.policy.language ?? 'en');
      return [
        { name, url: url('team') },
        { name: `${name} · ${view.dashboard}`, url: url('dashboard') },
      ];
    });
};
