import { HANDOVER_ITEMS, type Handover } from '../domain/handover.ts';
import type { Rep } from '../domain/rep.ts';
import type { Task } from '../domain/task.ts';
import { dayAt } from '../domain/day.ts';
import type { BoardState } from '../domain/board-state.ts';
import { ITEM_MAX, isGateOpen } from '../moves/handover.ts';
import { isReleasable } from '../moves/late-handovers.ts';
import { isAway } from '../scoring/absence.ts';
import type { ActRefusal, PersonAct } from '../ports/people.ts';
import { answerSuggestion } from './answer-suggestion.ts';
import type { PersonActed } from './board-event.ts';
import { decideContest, isContestAct, refusalOfContest } from './decide-contest.ts';
import { confirmHandover, releaseHandover, writeHandover } from './decide-handovers.ts';
import { decideMail, isMailAct, type MailAct } from './decide-mail.ts';
import { moveMany } from './decide-many.ts';
import { mayUndo, undoAll } from './decide-undo.ts';
import type { Draft } from './draft.ts';
import { isAsleep, isSupervisorOf, isSupervisorToday, mayAnswer } from './who-is-asked.ts';

/** Carries out what one person wants done away from the sheet; nothing follows from what they may not do. */
export const decideAct = (draft: Draft, event: PersonActed): void => {
  if (refusalOf(draft.state(), event) !== null) return;
  const { act, rep } = event;
  if (act.do === 'undo') return undoAll(draft, act.auditId, event.undone ?? []);
  if (act.do === 'moveMany') return moveMany(draft, act.moves);
  if (isMailAct(act)) return decideMail(draft, rep, act);
  if (isContestAct(act)) return decideContest(draft, event.rep, act);
  const task = draft.state().tasks[act.taskId];
  if (task === undefined) return;
  switch (act.do) {
    case 'accept':
    case 'keep':
    case 'snooze': {
      const pending = draft.state().team.pending[task.id];
      return pending && answerSuggestion(draft, task, pending, act.do);
    }
    case 'writeHandover':
      return writeHandover(draft, task, act.items);
    case 'confirmHandover':
      return confirmHandover(draft, task, wanted(task, act.item));
    case 'releaseHandover':
      return releaseHandover(draft, task);
    case 'fetchContact':
      return draft.emit({ type: 'contactShown', taskId: task.id, rep });
  }
};

const wanted = (task: Task, item: Extract<PersonAct, { do: 'confirmHandover' }>['item']) =>
  HANDOVER_ITEMS.filter(
    (key) => (item === 'all' || item === key) && task.handover?.items[key].confirmed === false,
  );

/**
 * Why a person may not do something, or null. A deal that is not theirs is answered like one that does not
 * exist, so that nobody can find out by trying which ids there are.
 */
export const refusalOf = (state: BoardState, event: PersonActed): ActRefusal | null => {
  const person = state.team.reps[event.rep];
  if (person === undefined || person.fields.availability === 'left') return 'NOT_YOURS';
  const { act } = event;
  if (act.do === 'undo') return mayUndo(state, event.undone ?? [], person, event.undoneBy ?? null);
  if (act.do === 'moveMany') return refusalOfMany(state, act.moves, person, event);
  if (isMailAct(act)) return null;
  if (isContestAct(act)) return refusalOfContest(state, person, act);
  const task = state.tasks[act.taskId];
  return task === undefined ? 'NOT_YOURS' : refusalOfTask(state, event, person, task, act);
};

type TaskAct = Exclude<PersonAct, MailAct | { do: 'undo' | 'moveMany' | 'contestTag' | 'answerContest' }>;

const refusalOfTask = (
  state: BoardState,
  event: PersonActed,
  person: Rep,
  task: Task,
  act: TaskAct,
): ActRefusal | null => {
  switch (act.do) {
    case 'accept':
    case 'keep':
    case 'snooze':
      return refusalOfAnswer(state, event, person, task, act);
    case 'fetchContact':
      return refusalOfContact(person, task);
    default:
      return refusalOfHandover(state, event, person, task, act);
  }
};

const refusalOfAnswer = (
  { team }: BoardState,
  { at }: PersonActed,
  person: Rep,
  { id }: Task,
  act: Extract<TaskAct, { receipt: unknown }>,
): ActRefusal | null => {
  const today = dayAt(at, team.policy.timeZone);
  const pending = team.pending[id];
  if (pending === undefined) return 'SUGGESTION_GONE';
  if (!mayAnswer(person, pending, team, today)) return 'NOT_YOURS';
  if (pending.receipt !== act.receipt) return 'SUGGESTION_GONE';
  if (act.do === 'snooze') return isAsleep(pending, today) ? 'SUGGESTION_GONE' : null;
  const mayAccept = pending.needs !== 'supervisor' || person.fields.role === 'supervisor';
  return act.do === 'keep' || mayAccept ? null : 'SUPERVISOR_ONLY';
};

const refusalOfContact = (person: Rep, task: Task): ActRefusal | null => {
  if (task.fields.owner !== person.id || task.status === 'archived') return 'NOT_YOURS';
  if (!isGateOpen(task)) return 'GATE_CLOSED';
  return task.contact === true ? null : 'NO_CONTACT';
};

type HandoverAct = Extract<TaskAct, { do: `${string}Handover` }>;

const refusalOfHandover = (
  { team }: BoardState,
  { at }: PersonActed,
  person: Rep,
  task: Task,
  act: HandoverAct,
): ActRefusal | null => {
  const { handover } = task;
  if (handover === undefined) return 'NOT_YOURS';
  const part = {
    gives: handover.from === person.id,
    takes: handover.to === person.id,
    leads: isSupervisorToday(person, team.reps[handover.from], team, dayAt(at, team.policy.timeZone)),
    releasable: isReleasable(task, team, at),
  };
  if (!part.gives && !part.takes && !part.leads) return 'NOT_YOURS';
  if (task.status !== 'open') return 'TASK_CLOSED';
  if (handover.state !== 'open' || handover.to !== task.fields.owner) return 'NO_HANDOVER';
  return refusalOfPart(part, task, handover, act);
};

/** What giver, taker and supervisor may do, each. */
const refusalOfPart = (
  { gives, takes, leads, releasable }: Readonly<Record<'gives' | 'takes' | 'leads' | 'releasable', boolean>>,
  task: Task,
  handover: Handover,
  act: HandoverAct,
): ActRefusal | null => {
  switch (act.do) {
    case 'writeHandover':
      return gives || leads ? refusalOfTexts(act.items) : 'NOT_YOURS';
    case 'releaseHandover':
      if (!leads) return 'SUPERVISOR_ONLY';
      return releasable ? null : 'NOT_DUE';
    case 'confirmHandover':
      if (!takes) return 'NOT_YOURS';
      return wanted(task, act.item).some((key) => handover.items[key].text === '') ? 'ITEM_EMPTY' : null;
  }
};

const refusalOfTexts = (items: Extract<HandoverAct, { items: unknown }>['items']): ActRefusal | null =>
  Object.values(items).some((text) => text.trim().length > ITEM_MAX) ? 'TEXT_TOO_LONG' : null;

const refusalOfMany = (
  { team, tasks }: BoardState,
  moves: Extract<PersonAct, { do: 'moveMany' }>['moves'],
  person: Rep,
  { at }: PersonActed,
): ActRefusal | null => {
  if (person.fields.role !== 'supervisor') return 'SUPERVISOR_ONLY';
  const today = dayAt(at, team.policy.timeZone);
  for (const { taskId: id, to } of moves) {
    const [task, target] = [tasks[id], team.reps[to]];
    if (task?.fields.owner === undefined) return 'NOT_YOURS';
    if (!isSupervisorOf(person, team.reps[task.fields.owner], team)) return 'NOT_YOURS';
    if (task.status !== 'open') return 'TASK_CLOSED';
    if (target === undefined || isAway(target, today)) return 'TARGET_AWAY';
  }
  return null;
};
