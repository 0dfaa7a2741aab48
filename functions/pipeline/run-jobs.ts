import type { EditEvent } from '../../shared/contract/edit-event.ts';
import type { TeamId } from '../../shared/domain/ids.ts';
import type { PageActRequest } from '../../shared/pages/page-home.ts';
import type { ActOutcome } from '../../shared/ports/people.ts';
import { runAct } from './page-people.ts';
import type { Ports } from './ports.ts';
import { runEdits, type EditOutcome } from './run-edits.ts';

/** What waits its turn for a team: an edit of the sheet, or an act of a person away from it. */
export type Job =
  | { readonly kind: 'edit'; readonly edit: EditEvent }
  | { readonly kind: 'act'; readonly request: PageActRequest };

export type JobAnswer =
  | { readonly kind: 'edit'; readonly outcome: EditOutcome }
  | { readonly kind: 'act'; readonly outcome: ActOutcome };

/** Runs a batch in order: edits that stand together go together, each act for itself. */
export const runJobs = async (
  ports: Ports,
  team: TeamId,
  jobs: readonly Job[],
): Promise<readonly JobAnswer[]> => {
  const answers: JobAnswer[] = [];
  let edits: EditEvent[] = [];
  const flush = async (): Promise<void> => {
    const outcomes = edits.length === 0 ? [] : await runEdits(ports, team, edits);
    answers.push(...outcomes.map((outcome): JobAnswer => ({ kind: 'edit', outcome })));
    edits = [];
  };
  for (const job of jobs) {
    if (job.kind === 'edit') edits.push(job.edit);
    else {
      await flush();
      answers.push({ kind: 'act', outcome: await runAct(ports, team, job.request) });
    }
  }
  await flush();
  return answers;
};
