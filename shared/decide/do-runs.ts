import { UNOWNED } from '../domain/board-state.ts';
import { dueRuns, newRuns, runDueAt } from '../schedule/due-runs.ts';
import { NO_COUNTS } from '../domain/team-day.ts';
import type { Swept } from './board-event.ts';
import type { Draft } from './draft.ts';

/**
 * The team's regular runs, at the end of the last part of a sweep: it is the one that looks at the unowned
 * tasks. A run counts as done in the same transaction that does it, so neither a second sweep at the same
 * time nor the same one delivered twice does it again.
 */
export const doRuns = (draft: Draft, ended?: Swept['ended']): void => {
  const { team, whole } = draft.state();
  if (!whole.includes(UNOWNED)) return;
  for (const run of newRuns(team)) {
    draft.emit({ type: 'runDone', run, due: runDueAt(run, team, draft.at), first: true });
  }
  for (const run of dueRuns(team, draft.at)) {
    if (run === 'day' && ended !== undefined) closeDay(draft, ended);
    draft.emit({ type: 'runDone', run, due: runDueAt(run, team, draft.at) });
  }
};

/**
 * Yesterday's record. Days before it that no sweep closed stay without one: how the team stood on them is not
 * known, and the history shows the gap.
 */
const closeDay = (draft: Draft, ended: NonNullable<Swept['ended']>): void => {
  const counts = draft.state().team.counts?.[ended.day] ?? NO_COUNTS;
  draft.emit({ type: 'dayClosed', day: { ...ended, counts } });
};
