import type { Team } from '../../shared/domain/board-state.ts';
import { dayAt, plusDays } from '../../shared/domain/day.ts';
import { monthOf } from '../../shared/moves/credit.ts';
import { HISTORY_DAYS } from '../../shared/pages/dashboard-history.ts';
import type { DashboardData } from '../../shared/pages/dashboard-view.ts';
import type { Ports } from './ports.ts';

/** Days are kept beside the board and may come without a change of it: nothing older than this is shown. */
const OLDEST_MS = 60_000;
/** Boards remembered by one instance. */
const BOARDS = 50;

/**
 * What the dashboard is made from, by the head that the caller has just read: all books and at most four months of
 * days. While the head stays the same, what was read for it is shown again, so that an open page which asks every
 * minute, or a whole team of supervisors, costs one document each time.
 */
export const createDashboardReader = (
  ports: Pick<Ports, 'store' | 'clock'>,
): ((team: Team) => Promise<DashboardData | null>) => {
  const known = new Map<string, { readonly key: string; readonly read: Promise<DashboardData | null> }>();
  return async (team) => {
    const at = ports.clock.now();
    const today = dayAt(at, team.policy.timeZone);
    const key = `${team.revision}/${today}/${Math.floor(at / OLDEST_MS)}`;
    const present = known.get(team.id);
    if (present?.key === key) {
      const data = await present.read;
      return data && { ...data, at };
    }
    const read = readDashboard(ports.store, team, at);
    known.delete(team.id);
    known.set(team.id, { key, read });
    const [oldest] = known.keys();
    if (known.size > BOARDS && oldest !== undefined) known.delete(oldest);
    // What could not be read is asked for again.
    read.catch(() => known.delete(team.id));
    return read;
  };
};

const readDashboard = async (
  store: Ports['store'],
  { id, policy }: Team,
  at: number,
): Promise<DashboardData | null> => {
  const today = dayAt(at, policy.timeZone);
  const from = monthOf(plusDays(today, 1 - HISTORY_DAYS));
  const [state, days] = await Promise.all([
    store.load(id, { tasks: [], books: [], allBooks: true }),
    store.days(id, from, monthOf(today)),
  ]);
  return state === null ? null : { state, days, at };
};
