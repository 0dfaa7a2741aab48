import type { Firestore } from 'firebase-admin/firestore';
import type { App } from '../functions/app.ts';
import { buildDashboardScript } from '../functions/build-dashboard-script.ts';
import { composeApp } from '../functions/compose.ts';
import { describeConfigProblem, parseConfig } from '../functions/config.ts';
import { LOCAL_CHAT_SECRET, localEnvironment } from './local-config.ts';
import { chatUrl } from './chat-catcher/create-chat-catcher.ts';
import { createLocalQueue } from './local-queue.ts';

export interface LocalWorld {
  readonly origin: string;
  readonly smtpPort: number;
  readonly linkKey: string;
  readonly firestore: Firestore;
  /** Calls a function with the scheduler's token. */
  readonly post: (path: string, body: object) => Promise<unknown>;
  readonly writeLog: (line: string) => void;
}

export interface LocalApp {
  readonly app: App;
  /** Resolves when the task queue is empty. */
  idle(): Promise<void>;
}

/** The application of the cloud, composed by the same code from an environment that points at this machine. */
export const composeLocalApp = ({
  origin,
  smtpPort,
  linkKey,
  firestore,
  post,
  writeLog,
}: LocalWorld): LocalApp => {
  const config = parseConfig(localEnvironment(origin, smtpPort, linkKey));
  if (!config.ok)
    throw new Error(config.error.map((problem) => describeConfigProblem(problem, 'en')).join('\n'));
  const queue = createLocalQueue(
    async (path, body) => void (await post(path, body)),
    (error) => writeLog(String(error)),
  );
  const app = composeApp(config.value, {
    firestore,
    fanOut: queue,
    boardUrl: () => `${origin}/board`,
    pagesAt: `${origin}/m`,
    localChat: (_team, service) => ({ url: chatUrl(origin, service), secret: LOCAL_CHAT_SECRET }),
    writeLog,
    // On one machine a look costs next to nothing.
    dashboard: { script: buildDashboardScript, refreshSeconds: 2 },
  });
  return { app, idle: () => queue.idle() };
};
