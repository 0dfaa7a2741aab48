import { gcloud } from './gcloud.ts';
import { TOPIC } from './schedule-steps.ts';
import type { Deployment } from './settings.ts';
import type { Step } from './shell.ts';

export const ENVIRONMENT_FILE = 'dist/functions.env.yaml';

/** Functions called over HTTPS, with what they need; a test compares them with those there are. One instance answers many edits of a team in one go. */
const HTTP_FUNCTIONS = {
  onBoardEdit: { timeout: '120s', instances: 4 },
  setUpBoard: { timeout: '300s', instances: 2 },
  boardStatus: { timeout: '60s', instances: 2 },
  previewMoves: { timeout: '60s', instances: 2 },
  moveMany: { timeout: '120s', instances: 2 },
  onSweep: { timeout: '540s', instances: 4 },
  onReconcile: { timeout: '540s', instances: 4 },
  page: { timeout: '60s', instances: 4 },
  health: { timeout: '10s', instances: 1 },
} as const;

/** The functions themselves. */
export const functionSteps = (deployment: Deployment): readonly Step[] => {
  const { region, serviceAccounts, secrets } = deployment;
  const common = [
    '--gen2',
    `--region=${region}`,
    '--runtime=nodejs22',
    '--source=dist/functions',
    `--service-account=${serviceAccounts.functions}`,
    `--build-service-account=projects/${deployment.project}/serviceAccounts/${serviceAccounts.build}`,
    `--env-vars-file=${ENVIRONMENT_FILE}`,
    `--set-secrets=${secrets.map(({ variable, name }) => `${variable}=${name}:latest`).join(',')}`,
    '--memory=512Mi',
    '--cpu=1',
    '--concurrency=40',
  ];
  return [
    ...Object.entries(HTTP_FUNCTIONS).map(([name, { timeout, instances }]): Step => ({
      about: `${name}: ${name === 'health' ? 'tells anybody that it is up, no more' : 'open to the network, closed by its own check of the caller (docs/deploy.md)'}`,
      run: gcloud(
        deployment,
        'functions',
        'deploy',
        name,
        `--entry-point=${name}`,
        '--trigger-http',
        '--allow-unauthenticated',
        `--timeout=${timeout}`,
        `--max-instances=${instances}`,
        ...common,
      ),
    })),
    {
      about: 'onSchedule: delivered by Pub/Sub, again until it succeeds',
      run: gcloud(
        deployment,
        'functions',
        'deploy',
        'onSchedule',
        '--entry-point=onSchedule',
        `--trigger-topic=${TOPIC}`,
        `--trigger-service-account=${serviceAccounts.invoker}`,
        '--retry',
        '--no-allow-unauthenticated',
        '--timeout=300s',
        '--max-instances=1',
        ...common,
      ),
    },
    {
      about: 'Only the trigger may call onSchedule',
      run: gcloud(
        deployment,
        'functions',
        'add-invoker-policy-binding',
        'onSchedule',
        `--region=${region}`,
        `--member=serviceAccount:${serviceAccounts.invoker}`,
      ),
    },
  ];
};
