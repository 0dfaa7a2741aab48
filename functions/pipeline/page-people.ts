import type { BoardEvent } from '../../shared/decide/board-event.ts';
import { refusalOf } from '../../shared/decide/decide-act.ts';
import type { Effect } from '../../shared/decide/effects.ts';
import { isSupervisorOf, mayAnswer } from '../../shared/decide/who-is-asked.ts';
import type { BoardState, Team } from '../../shared/domain/board-state.ts';
import { dayAt } from '../../shared/domain/day.ts';
import { eventId, repId, type RepId, type TeamId } from '../../shared/domain/ids.ts';
import type { Rep } from '../../shared/domain/rep.ts';
import type { Pending, Receipt } from '../../shared/domain/suggestion.ts';
import { readAuditId } from '../../shared/outbox/audit-rows.ts';
import {
  answerable,
  booksFor,
  pageHome,
  type PageActRequest,
  type PageHome,
} from '../../shared/pages/page-home.ts';
import { handoversOf } from '../../shared/pages/handover-cards.ts';
import type { ActOutcome, ActRefusal } from '../../shared/ports/people.ts';
import type { EventRecord } from '../../shared/ports/store.ts';
import { commit } from './commit.ts';
import { drainOutbox, WRITTEN_TABS } from './drain-outbox.ts';
import type { Ports } from './ports.ts';
import { tell } from './tell.ts';

/** Receipts are looked up for this many suggestions; nobody reads the reasons of more in one visit. */
const RECEIPTS = 10;

/** What one person's pages show, from the store alone: looking at a page costs no call to the sheet. */
export const readHome = async (ports: Ports, id: TeamId, person: RepId): Promise<PageHome | null> => {
  const team = await ports.store.team(id);
  const rep = team?.reps[person];
  if (team === null || rep === undefined) return null;
  const at = ports.clock.now();
  const pending = answerable(team, rep, dayAt(at, team.policy.timeZone));
  const state = await ports.store.load(id, {
    tasks: handoversOf(team, rep),
    books: booksFor(pending, person),
  });
  const now = state?.team.reps[person];
  if (state === null || now === undefined) return null;
  return pageHome(state, now, at, await receiptsOf(ports, id, pending.slice(0, RECEIPTS)));
};

const receiptsOf = async (
  ports: Ports,
  team: TeamId,
  pending: readonly Pending[],
): Promise<Readonly<Record<string, Receipt>>> => {
  const events = [...new Set(pending.map(({ receipt }) => receipt.slice(0, receipt.lastIndexOf('#'))))];
  const records = await Promise.all(events.map((id) => ports.store.event(team, eventId(id))));
  return Object.fromEntries(
    records
      .flatMap((record) => record?.effects ?? [])
      .flatMap((effect) => (effect.type === 'suggestionMade' ? [[effect.receipt.id, effect.receipt]] : [])),
  );
};

/**
 * One act of one person, by the road every edit takes: one event, decided, committed, then told to sheet and
 * mail. The id of the act is the id of the event, and an event is processed once.
 */
export const runAct = async (ports: Ports, team: TeamId, request: PageActRequest): Promise<ActOutcome> => {
  const head = await ports.store.team(team);
  const person = head?.reps[request.rep];
  if (head === null || person === undefined) return { kind: 'unknown' };
  const event = await eventOf(ports, team, request, { team: head, person });
  if (typeof event === 'string') return { kind: 'refused', why: event };
  const outcome = await commit(ports, team, event);
  switch (outcome.kind) {
    case 'unknownTeam':
      return { kind: 'unknown' };
    case 'duplicate':
      await drainOutbox(ports, team);
      return { kind: 'repeated' };
    case 'nothing':
      return nothingDone(outcome.state, event, person);
    case 'committed': {
      const { record, state } = outcome;
      const read = await ports.board
        .read(team, { rows: [], whole: [], ids: [...WRITTEN_TABS, 'audit'] })
        .catch((error: unknown) => {
          // Done and kept in the outbox: a sheet out of reach is no reason to tell the person that it failed.
          ports.log.warn('board not read', { team, error: String(error) });
          return null;
        });
      const tellings = [{ records: [record], state }];
      const told = read === null ? 'kept' : await tell(ports, { team, tellings, read });
      return withContact(ports, team, request, answerOf(record, event, told !== 'kept'));
    }
  }
};

interface Acting {
  readonly team: Team;
  readonly person: Rep;
}

type ActEvent = Extract<BoardEvent, { kind: 'answer' | 'undo' | 'act' }>;

/** The contact goes into the answer and nowhere else. */
const withContact = async (
  ports: Ports,
  team: TeamId,
  { act }: PageActRequest,
  outcome: ActOutcome,
): Promise<ActOutcome> => {
  if (act.do !== 'fetchContact' || outcome.kind !== 'done') return outcome;
  const contact = await ports.contacts.get(team, act.taskId);
  return contact === null ? { kind: 'refused', why: 'NO_CONTACT' } : { ...outcome, contact };
};

/** Nothing to change may be no refusal: a handover that already says what was written is done. */
const nothingDone = (state: BoardState, event: ActEvent, person: Rep): ActOutcome => {
  const why = event.kind === 'act' ? refusalOf(state, event) : whyNothing(state, event, person);
  return why === null ? { kind: 'done', undo: null, told: true } : { kind: 'refused', why };
};

const eventOf = async (
  ports: Ports,
  team: TeamId,
  { id, act }: PageActRequest,
  acting: Acting,
): Promise<ActEvent | ActRefusal> => {
  const { person } = acting;
  const actor = person.fields.email ?? person.fields.name;
  const happening = { id: eventId(id), at: ports.clock.now(), actor };
  switch (act.do) {
    case 'accept':
    case 'keep':
    case 'snooze': {
      const { do: action, taskId, receipt } = act;
      return { kind: 'answer', ...happening, taskId, receipt, action, by: person.id };
    }
    case 'undo': {
      const found = readAuditId(act.auditId);
      const record = found === null ? null : await ports.store.event(team, eventId(found.event));
      const effect = record?.effects[found?.index ?? -1];
      if (effect === undefined || !mayUndo(effect, acting)) return 'NOT_YOURS';
      return { kind: 'undo', ...happening, auditId: act.auditId, effect };
    }
    default:
      return { kind: 'act', ...happening, rep: person.id, act };
  }
};

/** A move is taken back by whoever gave the task away, whoever got it, or their supervisor. */
const mayUndo = (effect: Effect, { team, person }: Acting): boolean => {
  if (effect.type !== 'taskChanged' || !effect.changes.includes('owner')) return false;
  const owners = [effect.before.fields.owner, effect.task.fields.owner].filter((id) => id !== undefined);
  return owners.some((id) => id === person.id || isSupervisorOf(person, team.reps[repId(id)], team));
};

const whyNothing = (
  { team, tasks }: BoardState,
  event: Exclude<ActEvent, { kind: 'act' }>,
  person: Rep,
): ActRefusal => {
  if (event.kind === 'undo') return 'CANNOT_UNDO';
  const [task, pending] = [tasks[event.taskId], team.pending[event.taskId]];
  const today = dayAt(event.at, team.policy.timeZone);
  if (task === undefined) return 'NOT_YOURS';
  if (pending !== undefined) {
    if (!mayAnswer(person, pending, team, today)) return 'NOT_YOURS';
    const leads = person.fields.role === 'supervisor';
    return pending.needs === 'supervisor' && !leads ? 'SUPERVISOR_ONLY' : 'SUGGESTION_GONE';
  }
  return task.status === 'open' ? 'SUGGESTION_GONE' : 'TASK_CLOSED';
};

const answerOf = ({ id, effects }: EventRecord, event: ActEvent, told: boolean): ActOutcome => {
  if (event.kind === 'act') {
    const set = effects.findIndex((effect) => effect.type === 'movedMany');
    return { kind: 'done', undo: set < 0 ? null : `${id}#${set}`, told };
  }
  if (event.kind === 'undo') {
    const undone = effects.some((effect) => effect.type === 'undoCellCleared' && effect.done);
    return undone ? { kind: 'done', undo: null, told } : { kind: 'refused', why: 'CANNOT_UNDO' };
  }
  const withdrawn = effects.some(
    (effect) =>
      effect.type === 'suggestionEnded' &&
      effect.how === 'withdrawn' &&
      effect.pending.receipt === event.receipt,
  );
  if (withdrawn) return { kind: 'refused', why: 'TARGET_AWAY' };
  const moved = effects.findIndex(
    (effect) =>
      effect.type === 'taskChanged' && effect.task.id === event.taskId && effect.changes.includes('owner'),
  );
  return { kind: 'done', undo: moved < 0 ? null : `${id}#${moved}`, told };
};
