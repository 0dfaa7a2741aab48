import type { Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import type { CountedRow, ProofBooks, ProofTab } from '../domain/proof.ts';
import type { ReadRow } from '../ports/board.ts';
import { isClosedOnBoard } from './proof-books.ts';
import { readProofRow } from './read-proof-rows.ts';

/**
 * What a row of History, Ratings or Visit notes counts for; null when for nothing. A deal that stands closed on the
 * Tasks tab too is counted there and only there.
 */
export const countRow = (
  tab: ProofTab,
  row: ReadRow,
  { team, proofs }: { readonly team: Team; readonly proofs?: ProofBooks },
  today: Day,
): CountedRow | null => {
  const { proof, deal } = readProofRow(tab, row, team, today);
  if (proof === null) return null;
  if (deal === undefined) return { proof };
  return {
    proof,
    day: deal.closedOn,
    ...(isClosedOnBoard(proofs, deal.print) ? { twin: true } : {}),
  };
};
