import type { Deployment } from './settings.ts';
import type { Command, Step } from './shell.ts';

export const ENVIRONMENT_FILE = 'dist/functions.env.yaml';
export const TOPIC = 'peineng-schedule';

/** Everything the functions use, and nothing else. */
const SERVICES = [
  'artifactregistry',
  'cloudbuild',
  'cloudfunctions',
  'cloudscheduler',
  'cloudtasks',
  'eventarc',
  'firebaserules',
  'firestore',
  'iam',
  'logging',
  'pubsub',
  'run',
  'secretmanager',
  'sheets',
].map((name) => `${name}.googleapis.com`);

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

/** When the schedule fires, in the deployment's time zone. */
const SCHEDULE = {
  // In working hours, so that a deal which turns red overnight is in the supervisor's mail at seven.
  onSweep: {
    cron: '*/15 7-20 * * *',
    about: 'lights, people back from leave, the queue, and what could not be told before',
  },
  onReconcile: { cron: '7 * * * *', about: 'the whole board, for edits that were lost on the way' },
} as const;

/** The whole deployment in order. Every step may be repeated; what is there already is left alone or updated. */
export const deploymentSteps = (deployment: Deployment): readonly Step[] => [
  {
    about: 'Services the functions use',
    run: gcloud(deployment, 'services', 'enable', ...SERVICES),
  },
  ...accounts(deployment),
  ...firestore(deployment),
  ...secretSteps(deployment),
  ...queueAndTopic(deployment),
  ...functions(deployment),
  ...schedule(deployment),
];

const gcloud = ({ project }: Deployment, ...words: readonly string[]): Command => ({
  argv: ['gcloud', ...words, `--project=${project}`, '--quiet'],
});

const accounts = (deployment: Deployment): readonly Step[] => {
  const { project, serviceAccounts } = deployment;
  const make = (account: string, about: string): Step => ({
    about,
    unless: gcloud(deployment, 'iam', 'service-accounts', 'describe', account),
    run: gcloud(
      deployment,
      'iam',
      'service-accounts',
      'create',
      account.split('@')[0] ?? '',
      `--display-name=${about}`,
    ),
  });
  const grant = (account: string, role: string, about: string): Step => ({
    about,
    run: gcloud(
      deployment,
      'projects',
      'add-iam-policy-binding',
      project,
      `--member=serviceAccount:${account}`,
      `--role=${role}`,
      '--condition=None',
    ),
  });
  const { functions: runtime, invoker, build } = serviceAccounts;
  return [
    make(runtime, 'Peineng functions'),
    make(invoker, 'Peineng schedule and queue'),
    make(build, 'Peineng builds'),
    grant(runtime, 'roles/datastore.user', 'The functions read and write Firestore'),
    grant(runtime, 'roles/cloudtasks.enqueuer', 'The functions put one task per team into the queue'),
    grant(build, 'roles/cloudbuild.builds.builder', 'Builds may build'),
    {
      about: 'The tasks of the functions are delivered in the name of the invoker',
      run: gcloud(
        deployment,
        'iam',
        'service-accounts',
        'add-iam-policy-binding',
        invoker,
        `--member=serviceAccount:${runtime}`,
        '--role=roles/iam.serviceAccountUser',
      ),
    },
  ];
};

const firestore = (deployment: Deployment): readonly Step[] => {
  const database = deployment.environment['PEINENG_FIRESTORE_DATABASE'] ?? '(default)';
  return [
    {
      about: 'The database, protected from being deleted by mistake',
      unless: gcloud(deployment, 'firestore', 'databases', 'describe', `--database=${database}`),
      run: gcloud(
        deployment,
        'firestore',
        'databases',
        'create',
        `--database=${database}`,
        `--location=${deployment.firestoreLocation}`,
        '--type=firestore-native',
        '--delete-protection',
      ),
    },
    {
      about: 'Rules that let no client in, and the indexes (gcloud has no command for rules)',
      run: {
        argv: [
          'npx',
          '--yes',
          'firebase-tools@15',
          'deploy',
          '--only=firestore:rules,firestore:indexes',
          `--project=${deployment.project}`,
          '--non-interactive',
        ],
      },
    },
  ];
};

const secretSteps = (deployment: Deployment): readonly Step[] =>
  deployment.secrets.flatMap(({ variable, name, given, generated }): readonly Step[] => {
    const add = gcloud(deployment, 'secrets', 'versions', 'add', name, '--data-file=-');
    const value: readonly Step[] =
      given !== undefined
        ? [
            {
              about: `The value of ${variable}; a deployment without it leaves the one that is there`,
              run: { ...add, secretInput: { shown: `printf %s "$${variable}"`, value: given } },
            },
          ]
        : generated !== undefined
          ? [
              {
                about: `A value for ${variable}, made up once and seen by nobody`,
                unless: gcloud(deployment, 'secrets', 'versions', 'describe', 'latest', `--secret=${name}`),
                run: {
                  ...add,
                  secretInput: { shown: "openssl rand -base64 32 | tr -d '\\n'", value: generated },
                },
              },
            ]
          : [];
    return [
      {
        about: `Where ${variable} is kept`,
        unless: gcloud(deployment, 'secrets', 'describe', name),
        run: gcloud(deployment, 'secrets', 'create', name, '--replication-policy=automatic'),
      },
      ...value,
      {
        about: 'The functions may read it',
        run: gcloud(
          deployment,
          'secrets',
          'add-iam-policy-binding',
          name,
          `--member=serviceAccount:${deployment.serviceAccounts.functions}`,
          '--role=roles/secretmanager.secretAccessor',
        ),
      },
    ];
  });

const queueAndTopic = (deployment: Deployment): readonly Step[] => {
  const pace = [
    `--location=${deployment.region}`,
    // Google Sheets takes 60 writes a minute from one service account; edits need their share.
    '--max-dispatches-per-second=0.5',
    '--max-concurrent-dispatches=4',
    '--max-attempts=8',
    '--min-backoff=10s',
    '--max-backoff=300s',
  ];
  const { queue } = deployment;
  return [
    {
      about: 'The queue that starts one run per team, slower than Google Sheets would allow',
      unless: gcloud(deployment, 'tasks', 'queues', 'update', queue, ...pace),
      run: gcloud(deployment, 'tasks', 'queues', 'create', queue, ...pace),
    },
    {
      about: 'The topic of the schedule',
      unless: gcloud(deployment, 'pubsub', 'topics', 'describe', TOPIC),
      run: gcloud(deployment, 'pubsub', 'topics', 'create', TOPIC),
    },
  ];
};

const functions = (deployment: Deployment): readonly Step[] => {
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

const schedule = (deployment: Deployment): readonly Step[] =>
  Object.entries(SCHEDULE).map(([job, { cron, about }]) => {
    const words = [
      `peineng-${job.toLowerCase()}`,
      `--location=${deployment.region}`,
      `--schedule=${cron}`,
      `--time-zone=${deployment.timeZone}`,
      `--topic=projects/${deployment.project}/topics/${TOPIC}`,
      `--message-body=${JSON.stringify({ job })}`,
    ];
    return {
      about: `The schedule of ${job}: ${about}`,
      unless: gcloud(deployment, 'scheduler', 'jobs', 'update', 'pubsub', ...words),
      run: gcloud(deployment, 'scheduler', 'jobs', 'create', 'pubsub', ...words),
    };
  });
