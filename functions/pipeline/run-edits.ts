import type { EditEvent } from '../../shared/contract/edit-event.ts';
import type { BoardEvent } from '../../shared/decide/board-event.ts';
import type { BoardState } from '../../shared/domain/board-state.ts';
import { dayAt } from '../../shared/domain/day.ts';
import { movesOf } from '../../shared/moves/set-of-moves.ts';
import type { Effect } from '../../shared/decide/effects.ts';
import { eventId, type TeamId } from '../../shared/domain/ids.ts';
import { withoutEmpty } from '../../shared/domain/without-empty.ts';
import { readAuditId } from '../../shared/outbox/audit-rows.ts';
import { mergePlans } from '../../shared/outbox/merge-plans.ts';
import { planProofRepairs } from '../../shared/outbox/plan-repairs.ts';
import type { Telling } from '../../shared/outbox/plan-writes.ts';
import type { BoardRead, ReadRow, WritePlan } from '../../shared/ports/board.ts';
import { isChecked, readText } from '../../shared/sheet/cell-value.ts';
import { proofEvent, rulesEvent, teamEvent, type Happening } from './board-events.ts';
import { checkBoard } from './check-board.ts';
import { mustRecount } from './check-proof.ts';
import { commit } from './commit.ts';
import { drainOutbox } from './drain-outbox.ts';
import { readRequest, routeAsRead, routeOf, type EditRoute } from './edit-route.ts';
import { withIds } from './given-ids.ts';
import { freshIds, type Ports } from './ports.ts';
import { keepContacts, sealContacts } from './seal-contacts.ts';
import { tell, type Told } from './tell.ts';

/** What became of an edit, for the answer to the add-on. */
export type EditOutcome =
  | { readonly kind: 'done'; readonly effects: number; readonly told: Told }
  | { readonly kind: 'duplicate' | 'ignored' | 'unknownTeam' };

/**
 * Handles edits of one team that came in together: one read of the sheet for all, one transaction each, one
 * write-back for all. An edit is only a hint where to look; what counts is what the sheet says now.
 */
export const runEdits = async (
  ports: Ports,
  team: TeamId,
  edits: readonly EditEvent[],
): Promise<readonly EditOutcome[]> => {
  const asked = edits.map(routeOf);
  const outcomes: EditOutcome[] = [];
  const tellings: Telling[] = [];
  const proofPlans: WritePlan[] = [];
  const looks = asked.some(({ kind }) => kind === 'rows' || kind === 'tab');
  const readAt = ports.clock.now();
  const sealed = sealContacts(
    looks ? { ...(await ports.board.read(team, readRequest(asked))), readAt } : NOTHING_READ,
  );
  let { read } = sealed;
  const routes = edits.map((edit, index) => routeAsRead(asked[index] ?? { kind: 'ignore' }, edit, read));
  const batch = ports.ids.next();
  for (const [index, edit] of edits.entries()) {
    const route = routes[index] ?? { kind: 'ignore' };
    const committed = await commitEdit(ports, team, { edit, route, batch }, read);
    outcomes.push(committed.outcome);
    tellings.push(...committed.tellings);
    proofPlans.push(...proofRepairs(ports, routes[index], read, committed.state));
    read = withIds(read, committed.tellings);
  }
  const repairs = mergePlans([await keepContacts(ports, team, sealed.contacts, tellings), ...proofPlans]);
  const told =
    tellings.length === 0 && proofPlans.every(isEmptyPlan)
      ? 'told'
      : await tell(ports, { team, tellings, read, repairs });
  const [first] = edits;
  const check =
    edits.find((_edit, index) => routes[index]?.kind === 'check') ??
    (mustRecount(tellings) ? first : undefined);
  if (check !== undefined) await checkBoard(ports, team, { id: check.id, actor: check.user ?? null });
  if (outcomes.some(({ kind }) => kind === 'duplicate')) await drainOutbox(ports, team);
  return outcomes.map((outcome) => (outcome.kind === 'done' ? { ...outcome, told } : outcome));
};

const NOTHING_READ: BoardRead = { rows: {}, ids: {}, columns: {} };

interface Committed {
  readonly outcome: EditOutcome;
  readonly tellings: readonly Telling[];
  /** As it was when the last event had been decided; null where nothing was. */
  readonly state: BoardState | null;
}

const isEmptyPlan = ({ cells, notes, appends }: WritePlan): boolean =>
  cells.length + notes.length + appends.length === 0;

/** What Peineng's columns of edited rows of proof have to say. */
const proofRepairs = (
  ports: Ports,
  route: EditRoute | undefined,
  { rows }: BoardRead,
  state: BoardState | null,
): readonly WritePlan[] => {
  if (route?.kind !== 'rows' || state === null) return [];
  const { tab, startRow, endRow } = route;
  const today = dayAt(ports.clock.now(), state.team.policy.timeZone);
  return [planProofRepairs({ rows: { [tab]: within(rows[tab], startRow, endRow) } }, state, today)];
};

/** An edit with what has to be looked at, among those that are told together. */
interface Routed {
  readonly edit: EditEvent;
  readonly route: EditRoute;
  readonly batch: string;
}

const commitEdit = async (
  ports: Ports,
  team: TeamId,
  { edit, route, batch }: Routed,
  read: BoardRead,
): Promise<Committed> => {
  if (route.kind === 'ignore') return { outcome: { kind: 'ignored' }, tellings: [], state: null };
  const tellings: Telling[] = [];
  let state: BoardState | null = null;
  let outcome: EditOutcome = { kind: 'done', effects: 0, told: 'told' };
  for (const event of await eventsOf(ports, team, edit, route, read)) {
    const committed = await commit(ports, team, event, batch);
    if (committed.kind === 'unknownTeam' || committed.kind === 'duplicate')
      outcome = { kind: committed.kind };
    if (committed.kind === 'nothing' || committed.kind === 'committed') state = committed.state;
    if (committed.kind !== 'committed') continue;
    tellings.push({ records: [committed.record], state: committed.state });
    if (outcome.kind === 'done')
      outcome = { ...outcome, effects: outcome.effects + committed.record.effects.length };
  }
  return { outcome, tellings, state };
};

const within = (rows: readonly ReadRow[] | undefined, from: number, to: number): readonly ReadRow[] =>
  (rows ?? []).filter(({ row }) => row >= from && row < to);

const eventsOf = async (
  ports: Ports,
  team: TeamId,
  edit: EditEvent,
  route: EditRoute,
  read: BoardRead,
): Promise<readonly BoardEvent[]> => {
  const happening = { id: eventId(edit.id), at: ports.clock.now(), actor: edit.user ?? null };
  if (route.kind === 'tab')
    return [route.tab === 'team' ? teamEvent(ports, happening, read) : rulesEvent(happening, read)];
  if (route.kind !== 'rows') return [];
  const rows = within(read.rows[route.tab], route.startRow, route.endRow);
  if (route.tab === 'audit') return undoEvents(ports, team, happening, rows);
  if (route.tab === 'handovers') return [{ kind: 'handovers', ...happening, rows }];
  if (route.tab !== 'tasks')
    return [proofEvent(ports, happening, route.tab, { rows, ids: read.ids[route.tab] ?? [], vanished: [] })];
  const ids = read.ids.tasks ?? [];
  return [
    {
      kind: 'tasks',
      ...happening,
      rows,
      ids,
      freshIds: freshIds(ports, rows.length),
      origin: 'edit',
      vanished: [],
      ...withoutEmpty({ readAt: read.readAt }),
    },
  ];
};

/** A set of moves is taken back as a whole: every move that its event made. */
const setOf = (effect: Effect, effects: readonly Effect[]): { readonly set?: readonly Effect[] } =>
  effect.type === 'movedMany' ? { set: movesOf(effects) } : {};

/** Ticked rows of the Audit tab, each with the effect it stands for. Ticks taken away ask for nothing. */
const undoEvents = async (
  ports: Ports,
  team: TeamId,
  happening: Happening,
  rows: readonly ReadRow[],
): Promise<readonly BoardEvent[]> => {
  const events: BoardEvent[] = [];
  for (const { cells } of rows) {
    const auditId = readText(cells['id'] ?? null);
    const found = isChecked(cells['undo'] ?? null) ? readAuditId(auditId) : null;
    if (found === null) continue;
    const effects = (await ports.store.event(team, eventId(found.event)))?.effects ?? [];
    const effect = effects[found.index];
    const id = eventId(rows.length === 1 ? happening.id : `${happening.id}.${events.length}`);
    if (effect !== undefined)
      events.push({ kind: 'undo', ...happening, id, auditId, effect, ...setOf(effect, effects) });
  }
  return events;
};
