import { spawn } from 'node:child_process';
import type { Command, Step } from './shell.ts';

/** Exit code of a command; its output is shown unless it is only a question. */
const run = ({ argv: [program, ...args], secretInput }: Command, quiet: boolean): Promise<number> =>
  new Promise((resolve, reject) => {
    const output = quiet ? 'ignore' : 'inherit';
    const child = spawn(program, args, { stdio: ['pipe', output, output] });
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? new Error(`${program} is not installed; see docs/deploy.md.`) : error),
    );
    child.once('close', (code) => resolve(code ?? 1));
    // A command that ends without reading its input must not end us.
    child.stdin.on('error', () => undefined);
    child.stdin.end(secretInput?.value ?? '');
  });

/**
 * Runs the steps in order and stops at the first that fails: later ones build on it. Running it all again goes
 * on where it stopped, since every step may be repeated.
 */
export const runSteps = async (steps: readonly Step[], say: (line: string) => void): Promise<boolean> => {
  for (const [index, { about, unless, run: command }] of steps.entries()) {
    say(`[${index + 1}/${steps.length}] ${about}`);
    if (unless !== undefined && (await run(unless, true)) === 0) continue;
    const code = await run(command, false);
    if (code !== 0) {
      say(`This step failed (${code}). Mend the cause and run the same command again.`);
      return false;
    }
  }
  return true;
};
