/**
 * `npm run check`: what must hold before a commit, in about a minute. Types and lint run side by side;
 * each remembers what has not changed, in node_modules/.cache. `--static` leaves out the tests, for a run of all
 * tests that comes after it.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runStep, type Step, type StepOutcome } from './run-step.ts';

const CACHE = 'node_modules/.cache/peineng';
/** Every folder with rules of its own about what its code may see. */
const TYPE_PROJECTS = [
  '.',
  'shared',
  'sheets-addon',
  'sheets-addon/sidebar',
  'local/web',
  'functions/web',
] as const;

const types = TYPE_PROJECTS.map((project): Step => {
  const memory = `${CACHE}/${project.replaceAll(/\W/g, '-')}.tsbuildinfo`;
  return {
    name: `types of ${project}`,
    tool: ['typescript', 'tsc'],
    args: ['--project', project, '--incremental', '--tsBuildInfoFile', memory],
  };
});
const lint: Step = {
  name: 'lint',
  tool: ['eslint', 'eslint'],
  args: ['.', '--cache', '--cache-location', `${CACHE}/eslint`, '--max-warnings', '0'],
};
const format: Step = {
  name: 'format (npm run format mends it)',
  tool: ['prettier', 'prettier'],
  args: ['--check', '.', '--cache', '--cache-location', `${CACHE}/prettier`, '--log-level', 'warn'],
};
const tests: Step = {
  name: 'unit and architecture tests',
  tool: ['tsx', 'tsx'],
  args: ['test/runner/run-tests.ts', 'unit', 'architecture'],
};

const tell = (outcome: StepOutcome): StepOutcome => {
  const mark = outcome.ok ? 'ok    ' : 'FAILED';
  process.stdout.write(`${mark} ${outcome.name.padEnd(36)} ${outcome.seconds.toFixed(1).padStart(6)} s\n`);
  if (!outcome.ok) process.stdout.write(`${outcome.output.trimEnd()}\n`);
  return outcome;
};

const oneAfterAnother = async (steps: readonly Step[]): Promise<readonly StepOutcome[]> => {
  const outcomes: StepOutcome[] = [];
  for (const step of steps) outcomes.push(tell(await runStep(step, { show: false })));
  return outcomes;
};

mkdirSync(join(ROOT, CACHE), { recursive: true });
const outcomes = (await Promise.all([oneAfterAnother([...types, format]), oneAfterAnother([lint])])).flat();
if (!process.argv.includes('--static')) outcomes.push(...(await oneAfterAnother([tests])));
const failed = outcomes.filter((outcome) => !outcome.ok);
process.stdout.write(
  failed.length === 0 ? '\nAll checks hold.\n' : `\nFailed: ${failed.map(({ name }) => name).join(', ')}.\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
