import { gcloud } from './gcloud.ts';
import type { Deployment } from './settings.ts';
import type { Step } from './shell.ts';

/** The database with its rules. */
export const firestoreSteps = (deployment: Deployment): readonly Step[] => {
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

/** Secrets and who may read them. */
export const secretSteps = (deployment: Deployment): readonly Step[] =>
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
