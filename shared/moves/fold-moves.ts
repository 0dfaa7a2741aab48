import type { Team } from '../domain/board-state.ts';
import type { Task } from '../domain/task.ts';
import { sameData } from '../domain/same-data.ts';
import { totalsWith } from './credit.ts';
import { lineOf } from './handover.ts';
import { withLent } from './lending.ts';
import { isMove, transfersAfter } from './transfers.ts';

/**
 * What the team's head remembers of a changed task beside its load: the open handover, the customer's moves, the
 * points and what is lent. All of it follows from the task before and after, so replaying the events gives the same totals.
 */
export const foldMoves = (team: Team, before: Task | undefined, task: Task, undone: boolean): Team =>
  withLent(withPoints(withTransfer(withLine(team, task), before, task, undone), before, task), before, task);

const withLine = (team: Team, task: Task): Team => {
  const known = team.handovers?.[task.id];
  const line = lineOf(task, known);
  if (line === null) {
    if (known === undefined) return team;
    const { [task.id]: _over, ...handovers } = team.handovers ?? {};
    return { ...team, handovers };
  }
  return { ...team, handovers: { ...team.handovers, [task.id]: line } };
};

const withTransfer = (team: Team, before: Task | undefined, task: Task, undone: boolean): Team => {
  if (before === undefined || !isMove(before, task)) return team;
  const transfers = transfersAfter(team, before, task, undone);
  return transfers === undefined ? team : { ...team, transfers };
};

const withPoints = (team: Team, before: Task | undefined, task: Task): Team => {
  const [old, now] = [before?.earned, task.earned];
  if (sameData(old ?? null, now ?? null)) return team;
  let totals = team.points ?? {};
  if (old !== undefined) totals = totalsWith(totals, old, -1);
  if (now !== undefined) totals = totalsWith(totals, now, 1);
  return { ...team, points: totals };
};
