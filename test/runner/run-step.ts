import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);

/** A tool of this project, run by the same Node as the caller: no shell, no look-up on the PATH. */
export interface Step {
  readonly name: string;
  /** The package whose command runs, and the name of that command in its package.json. */
  readonly tool: readonly [packageName: string, command: string];
  readonly args: readonly string[];
}

export interface StepOutcome {
  readonly name: string;
  readonly ok: boolean;
  readonly code: number;
  readonly seconds: number;
  /** What it wrote; empty when its output went to the terminal as it came. */
  readonly output: string;
}

const commandFile = ([packageName, command]: Step['tool']): string => {
  const manifestFile = require.resolve(`${packageName}/package.json`);
  const { bin } = require(manifestFile) as { bin: string | Readonly<Record<string, string>> };
  const file = typeof bin === 'string' ? bin : bin[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}`);
  return join(dirname(manifestFile), file);
};

/**
 * Runs one step to its end. `show` lets its output through as it comes; otherwise it is kept, so that steps
 * side by side do not mix their lines.
 */
export const runStep = (step: Step, { show }: { readonly show: boolean }): Promise<StepOutcome> =>
  new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, [commandFile(step.tool), ...step.args], {
      cwd: ROOT,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({
        name: step.name,
        ok: code === 0,
        code: code ?? 1,
        seconds: (performance.now() - begun) / 1000,
        output: Buffer.concat(chunks).toString('utf8'),
      }),
    );
  });
