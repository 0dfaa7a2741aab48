import type { EventId } from '../domain/ids.ts';
import type { Task, TaskFields } from '../domain/task.ts';
import type { TasksRead } from './board-event.ts';

/**
 * Whether an owner cell may have been read before Peineng's own change of it had been written: it names whoever had
 * the deal before. Another instance may have committed that change and not written it yet, and so may an edit of the
 * same batch. Then the cell says nothing about what a person wants.
 */
const saysWhoHadIt = (before: Task, fields: TaskFields): boolean =>
  before.given !== undefined &&
  before.fields.owner !== fields.owner &&
  (fields.owner ?? null) === before.given.from;

/** The event by which Peineng set an owner cell that now looks taken back, when it is not known yet when it was told. */
export const askedAbout = (
  { readAt, told }: TasksRead,
  before: Task,
  fields: TaskFields,
): EventId | undefined => {
  const by = readAt !== undefined && saysWhoHadIt(before, fields) ? before.given?.by : undefined;
  return by === undefined || told?.[by] !== undefined ? undefined : by;
};

/**
 * What a row says, without an owner cell that was read too early: before the sheet had been told who owns it now. An
 * owner cell read after that is a person's, whatever it says.
 */
export const withoutLateOwner = (
  { readAt, told }: TasksRead,
  before: Task,
  fields: TaskFields,
): TaskFields => {
  const { given } = before;
  if (readAt === undefined || given === undefined || !saysWhoHadIt(before, fields)) return fields;
  const toldAt = told?.[given.by];
  if (toldAt === undefined || (toldAt !== null && toldAt <= readAt)) return fields;
  const { owner: _early, ...others } = fields;
  return { ...others, ...(before.fields.owner === undefined ? {} : { owner: before.fields.owner }) };
};
