import type { TeamId } from '../../shared/domain/ids.ts';
import type { EventRecord } from '../../shared/ports/store.ts';
import type { TabKey } from '../../shared/sheet/layout.ts';
import type { Ports } from './ports.ts';
import { tell, type Told } from './tell.ts';

/** Tabs whose rows a write may have to find. */
export const WRITTEN_TABS: readonly TabKey[] = ['tasks', 'team', 'suggestions', 'dashboard'];

const AT_ONCE = 100;

/** An id is given by place, and places remembered from an earlier run are no longer sure: a check gives it anew. */
const withoutPlaces = (record: EventRecord): EventRecord => ({
  ...record,
  effects: record.effects.map((effect) => (effect.type === 'idGiven' ? { ...effect, row: -1 } : effect)),
});

/**
 * Tells what earlier runs could not: all together, with the present state, so that old values never overwrite
 * newer ones. Costs one query when there is nothing.
 */
export const drainOutbox = async (ports: Ports, team: TeamId): Promise<Told> => {
  const records = (await ports.store.undelivered(team, AT_ONCE)).map(withoutPlaces);
  const [first] = records;
  if (first === undefined) return 'told';
  const state = await ports.store.load(team, { tasks: [], books: [], allBooks: true });
  if (state === null) return 'told';
  const read = await ports.board.read(team, {
    rows: [],
    whole: [],
    ids: [...WRITTEN_TABS, 'audit', 'rules'],
  });
  const told = await tell(ports, {
    team,
    batch: first.id,
    tellings: [{ records, state }],
    read,
    again: true,
  });
  if (told === 'kept' || records.length < AT_ONCE) return told;
  return drainOutbox(ports, team);
};
