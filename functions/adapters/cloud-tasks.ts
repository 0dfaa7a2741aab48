import { GoogleAuth } from 'google-auth-library';
import type { FanOut } from '../app.ts';

export interface CloudTasksOptions {
  /** `projects/P/locations/L/queues/Q`. */
  readonly queue: string;
  /** Where the functions are: `https://REGION-PROJECT.cloudfunctions.net`. */
  readonly baseUrl: string;
  /** The service account the queue calls as; one of PEINENG_INVOKERS. */
  readonly invoker: string;
  /** What the functions expect tokens to be meant for; one of PEINENG_AUDIENCES. */
  readonly audience: string;
}

/**
 * One task per team on Cloud Tasks, by its REST API: its client library would weigh more than all of the
 * functions. The name makes a repeated fan-out of the same run harmless for about an hour; the event id makes
 * it harmless for ever. Untried against the live service.
 */
export const createCloudTasks = (
  { queue, baseUrl, invoker, audience }: CloudTasksOptions,
  auth: Pick<GoogleAuth, 'request'> = new GoogleAuth({
    scopes: 'https://www.googleapis.com/auth/cloud-tasks',
  }),
): FanOut => ({
  enqueue: async ({ path, spreadsheetId, id }) => {
    const body = Buffer.from(JSON.stringify({ spreadsheetId, id })).toString('base64');
    const name = `${queue}/tasks/${path}-${id}-${spreadsheetId}`.replace(/[^\w/-]/g, '-');
    try {
      await auth.request({
        url: `https://cloudtasks.googleapis.com/v2/${queue}/tasks`,
        method: 'POST',
        data: {
          task: {
            name,
            httpRequest: {
              url: `${baseUrl}/${path}`,
              httpMethod: 'POST',
              headers: { 'Content-Type': 'application/json' },
              body,
              oidcToken: { serviceAccountEmail: invoker, audience },
            },
          },
        },
      });
    } catch (error) {
      // 409: a task of this name has been there already.
      if ((error as { status?: number }).status !== 409) throw error;
    }
  },
});
