import type { Draft } from '../decide/draft.ts';
import { byText } from '../domain/ids.ts';
import type { HandoverLine } from '../domain/handover.ts';

const HOUR_MS = 3_600_000;

/** Whose turn it is: the giver's while an item is empty, then the taker's. */
export const lateSide = ({ gaps }: HandoverLine): 'giver' | 'taker' => (gaps.length > 0 ? 'giver' : 'taker');

/** Reminds whoever a handover waits for, once it is due and then at the interval of the rules (spec 3.6). */
export const remindLate = (draft: Draft): void => {
  const { team } = draft.state();
  const again = team.policy.handover.remindHours * HOUR_MS;
  const lines = Object.values(team.handovers ?? {}).sort((a, b) => byText(a.taskId, b.taskId));
  for (const line of lines) {
    const due = line.remindedAt === undefined ? line.due : line.remindedAt + again;
    if (draft.at < due) continue;
    draft.emit({ type: 'handoverLate', line: { ...line, remindedAt: draft.at }, late: lateSide(line) });
  }
};
