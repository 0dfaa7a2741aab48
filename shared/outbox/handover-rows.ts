import type { BoardState, Team } from '../domain/board-state.ts';
import { HANDOVER_ITEMS, type Handover } from '../domain/handover.ts';
import type { Task } from '../domain/task.ts';
import type { Effect } from '../decide/effects.ts';
import { handoverId } from '../moves/handover-id.ts';
import type { RawCell } from '../ports/board.ts';
import { serialOfInstant } from '../sheet/cell-value.ts';
import { handoverWords } from '../text/handover-words.ts';
import type { PlanDraft } from './plan-draft.ts';

type Cells = Readonly<Record<string, RawCell>>;

/** Keeps the Handovers tab: a row for each one opened, what stands in it, and how it ended. */
export const tellHandovers = (effects: readonly Effect[], state: BoardState, plan: PlanDraft): void => {
  for (const effect of effects) {
    switch (effect.type) {
      case 'taskChanged':
        tellHands(effect.before, effect.task, state.team, plan);
        break;
      case 'handoverChanged':
        if (effect.task.handover !== undefined) show(effect.task, effect.task.handover, state.team, plan);
        break;
      case 'handoverRefused':
        refuse(effect, state.team, plan);
        break;
      default:
    }
  }
};

const show = ({ id }: Pick<Task, 'id'>, handover: Handover, team: Team, plan: PlanDraft): void => {
  const row = handoverId(id, handover);
  plan.set('handovers', row, handoverCells(handover, team));
  for (const column of ['release', ...HANDOVER_ITEMS.flatMap((key) => [key, `${key}Read`])])
    plan.note('handovers', row, column, null);
};

const tellHands = (before: Task, task: Task, team: Team, plan: PlanDraft): void => {
  const [old, now] = [before.handover, task.handover];
  if (old?.openedAt === now?.openedAt) return;
  if (old?.state === 'open')
    plan.set('handovers', handoverId(before.id, old), {
      status: handoverWords(team.policy.language).status.over,
    });
  if (now === undefined) return;
  // Back in the giver's hands: their own row is there already.
  if (old?.earlier?.openedAt === now.openedAt) show(task, now, team, plan);
  else plan.append('handovers', handoverRow(task, now, team));
};

/** What was typed or ticked and may not be is taken out again; the note says why. */
const refuse = (
  { taskId, handover, column, why }: Extract<Effect, { type: 'handoverRefused' }>,
  team: Team,
  plan: PlanDraft,
): void => {
  const id = handoverId(taskId, handover);
  plan.set('handovers', id, { [column]: handoverCells(handover, team)[column] ?? null });
  plan.note('handovers', id, column, handoverWords(team.policy.language).refused[why]);
};

/** A whole row, as it is appended. */
export const handoverRow = (task: Task, handover: Handover, team: Team): Cells => {
  const { timeZone } = team.policy;
  const name = (id: string): string => team.reps[id]?.fields.name ?? id;
  return {
    id: handoverId(task.id, handover),
    customer: task.fields.customer,
    title: task.fields.title,
    from: name(handover.from),
    to: name(handover.to),
    openedAt: serialOfInstant(handover.openedAt, timeZone),
    due: serialOfInstant(handover.due, timeZone),
    ...handoverCells(handover, team),
  };
};

/** What changes in a row: texts, ticks and how far it is. */
const handoverCells = ({ items, state }: Handover, { policy }: Team): Cells => {
  const { status } = handoverWords(policy.language);
  const writing = HANDOVER_ITEMS.some((key) => items[key].source === 'none');
  return {
    status: status[state === 'open' ? (writing ? 'writing' : 'reading') : state],
    release: state === 'released',
    ...Object.fromEntries<RawCell>(
      HANDOVER_ITEMS.flatMap((key): readonly (readonly [string, RawCell])[] => [
        [key, items[key].text === '' ? null : items[key].text],
        [`${key}Read`, items[key].confirmed],
      ]),
    ),
  };
};
