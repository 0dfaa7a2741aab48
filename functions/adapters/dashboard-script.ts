import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { DashboardScript } from '../app.ts';

const compress = promisify(gzip);

/**
 * The script of the dashboard page under a name made of its content, so that browsers may keep it for ever. Read when
 * it is first asked for: most starts of an instance never serve it.
 */
export const createDashboardScript = (read: () => Promise<string>): (() => Promise<DashboardScript>) => {
  let made: Promise<DashboardScript> | undefined;
  const make = async (): Promise<DashboardScript> => {
    const plain = Buffer.from(await read());
    const hash = createHash('sha256').update(plain).digest('hex').slice(0, 16);
    return { name: `dashboard-${hash}.js`, plain, gzip: await compress(plain) };
  };
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
};
