import type { Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import type { RepId } from '../domain/ids.ts';
import type { ProofTab, RowProof } from '../domain/proof.ts';
import { withoutEmpty } from '../domain/without-empty.ts';
import type { ReadRow } from '../ports/board.ts';
import type { CellProblem } from '../sheet/cell-problem.ts';
import { isBlank, rowReader, type RowReader } from '../sheet/read-row.ts';
import { findRep } from '../sheet/read-task-row.ts';
import { canonicalTag } from '../text/spellings.ts';
import { dealPrint } from './closed-deal.ts';
import { familyOf, proposeTag } from './keyword-table.ts';
import { proofOfDeal, proofOfNote, proofOfRating } from './proof-of.ts';

/** What a row proves, or what keeps it from counting. Both may be missing: an open deal, an unconfirmed note. */
export interface ProofRow {
  readonly proof: RowProof | null;
  readonly problems: readonly CellProblem[];
  /** The tag that a visit note speaks for. */
  readonly proposed?: string | null;
  /** Of a deal that counts: when it closed, and by what it is known again on the Tasks tab. */
  readonly deal?: { readonly closedOn: Day; readonly print: string };
}

const NOTHING: ProofRow = { proof: null, problems: [] };

/** Reads one row of History, Ratings or Visit notes. `today` bounds the dates of ratings and notes. */
export const readProofRow = (tab: ProofTab, row: ReadRow, team: Team, today: Day): ProofRow => {
  if (isBlank(tab, row)) return tab === 'notes' ? { ...NOTHING, proposed: null } : NOTHING;
  const read = rowReader(tab, row);
  if (tab === 'history') return readDeal(read, team);
  return tab === 'ratings' ? readRating(read, team, today) : readNote(read, team, today);
};

/** Deals of people who are not on the team, or of nobody, count toward the team's mean. */
const readDeal = (read: RowReader, team: Team): ProofRow => {
  const owner = read.text('owner');
  const stage = read.word('stage', 'stage');
  const closedOn = read.day('closedOn');
  const known = withoutEmpty({
    industry: read.text('industry'),
    difficulty: read.word('difficulty', 'difficulty'),
    startedOn: read.day('startedOn'),
  });
  if (stage !== undefined && stage !== 'won' && stage !== 'lost') return NOTHING;
  refuseEmpty(read, ['stage', 'closedOn']);
  if (read.problems.length > 0 || stage === undefined || closedOn === undefined)
    return { proof: null, problems: read.problems };
  const rep = owner === undefined ? '' : (findRep(team, owner) ?? '');
  const won = stage === 'won';
  const [customer, title] = [read.text('customer') ?? '', read.text('title') ?? ''];
  return {
    proof: proofOfDeal({ rep, won, closedOn, ...known }),
    problems: [],
    deal: { closedOn, print: dealPrint({ customer, title, rep, won, closedOn }) },
  };
};

const refuseEmpty = (read: RowReader, columns: readonly string[]): void => {
  for (const column of columns) if (isEmpty(read, column)) read.refuse(column, { code: 'MISSING' });
};

const isEmpty = (read: RowReader, column: string): boolean => String(read.raw(column) ?? '').trim() === '';

const readRating = (read: RowReader, team: Team, today: Day): ProofRow => {
  const rep = readRep(read, team);
  const tag = readTag(read, read.requiredText('tag'), team);
  const rating = read.word('rating', 'rating');
  const on = read.day('on', today);
  refuseEmpty(read, ['rating', 'on']);
  if (read.problems.length > 0 || rep === null || tag === null || rating === undefined || on === undefined)
    return { proof: null, problems: read.problems };
  return { proof: proofOfRating(rep, tag.family, tag.tag, Number(rating), on), problems: [] };
};

/** A note counts once a person has confirmed it, for the tag they typed or else for the one proposed. */
const readNote = (read: RowReader, team: Team, today: Day): ProofRow => {
  const note = read.text('note') ?? '';
  const proposed = proposeTag(note);
  const typed = read.text('tag');
  if (read.word('confirmed', 'confirm') !== 'yes') return { proof: null, problems: read.problems, proposed };
  const rep = readRep(read, team);
  const on = read.day('on', today);
  refuseEmpty(read, ['on']);
  const name = typed ?? proposed;
  if (name === null) read.refuse('tag', { code: 'MISSING' });
  const tag = name === null ? null : readTag(read, name, team);
  if (read.problems.length > 0 || rep === null || tag === null || on === undefined)
    return { proof: null, problems: read.problems, proposed };
  return { proof: proofOfNote(rep, tag.family, tag.tag, on), problems: [], proposed };
};

const readRep = (read: RowReader, team: Team): RepId | null => {
  const name = read.requiredText('rep');
  const rep = name === '' ? null : findRep(team, name);
  if (name !== '' && rep === null) read.refuse('rep', { code: 'UNKNOWN_REP' });
  return rep;
};

const readTag = (read: RowReader, name: string, team: Team) => {
  if (name === '') return null;
  const family = familyOf(name, team.policy.asks);
  if (family === null) read.refuse('tag', { code: 'NOT_A_CHOICE', vocabulary: 'skill' });
  return family === null ? null : { family, tag: canonicalTag(name) };
};
