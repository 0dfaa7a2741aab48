import { compareBoard } from '../../shared/decide/compare-board.ts';
import type { BoardEvent } from '../../shared/decide/board-event.ts';
import { dayAt } from '../../shared/domain/day.ts';
import { withoutEmpty } from '../../shared/domain/without-empty.ts';
import { eventId, type TeamId } from '../../shared/domain/ids.ts';
import type { Telling } from '../../shared/outbox/plan-writes.ts';
import { mergePlans } from '../../shared/outbox/merge-plans.ts';
import { planDashboard } from '../../shared/outbox/plan-dashboard.ts';
import { planRepairs } from '../../shared/outbox/plan-repairs.ts';
import type { BoardState } from '../../shared/domain/board-state.ts';
import type { BoardRead } from '../../shared/ports/board.ts';
import { PROOF_TABS } from '../../shared/domain/proof.ts';
import { rulesEvent, teamEvent, type Happening } from './board-events.ts';
import { readText } from '../../shared/sheet/cell-value.ts';
import { handoverId } from '../../shared/moves/handover-id.ts';
import { loadProofs, proofEvents, proofsAfter } from './check-proof.ts';
import { commit } from './commit.ts';
import { drainOutbox } from './drain-outbox.ts';
import { withIds } from './given-ids.ts';
import { freshIds, type Ports } from './ports.ts';
import { readWithDashboard } from './read-dashboard.ts';
import { keepContacts, sealContacts } from './seal-contacts.ts';
import { tell, type Told } from './tell.ts';

/** Rows per transaction: a handful of documents each, well below Firestore's limits. */
const ROWS_AT_ONCE = 50;

const EVERYTHING = { tasks: [], books: [], allBooks: true } as const;

export type CheckOutcome =
  | { readonly kind: 'unknownTeam' }
  | { readonly kind: 'checked'; readonly changes: number; readonly told: Told };

/**
 * Compares the whole board with what is remembered (spec 4: edits get lost, rows are sorted, pasted and
 * deleted): takes in what changed, archives what has gone, and repairs Peineng's own columns. One read and one
 * write of the sheet; the books, not every task, from the store.
 */
export const checkBoard = async (
  ports: Ports,
  team: TeamId,
  cause: { readonly id: string; readonly actor: string | null },
): Promise<CheckOutcome> => {
  if ((await ports.store.team(team)) === null) return { kind: 'unknownTeam' };
  await drainOutbox(ports, team);
  const readAt = ports.clock.now();
  const { read: sealed, contacts } = sealContacts({
    ...(await readWithDashboard(ports, team, {
      rows: [],
      whole: ['tasks', 'team', 'handovers', 'rules', 'workload', ...PROOF_TABS],
      ids: ['tasks', 'team', 'suggestions', 'handovers', 'workload', 'rules', 'audit', ...PROOF_TABS],
    })),
    readAt,
  });
  let read = sealed;
  const tellings: Telling[] = [];
  const happening = (part: string) => ({
    id: eventId(`${cause.id}.${part}`),
    at: ports.clock.now(),
    actor: cause.actor,
  });
  const batch = ports.ids.next();
  const run = async (event: BoardEvent): Promise<void> => {
    const outcome = await commit(ports, team, event, batch);
    if (outcome.kind !== 'committed') return;
    const telling = { records: [outcome.record], state: outcome.state };
    tellings.push(telling);
    read = withIds(read, [telling]);
  };
  await run(rulesEvent(happening('rules'), read));
  await run(teamEvent(ports, happening('team'), read));
  for (const event of await taskEvents(ports, team, read, happening)) await run(event);
  const proofs = await loadProofs(ports, team);
  for (const event of proofEvents(ports, read, await ports.store.team(team), proofs, happening))
    await run(event);
  const handovers = await handoversEvent(ports, team, read, happening);
  if (handovers !== null) await run(handovers);
  const found = await ports.store.load(team, EVERYTHING);
  if (found === null) return { kind: 'unknownTeam' };
  const state = { ...found, proofs: proofsAfter(proofs, tellings) };
  const masks = await keepContacts(ports, team, contacts, tellings);
  const at = ports.clock.now();
  const today = dayAt(at, state.team.policy.timeZone);
  const repairs = mergePlans([planRepairs(read, state, today), planDashboard(read, state, at), masks]);
  const told = await tell(ports, { team, tellings, read, repairs });
  return { kind: 'checked', changes: tellings.length, told };
};

/** Rows of the handovers that are open; what stands in the others is past. */
const handoversEvent = async (
  ports: Ports,
  team: TeamId,
  read: BoardRead,
  happening: (part: string) => Happening,
): Promise<BoardEvent | null> => {
  const open = new Set(
    Object.values((await ports.store.team(team))?.handovers ?? {}).map((line) =>
      handoverId(line.taskId, line),
    ),
  );
  const rows = (read.rows.handovers ?? []).filter(({ cells }) => open.has(readText(cells['id'] ?? null)));
  return rows.length === 0 ? null : { kind: 'handovers', ...happening('handovers'), rows };
};

const taskEvents = async (
  ports: Ports,
  team: TeamId,
  read: BoardRead,
  happening: (part: string) => Happening,
): Promise<readonly BoardEvent[]> => {
  const state: BoardState | null = await ports.store.load(team, EVERYTHING);
  if (state === null) return [];
  const today = dayAt(ports.clock.now(), state.team.policy.timeZone);
  const difference = compareBoard(read.rows.tasks ?? [], read.ids.tasks ?? [], state, today);
  const { changed, vanished, ids } = difference;
  const events: BoardEvent[] = [];
  for (let from = 0; from < Math.max(changed.length, vanished.length); from += ROWS_AT_ONCE) {
    const rows = changed.slice(from, from + ROWS_AT_ONCE);
    events.push({
      kind: 'tasks',
      ...happening(`tasks${from}`),
      rows,
      ids,
      freshIds: freshIds(ports, rows.length),
      origin: 'edit',
      vanished: vanished.slice(from, from + ROWS_AT_ONCE),
      ...withoutEmpty({ readAt: read.readAt }),
    });
  }
  return events;
};
