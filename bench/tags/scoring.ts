import { DEFAULT_POLICY } from '../../shared/contract/policy.ts';
import type { Team } from '../../shared/domain/board-state.ts';
import { repId, taskId, teamId } from '../../shared/domain/ids.ts';
import type { Month } from '../../shared/domain/points-ledger.ts';
import { TIERS, type RatingCell, type Rep } from '../../shared/domain/rep.ts';
import { CUSTOMER_VALUES, DIFFICULTIES } from '../../shared/domain/task.ts';
import type { Question } from '../../shared/scoring/choose.ts';
import { typeOf } from '../../shared/scoring/load.ts';
import { score } from '../../shared/scoring/score.ts';
import { scoreMatrix } from '../../shared/scoring/typed-path.ts';
import { randomFrom, table, type Report } from './report.ts';

const TASKS = 5_000;
const REPS = 200;
const ROUNDS = 5;
const INDUSTRIES = Array.from({ length: 12 }, (_, at) => `industry ${at}`);
const CELLS = CUSTOMER_VALUES.flatMap((value) => DIFFICULTIES.map((one): RatingCell => `${value}/${one}`));

const drawTeam = (random: () => number): Team => {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const reps = Array.from({ length: REPS }, (_, at): Rep => {
    const tags = INDUSTRIES.filter(() => random() < 0.5).map((tag) => ({
      family: 'industry' as const,
      tag,
      source: 'deals' as const,
      n: 20,
      weight: 15,
      rate: Math.round(random() * 1000) / 1000,
      low: 0,
      high: 1,
      mean: 0.63,
      last: '2026-11' as Month,
      expires: '2030-10' as Month,
      least: 10,
      enough: random() < 0.8,
    }));
    return {
      id: repId(`rep${String(at).padStart(4, '0')}`),
      fields: {
        name: `Rep ${at}`,
        role: 'rep',
        tier: pick(TIERS),
        tags: { industry: [pick(INDUSTRIES)], style: ['亲和力强'], rhythm: ['快刀型'], tools: ['CRM'] },
        availability: 'active',
      },
      formerNames: [],
      open: { [pick(CELLS)]: 1, [pick(CELLS)]: 2 },
      paused: false,
      lastAssignedAt: 0,
      learnt: { tier: 'growing', hardWins: 1, months: 12, tags },
    };
  });
  return {
    id: teamId('bench'),
    policy: DEFAULT_POLICY,
    policyVersion: 1,
    rulesProblems: 0,
    reps: Object.fromEntries(reps.map((rep) => [rep.id, rep])),
    pending: {},
    waiting: [],
    noted: {},
    auditSeq: 0,
    revision: 0,
    installedBy: [],
  };
};

/** The readable path over every pair, parts and reasons included, as `rank` does it. */
const objectPath = (team: Team, questions: readonly Question[]): Float64Array => {
  const reps = Object.values(team.reps).sort((a, b) => (a.id < b.id ? -1 : 1));
  const scores = new Float64Array(questions.length * reps.length);
  questions.forEach((question, row) => {
    const task = { ...question, type: typeOf(question.cell) };
    reps.forEach((rep, at) => {
      scores[row * reps.length + at] = score(task, { rep, held: rep.open }, team.policy).score;
    });
  });
  return scores;
};

const timed = <T>(run: () => T): { readonly ms: number; readonly value: T } => {
  const start = performance.now();
  const value = run();
  return { ms: performance.now() - start, value };
};

const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

export const scoringReport = (): Report => {
  const random = randomFrom(5);
  const team = drawTeam(random);
  const questions = Array.from({ length: TASKS }, (_, at): Question => ({
    id: taskId(`task${at}`),
    cell: CELLS[Math.floor(random() * CELLS.length)] ?? 'low/easy',
    industry: INDUSTRIES[Math.floor(random() * INDUSTRIES.length)] ?? '',
  }));
  const slow: number[] = [];
  const fast: number[] = [];
  let difference = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const typed = timed(() => scoreMatrix(team, questions).scores);
    const objects = timed(() => objectPath(team, questions));
    fast.push(typed.ms);
    slow.push(objects.ms);
    objects.value.forEach((one, at) => {
      difference = Math.max(difference, Math.abs(one - (typed.value[at] ?? Number.NaN)));
    });
  }
  const ratio = median(slow) / median(fast);
  return {
    title: `3. Scoring ${TASKS} tasks x ${REPS} reps, medians of ${ROUNDS} interleaved rounds`,
    lines: table([
      ['path', 'ms', 'ratio'],
      ['objects, every part explained', median(slow).toFixed(0), ratio.toFixed(0)],
      ['two tables of whole millionths', median(fast).toFixed(1), '1'],
      ['largest difference of a score', difference.toExponential(1), ''],
    ]),
    checks: [
      { says: 'the typed path takes at most 1/20 of the object path', holds: ratio >= 20 },
      { says: 'both give the same scores to 1e-12', holds: difference <= 1e-12 },
    ],
  };
};
