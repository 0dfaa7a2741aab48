import type { TeamId } from '../../shared/domain/ids.ts';
import { BoardError, type BoardRead, type ReadRequest } from '../../shared/ports/board.ts';
import type { Ports } from './ports.ts';

/**
 * Reads what is asked for and the whole Dashboard tab, in one call. The Dashboard only shows: a board without it, from
 * before it was there or because people took it away, goes on without.
 */
export const readWithDashboard = async (
  { board, log }: Pick<Ports, 'board' | 'log'>,
  team: TeamId,
  request: ReadRequest,
): Promise<BoardRead> => {
  try {
    return await board.read(team, {
      ...request,
      whole: [...request.whole, 'dashboard'],
      ids: [...request.ids, 'dashboard'],
    });
  } catch (error) {
    if (!(error instanceof BoardError)) throw error;
    const { failure } = error;
    if (failure.code !== 'TAB_MISSING' || failure.tab !== 'dashboard') throw error;
    log.warn('no dashboard tab', { team });
    return board.read(team, request);
  }
};
