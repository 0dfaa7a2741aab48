import type { BoardState, Team } from '../domain/board-state.ts';
import { dayAt, type Day } from '../domain/day.ts';
import type { Rep } from '../domain/rep.ts';
import type { Task } from '../domain/task.ts';
import { fittingOneSet } from '../domain/many-size.ts';
import type { ManyChange, ManyOutcome, ManyRequest } from '../ports/many-moves.ts';
import { isAway } from '../scoring/absence.ts';
import { giveTo } from '../triggers/give-to.ts';
import type { ManyMoved } from './board-event.ts';
import type { Draft } from './draft.ts';
import { followUp } from './follow-up.ts';
import { isSupervisorOf } from './who-is-asked.ts';

type Moves = ManyRequest['moves'];

/** Carries out a set of moves as it was looked at before, as one event; nothing of it where anything has changed. */
export const decideMany = (draft: Draft, event: ManyMoved): void => {
  if (refusalOfSet(draft.state(), event) === null) moveMany(draft, event.moves);
};

/** Moves many deals as one set, which one audit row stands for. */
export const moveMany = (draft: Draft, moves: Moves): void => {
  const moved: Task[] = [];
  for (const { taskId: id, to } of moves) {
    const before = draft.state().tasks[id];
    if (before?.status !== 'open' || before.fields.owner === to) continue;
    giveTo(draft, before, to, 'many');
    followUp(draft, before, draft.state().tasks[id] ?? before);
    moved.push(before);
  }
  const [first] = moved;
  if (first?.fields.owner !== undefined)
    draft.emit({ type: 'movedMany', from: first.fields.owner, tasks: moved.map(({ id }) => id) });
};

/** Whether an address may move many deals of a person: whoever installed the board, and supervisors of theirs. */
export const mayMoveFrom = (team: Team, email: string, from: Rep | undefined): boolean => {
  if (from === undefined) return false;
  const address = email.toLowerCase();
  if (team.installedBy.some((one) => one.toLowerCase() === address)) return true;
  return Object.values(team.reps).some(
    (rep) => rep.fields.email?.toLowerCase() === address && isSupervisorOf(rep, from, team),
  );
};

/** Why a set of moves is not made, with the deals that are not what they were; null when nothing stands in its way. */
export const refusalOfSet = (
  { team, tasks }: BoardState,
  { actor, at, from, moves }: ManyMoved,
): Exclude<ManyOutcome, { kind: 'done' | 'repeated' }> | null => {
  if (!mayMoveFrom(team, actor ?? '', team.reps[from])) return { kind: 'notAllowed' };
  const today = dayAt(at, team.policy.timeZone);
  const deals = moves.flatMap(({ taskId, to }) => {
    const task = tasks[taskId];
    const why = changeOf(task, from, team.reps[to], today);
    if (why === null) return [];
    // Of a deal that is not (any more) theirs to see, nothing is told but its id.
    const { customer, title } = why === 'GONE' ? { customer: '', title: '' } : (task?.fields ?? NAMELESS);
    return [{ taskId, customer, title, why }];
  });
  if (deals.length > 0) return { kind: 'changed', deals };
  const all = moves.flatMap(({ taskId }) => tasks[taskId] ?? []);
  const most = fittingOneSet(all);
  return most < all.length ? { kind: 'tooMany', most } : null;
};

const NAMELESS = { customer: '', title: '' };

const changeOf = (
  task: Task | undefined,
  from: Rep['id'],
  target: Rep | undefined,
  today: Day,
): ManyChange | null => {
  if (task === undefined || task.status === 'archived') return 'GONE';
  if (task.fields.owner !== from) return 'MOVED_ON';
  if (task.status !== 'open') return 'CLOSED';
  return target === undefined || isAway(target, today) ? 'TARGET_AWAY' : null;
};
