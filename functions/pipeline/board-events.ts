import type { BoardEvent } from '../../shared/decide/board-event.ts';
import type { BoardRead } from '../../shared/ports/board.ts';
import { readText } from '../../shared/sheet/cell-value.ts';
import { freshIds, type Ports } from './ports.ts';

/** What every event of a run shares. */
export type Happening = Pick<BoardEvent, 'id' | 'at' | 'actor'>;

/** The whole Team tab as an event. */
export const teamEvent = (ports: Ports, happening: Happening, read: BoardRead): BoardEvent => {
  const rows = read.rows.team ?? [];
  return { kind: 'team', ...happening, rows, freshIds: freshIds(ports, rows.length) };
};

/** The whole Rules tab as an event. */
export const rulesEvent = (happening: Happening, read: BoardRead): BoardEvent => ({
  kind: 'rules',
  ...happening,
  rows: (read.rows.rules ?? [])
    .map(({ cells }) => ({ key: readText(cells['id'] ?? null), raw: cells['value'] ?? null }))
    .filter(({ key, raw }) => key !== '' || raw !== null),
});

/** The History, Ratings and Visit notes tabs as an event. */
export const proofEvent = (happening: Happening, read: BoardRead): BoardEvent => ({
  kind: 'proof',
  ...happening,
  history: read.rows.history ?? [],
  ratings: read.rows.ratings ?? [],
  notes: read.rows.notes ?? [],
});
