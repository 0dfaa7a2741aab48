import type { BoardEvent, ProofRead } from '../../shared/decide/board-event.ts';
import type { ProofTab } from '../../shared/domain/proof.ts';
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

/** Rows of one tab of proof as an event. */
export const proofEvent = (
  ports: Ports,
  happening: Happening,
  tab: ProofTab,
  { rows, ids, vanished }: Pick<ProofRead, 'rows' | 'ids' | 'vanished'>,
): ProofRead => ({
  kind: 'proof',
  ...happening,
  tab,
  rows,
  ids,
  vanished,
  freshIds: freshIds(ports, rows.length),
});
