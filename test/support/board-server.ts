/** The board's server part on a free port of loopback, over the in-memory sample book. */
import { createServer, type Server } from 'node:http';
import { mkdtempSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoardStatus } from '../../local/board/board-protocol.ts';
import { createBoardPages, type BoardAddOn, type BoardPages } from '../../local/board/create-board-pages.ts';
import { BUILT_PAGES } from '../../local/local-config.ts';
import type { InMemoryBook } from './in-memory-book.ts';
import { PERSON } from './sample-board-book.ts';

export interface BoardServer {
  readonly url: string;
  readonly pages: BoardPages;
  readonly status: { deciding: number; problem?: string };
  /** Stops answering, as a crashed or restarted service does; `start` comes back on the same port. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the server. `addOn` stands in for the Apps Script host. */
export async function startBoardServer(
  book: InMemoryBook,
  options: { readonly addOn?: BoardAddOn; readonly cacheDir?: string; readonly port?: number } = {},
): Promise<BoardServer> {
  const status: BoardStatus & { deciding: number } = { deciding: 0 };
  const pages = createBoardPages({
    sheets: book,
    spreadsheetId: () => book.spreadsheetId,
    cacheDir: options.cacheDir ?? BUILT_PAGES,
    personEmail: PERSON,
    status: () => ({ ...status }),
    ...(options.addOn && { sidebar: options.addOn }),
  });
  let server: Server;
  let port = options.port ?? 0;
  const start = async (): Promise<void> => {
    server = createServer((req, res) => {
      void pages.handle(req, res).then((handled) => {
        if (!handled) res.writeHead(404).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  };
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await start();
  return {
    url: `http://127.0.0.1:${port}/board`,
    pages,
    status,
    stop,
    start,
    async close() {
      await pages.close();
      await stop();
    },
  };
}

/** A fresh folder for tests that look at the cache itself. */
export const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'peineng-board-'));
