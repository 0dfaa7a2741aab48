import type { Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import type { ProofBooks, ProofTab } from '../domain/proof.ts';
import type { RawCell, ReadRow } from '../ports/board.ts';
import { isClosedOnBoard } from '../tags/proof-books.ts';
import { readProofRow } from '../tags/read-proof-rows.ts';
import { proofNote } from '../text/problem-words.ts';
import { spellTag } from '../text/spellings.ts';
import { tagWords } from '../text/tag-words.ts';

/** What Peineng's columns of a row of proof show: why it does not count, and the tag that a note speaks for. */
export const proofCells = (
  tab: ProofTab,
  row: ReadRow,
  { team, proofs }: { readonly team: Team; readonly proofs?: ProofBooks },
  today: Day,
): Readonly<Record<string, RawCell>> => {
  const { language } = team.policy;
  const { problems, proposed, deal } = readProofRow(tab, row, team, today);
  const texts = problems.map((problem) => proofNote(problem, tab, language));
  if (deal !== undefined && isClosedOnBoard(proofs, deal.print)) texts.push(tagWords(language).twin);
  return {
    problem: texts.length === 0 ? null : texts.join(' '),
    ...(proposed === undefined ? {} : { proposed: proposed === null ? null : spellTag(proposed, language) }),
  };
};
