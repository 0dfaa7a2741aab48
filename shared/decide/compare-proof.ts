import type { BoardState } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import type { ProofTab } from '../domain/proof.ts';
import { sameData } from '../domain/same-data.ts';
import type { BoardRead, ReadRow } from '../ports/board.ts';
import { readText } from '../sheet/cell-value.ts';
import { isBlank } from '../sheet/read-row.ts';
import { countRow } from '../tags/count-row.ts';
import { countedIn, partsOf } from '../tags/proof-books.ts';
import type { ProofRead } from './board-event.ts';
import { ID_PATTERN } from './identify-rows.ts';

/**
 * How a tab of proof differs from what its rows were counted for: rows that count otherwise or have no id of their
 * own, and ids that stand nowhere any more. `state` holds the whole record.
 */
export const compareProof = (
  tab: ProofTab,
  rows: readonly ReadRow[],
  ids: NonNullable<BoardRead['ids'][ProofTab]>,
  state: Pick<BoardState, 'team' | 'proofs'>,
  today: Day,
): Pick<ProofRead, 'rows' | 'vanished' | 'ids'> => {
  const own = new Map<string, number>();
  for (const { id, row } of ids) if (row < (own.get(id) ?? Infinity)) own.set(id, row);
  const changed = rows.filter((row) => {
    const id = readText(row.cells['id'] ?? null);
    if (!ID_PATTERN.test(id) || own.get(id) !== row.row) return !isBlank(tab, row);
    return !sameData(countedIn(state.proofs, tab, id), countRow(tab, row, state, today));
  });
  const vanished = partsOf(tab)
    .flatMap((part) => Object.keys(state.proofs?.[part] ?? {}))
    .filter((id) => !own.has(id));
  return { rows: changed, vanished, ids: [...own].map(([id, row]) => ({ id, row })) };
};
