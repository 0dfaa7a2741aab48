import type { Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import { byText, type RepId } from '../domain/ids.ts';
import type { Rep } from '../domain/rep.ts';
import type { TaskFields } from '../domain/task.ts';
import { withoutEmpty } from '../domain/without-empty.ts';
import type { ReadRow } from '../ports/board.ts';
import { err, ok, type Result } from '../result.ts';
import type { Word } from '../text/spellings.ts';
import type { CellProblem } from './cell-problem.ts';
import { nearestName } from './nearest-name.ts';
import { rowReader, type RowReader } from './read-row.ts';

/** A good row of the Tasks tab. */
export interface TaskRow {
  readonly fields: TaskFields;
  readonly action?: Word<'action'>;
}

const fold = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/**
 * Who an owner cell means. Reps who left, and former names, are still understood. Where several reps answer to
 * a name the present owner goes first, so a cell that nobody touched never changes hands because somebody of
 * that name joined; then present names before former ones, and who is there before who left.
 */
export const findRep = (team: Team, name: string, presentOwner?: RepId): RepId | null => {
  const wanted = fold(name);
  const answers = (rep: Rep): number => {
    const byName = fold(rep.fields.name) === wanted;
    if (!byName && !rep.formerNames.some((former) => fold(former) === wanted)) return NOBODY;
    if (rep.id === presentOwner) return 0;
    return (byName ? 1 : 3) + (rep.fields.availability === 'left' ? 1 : 0);
  };
  const [best] = Object.values(team.reps)
    .map((rep) => ({ id: rep.id, rank: answers(rep) }))
    .filter(({ rank }) => rank < NOBODY)
    .sort((a, b) => a.rank - b.rank || byText(a.id, b.id));
  return best?.id ?? null;
};
const NOBODY = 9;

/** The name of somebody still on the team that is most like a mistyped one, for the note. */
const nearestOnTeam = (team: Team, typed: string): string | undefined => {
  const present = Object.values(team.reps).filter((rep) => rep.fields.availability !== 'left');
  return nearestName(
    typed,
    present.map((rep) => rep.fields.name),
  );
};

const readOwner = (read: RowReader, team: Team, presentOwner?: RepId): RepId | undefined => {
  const name = read.text('owner');
  if (name === undefined) return undefined;
  const owner = findRep(team, name, presentOwner);
  if (owner !== null) return owner;
  const nearest = nearestOnTeam(team, name);
  read.refuse('owner', { code: 'UNKNOWN_REP', ...(nearest === undefined ? {} : { nearest }) });
  return undefined;
};

/**
 * Parses one row of the Tasks tab. All bad cells are reported together; the caller keeps the row's last good
 * state in force (spec 2). `today` bounds the last-progress date; `presentOwner` decides between namesakes.
 */
export const readTaskRow = (
  row: ReadRow,
  team: Team,
  today: Day,
  presentOwner?: RepId,
): Result<TaskRow, readonly CellProblem[]> => {
  const read = rowReader('tasks', row);
  const customer = read.text('customer') ?? '';
  const title = read.text('title') ?? '';
  if (customer === '' && title === '' && read.problems.length === 0)
    read.refuse('customer', { code: 'MISSING' });
  const optional = {
    industry: read.text('industry'),
    value: read.word('value', 'value'),
    difficulty: read.word('difficulty', 'difficulty'),
    amount: read.number('amount'),
    owner: readOwner(read, team, presentOwner),
    lastProgress: read.day('lastProgress', today),
    nextStep: read.text('nextStep'),
    source: read.word('source', 'source'),
  };
  const stage = read.word('stage', 'stage') ?? 'prospecting';
  const action = read.word('action', 'action');
  if (read.problems.length > 0) return err(read.problems);
  const fields = { customer, title, stage, ...withoutEmpty(optional) };
  return ok({ fields, ...(action === undefined ? {} : { action }) });
};
