import { UNOWNED } from '../domain/board-state.ts';
import { dueRuns, newRuns, runDueAt } from '../schedule/due-runs.ts';
import type { Draft } from './draft.ts';

/**
 * The team's regular runs, at the end of the last part of a sweep: it is the one that looks at the unowned
 * tasks. A run counts as done in the same transaction that does it, so neither a second sweep at the same
 * time nor the same one delivered twice does it again.
 */
export const doRuns = (draft: Draft): void => {
  const { team, whole } = draft.state();
  if (!whole.includes(UNOWNED)) return;
  for (const run of [...newRuns(team), ...dueRuns(team, draft.at)]) {
    draft.emit({ type: 'runDone', run, due: runDueAt(run, team, draft.at) });
  }
};
