import type { Draft } from '../decide/draft.ts';
import type { Team } from '../domain/board-state.ts';
import { dayAt, type Day, type Instant } from '../domain/day.ts';
import { byText } from '../domain/ids.ts';
import type { HandoverLine } from '../domain/handover.ts';
import type { Task } from '../domain/task.ts';
import { isAway } from '../scoring/absence.ts';

const HOUR_MS = 3_600_000;

/** Whose turn it is: the giver's while an item is empty, then the taker's. */
export const lateSide = ({ gaps }: HandoverLine): 'giver' | 'taker' => (gaps.length > 0 ? 'giver' : 'taker');

/**
 * Whether nobody will write what a handover lacks: its giver is on leave, or gone. Nobody on leave is asked for
 * anything, so waiting for them would hold up the deal for nothing.
 */
const nobodyWrites = (line: HandoverLine, { reps }: Team, today: Day): boolean => {
  const giver = reps[line.from];
  return lateSide(line) === 'giver' && (giver === undefined || isAway(giver, today));
};

/** Whether the head's line of a handover asks for somebody: its time is up, or nobody is there to write. */
export const isDue = (line: HandoverLine, team: Team, at: Instant): boolean =>
  at >= line.due || nobodyWrites(line, team, dayAt(at, team.policy.timeZone));

/** Whether a supervisor may release a task's handover with gaps (spec 3.6). */
export const isReleasable = ({ id, handover }: Task, team: Team, at: Instant): boolean => {
  const line = team.handovers?.[id];
  return line === undefined ? handover !== undefined && at >= handover.due : isDue(line, team, at);
};

/** Reminds whoever a handover waits for, once it is due or nobody is there to write, and then at the interval of the rules (spec 3.6). */
export const remindLate = (draft: Draft): void => {
  const { team } = draft.state();
  const again = team.policy.handover.remindHours * HOUR_MS;
  const lines = Object.values(team.handovers ?? {}).sort((a, b) => byText(a.taskId, b.taskId));
  for (const line of lines) {
    const { remindedAt } = line;
    const due = remindedAt === undefined ? isDue(line, team, draft.at) : draft.at >= remindedAt + again;
    if (!due) continue;
    draft.emit({ type: 'handoverLate', line: { ...line, remindedAt: draft.at }, late: lateSide(line) });
  }
};
