import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createSheetsService,
  type SheetsService,
  type SheetsServiceOptions,
} from '../../../local/sheets-service/create-sheets-service.ts';

export interface RunningService {
  readonly service: SheetsService;
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly dataDir: string;
  /** The moment the service takes for now. */
  readonly clock: { now: number };
  stop(): Promise<void>;
}

/** 2026-03-09 08:30:00 UTC, a Monday. */
export const NOW = Date.UTC(2026, 2, 9, 8, 30);

/** A service of its own in a temporary directory, behind HTTP on a free port. */
export async function startService(
  options: Partial<Omit<SheetsServiceOptions, 'now'>> = {},
): Promise<RunningService> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'sheets-contract-'));
  const clock = { now: NOW };
  const service = await createSheetsService({ ...options, dataDir, now: () => clock.now });
  const server = createServer((request, response) => void service.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    service,
    dataDir,
    clock,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await service.close();
      if (!options.dataDir) rmSync(dataDir, { recursive: true });
    },
  };
}
