import type { TaskId } from '../domain/ids.ts';
import { teamReport } from '../report/make-report.ts';
import { isWeekly, LISTED, type MailBatch } from './mail-context.ts';

/**
 * The tasks whose next steps the weekly reports show, to be loaded into `state.tasks` before the mails are planned:
 * the first few risks of each rep. None unless the reports are due. Every book has to be loaded.
 */
export const reportTasks = ({
  records,
  state,
  at,
}: Pick<MailBatch, 'records' | 'state' | 'at'>): readonly TaskId[] => {
  const due = records.some(({ effects }) => effects.some(isWeekly));
  if (!due) return [];
  const shown = new Map<string, number>();
  return teamReport(state, [], at).stale.flatMap(({ rep, taskId }): readonly TaskId[] => {
    const before = shown.get(rep) ?? 0;
    shown.set(rep, before + 1);
    return before < LISTED ? [taskId] : [];
  });
};
