import type { IncomingMessage, ServerResponse } from 'node:http';

/** Pages that want to hear of new mails, over server-sent events. */
export interface LiveUpdates {
  /** Keeps the answer open and tells it the newest id now and on every {@link announce}. */
  connect(request: IncomingMessage, response: ServerResponse, newest: string): void;
  announce(newest: string): void;
  /** Ends all connections. */
  close(): void;
}

/** Proxies and laptops drop silent connections after about a minute. */
const HEARTBEAT_MS = 25_000;

export function createLiveUpdates(): LiveUpdates {
  const open = new Set<ServerResponse>();
  const heartbeat = setInterval(
    () => open.forEach((response) => response.write(': still here\n\n')),
    HEARTBEAT_MS,
  );
  heartbeat.unref();
  return {
    connect: (request, response, newest) => {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        connection: 'close',
      });
      response.write(`retry: 2000\n\n${newestEvent(newest)}`);
      open.add(response);
      request.on('close', () => open.delete(response));
    },
    announce: (newest) => open.forEach((response) => response.write(newestEvent(newest))),
    close: () => {
      clearInterval(heartbeat);
      open.forEach((response) => response.end());
      open.clear();
    },
  };
}

function newestEvent(newest: string): string {
  return `event: newest\ndata: ${newest}\n\n`;
}
