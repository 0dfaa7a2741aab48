import { UNOWNED, type BookKey, type BoardState, type Team } from '../../shared/domain/board-state.ts';
import { byText, eventId, repId, type TeamId } from '../../shared/domain/ids.ts';
import { planDashboard } from '../../shared/outbox/plan-dashboard.ts';
import type { Telling } from '../../shared/outbox/plan-writes.ts';
import { endedDay } from '../../shared/report/ended-day.ts';
import { BoardError, EMPTY_PLAN } from '../../shared/ports/board.ts';
import { commit } from './commit.ts';
import { drainOutbox, WRITTEN_TABS } from './drain-outbox.ts';
import type { Ports } from './ports.ts';
import { readWithDashboard } from './read-dashboard.ts';
import { sendDueMail } from './send-due-mail.ts';
import { tell, type Told } from './tell.ts';

/** Tasks looked at in one transaction: keeps the event document far below Firestore's 1 MiB. */
const TASKS_AT_ONCE = 500;

export type SweepOutcome =
  | { readonly kind: 'unknownTeam' }
  | { readonly kind: 'swept'; readonly effects: number; readonly told: Told };

/**
 * The regular look at a whole team: what earlier runs left in the outbox, then lights, stale raises, leave,
 * snoozed suggestions and the queue. A large team is swept some books at a time; the sheet is told once at the end,
 * and then everybody gets at most one mail: about this sweep and whatever else is due.
 */
export const runSweep = async (ports: Ports, team: TeamId, id: string): Promise<SweepOutcome> => {
  const state = await ports.store.load(team, EVERYTHING);
  if (state === null) return { kind: 'unknownTeam' };
  const swept = await sweepBoard(ports, state, id);
  const mailed = await sendDueMail(ports, swept.team);
  return { kind: 'swept', effects: swept.effects, told: swept.told === 'told' ? mailed : swept.told };
};

interface Swept {
  readonly effects: number;
  readonly told: Told;
  /** As it is now. */
  readonly team: Team;
}

const sweepBoard = async (ports: Ports, state: BoardState, id: string): Promise<Swept> => {
  const team = state.team.id;
  await drainOutbox(ports, team);
  const tellings: Telling[] = [];
  for (const [index, books] of groups(state).entries()) {
    const at = ports.clock.now();
    const ended = books.includes(UNOWNED) ? endedDay(state, at) : null;
    const event = {
      kind: 'sweep',
      id: eventId(`${id}.${index}`),
      at,
      actor: null,
      books,
      ...(ended === null ? {} : { ended }),
    } as const;
    const outcome = await commit(ports, team, event);
    if (outcome.kind === 'committed') tellings.push({ records: [outcome.record], state: outcome.state });
  }
  const effects = tellings.reduce((sum, { records }) => sum + (records[0]?.effects.length ?? 0), 0);
  if (tellings.length === 0) return { effects, told: await showFigures(ports, state), team: state.team };
  const now = await ports.store.load(team, EVERYTHING);
  const read = await readWithDashboard(ports, team, WHAT_A_SWEEP_WRITES);
  const repairs = now === null ? EMPTY_PLAN : planDashboard(read, now, ports.clock.now());
  const told = await tell(ports, { team, tellings, read, repairs, mail: 'later' });
  return { effects, told, team: (now ?? state).team };
};

const EVERYTHING = { tasks: [], books: [], allBooks: true } as const;
const WHAT_A_SWEEP_WRITES = { rows: [], whole: ['workload'], ids: WRITTEN_TABS } as const;

/**
 * Nothing happened, but figures change with time: written when they differ from what the tabs show. No reason to
 * fail when the sheet is out of reach: the next sweep looks again.
 */
const showFigures = async (ports: Ports, state: BoardState): Promise<Told> => {
  const team = state.team.id;
  try {
    const read = await readWithDashboard(ports, team, { rows: [], whole: ['workload'], ids: [] });
    const repairs = planDashboard(read, state, ports.clock.now());
    return await tell(ports, { team, tellings: [], read, repairs });
  } catch (error) {
    if (!(error instanceof BoardError)) throw error;
    ports.log.warn('figures not shown', { team, failure: error.failure.code });
    return 'told';
  }
};

/** Books in groups of bearable size, the unowned ones last: they are placed when all pauses are settled. */
const groups = ({ team, books }: BoardState): readonly (readonly BookKey[])[] => {
  const all: BookKey[][] = [[]];
  let size = 0;
  for (const key of [...Object.keys(team.reps).sort(byText).map(repId), UNOWNED] as const) {
    const tasks = Object.keys(books[key] ?? {}).length;
    if (size > 0 && size + tasks > TASKS_AT_ONCE) {
      all.push([]);
      size = 0;
    }
    all.at(-1)?.push(key);
    size += tasks;
  }
  return all;
};
