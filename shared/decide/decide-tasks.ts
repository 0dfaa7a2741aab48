import { bookOf } from './evolve.ts';
import type { BoardState } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import { taskId, type EventId } from '../domain/ids.ts';
import type { Pending } from '../domain/suggestion.ts';
import type { BookEntry, Stage, Task, TaskFields, TaskStatus } from '../domain/task.ts';
import { withoutEmpty } from '../domain/without-empty.ts';
import { CONTACT_TYPED } from '../moves/contact-cell.ts';
import { followTask } from '../moves/follow-task.ts';
import { rate } from '../scoring/propose.ts';
import type { CellProblem } from '../sheet/cell-problem.ts';
import { isBlank } from '../sheet/read-row.ts';
import { readTaskRow } from '../sheet/read-task-row.ts';
import type { Word } from '../text/spellings.ts';
import { drainQueue } from '../triggers/capacity-freed.ts';
import { entryOf, rowPrint } from '../triggers/entry.ts';
import { settlePause } from '../triggers/overload.ts';
import { staleDays, staleLight } from '../triggers/stale.ts';
import { answerSuggestion } from './answer-suggestion.ts';
import { repOfEmail } from '../moves/rep-of-email.ts';
import type { TasksRead } from './board-event.ts';
import type { Draft } from './draft.ts';
import type { TaskChange } from './effects.ts';
import { NOTED_KEPT, noteKey } from './evolve.ts';
import { followUp } from './follow-up.ts';
import { identifyRows, type IdentifiedRow } from './identify-rows.ts';
import { askedAbout, withoutLateOwner } from './late-reading.ts';

/**
 * Events that set an owner which a row seems to take back: before deciding, it has to be known when the sheet was told
 * of them.
 */
export const unsettledOwners = (state: BoardState, event: TasksRead, today: Day): readonly EventId[] =>
  identifyRows(state, event).flatMap(({ row, id }) => {
    const before = state.tasks[id];
    if (before?.given === undefined) return [];
    const read = readTaskRow(row, state.team, today, before.fields.owner);
    return (read.ok && askedAbout(event, before, read.value.fields)) || [];
  });

/** What follows from rows of the Tasks tab as they stand now, and from rows that have gone. */
export const decideTasks = (draft: Draft, event: TasksRead): void => {
  for (const identified of identifyRows(draft.state(), event)) decideRow(draft, event, identified);
  for (const id of [...event.vanished].sort()) archive(draft, id);
};

const decideRow = (draft: Draft, event: TasksRead, identified: IdentifiedRow): void => {
  const { row, id } = identified;
  const { team, tasks } = draft.state();
  const before = tasks[id];
  const offered = team.pending[id];
  // A refused row that was emptied again never was a task: nothing is left of it but its notes.
  if (before === undefined && isBlank('tasks', row)) return clearNotes(draft, 'tasks', id);
  const read = readTaskRow(row, team, draft.today, before?.fields.owner);
  if (identified.given) draft.emit({ type: 'idGiven', tab: 'tasks', row: row.row, id });
  if (!read.ok) {
    refuseRow(draft, 'tasks', row.row, id, read.error);
    return keepContact(draft, identified);
  }
  clearNotes(draft, 'tasks', id);
  if (before === undefined || before.status === 'archived')
    addTask(draft, event, identified, read.value.fields);
  else changeTask(draft, before, withoutLateOwner(event, before, read.value.fields));
  if (read.value.action !== undefined) answer(draft, event, id, read.value.action, offered);
  keepContact(draft, identified);
};

/** Something was typed into the contact cell: it is kept elsewhere, also when the rest of the row is bad. */
const keepContact = (draft: Draft, { row, id }: IdentifiedRow): void => {
  const { tasks, books } = draft.state();
  const before = tasks[id];
  if (row.cells['contact'] !== CONTACT_TYPED || before === undefined || before.status === 'archived') return;
  const task: Task = { ...before, contact: true };
  const entry = entryOf(task, books[bookOf(task)]?.[id] ?? null);
  draft.emit({ type: 'contactKept', before, task, entry, row: row.row });
};

/** Notes every bad cell of a row, once: the row's last good state stays in force. */
export const refuseRow = (
  draft: Draft,
  tab: 'tasks' | 'team',
  row: number,
  id: string,
  problems: readonly CellProblem[],
): void => {
  const { noted } = draft.state().team;
  const known = noted[id]?.join('\n');
  if (known === problems.map(noteKey).join('\n')) return;
  if (known === undefined && Object.keys(noted).length >= NOTED_KEPT) return;
  clearNotes(draft, tab, id);
  draft.emit({ type: 'rowRefused', tab, row, id, problems });
};

export const clearNotes = (draft: Draft, tab: 'tasks' | 'team', id: string): void => {
  const noted = draft.state().team.noted[id];
  if (noted === undefined) return;
  draft.emit({ type: 'notesCleared', tab, id, columns: noted.map((key) => key.slice(0, key.indexOf('|'))) });
};

const statusOf = (stage: Stage): Exclude<TaskStatus, 'archived'> =>
  stage === 'won' || stage === 'lost' ? stage : 'open';

/** The task's book line with the light it deserves today. */
const lit = (draft: Draft, task: Task, old: BookEntry | null): BookEntry => {
  const { policy } = draft.state().team;
  const entry = entryOf(task, old);
  const light = staleLight(entry, staleDays(task.progressOn, draft.today, policy), policy);
  return { ...entry, light };
};

const addTask = (draft: Draft, event: TasksRead, identified: IdentifiedRow, fields: TaskFields): void => {
  const archived = draft.state().tasks[identified.id];
  const added = newTask(draft, event, identified, fields);
  const task = archived === undefined ? added : followed(draft, archived, added, false);
  const entry = lit(draft, task, null);
  if (archived !== undefined) draft.emit({ type: 'taskRestored', before: archived, task, entry });
  else draft.emit({ type: 'taskAdded', task, entry, ...withoutEmpty({ copyOf: identified.copyOf }) });
  if (event.origin === 'edit') followUp(draft, null, task);
};

/** A task as its row gives it; of one that was archived under this id, what the row cannot say is kept. */
const newTask = (
  draft: Draft,
  event: TasksRead,
  { row, id, copyOf }: IdentifiedRow,
  fields: TaskFields,
): Task => {
  const { team, tasks } = draft.state();
  const archived = tasks[id];
  const signals = event.signals?.[row.row] ?? archived?.signals;
  const source = copyOf === undefined ? 'row' : 'copy';
  return {
    id,
    fields,
    rating: rate(fields, signals ?? {}, team.policy),
    status: statusOf(fields.stage),
    createdAt: archived?.createdAt ?? draft.at,
    createdBy: event.origin === 'import' ? 'import' : source,
    progressOn: fields.lastProgress ?? draft.today,
    ...withoutEmpty({
      signals,
      ownerSince: fields.owner === undefined ? undefined : draft.at,
    }),
    ...(archived === undefined ? {} : remembered(archived)),
  };
};

/** What of an archived task outlives its row: whoever puts the row back does not get round the gate. */
const remembered = ({ handover, heldBefore, contact }: Task): Partial<Task> =>
  withoutEmpty({ handover, heldBefore, contact });

/** What an edit changed. Progress is a person's change of stage, last progress or next step (spec 3.3). */
const changesBetween = (before: Task, after: Task): readonly TaskChange[] => {
  const [a, b] = [before.fields, after.fields];
  const progress = a.stage !== b.stage || a.lastProgress !== b.lastProgress || a.nextStep !== b.nextStep;
  const found: readonly (readonly [TaskChange, boolean])[] = [
    ['owner', a.owner !== b.owner],
    ['value', before.rating.value !== after.rating.value],
    ['difficulty', before.rating.difficulty !== after.rating.difficulty],
    ['status', before.status !== after.status],
    ['stage', a.stage !== b.stage],
    ['progress', progress],
    ['text', true],
  ];
  return found.flatMap(([change, happened]) => (happened ? [change] : []));
};

const changeTask = (draft: Draft, before: Task, fields: TaskFields): void => {
  if (rowPrint(before.fields) === rowPrint(fields)) return;
  const edited = editedTask(draft, before, fields);
  const changes = changesBetween(before, edited);
  const progressOn = progressAfter(draft, before, edited, changes);
  const progress = changes.includes('progress');
  const task = followed(draft, before, { ...edited, progressOn }, progress);
  const sameOwner = before.fields.owner === fields.owner;
  const old = sameOwner ? draft.state().books[bookOf(before)]?.[before.id] : undefined;
  const line = old !== undefined && task.progressOn !== before.progressOn ? { ...old, raisedDays: 0 } : old;
  draft.emit({
    type: 'taskChanged',
    before,
    task,
    entry: lit(draft, task, line ?? null),
    changes,
    cause: 'person',
  });
  followUp(draft, before, task);
};

const followed = (draft: Draft, before: Task, task: Task, progress: boolean): Task =>
  followTask(draft.state().team, before, task, { at: draft.at, today: draft.today, progress });

const editedTask = (draft: Draft, before: Task, fields: TaskFields): Task => {
  // Whoever types an owner has the last word: the cell is theirs again.
  const { ownerSince: since, given, ...rest } = before;
  const ownerSince = before.fields.owner === fields.owner ? since : draft.at;
  return {
    ...rest,
    fields,
    rating: rate(fields, before.signals ?? {}, draft.state().team.policy),
    status: statusOf(fields.stage),
    ...withoutEmpty({
      ownerSince: fields.owner === undefined ? undefined : ownerSince,
      given: before.fields.owner === fields.owner ? given : undefined,
    }),
  };
};

/**
 * The day of the last progress after an edit. In new hands the timer starts afresh; a changed date counts as
 * what it says, any other progress as today (spec 3.3).
 */
const progressAfter = (
  draft: Draft,
  before: Task,
  edited: Task,
  changes: readonly TaskChange[],
): Task['progressOn'] => {
  const [a, b] = [before.fields, edited.fields];
  if (a.owner !== b.owner) return draft.today;
  if (!changes.includes('progress')) return before.progressOn;
  const onlyDate = a.stage === b.stage && a.nextStep === b.nextStep;
  return onlyDate && b.lastProgress !== undefined ? b.lastProgress : draft.today;
};

/**
 * Answers a suggestion from the row's action cell: accept, keep or snooze (spec 3.6). The cell is cleared.
 * Only what was offered when the person answered counts: a suggestion that this very edit brought about has
 * been seen by nobody.
 */
const answer = (
  draft: Draft,
  { actor }: TasksRead,
  id: string,
  action: Word<'action'>,
  offered: Pending | undefined,
): void => {
  const { team, tasks } = draft.state();
  const task = tasks[id];
  if (task === undefined) return;
  draft.emit({ type: 'actionCellCleared', taskId: task.id });
  const pending = team.pending[id];
  if (pending === undefined || pending.receipt !== offered?.receipt) return;
  // Beyond the transfer budget only a supervisor may accept; where the sheet does not say who it was, nobody.
  const supervisor = repOfEmail(team, actor)?.fields.role === 'supervisor';
  if (action === 'accept' && pending.needs === 'supervisor' && !supervisor) return;
  answerSuggestion(draft, task, pending, action);
};

/** A row that has gone is archived, not lost: the audit row can bring it back (spec 2). */
export const archive = (draft: Draft, id: string, cause: 'vanished' | 'undo' = 'vanished'): void => {
  const { team, tasks } = draft.state();
  const before = tasks[taskId(id)];
  if (before === undefined || before.status === 'archived') return;
  const pending = team.pending[id];
  if (pending !== undefined) draft.emit({ type: 'suggestionEnded', pending, how: 'withdrawn' });
  clearNotes(draft, 'tasks', id);
  const gone: Task = { ...before, status: 'archived', ...(cause === 'undo' ? { takenBack: true } : {}) };
  draft.emit({ type: 'taskArchived', before, task: gone, cause });
  if (before.fields.owner !== undefined) settlePause(draft, before.fields.owner);
  drainQueue(draft);
};
