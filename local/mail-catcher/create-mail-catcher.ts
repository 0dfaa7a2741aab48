import type { IncomingMessage, ServerResponse } from 'node:http';
import { createInboxRoutes } from './inbox-routes.ts';
import { createLiveUpdates } from './live-updates.ts';
import { type MailFilter, openMailStore } from './mail-store.ts';
import type { MailSummary, ReceivedMail } from './received-mail.ts';
import { startSmtpReceiver } from './smtp-receiver.ts';

export interface MailCatcherOptions {
  /** Folder for the mails, one `.eml` file each; created if missing. */
  readonly dataDir: string;
  /** SMTP port on 127.0.0.1; 0 or absent: any free one. */
  readonly port?: number;
  /** ms since 1970. */
  readonly now: () => number;
}

export interface MailCatcher {
  readonly smtpPort: number;
  /** Newest first. */
  list(filter?: MailFilter): Promise<readonly MailSummary[]>;
  /** `undefined` for an id that is not there. */
  get(id: string): Promise<ReceivedMail | undefined>;
  /** Calls the listener for each mail after it is stored. Returns a function that ends this. */
  onMail(listener: (mail: ReceivedMail) => void): () => void;
  /** Serves the inbox page under `/inbox`; resolves to false for any other path. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Ends the SMTP server and all open pages' live connections; the mails stay. */
  close(): Promise<void>;
}

/**
 * A mail server for local mode: takes every mail over SMTP, sends none, and shows them on the inbox page.
 *
 * Rejects with `EADDRINUSE` when the port is taken. Mails to `anyone@refused.example` and `anyone@busy.example` are
 * refused for good and for now, to see what happens then.
 */
export async function createMailCatcher({
  dataDir,
  port = 0,
  now,
}: MailCatcherOptions): Promise<MailCatcher> {
  const store = openMailStore(dataDir, now);
  const live = createLiveUpdates();
  const listeners = new Set<(mail: ReceivedMail) => void>();
  const smtp = await startSmtpReceiver(port, async (envelope, message) => {
    const mail = await store.save(envelope, message);
    live.announce(store.newest());
    // Not from here: a listener that throws must not make the sender send the mail again.
    listeners.forEach((listener) => queueMicrotask(() => listener(mail)));
  });
  return {
    smtpPort: smtp.port,
    list: (filter) => store.list(filter),
    get: (id) => store.get(id),
    onMail: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    handle: createInboxRoutes({ store, live, now }),
    close: async () => {
      live.close();
      await smtp.close();
    },
  };
}
