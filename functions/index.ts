import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { initializeApp } from 'firebase-admin/app';
import { getFirestore } from 'firebase-admin/firestore';
import { createCloudTasks } from './adapters/cloud-tasks.ts';
import { googleAuth } from './adapters/google-sheets-client.ts';
import type { App } from './app.ts';
import { composeApp } from './compose.ts';
import { describeConfigProblem, parseConfig } from './config.ts';
import { register } from './register.ts';

/**
 * The composition root of the cloud. Configuration is read at start, so that a deploy with something missing
 * fails at once and says what; connections are made with the first call.
 */
// Before the framework makes its server: without it a body that is not JSON is answered with a stack trace.
process.env['NODE_ENV'] ??= 'production';
const parsed = parseConfig(process.env);
if (!parsed.ok) {
  for (const problem of parsed.error) process.stderr.write(`${describeConfigProblem(problem, 'en')}\n`);
  process.exit(1);
}
const config = parsed.value;
const { tasks } = config;
if (tasks === undefined) {
  process.stderr.write(
    'PEINENG_TASK_QUEUE and PEINENG_BASE_URL are missing: one task per team needs a queue.\n',
  );
  process.exit(1);
}

let app: App | undefined;
register(() => {
  app ??= composeApp(config, {
    firestore: getFirestore(initializeApp(), config.firestoreDatabase),
    sheetsAuth: new googleAuth.GoogleAuth({ scopes: 'https://www.googleapis.com/auth/spreadsheets' }),
    fanOut: createCloudTasks({
      ...tasks,
      invoker: config.invokers[0] ?? '',
      audience: config.audiences[0] ?? '',
    }),
    boardUrl: (team) => `https://docs.google.com/spreadsheets/d/${team}`,
    pagesAt: `${tasks.baseUrl}/page`,
    writeLog: (line) => process.stdout.write(line),
    // The bundle is CommonJS, and the script lies beside it (deploy/build-functions.ts).
    dashboard: { script: () => readFile(join(__dirname, 'dashboard.js'), 'utf8'), refreshSeconds: 60 },
  });
  return app;
});
