import { rulesOf } from '../../shared/contract/rules-of-policy.ts';
import type { BoardState } from '../../shared/domain/board-state.ts';
import { byText, eventId, taskId, type TeamId } from '../../shared/domain/ids.ts';
import { typedCells } from '../../shared/outbox/task-cells.ts';
import { typedRepCells } from '../../shared/outbox/typed-rep-cells.ts';
import {
  BoardError,
  EMPTY_PLAN,
  type RawCell,
  type ReadRow,
  type WritePlan,
} from '../../shared/ports/board.ts';
import { readText } from '../../shared/sheet/cell-value.ts';
import { TABS } from '../../shared/sheet/layout.ts';
import type { Ports } from './ports.ts';
import { tell } from './tell.ts';

type Cells = Readonly<Record<string, RawCell>>;

/** The tabs in which people type what Peineng decides from. */
const KEPT = ['tasks', 'team', 'rules'] as const;
type KeptTab = (typeof KEPT)[number];

/** Tabs that are gone, or have lost a column of people's: to be asked before set-up makes them anew. */
export const damagedTabs = async (ports: Ports, team: TeamId): Promise<readonly KeptTab[]> => {
  const damaged: KeptTab[] = [];
  for (const tab of KEPT) {
    try {
      await ports.board.read(team, { rows: [], whole: [], ids: [tab] });
    } catch (error) {
      if (!(error instanceof BoardError) || error.failure.code !== 'TAB_MISSING') throw error;
      damaged.push(tab);
    }
  }
  return damaged;
};

/**
 * Puts back what people had typed into tabs that set-up has made anew. Otherwise the empty tab would look as if
 * they had deleted every row, or emptied a column: all tasks archived, the whole team gone.
 */
export const restoreTabs = async (
  ports: Ports,
  team: TeamId,
  tabs: readonly KeptTab[],
  setUp: { readonly id: string; readonly actor: string },
): Promise<void> => {
  if (tabs.length === 0) return;
  const state = await ports.store.load(team, { tasks: [], books: [], allBooks: true });
  if (state === null) return;
  for (const tab of tabs) {
    const read = await ports.board.read(team, { rows: [], whole: [tab], ids: [tab] });
    const plan = planRestore(tab, read.rows[tab] ?? [], await knownRows(ports, tab, state));
    await ports.board.write(team, plan, read);
  }
  // The same set-up once, however often it is asked for.
  const outcome = await ports.store.transact(
    team,
    { id: eventId(`${setUp.id}-tabs`), at: ports.clock.now(), kind: 'setUp', actor: setUp.actor },
    () => ({ tasks: [], books: [] }),
    () => [{ type: 'tabsRestored', tabs }],
  );
  if (outcome.kind !== 'committed') return;
  const read = await ports.board.read(team, { rows: [], whole: [], ids: ['rules'] });
  await tell(ports, { team, tellings: [{ records: [outcome.record], state: outcome.state }], read });
};

/** What stood in each row, by id. */
const knownRows = async (
  ports: Ports,
  tab: KeptTab,
  state: BoardState,
): Promise<ReadonlyMap<string, Cells>> => {
  const { team, books } = state;
  if (tab === 'rules')
    return new Map(Object.entries(rulesOf(team.policy)).map(([id, value]) => [id, { value }]));
  if (tab === 'team') {
    const reps = Object.values(team.reps).sort((a, b) => byText(a.id, b.id));
    return new Map(reps.map((rep) => [rep.id, typedRepCells(rep, team.policy.language)]));
  }
  const ids = Object.values(books)
    .flatMap((book) => Object.keys(book))
    .sort(byText)
    .map(taskId);
  const tasks = (await ports.store.load(team.id, { tasks: ids, books: [] }))?.tasks ?? {};
  return new Map(
    ids.flatMap((id) => (tasks[id] === undefined ? [] : [[id, typedCells(tasks[id], team)] as const])),
  );
};

/**
 * An empty tab gets all rows. In one that has rows only columns without any content are filled: whatever still
 * stands there is newer than what is remembered.
 */
const planRestore = (
  tab: KeptTab,
  rows: readonly ReadRow[],
  known: ReadonlyMap<string, Cells>,
): WritePlan => {
  if (rows.length === 0)
    return { ...EMPTY_PLAN, appends: [...known].map(([id, cells]) => ({ tab, values: { id, ...cells } })) };
  const lost = TABS[tab].columns
    .filter(({ key, owner }) => owner === 'people' && (tab === 'rules' || isEmpty(rows, key)))
    .map(({ key }) => key);
  const cells = rows.flatMap((row) => {
    const id = readText(row.cells['id'] ?? null);
    const typed = known.get(id);
    return lost.flatMap((column) => {
      const value = typed?.[column] ?? null;
      return value === null ? [] : [{ tab, at: { id }, column, value }];
    });
  });
  return { ...EMPTY_PLAN, cells };
};

const isEmpty = (rows: readonly ReadRow[], column: string): boolean =>
  rows.every(({ cells }) => readText(cells[column] ?? null) === '');
