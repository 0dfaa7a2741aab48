import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BUILT_FUNCTIONS, buildFunctions } from './build-functions.ts';
import { runSteps } from './run-steps.ts';
import { parseDeployment, USAGE, type Deployment } from './settings.ts';
import { shellLines, type Step } from './shell.ts';
import { ENVIRONMENT_FILE } from './function-steps.ts';
import { deploymentSteps } from './steps.ts';

/** `npm run deploy`: builds the functions and brings all of it into one Google Cloud project. */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** JSON is YAML too, and quotes whatever the values hold. */
const environmentFile = ({ environment }: Deployment): string => `${JSON.stringify(environment, null, 2)}\n`;

const printAll = (deployment: Deployment, steps: readonly Step[]): void => {
  say('# Nothing is run. These are the commands, in order, from the folder of the project:\n');
  say('npm run build:functions');
  say(`cat >${ENVIRONMENT_FILE} <<'END'\n${environmentFile(deployment)}END`);
  for (const step of steps) say(`\n${shellLines(step)}`);
};

const main = async (): Promise<void> => {
  const parsed = parseDeployment(process.argv.slice(2), process.env);
  if (!parsed.ok) {
    process.stderr.write(`${parsed.error.join('\n')}\n\n${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  if (parsed.value.kind === 'help') return say(USAGE);
  const { deployment } = parsed.value;
  const steps = deploymentSteps(deployment);
  if (deployment.dryRun) return printAll(deployment, steps);
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  const built = await buildFunctions();
  say(`Built ${BUILT_FUNCTIONS}: ${(built.bytes / 1024).toFixed(0)} KiB`);
  mkdirSync('dist', { recursive: true });
  writeFileSync(ENVIRONMENT_FILE, environmentFile(deployment));
  if (!(await runSteps(steps, say))) {
    process.exitCode = 1;
    return;
  }
  say(`\nDeployed. Next, docs/deploy.md from "After the first deployment":
  the address for the add-on's set-up   ${deployment.baseUrl}
  share the spreadsheet as editor with  ${deployment.serviceAccounts.functions}`);
};

await main();
