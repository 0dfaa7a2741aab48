/**
 * `npm test`: every level, the quick ones first; `npm test -- unit contract` runs only those. Levels that share
 * a run share the processors; the browser tests have them to themselves, since a starved page looks like a
 * broken one.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReport, type LevelReport } from './level-report.ts';
import { runStep } from './run-step.ts';
import { summarise } from './summary.ts';

const LEVELS = ['unit', 'architecture', 'contract', 'integration', 'e2e'] as const;
type Level = (typeof LEVELS)[number];
const RUNS: readonly (readonly Level[])[] = [
  ['unit', 'architecture'],
  ['contract'],
  ['integration'],
  ['e2e'],
];

const isLevel = (name: string): name is Level => LEVELS.some((level) => level === name);

const runLevels = async (levels: readonly Level[], folder: string): Promise<LevelReport> => {
  const file = join(folder, `${levels.join('-')}.json`);
  const outcome = await runStep(
    {
      name: levels.join(' + '),
      tool: ['vitest', 'vitest'],
      args: [
        'run',
        ...levels.map((level) => `--project=${level}`),
        // Two files at a time, on small machines too: most of them wait for a server rather than compute.
        ...(levels.includes('e2e') ? [] : ['--maxWorkers=2']),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ],
    },
    { show: true },
  );
  return readReport(outcome, readIfThere(file));
};

const readIfThere = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

const main = async (): Promise<void> => {
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !isLevel(name));
  if (unknown.length > 0) {
    process.stderr.write(`No such level: ${unknown.join(', ')}. There are: ${LEVELS.join(', ')}.\n`);
    process.exitCode = 2;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'peineng-tests-'));
  const reports: LevelReport[] = [];
  try {
    for (const run of RUNS) {
      const levels = run.filter((level) => asked.length === 0 || asked.includes(level));
      if (levels.length > 0) reports.push(await runLevels(levels, folder));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(`${summarise(reports)}\n`);
  if (reports.some((report) => report.failed.length > 0)) process.exitCode = 1;
};

await main();
