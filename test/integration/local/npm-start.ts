/** `npm start` as a process of its own, on a free port. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

export interface Started {
  readonly process: ChildProcess;
  readonly origin: string;
  readonly spreadsheetId: string;
  /** Everything printed so far. */
  output(): string;
  /** Sends a signal and resolves with the exit code (null when killed). */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

const run = (options: readonly string[]) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'local/main.ts', '--no-open', ...options], {
    cwd: ROOT,
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  const heard = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
    listeners.forEach((listener) => listener());
  };
  child.stdout.on('data', heard);
  child.stderr.on('data', heard);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, ended, listeners, output: () => output };
};

/** Starts and resolves when the addresses are printed; rejects, with what was printed, when it ends before. */
export const npmStart = (dataDir: string, ...options: readonly string[]): Promise<Started> => {
  const { child, ended, listeners, output } = run([
    '--data',
    dataDir,
    '--port',
    '0',
    '--lang',
    'zh',
    ...options,
  ]);
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const [, origin = '', spreadsheetId = ''] =
        /(http:\/\/127\.0\.0\.1:\d+)\/v4\/spreadsheets\/(\S+)/.exec(output()) ?? [];
      if (spreadsheetId === '' || !output().includes('Ctrl-C')) return;
      listeners.delete(look);
      resolve({
        process: child,
        origin,
        spreadsheetId,
        output,
        stop: (signal) => {
          child.kill(signal);
          return ended;
        },
      });
    };
    listeners.add(look);
    void ended.then((code) => reject(new Error(`ended with ${code}:\n${output()}`)));
  });
};

/** Runs until it ends by itself. */
export const npmStartToEnd = async (...options: readonly string[]): Promise<Ended> => {
  const { ended, output } = run(options);
  const code = await ended;
  return { code, output: output() };
};

/** Values of a tab's rows below the header, over the Sheets API. */
export const valuesOf = async (
  { origin, spreadsheetId }: Pick<Started, 'origin' | 'spreadsheetId'>,
  sheetId: number,
): Promise<readonly (readonly (string | number | boolean)[])[]> => {
  const answer = await fetch(`${origin}/v4/spreadsheets/${spreadsheetId}/values:batchGetByDataFilter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      dataFilters: [{ gridRange: { sheetId, startRowIndex: 2 } }],
      valueRenderOption: 'UNFORMATTED_VALUE',
    }),
  });
  const { valueRanges = [] } = (await answer.json()) as {
    valueRanges?: { valueRange?: { values?: (string | number | boolean)[][] } }[];
  };
  return (valueRanges[0]?.valueRange?.values ?? []).filter((row) => row.some((cell) => cell !== ''));
};
