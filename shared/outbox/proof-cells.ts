import type { Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import type { RawCell, ReadRow } from '../ports/board.ts';
import { readProofRow, type ProofTab } from '../tags/read-proof-rows.ts';
import { proofNote } from '../text/problem-words.ts';
import { spellTag } from '../text/spellings.ts';

/** What Peineng's columns of a row of proof show: why it does not count, and the tag that a note speaks for. */
export const proofCells = (
  tab: ProofTab,
  row: ReadRow,
  team: Team,
  today: Day,
): Readonly<Record<string, RawCell>> => {
  const { language } = team.policy;
  const { problems, proposed } = readProofRow(tab, row, team, today);
  const texts = problems.map((problem) => proofNote(problem, tab, language));
  return {
    problem: texts.length === 0 ? null : texts.join(' '),
    ...(proposed === undefined ? {} : { proposed: proposed === null ? null : spellTag(proposed, language) }),
  };
};
