import type { TeamId } from '../../shared/domain/ids.ts';
import type { BoardRead } from '../../shared/ports/board.ts';
import type { EventRecord } from '../../shared/ports/store.ts';
import { readText } from '../../shared/sheet/cell-value.ts';
import type { TabKey } from '../../shared/sheet/layout.ts';
import { isBlank } from '../../shared/sheet/read-row.ts';
import type { Ports } from './ports.ts';
import { tell, type Told } from './tell.ts';

/** Tabs whose rows a write may have to find. */
export const WRITTEN_TABS: readonly TabKey[] = ['tasks', 'team', 'suggestions', 'handovers', 'workload'];

const AT_ONCE = 100;

type Given = Extract<EventRecord['effects'][number], { type: 'idGiven' }>;

const given = (records: readonly EventRecord[]): readonly Given[] =>
  records.flatMap(({ effects }) =>
    effects.flatMap((effect) => (effect.type === 'idGiven' && effect.row >= 0 ? [effect] : [])),
  );

/**
 * An id is given by place, and places remembered from an earlier run may no longer be right. The row gets it as
 * long as something stands there that has no id yet, and the id stands nowhere; else a check gives it anew.
 */
const inSurePlaces = (record: EventRecord, read: BoardRead): EventRecord => ({
  ...record,
  effects: record.effects.map((effect) => {
    if (effect.type !== 'idGiven') return effect;
    const { tab, row, id } = effect;
    const there = read.rows[tab]?.find((one) => one.row === row);
    const waits = there !== undefined && readText(there.cells['id'] ?? null) === '' && !isBlank(tab, there);
    return waits && !read.ids[tab]?.some((one) => one.id === id) ? effect : { ...effect, row: -1 };
  }),
});

/**
 * Tells what earlier runs could not: all together, with the present state, so that old values never overwrite
 * newer ones. Costs one query when there is nothing.
 */
export const drainOutbox = async (ports: Ports, team: TeamId): Promise<Told> => {
  const records = await ports.store.undelivered(team, AT_ONCE);
  if (records.length === 0) return 'told';
  const state = await ports.store.load(team, { tasks: [], books: [], allBooks: true });
  if (state === null) return 'told';
  const read = await ports.board.read(team, {
    rows: given(records).map(({ tab, row }) => ({ tab, startRow: row, endRow: row + 1 })),
    whole: [],
    ids: [...WRITTEN_TABS, 'audit', 'rules'],
  });
  const told = await tell(ports, {
    team,
    tellings: [{ records: records.map((record) => inSurePlaces(record, read)), state }],
    read,
    again: true,
  });
  if (told !== 'told' || records.length < AT_ONCE) return told;
  return drainOutbox(ports, team);
};
