import { accountSteps } from './account-steps.ts';
import { firestoreSteps, secretSteps } from './data-steps.ts';
import { functionSteps } from './function-steps.ts';
import { gcloud } from './gcloud.ts';
import { queueAndTopic, scheduleSteps } from './schedule-steps.ts';
import type { Deployment } from './settings.ts';
import type { Step } from './shell.ts';

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

/** The whole deployment in order. Every step may be repeated; what is there already is left alone or updated. */
export const deploymentSteps = (deployment: Deployment): readonly Step[] => [
  {
    about: 'Services the functions use',
    run: gcloud(deployment, 'services', 'enable', ...SERVICES),
  },
  ...accountSteps(deployment),
  ...firestoreSteps(deployment),
  ...secretSteps(deployment),
  ...queueAndTopic(deployment),
  ...functionSteps(deployment),
  ...scheduleSteps(deployment),
];
