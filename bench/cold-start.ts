/**
 * Time from starting the process to the first answer: bare framework, our functions as bundled for the cloud,
 * the same unbundled, and the same with the whole of googleapis as most examples import it. All variants take
 * turns in one run, so quote the ratios, not the milliseconds. `npm run bench -- cold-start [ROUNDS]`
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { cpus, totalmem } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildFunctions, FRAMEWORK, functionsBuild } from '../deploy/build-functions.ts';
import { freePort } from '../test/support/free-port.ts';
import { SAMPLE_ENVIRONMENT } from '../test/support/sample-environment.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FRAMEWORK_MAIN = join(ROOT, 'node_modules', FRAMEWORK, 'build/src/main.js');
const PATIENCE = 30_000;
const WHOLE = './whole-googleapis.cjs';
const rounds = Number(process.argv[2] ?? 11);

interface Variant {
  readonly name: string;
  readonly file: string;
  readonly times: number[];
  readonly megabytes: number[];
}

/** Asks over a bare socket, so that the asking costs the same whatever this process has loaded. */
const asked = (port: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.0\r\n\r\n'));
    socket.once('data', (answer) => {
      socket.destroy();
      const [status = ''] = answer.toString('latin1').split('\r\n');
      if (status.endsWith(' 200 OK')) resolve(true);
      else reject(new Error(`answered ${status}`));
    });
    socket.once('error', () => setTimeout(resolve, 1, false));
    socket.once('end', () => resolve(false));
  });

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });

const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

const startOnce = async (variant: Variant): Promise<void> => {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(
    process.execPath,
    [FRAMEWORK_MAIN, `--source=${variant.file}`, '--target=health', `--port=${port}`],
    { env: { PATH: process.env['PATH'], ...SAMPLE_ENVIRONMENT }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  while (!(await asked(port))) {
    if (child.exitCode === null && performance.now() - begun < PATIENCE) continue;
    await ended(child);
    throw new Error(`${variant.name} does not answer:\n${complaint.slice(0, 1000)}`);
  }
  variant.times.push(performance.now() - begun);
  variant.megabytes.push(process.platform === 'linux' ? residentMegabytes(child.pid ?? 0) : 0);
  await ended(child);
};

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
};

/** The unbundled variants find their packages where they are installed, so they lie below the project. */
const makeVariants = async (folder: string): Promise<readonly Variant[]> => {
  const at = (name: string): string => join(folder, `${name}.cjs`);
  const hello = `const { http } = require('${FRAMEWORK}');\nhttp('health', (q, r) => { r.status(200).json({ ok: true }); });\n`;
  writeFileSync(at('bare'), hello);
  const bundled = await buildFunctions(join(folder, 'bundled'));
  await build({ ...functionsBuild(at('unbundled')), external: [], packages: 'external' });
  writeFileSync(
    join(folder, WHOLE),
    "const { google } = require('googleapis');\nexports.auth = google.auth;\nexports.sheets = (options) => google.sheets(options);\n",
  );
  await build({
    ...functionsBuild(at('naive')),
    external: [],
    packages: 'external',
    plugins: [
      {
        name: 'whole-googleapis',
        setup: (building) =>
          building.onResolve({ filter: /^googleapis\/build/ }, () => ({ path: WHOLE, external: true })),
      },
    ],
  });
  return [
    ['bare framework', at('bare')],
    ['bundled (what is deployed)', join(bundled.folder, 'index.cjs')],
    ['unbundled', at('unbundled')],
    ['unbundled, whole googleapis', at('naive')],
  ].map(([name = '', file = '']) => ({ name, file, times: [], megabytes: [] }));
};

const folder = mkdtempSync(join(ROOT, 'node_modules/.cold-start-'));
try {
  const variants = await makeVariants(folder);
  for (let round = -1; round < rounds; round += 1) {
    for (const variant of variants) {
      await startOnce(variant);
      if (round < 0) variant.times.length = variant.megabytes.length = 0;
    }
  }
  const [bare, , , naive] = variants.map(({ times }) => median(times));
  const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'cpu'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, ${process.platform}`;
  process.stdout.write(`${rounds} rounds, variants in turn, warm file cache, medians. ${machine}\n`);
  process.stdout.write(`${'variant'.padEnd(30)}      ms   x bare  x naive  RSS MB  file\n`);
  for (const { name, file, times, megabytes } of variants) {
    const ms = median(times);
    const cells = [
      ms.toFixed(0).padStart(7),
      (ms / (bare ?? NaN)).toFixed(2).padStart(8),
      (ms / (naive ?? NaN)).toFixed(2).padStart(8),
      median(megabytes).toFixed(0).padStart(7),
      `${(statSync(file).size / 1e6).toFixed(2).padStart(6)} MB ${relative(folder, file)}`,
    ];
    process.stdout.write(`${name.padEnd(30)} ${cells.join(' ')}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
