import { gcloud } from './gcloud.ts';
import type { Deployment } from './settings.ts';
import type { Step } from './shell.ts';

export const TOPIC = 'peineng-schedule';

/**
 * When the schedule fires. Around the clock, since teams have time zones, quiet hours and report times of their own,
 * all of which the sweep goes by: weekly reports, the end of a day and held mail need no job of their own.
 */
const SCHEDULE = {
  onSweep: {
    cron: '*/15 * * * *',
    about: 'lights, people back from leave, the queue, reports and held mail whose time has come',
  },
  onReconcile: { cron: '7 * * * *', about: 'the whole board, for edits that were lost on the way' },
} as const;

/** The queue that spreads a run over the teams, and the topic that starts it. */
export const queueAndTopic = (deployment: Deployment): readonly Step[] => {
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

/** What the scheduler publishes, and when. */
export const scheduleSteps = (deployment: Deployment): readonly Step[] =>
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
