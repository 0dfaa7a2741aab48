import type { PersonActed } from '../../shared/decide/board-event.ts';
import { refusalOf } from '../../shared/decide/decide-act.ts';
import type { Effect } from '../../shared/decide/effects.ts';
import type { BoardState } from '../../shared/domain/board-state.ts';
import { dayAt } from '../../shared/domain/day.ts';
import { eventId, type RepId, type TeamId } from '../../shared/domain/ids.ts';
import type { Rep } from '../../shared/domain/rep.ts';
import { movesOf } from '../../shared/moves/set-of-moves.ts';
import { readAuditId } from '../../shared/outbox/audit-rows.ts';
import { booksOfMoves } from '../../shared/pages/move-lines.ts';
import { pageHome } from '../../shared/pages/page-home.ts';
import { answerable, booksFor } from '../../shared/pages/suggestion-cards.ts';
import { handoversOf } from '../../shared/pages/handover-cards.ts';
import type { ActOutcome, ActRequest } from '../../shared/ports/people.ts';
import type { PersonHome } from '../../shared/ports/person-home.ts';
import type { EventRecord } from '../../shared/ports/store.ts';
import { commit } from './commit.ts';
import { drainOutbox, WRITTEN_TABS } from './drain-outbox.ts';
import { findReceipts } from './find-receipts.ts';
import type { Ports } from './ports.ts';
import { tell } from './tell.ts';

/** Receipts are looked up for this many suggestions; nobody reads the reasons of more in one visit. */
const RECEIPTS = 10;

/** Events with moves that a supervisor is shown. */
const MOVES = 5;

/** What one person's pages show, from the store alone: looking at a page costs no call to the sheet. Who left has none. */
export const readHome = async (ports: Ports, id: TeamId, person: RepId): Promise<PersonHome | null> => {
  const team = await ports.store.team(id);
  const rep = team?.reps[person];
  if (team === null || rep === undefined || rep.fields.availability === 'left') return null;
  const at = ports.clock.now();
  const today = dayAt(at, team.policy.timeZone);
  const pending = answerable(team, rep, today);
  const moved = rep.fields.role === 'supervisor' ? await ports.store.recentMoves(id, MOVES) : [];
  const state = await ports.store.load(id, {
    tasks: handoversOf(team, rep, today),
    books: [...new Set([...booksFor(pending, person), ...booksOfMoves(moved, team, rep)])],
  });
  const now = state?.team.reps[person];
  if (state === null || now === undefined) return null;
  const receipts = await findReceipts(ports, id, pending.slice(0, RECEIPTS));
  return pageHome({ state, receipts, moved }, now, at);
};

/**
 * One act of one person, by the road every edit takes: one event, decided, committed, then told to sheet and
 * mail. The id of the act is the id of the event, and an event is processed once.
 */
export const runAct = async (ports: Ports, team: TeamId, request: ActRequest): Promise<ActOutcome> => {
  const head = await ports.store.team(team);
  const person = head?.reps[request.rep];
  if (head === null || person === undefined) return { kind: 'unknown' };
  const event = await eventOf(ports, team, request, person);
  const outcome = await commit(ports, team, event);
  switch (outcome.kind) {
    case 'unknownTeam':
      return { kind: 'unknown' };
    case 'duplicate':
      await drainOutbox(ports, team);
      return { kind: 'repeated' };
    case 'nothing':
      return (await ports.store.event(team, event.id)) === null
        ? nothingDone(outcome.state, event)
        : { kind: 'repeated' };
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

/** The contact goes into the answer and nowhere else. */
const withContact = async (
  ports: Ports,
  team: TeamId,
  { act }: ActRequest,
  outcome: ActOutcome,
): Promise<ActOutcome> => {
  if (act.do !== 'fetchContact' || outcome.kind !== 'done') return outcome;
  const contact = await ports.contacts.get(team, act.taskId);
  return contact === null ? { kind: 'refused', why: 'NO_CONTACT' } : { ...outcome, contact };
};

/** Nothing to change may be no refusal: a handover that already says what was written is done. */
const nothingDone = (state: BoardState, event: PersonActed): ActOutcome => {
  const why = refusalOf(state, event);
  return why === null ? { kind: 'done', undo: null, told: true } : { kind: 'refused', why };
};

/** What the person does, with what an undo is about: the core looks nothing up. */
const eventOf = async (
  ports: Ports,
  team: TeamId,
  { id, rep, act }: ActRequest,
  { fields }: Rep,
): Promise<PersonActed> => ({
  kind: 'act',
  id: eventId(id),
  at: ports.clock.now(),
  actor: fields.email ?? fields.name,
  rep,
  act,
  ...(act.do === 'undo' ? await undoneBy(ports, team, act.auditId) : {}),
});

/** The moves an audit row stands for, one or a whole set, or all of an event; and who made them. */
const undoneBy = async (
  ports: Ports,
  team: TeamId,
  auditId: string,
): Promise<Pick<PersonActed, 'undone' | 'undoneBy'>> => {
  const found = readAuditId(auditId);
  const record = await ports.store.event(team, eventId(found?.event ?? auditId));
  if (record === null) return {};
  const effect = record.effects[found?.index ?? -1];
  const whole = found === null || effect?.type === 'movedMany';
  const undone = whole ? movesOf(record.effects) : effect === undefined ? [] : [effect];
  return { undone, undoneBy: record.actor };
};

/** What was done and how to take it back; or that it came to nothing, as whoever should get the deal is away. */
const answerOf = ({ id, effects }: EventRecord, { act }: PersonActed, told: boolean): ActOutcome => {
  if ('receipt' in act && effects.some((effect) => isWithdrawn(effect, act.receipt)))
    return { kind: 'refused', why: 'TARGET_AWAY' };
  const index = effects.findIndex((effect) => isUndoable(effect, act));
  return { kind: 'done', undo: index < 0 ? null : `${id}#${index}`, told };
};

const isWithdrawn = (effect: Effect, receipt: string): boolean =>
  effect.type === 'suggestionEnded' && effect.how === 'withdrawn' && effect.pending.receipt === receipt;

/** The effect whose audit row takes the whole act back. */
const isUndoable = (effect: Effect, act: PersonActed['act']): boolean => {
  if (act.do === 'moveMany') return effect.type === 'movedMany';
  if (act.do !== 'accept' || effect.type !== 'taskChanged') return false;
  return effect.task.id === act.taskId && effect.changes.includes('owner');
};
