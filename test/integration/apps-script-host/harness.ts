/** The real bundle in the real host, with a stand-in for the Sheets service and functions on loopback. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createAppsScriptHost,
  type AppsScriptHost,
  type UiEvent,
} from '../../../local/apps-script-host/host.ts';
import { createIdentityIssuer, type IdentityIssuer } from '../../../local/identity/identity-issuer.ts';
import type { CellRange, SheetsServiceApi, TriggerEvent } from '../../../local/sheets-service/service-api.ts';
import { buildAddon } from '../../../sheets-addon/build.ts';

export const BOARD = 'board-1';
export const AUDIENCE = 'peineng-addon.local';
export const INSTALLER = 'wang@example.test';
export const COLLEAGUE = 'lisa@example.test';

/** A Sheets service that knows one book and lets a test fire trigger events. */
export interface FakeSheets extends SheetsServiceApi {
  fire(event: TriggerEvent): void;
  readonly listening: () => number;
}

export function createFakeSheets(): FakeSheets {
  const listeners = new Set<(event: TriggerEvent) => void>();
  const grid = { rowCount: 1000, columnCount: 20 };
  return {
    getSpreadsheet: (spreadsheetId) => ({
      spreadsheetId,
      properties: { title: 'Team board', locale: 'en_US' },
      sheets: [
        { properties: { sheetId: 0, title: 'Tasks', gridProperties: grid } },
        { properties: { sheetId: 77, title: 'Team', gridProperties: grid } },
      ],
    }),
    revision: () => 1,
    act: () => Promise.reject(new Error('not in this stand-in')),
    onTrigger: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onChange: () => () => undefined,
    fire: (event) => listeners.forEach((listener) => listener(event)),
    listening: () => listeners.size,
  };
}

export interface ReceivedRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
}

/** The functions' side: remembers what arrives and answers as the test says. */
export interface FunctionServer {
  readonly url: string;
  readonly requests: ReceivedRequest[];
  /** Answers by path; default `{ ok: true, message: 'fine' }`. */
  answer: (request: ReceivedRequest) => {
    readonly status: number;
    readonly body: string;
    readonly headers?: Readonly<Record<string, string>>;
  };
  close(): Promise<void>;
}

export const answerOk = () => ({ status: 200, body: JSON.stringify({ ok: true, message: 'fine' }) });
export const answerDown = () => ({ status: 503, body: 'no instance' });

export async function startFunctionServer(): Promise<FunctionServer> {
  const requests: ReceivedRequest[] = [];
  const http: Server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Record<string, unknown>;
      const request = { path: req.url ?? '', headers: req.headers, body };
      requests.push(request);
      const answer = server.answer(request);
      res
        .writeHead(answer.status, { 'Content-Type': 'application/json', ...answer.headers })
        .end(answer.body);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server: FunctionServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    requests,
    answer: answerOk,
    close: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  return server;
}

export interface World {
  readonly host: AppsScriptHost;
  readonly sheets: FakeSheets;
  readonly functions: FunctionServer;
  readonly issuer: IdentityIssuer;
  readonly dataDir: string;
  readonly ui: UiEvent[];
  readonly logs: string[];
  /** Milliseconds since 1970; tests may move it. */
  readonly clock: { now: number };
  /** Fires one event and waits until its triggers have run. */
  happen(event: Partial<TriggerEvent> & Pick<TriggerEvent, 'type'>): Promise<void>;
  /** Stops the host and starts another one on the same data. */
  restart(): Promise<World>;
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly code?: string;
  readonly manifest?: string;
  readonly dataDir?: string;
  readonly functions?: FunctionServer;
  readonly initialProperties?: Readonly<Record<string, string>>;
  readonly locale?: string;
}

const addonOnce = buildAddon();

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const addon = await addonOnce;
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'peineng-script-')));
  const functions = options.functions ?? (await startFunctionServer());
  const issuer = await createIdentityIssuer({ dataDir, issuer: `${functions.url}/identity`, now: Date.now });
  const sheets = createFakeSheets();
  const clock = { now: Date.UTC(2026, 10, 23, 9, 0, 0) };
  const [ui, logs]: [UiEvent[], string[]] = [[], []];
  const host = await createAppsScriptHost({
    code: options.code ?? addon.code,
    html: addon.html,
    manifest: options.manifest ?? addon.manifest,
    sheets,
    spreadsheetId: BOARD,
    dataDir,
    mintIdentityToken: (email) => Promise.resolve(issuer.mint({ email, audience: AUDIENCE })),
    now: () => clock.now,
    locale: options.locale ?? 'en',
    installerEmail: INSTALLER,
    initialProperties: options.initialProperties ?? { PEINENG_ENDPOINT: functions.url },
    log: (level, message, functionName) => logs.push(`${level} ${functionName}: ${message}`),
  }).catch(async (error: unknown) => {
    if (options.functions === undefined) await functions.close();
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    throw error;
  });
  host.onUi((event) => ui.push(event));
  return {
    host,
    sheets,
    functions,
    issuer,
    dataDir,
    ui,
    logs,
    clock,
    happen: (event) => {
      const defaults = {
        spreadsheetId: BOARD,
        user: COLLEAGUE,
        ...(event.type === 'edit' ? { range: cell(0, 4, 2) } : {}),
      };
      sheets.fire({ ...defaults, ...event } as TriggerEvent);
      return host.idle();
    },
    restart: async () => {
      await host.close();
      return startWorld({ ...options, dataDir, functions });
    },
    close: async () => {
      await host.close();
      await functions.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** One cell, zero-based. */
export const cell = (sheetId: number, row: number, column: number): CellRange =>
  area(sheetId, row, column, 1, 1);

export const area = (
  sheetId: number,
  row: number,
  column: number,
  rows: number,
  columns: number,
): CellRange => ({
  sheetId,
  startRow: row,
  endRow: row + rows,
  startColumn: column,
  endColumn: column + columns,
});
