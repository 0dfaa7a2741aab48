import { ApiError } from './api-error.ts';

const PER_MINUTE = 60;
const WINDOW_MS = 60_000;

/** Counts calls per user and minute, and refuses those beyond Google's published limits. */
export interface Quota {
  /** Throws Google's 429 when this user has used up the minute; `user` is any string that tells users apart. */
  count(kind: 'read' | 'write', user: string): void;
}

/** Google's limits: 60 reads and 60 writes a minute for each user. */
export function googleQuota(now: () => number): Quota {
  const calls = new Map<string, number[]>();
  return {
    count(kind, user) {
      const key = `${kind} ${user}`;
      const moment = now();
      const recent = (calls.get(key) ?? []).filter((time) => moment - time < WINDOW_MS);
      calls.set(key, recent);
      if (recent.length >= PER_MINUTE) throw exceeded(kind);
      recent.push(moment);
    },
  };
}

/** No limits. */
export const noQuota: Quota = { count: () => undefined };

function exceeded(kind: 'read' | 'write'): ApiError {
  const metric = kind === 'read' ? 'Read requests' : 'Write requests';
  const message =
    `Quota exceeded for quota metric '${metric}' and limit '${metric} per minute per user' ` +
    "of service 'sheets.googleapis.com' for consumer 'project_number:0'.";
  return new ApiError('RESOURCE_EXHAUSTED', message, [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'RATE_LIMIT_EXCEEDED',
      domain: 'googleapis.com',
      metadata: {
        service: 'sheets.googleapis.com',
        consumer: 'projects/0',
        quota_metric: `sheets.googleapis.com/${kind}_requests`,
        quota_limit: `${kind === 'read' ? 'Read' : 'Write'}RequestsPerMinutePerUser`,
        quota_limit_value: String(PER_MINUTE),
        quota_location: 'global',
      },
    },
    {
      '@type': 'type.googleapis.com/google.rpc.Help',
      links: [
        {
          description: 'Request a higher quota limit.',
          url: 'https://cloud.google.com/docs/quotas/help/request_increase',
        },
      ],
    },
  ]);
}
