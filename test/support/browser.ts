/**
 * Finds and starts a browser for the e2e tests: `@sparticuz/chromium` where it runs, else CHROMIUM_PATH, else
 * /usr/bin/chromium. Without any, tests are left out with one clear line, or fail when
 * PEINENG_REQUIRE_BROWSER=1 (as in CI, where leaving them out would hide a fault).
 */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const SYSTEM_CHROMIUM = '/usr/bin/chromium';

interface Candidate {
  readonly name: string;
  readonly path: () => Promise<string | undefined>;
}

const CANDIDATES: readonly Candidate[] = [
  { name: '@sparticuz/chromium', path: packagedChromium },
  { name: 'CHROMIUM_PATH', path: () => Promise.resolve(process.env['CHROMIUM_PATH']) },
  {
    name: SYSTEM_CHROMIUM,
    path: () => Promise.resolve(existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined),
  },
];

async function packagedChromium(): Promise<string | undefined> {
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

/** The first browser that starts; undefined (after saying so in one line) when there is none. */
export async function startBrowser(what: string): Promise<Browser | undefined> {
  const tried: string[] = [];
  for (const { name, path } of CANDIDATES) {
    try {
      const executablePath = await path();
      if (!executablePath) continue;
      return await chromium.launch({ executablePath, args: ARGUMENTS, timeout: 20_000 });
    } catch (error) {
      tried.push(`${name}: ${firstLine(error)}`);
    }
  }
  const why = tried.length > 0 ? ` (tried ${tried.join('; ')})` : '';
  const message =
    `Left out: ${what}. No browser was found${why}. ` +
    'Install Chromium and set CHROMIUM_PATH to it, for instance: apt-get install chromium fonts-noto-cjk.';
  if (process.env['PEINENG_REQUIRE_BROWSER'] === '1') throw new Error(message);
  console.warn(message);
  return undefined;
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
