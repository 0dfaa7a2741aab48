/**
 * Server-sent events of the board: changes of the book with their revision as event id, and the functions'
 * status. A window that was away resumes after the last revision it saw while that is still remembered.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BookChange, SheetsServiceApi } from '../sheets-service/service-api.ts';
import type { BoardEvents, BoardStatus } from './board-protocol.ts';

const REMEMBERED_CHANGES = 500;
const KEEP_ALIVE_MS = 20_000;
/** Safety net for a status source that forgets to call `statusChanged`. */
const STATUS_POLL_MS = 1_000;

export interface ChangeFeed {
  /** Serves one event stream until the window closes it. */
  connect(req: IncomingMessage, res: ServerResponse): void;
  /** Sends the present status to every window when it differs from the last one sent. */
  statusChanged(): void;
  /**
   * Whether somebody other than `clientId` moved rows, columns or tabs after the revision, as far as a tab's
   * positions are concerned. True as well when the revision is too old to tell.
   */
  movedSince(sheetId: number, revision: number, clientId: string): boolean;
  close(): void;
}

/** Starts listening to the book. Call `close` to end all streams. */
export function createChangeFeed(options: {
  readonly sheets: Pick<SheetsServiceApi, 'onChange' | 'revision'>;
  readonly spreadsheetId: () => string;
  readonly status: () => BoardStatus;
}): ChangeFeed {
  const windows = new Set<ServerResponse>();
  const remembered: BookChange[] = [];
  let lastStatus = '';

  const broadcast = (text: string): void => {
    for (const window of windows) window.write(text);
  };
  const statusChanged = (): void => {
    const status = options.status();
    const text = JSON.stringify(status);
    if (text === lastStatus) return;
    lastStatus = text;
    broadcast(eventText('status', status));
  };
  const stopListening = options.sheets.onChange((change) => {
    if (change.spreadsheetId !== options.spreadsheetId()) return;
    remembered.push(change);
    if (remembered.length > REMEMBERED_CHANGES) remembered.shift();
    broadcast(eventText('change', change, change.revision));
    statusChanged();
  });
  const keepAlive = setInterval(() => broadcast(': still here\n\n'), KEEP_ALIVE_MS);
  const statusPoll = setInterval(() => windows.size > 0 && statusChanged(), STATUS_POLL_MS);
  keepAlive.unref();
  statusPoll.unref();

  return {
    connect(req, res) {
      startStream(res);
      const revision = options.sheets.revision(options.spreadsheetId());
      const missed = changesAfter(remembered, lastSeen(req), revision);
      res.write(eventText('hello', { revision, resumed: missed !== undefined, status: options.status() }));
      for (const change of missed ?? []) res.write(eventText('change', change, change.revision));
      windows.add(res);
      res.on('close', () => windows.delete(res));
    },
    statusChanged,
    movedSince(sheetId, revision, clientId) {
      const known = remembered[0]?.revision ?? options.sheets.revision(options.spreadsheetId()) + 1;
      if (revision < known - 1) return true;
      return remembered.some(
        (change) =>
          change.revision > revision &&
          change.clientId !== clientId &&
          change.structure.some((item) => item.sheetId === undefined || item.sheetId === sheetId),
      );
    },
    close() {
      stopListening();
      clearInterval(keepAlive);
      clearInterval(statusPoll);
      for (const window of windows) window.end();
      windows.clear();
    },
  };
}

function startStream(res: ServerResponse): void {
  res.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  });
  res.write('retry: 1000\n\n');
}

function lastSeen(req: IncomingMessage): number | undefined {
  const asked = new URL(req.url ?? '/', 'http://board').searchParams.get('since');
  const header = req.headers['last-event-id'];
  const text = typeof header === 'string' ? header : asked;
  const revision = text === null || text === '' ? Number.NaN : Number(text);
  return Number.isInteger(revision) ? revision : undefined;
}

// Undefined when the gap is no longer remembered (or the book was replaced by an older one).
function changesAfter(
  remembered: readonly BookChange[],
  seen: number | undefined,
  revision: number,
): readonly BookChange[] | undefined {
  if (seen === undefined || seen > revision) return undefined;
  if (seen === revision) return [];
  const missed = remembered.filter((change) => change.revision > seen);
  return missed.length === revision - seen ? missed : undefined;
}

function eventText<K extends keyof BoardEvents>(event: K, data: BoardEvents[K], id?: number): string {
  const idLine = id === undefined ? '' : `id: ${id}\n`;
  return `${idLine}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
