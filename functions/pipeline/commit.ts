import type { BoardEvent, ProofRead } from '../../shared/decide/board-event.ts';
import { isMailAct } from '../../shared/decide/decide-mail.ts';
import { isContestAct } from '../../shared/decide/decide-contest.ts';
import { unsettledOwners } from '../../shared/decide/decide-tasks.ts';
import { decide } from '../../shared/decide/decide.ts';
import type { Effect } from '../../shared/decide/effects.ts';
import { readHandoverId } from '../../shared/moves/handover-id.ts';
import { UNOWNED, type BookKey, type Team } from '../../shared/domain/board-state.ts';
import { taskId, type EventId, type TeamId } from '../../shared/domain/ids.ts';
import type { CommitOutcome, Slice } from '../../shared/ports/store.ts';
import type { ReadRow } from '../../shared/ports/board.ts';
import { readText } from '../../shared/sheet/cell-value.ts';
import { findRep } from '../../shared/sheet/read-task-row.ts';
import { givable } from '../../shared/triggers/assign.ts';
import { closedPart, rowPart } from '../../shared/tags/proof-books.ts';
import { readProofRow } from '../../shared/tags/read-proof-rows.ts';
import { dayAt, type Instant } from '../../shared/domain/day.ts';
import { readWord } from '../../shared/text/spellings.ts';
import type { Ports } from './ports.ts';

/** Decides an event and commits what follows, in one transaction. `batch` names what is told together with it. */
export const commit = async (
  ports: Ports,
  team: TeamId,
  event: BoardEvent,
  batch?: string,
): Promise<CommitOutcome> => {
  let asked: readonly EventId[] = [];
  const outcome = await ports.store.transact(
    team,
    {
      id: event.id,
      at: event.at,
      kind: event.kind,
      actor: event.actor,
      ...(batch === undefined ? {} : { batch }),
    },
    (head) => sliceFor(event, head),
    (state) => {
      const today = dayAt(event.at, state.team.policy.timeZone);
      asked = event.kind === 'tasks' ? unsettledOwners(state, event, today) : [];
      return asked.length > 0 ? [] : decide(state, event);
    },
  );
  if (asked.length === 0 || event.kind !== 'tasks') return outcome;
  // Rare: an owner that Peineng set looks taken back. Was the row read before the sheet was told, or after?
  const told = await Promise.all(asked.map(async (id) => [id, await toldAt(ports, team, id)] as const));
  return commit(ports, team, { ...event, told: { ...event.told, ...Object.fromEntries(told) } }, batch);
};

/** When the sheet was told of an event; null while it waits. What was told longer ago than anybody noted is 0. */
const toldAt = async (ports: Ports, team: TeamId, id: EventId): Promise<Instant | null> => {
  const record = await ports.store.event(team, id);
  return record?.delivered === false ? null : (record?.toldAt ?? 0);
};

/**
 * Which documents an event needs. One edited row: the head, its task and one book, three in all (spec 4).
 * The one book is the owner's, or that of whoever gets the task when a suggestion is accepted.
 */
export const sliceFor = (event: BoardEvent, team: Team): Slice => {
  switch (event.kind) {
    case 'tasks': {
      const ids = event.rows.map((row) => readText(row.cells['id'] ?? null)).filter((id) => id !== '');
      // Rows that are only taken in are decided without a look at anybody's other tasks.
      const books = event.origin === 'import' ? [] : event.rows.map((row) => bookFor(row, team));
      return { tasks: [...new Set([...ids, ...event.vanished])].map(taskId), books: [...new Set(books)] };
    }
    case 'rules':
    case 'team':
      return { tasks: [], books: [], allBooks: true };
    case 'proof':
      return { tasks: [], books: [], proofs: proofParts(event, team) };
    case 'sweep':
      return {
        // Those that the rules give out without asking; what nobody owns is swept last.
        tasks: event.books.includes(UNOWNED) ? givable(team, dayAt(event.at, team.policy.timeZone)) : [],
        books: event.books,
        ...(event.books.length === 0 ? { allBooks: true } : {}),
      };
    case 'undo':
      return undoSlice(event);
    case 'handovers': {
      const ids = event.rows.map(({ cells }) => readHandoverId(readText(cells['id'] ?? null))?.task ?? '');
      return { tasks: [...new Set(ids)].filter((id) => id !== '').map(taskId), books: [] };
    }
    case 'act':
      return actSlice(event, team);
    case 'many':
      return manySlice(event.moves);
  }
};

/** The parts that know what the rows were counted for, and of deals whether they stand on the Tasks tab too. */
const proofParts = ({ tab, rows, vanished, at }: ProofRead, team: Team): readonly string[] => {
  const today = dayAt(at, team.policy.timeZone);
  const ids = [...rows.map(({ cells }) => readText(cells['id'] ?? null)), ...vanished];
  const prints = rows.map((row) => readProofRow(tab, row, team, today).deal?.print);
  return [
    ...new Set([
      ...ids.filter((id) => id !== '').map((id) => rowPart(tab, id)),
      ...prints.flatMap((print) => (print === undefined ? [] : [closedPart(print)])),
    ]),
  ];
};

const bookFor = (row: ReadRow, team: Team): BookKey => {
  const action = readWord('action', readText(row.cells['action'] ?? null));
  const pending = team.pending[readText(row.cells['id'] ?? null)];
  if (action === 'accept' && pending !== undefined) return pending.to;
  return findRep(team, readText(row.cells['owner'] ?? null)) ?? UNOWNED;
};

/** As for an edited row: the task, and the book of whoever gets it or has it. */
const actSlice = (event: Extract<BoardEvent, { kind: 'act' }>, team: Team): Slice => {
  const { act } = event;
  if (act.do === 'undo') return slicesOf((event.undone ?? []).map(slicedEffect));
  if (act.do === 'moveMany') return manySlice(act.moves);
  if (isContestAct(act) || isMailAct(act)) return { tasks: [], books: [] };
  if (!('receipt' in act)) return { tasks: [act.taskId], books: [] };
  const pending = team.pending[act.taskId];
  return { tasks: [act.taskId], books: [(act.do === 'accept' ? pending?.to : pending?.from) ?? UNOWNED] };
};

const manySlice = (moves: Extract<BoardEvent, { kind: 'many' }>['moves']): Slice => ({
  tasks: [...new Set(moves.map(({ taskId: id }) => id))],
  books: [...new Set(moves.map(({ to }) => to))],
});

const slicesOf = (slices: readonly Slice[]): Slice => ({
  tasks: [...new Set(slices.flatMap(({ tasks }) => tasks))],
  books: [...new Set(slices.flatMap(({ books }) => books))],
});

const undoSlice = (event: Extract<BoardEvent, { kind: 'undo' }>): Slice =>
  slicesOf((event.set ?? [event.effect]).map(slicedEffect));

const slicedEffect = (effect: Effect): Slice => {
  if (!('task' in effect)) return { tasks: [], books: [] };
  const owner = effect.type === 'taskChanged' ? effect.before.fields.owner : effect.task.fields.owner;
  return { tasks: [effect.task.id], books: [owner ?? UNOWNED] };
};
