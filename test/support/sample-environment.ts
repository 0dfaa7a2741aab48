/** Every setting that a deployed function needs; nothing is contacted at these addresses while it starts. */
export const SAMPLE_ENVIRONMENT = {
  PEINENG_AUDIENCES: 'https://europe-west1-example.cloudfunctions.net,1234.apps.googleusercontent.com',
  PEINENG_INVOKERS: 'peineng-invoker@example.iam.gserviceaccount.com',
  PEINENG_INSTALLERS: '@example.com',
  PEINENG_LINK_KEY: 'a-sample-of-43-characters-or-more-0123456789-abcdef',
  PEINENG_TASK_QUEUE: 'projects/example/locations/europe-west1/queues/peineng',
  PEINENG_BASE_URL: 'https://europe-west1-example.cloudfunctions.net',
  SMTP_HOST: 'smtp.example.com',
  SMTP_FROM: 'Peineng <peineng@example.com>',
} as const satisfies Readonly<Record<string, string>>;
