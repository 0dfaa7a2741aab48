/** The stream of changes. The browser reconnects by itself and says which revision it saw last. */
import type { BoardEvents } from '../../board/board-protocol.ts';

export type StreamListeners = {
  readonly [K in keyof BoardEvents]: (event: BoardEvents[K]) => void;
} & { readonly connection: (connected: boolean) => void };

/** Opens the stream from a revision on. */
export function openChangeStream(since: number, listeners: StreamListeners): { close(): void } {
  const source = new EventSource(`/board/api/changes?since=${since}`);
  const on = <K extends keyof BoardEvents>(name: K, listener: (event: BoardEvents[K]) => void): void => {
    source.addEventListener(name, (message: MessageEvent<string>) => {
      listener(JSON.parse(message.data) as BoardEvents[K]);
    });
  };
  on('hello', (event) => {
    listeners.connection(true);
    listeners.hello(event);
  });
  on('change', listeners.change);
  on('status', listeners.status);
  source.addEventListener('error', () => listeners.connection(false));
  return { close: () => source.close() };
}
