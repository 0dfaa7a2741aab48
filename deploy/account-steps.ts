import { gcloud } from './gcloud.ts';
import type { Deployment } from './settings.ts';
import type { Step } from './shell.ts';

/** Service accounts, and what each may do. */
export const accountSteps = (deployment: Deployment): readonly Step[] => {
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
