import { z } from 'zod';
import { eventId } from '../../shared/domain/ids.ts';
import type { App } from '../app.ts';

/** What the scheduler publishes: which job is due. */
const JOB = z.object({ job: z.enum(['onSweep', 'onReconcile']) });

/**
 * A scheduled message by way of Pub/Sub and Eventarc, which only they may deliver (Cloud Run checks that before
 * the function is called). Starts one task per team. Delivered at least once: a repeated message carries the
 * same id, and each team processes an id once.
 */
export const onSchedule = async (app: App, id: string, text: string): Promise<void> => {
  const parsed = JOB.safeParse(JSON.parse(text));
  if (!parsed.success) {
    // Trying again cannot make a wrong message right, so it is logged and acknowledged.
    app.ports.log.error('schedule not understood', { accepts: '{"job":"onSweep"} or {"job":"onReconcile"}' });
    return;
  }
  await startForAll(app, parsed.data.job, id);
};

/** One task per team: no call ever loops over the work of teams, however many there are. */
export const startForAll = async (app: App, path: 'onSweep' | 'onReconcile', id: string): Promise<number> => {
  const teams = await app.ports.store.teams();
  for (const team of teams) await app.fanOut.enqueue({ path, spreadsheetId: team, id: eventId(id) });
  return teams.length;
};
