import { DEFAULT_POLICY } from '../../../shared/contract/policy.ts';
import type { Effect } from '../../../shared/decide/effects.ts';
import type { Team } from '../../../shared/domain/board-state.ts';
import type { Day } from '../../../shared/domain/day.ts';
import { repId, taskId, type RepId, type TeamId } from '../../../shared/domain/ids.ts';
import { EMPTY_TAGS, type Rep } from '../../../shared/domain/rep.ts';
import type { BookEntry, Task } from '../../../shared/domain/task.ts';

/** Small boards for the store's tests: each test says only what differs. */
export const WANG = repId('rep-wang');
export const LISA = repId('rep-lisa');
const TODAY = '2026-11-23' as Day;

export const rep = (id: RepId, name: string): Rep => ({
  id,
  fields: { name, role: 'rep', tier: 'senior', tags: EMPTY_TAGS, availability: 'active' },
  formerNames: [],
  open: {},
  paused: false,
  lastAssignedAt: 0,
});

export const team = (id: TeamId, changes: Partial<Team> = {}): Team => ({
  id,
  policy: DEFAULT_POLICY,
  policyVersion: 1,
  rulesProblems: 0,
  reps: { [WANG]: rep(WANG, '老王'), [LISA]: rep(LISA, 'Lisa') },
  pending: {},
  waiting: [],
  noted: {},
  auditSeq: 0,
  revision: 0,
  installedBy: ['boss@example.test'],
  ...changes,
});

export const task = (id: string, owner?: RepId, changes: Partial<Task> = {}): Task => ({
  id: taskId(id),
  fields: {
    customer: '远航集团',
    title: `年度采购 ${id}`,
    stage: 'engaging',
    ...(owner === undefined ? {} : { owner }),
  },
  rating: { value: 'medium', difficulty: 'easy', proposed: [] },
  status: 'open',
  createdAt: 1,
  createdBy: 'row',
  progressOn: TODAY,
  ...changes,
});

export const entry = (of: Task, changes: Partial<BookEntry> = {}): BookEntry => ({
  taskId: of.id,
  customer: of.fields.customer,
  title: of.fields.title,
  rating: of.rating,
  status: of.status === 'archived' ? 'open' : of.status,
  progressOn: of.progressOn,
  since: of.createdAt,
  rowPrint: `print of ${of.id}`,
  light: 'green',
  raisedDays: 0,
  ...changes,
});

export const added = (of: Task): Effect => ({ type: 'taskAdded', task: of, entry: entry(of) });

export const handedOver = (before: Task, owner: RepId): Effect => {
  const after: Task = { ...before, fields: { ...before.fields, owner } };
  return {
    type: 'taskChanged',
    before,
    task: after,
    entry: entry(after),
    changes: ['owner'],
    cause: 'person',
  };
};
