import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank } from '../../../shared/scoring/choose.ts';
import { cellOf } from '../../../shared/scoring/load.ts';
import { scoreMatrix } from '../../../shared/scoring/typed-path.ts';
import type { Month } from '../../../shared/domain/points-ledger.ts';
import type { LearntTag } from '../../../shared/domain/proof.ts';
import { aBoard, TODAY, type RepSpec, type TaskSpec } from '../../support/board-builder.ts';

const industries = ['IVD', '骨科', 'SaaS'] as const;
const name = fc.constantFrom('a', 'b', 'c', 'd');
const repSpec: fc.Arbitrary<RepSpec> = fc.record({
  tier: fc.constantFrom('newcomer', 'growing', 'senior' as const),
  tags: fc.record({ industry: fc.subarray([...industries]), style: fc.subarray(['亲和力强', '技术型']) }),
});
const taskSpec: fc.Arbitrary<TaskSpec> = fc
  .record({
    value: fc.constantFrom('high', 'medium', 'low' as const),
    difficulty: fc.constantFrom('easy', 'medium', 'hard' as const),
    owner: fc.option(name, { nil: undefined }),
    industry: fc.option(fc.constantFrom(...industries), { nil: undefined }),
  })
  .map(({ owner, industry, ...rest }) => ({
    ...rest,
    ...(owner === undefined ? {} : { owner }),
    ...(industry === undefined ? {} : { industry }),
  }));
const learnt: fc.Arbitrary<LearntTag> = fc.record({
  family: fc.constant('industry' as const),
  tag: fc.constantFrom(...industries),
  source: fc.constantFrom('deals', 'opinions' as const),
  n: fc.nat(50),
  weight: fc.constant(5),
  rate: fc.integer({ min: 0, max: 1000 }).map((one) => one / 1000),
  low: fc.constant(0),
  high: fc.constant(1),
  mean: fc.constant(0.6),
  last: fc.constant('2026-11' as Month),
  expires: fc.constant('2030-10' as Month),
  least: fc.constant(10),
  enough: fc.boolean(),
});

test('the typed path gives the very scores of the readable one, for owners and for whoever is asked too', () => {
  fc.assert(
    fc.property(
      fc.record({ a: repSpec, b: repSpec, c: repSpec, d: repSpec }),
      fc.array(taskSpec, { minLength: 1, maxLength: 8 }),
      fc.array(learnt, { maxLength: 3 }),
      fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 8 }),
      (reps, tasks, proof, weights) => {
        const [
          tier = 1,
          industry = 1,
          style = 1,
          rhythm = 1,
          tools = 1,
          headroom = 1,
          continuity = 1,
          seat = 1,
        ] = weights.map((one, at) => one + (at === 0 ? 1 : 0));
        const policy = { weights: { tier, industry, style, rhythm, tools, headroom, continuity, seat } };
        const board = aBoard({
          reps,
          tasks: Object.fromEntries(tasks.map((task, at) => [`t${at}`, task])),
          policy,
        });
        const all = Object.values(board.tasks);
        const first = Object.values(board.team.reps)[0]!;
        const team = {
          ...board.team,
          reps: {
            ...board.team.reps,
            [first.id]: {
              ...first,
              learnt: { tier: 'growing', months: 7, hardWins: 1, tags: proof } as const,
            },
          },
          pending: {
            [all[0]!.id]: {
              taskId: all[0]!.id,
              to: first.id,
              cause: 'NEW_TASK',
              at: 0,
              receipt: 'e#1' as never,
              score: 0.5,
              cell: cellOf(all[0]!.rating),
            } as const,
          },
        };
        const questions = all.map(({ id, fields, rating }) => ({
          id,
          cell: cellOf(rating),
          ...(fields.industry === undefined ? {} : { industry: fields.industry }),
          ...(fields.owner === undefined ? {} : { owner: fields.owner }),
        }));
        const matrix = scoreMatrix(team, questions);
        questions.forEach((question, row) => {
          const { ranked, incumbent } = rank(team, question, TODAY);
          for (const one of [...ranked, ...(incumbent === undefined ? [] : [incumbent])]) {
            const at = matrix.reps.findIndex(({ id }) => id === one.rep);
            expect(matrix.scores[row * matrix.reps.length + at]).toBe(one.score);
          }
        });
      },
    ),
  );
});
