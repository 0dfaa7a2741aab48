import type { Team } from '../domain/board-state.ts';
import type { TaskId } from '../domain/ids.ts';
import { CUSTOMER_VALUES, DIFFICULTIES } from '../domain/task.ts';
import type { RatingCell, Rep } from '../domain/rep.ts';
import { heldWithout } from './candidates.ts';
import type { Question } from './choose.ts';
import type { Candidate, FitTask } from './fit-question.ts';
import { typeOf } from './load.ts';
import { score } from './score.ts';

/** Scores of every task for every rep: `scores[task × reps.length + rep]`, as `score` would give them. */
export interface ScoreMatrix {
  readonly reps: readonly Rep[];
  readonly scores: Float64Array;
}

const CELLS: readonly RatingCell[] = CUSTOMER_VALUES.flatMap((value) =>
  DIFFICULTIES.map((difficulty): RatingCell => `${value}/${difficulty}`),
);
const cellIndex = new Map(CELLS.map((cell, at) => [cell, at]));

/**
 * Scores a whole team's work at once. For somebody who neither owns a task nor has it offered, a score depends on
 * the task through its cell and its industry alone, so it is the sum of two table entries, kept as whole
 * millionths: every part of a score is rounded to a millionth, so nothing is lost. The tables are filled by the
 * readable rules themselves, and owners, lenders and those who are being asked are scored by `score`; the two cannot
 * drift apart. No explanations: ask `rank` for the pairs that are shown.
 *
 * @example scoreMatrix(team, questions).scores[0] // first task, first rep of team.reps by id
 */
export const scoreMatrix = (team: Team, questions: readonly Question[]): ScoreMatrix => {
  const reps = Object.values(team.reps).sort((a, b) => (a.id < b.id ? -1 : 1));
  const width = reps.length;
  const held = reps.map((rep): Candidate => ({ rep, held: heldWithout(team, rep, null, null) }));
  const industries = indexIndustries(questions);
  const byCell = fill(CELLS.length, width, (row, at) => millionths(team, held, at, taskIn(CELLS[row])));
  const byIndustry = fill(industries.names.length, width, (row, at) => {
    const plain = taskIn(CELLS[0]);
    const asked = { ...plain, industry: industries.names[row] ?? '' };
    return millionths(team, held, at, asked) - millionths(team, held, at, plain);
  });
  const scores = new Float64Array(questions.length * width);
  const cells = Int32Array.from(questions, ({ cell }) => cellIndex.get(cell) ?? 0);
  addTables({ scores, width, cells, industries: industries.of, byCell, byIndustry });
  putExceptions(team, questions, reps, scores);
  return { reps, scores };
};

const taskIn = (cell: RatingCell = 'low/easy'): FitTask => ({ cell, type: typeOf(cell) });

const millionths = (team: Team, held: readonly Candidate[], at: number, task: FitTask): number => {
  const candidate = held[at];
  return candidate === undefined ? 0 : Math.round(score(task, candidate, team.policy).score * 1e6);
};

const indexIndustries = (questions: readonly Question[]) => {
  const names: string[] = [''];
  const index = new Map<string, number>([['', 0]]);
  const of = Int32Array.from(questions, ({ industry = '' }) => {
    const known = index.get(industry);
    if (known !== undefined) return known;
    index.set(industry, names.length);
    return names.push(industry) - 1;
  });
  return { names, of };
};

const fill = (rows: number, width: number, value: (row: number, at: number) => number): Int32Array => {
  const table = new Int32Array(rows * width);
  for (let row = 0; row < rows; row += 1)
    for (let at = 0; at < width; at += 1) table[row * width + at] = value(row, at);
  return table;
};

interface Tables {
  readonly scores: Float64Array;
  readonly width: number;
  readonly cells: Int32Array;
  readonly industries: Int32Array;
  readonly byCell: Int32Array;
  readonly byIndustry: Int32Array;
}

/** The one hot loop: an addition and a division a pair. */
const addTables = ({ scores, width, cells, industries, byCell, byIndustry }: Tables): void => {
  for (let task = 0; task < cells.length; task += 1) {
    const cell = (cells[task] as number) * width;
    const industry = (industries[task] as number) * width;
    const out = task * width;
    for (let at = 0; at < width; at += 1)
      scores[out + at] = ((byCell[cell + at] as number) + (byIndustry[industry + at] as number)) / 1e6;
  }
};

/** Owners, for whom a task is part of their load already, and reps who are being asked about it. */
const putExceptions = (
  team: Team,
  questions: readonly Question[],
  reps: readonly Rep[],
  scores: Float64Array,
): void => {
  const place = new Map<string, number>(reps.map(({ id }, at) => [id, at]));
  const put = (row: number, question: Question, who: string, own: RatingCell | null, id: TaskId): void => {
    const [at, rep] = [place.get(who), team.reps[who]];
    if (at === undefined || rep === undefined) return;
    const { id: _id, ...asked } = question;
    const task: FitTask = { ...asked, type: typeOf(question.cell) };
    const candidate = { rep, held: heldWithout(team, rep, id, own) };
    scores[row * reps.length + at] = score(task, candidate, team.policy).score;
  };
  questions.forEach((question, row) => {
    const offered = team.pending[question.id];
    if (offered !== undefined && offered.to !== question.owner)
      put(row, question, offered.to, null, question.id);
    if (question.lentBy !== undefined && question.lentBy !== question.owner)
      put(row, question, question.lentBy, null, question.id);
    if (question.owner !== undefined) put(row, question, question.owner, question.cell, question.id);
  });
};
