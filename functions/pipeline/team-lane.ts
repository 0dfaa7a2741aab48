import type { TeamId } from '../../shared/domain/ids.ts';
import { BoardError } from '../../shared/ports/board.ts';
import { drainOutbox } from './drain-outbox.ts';
import type { Ports } from './ports.ts';
import type { Told } from './tell.ts';

/** Runs work of one team after another; work of other teams goes on beside it. */
export type TeamLane = <Outcome>(
  team: TeamId,
  work: () => Promise<Outcome>,
  toldOf: (outcome: Outcome) => Told,
) => Promise<Outcome>;

/**
 * Everything that reads a board and decides from it goes through its team's lane, for a sheet read while
 * something decided has not been written yet shows old values: an owner cell would look as if a person had
 * changed it back. So whatever is in the outbox is told first: before the first work of this instance (an
 * earlier one may have died on the way), and after work that failed or could not be told.
 *
 * @throws {BoardError} UNAVAILABLE, before the work begins, when the sheet still cannot be written.
 */
export const createTeamLane = (ports: Ports): TeamLane => {
  const last = new Map<TeamId, Promise<unknown>>();
  const upToDate = new Set<TeamId>();
  const inLane: TeamLane = async (team, work, toldOf) => {
    if (!upToDate.has(team)) await catchUp(ports, team);
    upToDate.delete(team);
    const outcome = await work();
    // A mail alone that could not be sent does not make the sheet wrong: it waits for the next sweep.
    if (toldOf(outcome) !== 'kept') upToDate.add(team);
    return outcome;
  };
  return async (team, work, toldOf) => {
    const before = last.get(team) ?? Promise.resolve();
    const go = () => inLane(team, work, toldOf);
    const mine = before.then(go, go);
    last.set(team, mine);
    try {
      return await mine;
    } finally {
      if (last.get(team) === mine) last.delete(team);
    }
  };
};

const catchUp = async (ports: Ports, team: TeamId): Promise<void> => {
  if ((await drainOutbox(ports, team)) === 'kept')
    throw new BoardError({ code: 'UNAVAILABLE' }, 'What was decided before could not be written yet.');
};
