import { DEFAULT_POLICY } from '../../shared/contract/policy.ts';
import { CONTACT_MASK, CONTACT_TYPED, typedContact } from '../../shared/moves/contact-cell.ts';
import type { TaskSignals } from '../../shared/domain/task.ts';
import { eventId, type TeamId } from '../../shared/domain/ids.ts';
import type { Telling } from '../../shared/outbox/plan-writes.ts';
import { EMPTY_PLAN, type RawCell, type ReadRow, type WritePlan } from '../../shared/ports/board.ts';
import type { TabKey } from '../../shared/sheet/layout.ts';
import type { Happening } from './board-events.ts';
import { checkBoard } from './check-board.ts';
import { commit } from './commit.ts';
import { freshIds, type Ports } from './ports.ts';
import { runSweep } from './run-sweep.ts';
import { keepContacts } from './seal-contacts.ts';
import { tell } from './tell.ts';

type Cells = Readonly<Record<string, RawCell>>;

/** A team to be put on an empty board: what people would type, by column key, and what a CRM knows beside it. */
export interface TeamToImport {
  readonly team: readonly { readonly cells: Cells }[];
  readonly tasks: readonly { readonly cells: Cells; readonly signals?: TaskSignals }[];
  readonly history: readonly { readonly cells: Cells }[];
  readonly ratings?: readonly { readonly cells: Cells }[];
  readonly notes?: readonly { readonly cells: Cells }[];
  /** Deviations from the default rules, by key. */
  readonly rules: Readonly<Record<string, RawCell>>;
  /** Who imports, for the audit. */
  readonly actor: string | null;
}

const ROWS_PER_WRITE = 1000;
const TASKS_PER_COMMIT = 200;

/**
 * Puts a whole team on a board that has just been set up: rows into the sheet (RAW, with their ids), tasks into
 * the store without a decision each, then one sweep that looks at the team as it is now, and one check that
 * fills Peineng's columns. `progress` hears how many rows are done.
 */
export const importTeam = async (
  ports: Ports,
  team: TeamId,
  seed: TeamToImport,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<void> => {
  const total = seed.team.length + seed.tasks.length + seed.history.length;
  const tellings = [...(await importRules(ports, team, seed)), ...(await importPeople(ports, team, seed))];
  const before = seed.team.length;
  await importTasks(ports, team, seed, (done) => progress(before + done, total));
  await append(ports, team, 'history', seed.history, (done) =>
    progress(before + seed.tasks.length + done, total),
  );
  for (const tab of ['ratings', 'notes'] as const)
    await append(ports, team, tab, seed[tab] ?? [], () => undefined);
  const imported = { type: 'imported', tasks: seed.tasks.length, reps: seed.team.length } as const;
  const noted = await ports.store.transact(
    team,
    { ...happening(ports, 'import', seed), kind: 'import' },
    () => ({ tasks: [], books: [] }),
    () => [imported],
  );
  if (noted.kind === 'committed') tellings.push({ records: [noted.record], state: noted.state });
  // Set-up again: dropdowns and formats now have to reach down to the last of the new rows.
  const { language } = noted.kind === 'committed' ? noted.state.team.policy : DEFAULT_POLICY;
  await ports.board.setUp(team, language);
  const read = await ports.board.read(team, {
    rows: [],
    whole: [],
    ids: ['team', 'workload', 'rules', 'audit'],
  });
  await tell(ports, { team, tellings, read });
  await runSweep(ports, team, ports.ids.next());
  await checkBoard(ports, team, { id: ports.ids.next(), actor: null });
};

const happening = (ports: Ports, part: string, { actor }: TeamToImport): Happening => ({
  id: eventId(`${ports.ids.next()}-${part}`),
  at: ports.clock.now(),
  actor,
});

const write = async (ports: Ports, team: TeamId, plan: WritePlan): Promise<void> => {
  const tabs = [...new Set([...plan.cells, ...plan.appends].map(({ tab }) => tab))];
  await ports.board.write(team, plan, await ports.board.read(team, { rows: [], whole: [], ids: tabs }));
};

/** Appends rows with new ids, and answers with them as they stand in the sheet, numbered from 0. */
const append = async (
  ports: Ports,
  team: TeamId,
  tab: TabKey,
  list: readonly { readonly cells: Cells }[],
  progress: (done: number) => void,
): Promise<readonly ReadRow[]> => {
  const ids = freshIds(ports, list.length);
  const rows = list.map(({ cells }, row) => ({ row, cells: { ...cells, id: ids[row] ?? '' } }));
  for (let from = 0; from < rows.length; from += ROWS_PER_WRITE) {
    const part = rows.slice(from, from + ROWS_PER_WRITE);
    await write(ports, team, { ...EMPTY_PLAN, appends: part.map(({ cells }) => ({ tab, values: cells })) });
    progress(from + part.length);
  }
  return rows;
};

const importRules = async (ports: Ports, team: TeamId, seed: TeamToImport): Promise<readonly Telling[]> => {
  const entries = Object.entries(seed.rules);
  if (entries.length === 0) return [];
  const cells = entries.map(([id, value]) => ({ tab: 'rules', at: { id }, column: 'value', value }) as const);
  await write(ports, team, { ...EMPTY_PLAN, cells });
  const rows = entries.map(([key, raw]) => ({ key, raw }));
  const outcome = await commit(ports, team, { kind: 'rules', ...happening(ports, 'rules', seed), rows });
  return outcome.kind === 'committed' ? [{ records: [outcome.record], state: outcome.state }] : [];
};

const importPeople = async (ports: Ports, team: TeamId, seed: TeamToImport): Promise<readonly Telling[]> => {
  const rows = await append(ports, team, 'team', seed.team, () => undefined);
  const outcome = await commit(ports, team, {
    kind: 'team',
    ...happening(ports, 'team', seed),
    rows,
    freshIds: [],
  });
  return outcome.kind === 'committed' ? [{ records: [outcome.record], state: outcome.state }] : [];
};

/** Contacts of imported deals never reach the sheet: the mask stands there from the beginning. */
const withoutContacts = (
  tasks: TeamToImport['tasks'],
): {
  readonly cells: readonly { readonly cells: Cells }[];
  readonly contacts: ReadonlyMap<number, string>;
} => {
  const contacts = new Map<number, string>();
  const cells = tasks.map(({ cells: typed }, row) => {
    const contact = typedContact(typed['contact'] ?? null);
    if (contact === null) return { cells: typed };
    contacts.set(row, contact);
    return { cells: { ...typed, contact: CONTACT_MASK } };
  });
  return { cells, contacts };
};

const importTasks = async (
  ports: Ports,
  team: TeamId,
  seed: TeamToImport,
  progress: (done: number) => void,
): Promise<void> => {
  const { cells: masked, contacts } = withoutContacts(seed.tasks);
  const appended = await append(ports, team, 'tasks', masked, () => undefined);
  const rows = appended.map((row) =>
    contacts.has(row.row) ? { ...row, cells: { ...row.cells, contact: CONTACT_TYPED } } : row,
  );
  for (let from = 0; from < rows.length; from += TASKS_PER_COMMIT) {
    const part = rows.slice(from, from + TASKS_PER_COMMIT);
    const signals: Record<number, TaskSignals> = {};
    for (const { row } of part) {
      const known = seed.tasks[row]?.signals;
      if (known !== undefined) signals[row] = known;
    }
    const outcome = await commit(ports, team, {
      kind: 'tasks',
      ...happening(ports, `tasks${from}`, seed),
      rows: part,
      ids: [],
      freshIds: [],
      origin: 'import',
      vanished: [],
      signals,
    });
    if (outcome.kind === 'committed')
      await keepContacts(ports, team, contacts, [{ records: [outcome.record], state: outcome.state }]);
    // The check at the end fills all rows at once: there is nothing to tell row by row.
    if (outcome.kind === 'committed')
      await ports.store.mark(team, [{ id: outcome.record.id, told: ports.clock.now(), waits: {} }]);
    progress(from + part.length);
  }
};
