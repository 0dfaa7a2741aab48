/** Starts the local Sheets service alone: `npm run local:sheets -- --port 8081 --data .peineng/sheets`. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { createSheetsService } from './create-sheets-service.ts';

const USAGE = 'Usage: npm run local:sheets -- --port N --data DIR [--quota]';

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      quota: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port ?? 0);
  if (!values.data || !Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(USAGE);
  const service = await createSheetsService({
    dataDir: values.data,
    now: Date.now,
    quota: values.quota ? 'google' : 'off',
  });
  const server = createServer((request, response) => {
    void service.handle(request, response).then((ours) => {
      if (!ours) response.writeHead(404).end('Not found');
    });
  });
  server.listen(port, '127.0.0.1', () => {
    console.log(`Sheets service: http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });
  const stop = () => {
    server.close();
    server.closeAllConnections();
    void service.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
