import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFunctions, FRAMEWORK, type BuiltFunctions } from '../../../deploy/build-functions.ts';
import { HTTP_FUNCTIONS } from '../../../functions/register.ts';
import { freePort } from '../../support/free-port.ts';
import { SAMPLE_ENVIRONMENT } from '../../support/sample-environment.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const FRAMEWORK_MAIN = join(ROOT, 'node_modules', FRAMEWORK, 'build/src/main.js');
/** No proxy, no credentials, nothing of this machine: as bare as in the cloud. */
const BARE = { PATH: process.env['PATH'] };

let folder: string;
let built: BuiltFunctions;
beforeAll(async () => {
  // Below node_modules, where it finds the framework as an installed one would.
  folder = mkdtempSync(join(ROOT, 'node_modules/.built-functions-'));
  built = await buildFunctions(join(folder, 'functions'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const running: ChildProcess[] = [];
afterAll(() => running.forEach((child) => child.kill('SIGKILL')));

/** Starts one function under the framework and waits until something listens at its port. */
const start = async (
  target: string,
  more: { readonly arguments: readonly string[]; readonly environment: NodeJS.ProcessEnv } = {
    arguments: [],
    environment: {},
  },
): Promise<string> => {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [FRAMEWORK_MAIN, `--source=${built.folder}`, `--target=${target}`, `--port=${port}`, ...more.arguments],
    {
      cwd: built.folder,
      env: { ...BARE, ...SAMPLE_ENVIRONMENT, ...more.environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  running.push(child);
  while (!(await listens(port))) if (child.exitCode !== null) throw new Error(`${target} ended at once`);
  return `http://127.0.0.1:${port}`;
};

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => setTimeout(resolve, 20, false));
  });

describe('the functions as they are uploaded', () => {
  it('need one package, by its exact version, and Node 22', () => {
    const manifest = JSON.parse(readFileSync(join(built.folder, 'package.json'), 'utf8')) as {
      main: string;
      engines: object;
      dependencies: Record<string, string>;
    };
    expect(manifest.main).toBe('index.cjs');
    expect(manifest.engines).toEqual({ node: '22' });
    expect(Object.keys(manifest.dependencies)).toEqual([FRAMEWORK]);
    expect(manifest.dependencies[FRAMEWORK]).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('hold the Sheets part of googleapis, not the whole, and nothing of local mode', () => {
    expect(built.bytesByPackage.get('googleapis')).toBeLessThan(200_000);
    expect([...built.bytesByPackage.keys()]).not.toContain('@firebase-bridge/firestore-admin');
    expect(built.bytes).toBeLessThan(5_000_000);
  });

  it('refuse to start without their settings, and name every one of them', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [FRAMEWORK_MAIN, `--source=${built.folder}`, '--target=health', '--port=0'],
      { cwd: built.folder, env: BARE, encoding: 'utf8' },
    );
    expect(status).toBe(1);
    for (const name of ['PEINENG_AUDIENCES', 'PEINENG_INVOKERS', 'PEINENG_INSTALLERS', 'PEINENG_LINK_KEY'])
      expect(stderr).toMatch(new RegExp(`^${name} is required`, 'm'));
    // One of two ways to send mail: neither is required by itself.
    expect(stderr).toMatch(/^SMTP_HOST or GMAIL_FROM /m);
  });

  it('refuse to start in the cloud without the queue', () => {
    const { PEINENG_TASK_QUEUE: _queue, PEINENG_BASE_URL: _url, ...rest } = SAMPLE_ENVIRONMENT;
    const { status, stderr } = spawnSync(
      process.execPath,
      [FRAMEWORK_MAIN, `--source=${built.folder}`, '--target=health', '--port=0'],
      { cwd: built.folder, env: { ...BARE, ...rest }, encoding: 'utf8' },
    );
    expect(status).toBe(1);
    expect(stderr).toContain('PEINENG_TASK_QUEUE');
  });

  it('answer on health', async () => {
    const response = await fetch(await start('health'));
    expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
  });

  it.each(Object.keys(HTTP_FUNCTIONS).filter((name) => name !== 'health' && name !== 'page'))(
    '%s starts, and lets nobody in without a token',
    async (name) => {
      const url = await start(name);
      const response = await fetch(url, { method: 'POST', body: '{}' });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ ok: false, code: 'NOT_SIGNED_IN' });
    },
  );

  it('page starts, and shows nothing to a link that nobody signed', async () => {
    const response = await fetch(`${await start('page')}/?t=made-up`);
    expect(response.status).toBe(403);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('onSchedule starts as a receiver of events, and takes note of a message it does not know', async () => {
    expect(await publish({ job: 'dance' })).toBe(204);
  });

  const emulator = process.env['FIRESTORE_EMULATOR_HOST'];
  it.skipIf(emulator === undefined)(
    'reach Firestore from inside the one file (on the emulator: FIRESTORE_EMULATOR_HOST)',
    async () => {
      const where = { FIRESTORE_EMULATOR_HOST: emulator, GCLOUD_PROJECT: 'demo-without-teams' };
      expect(await publish({ job: 'onSweep' }, where)).toBe(204);
    },
  );
});

/** Delivers a message of the schedule as Eventarc does; answers the status. */
const publish = async (job: object, environment: NodeJS.ProcessEnv = {}): Promise<number> => {
  const url = await start('onSchedule', { arguments: ['--signature-type=cloudevent'], environment });
  const { status } = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'ce-id': '1',
      'ce-type': 'google.cloud.pubsub.topic.v1.messagePublished',
      'ce-source': '//pubsub.googleapis.com/projects/example/topics/peineng-schedule',
      'ce-specversion': '1.0',
    },
    body: JSON.stringify({ message: { data: Buffer.from(JSON.stringify(job)).toString('base64') } }),
  });
  return status;
};
