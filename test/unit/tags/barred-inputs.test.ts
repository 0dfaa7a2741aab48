import { expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../../shared/contract/policy.ts';
import type { Day } from '../../../shared/domain/day.ts';
import { repId } from '../../../shared/domain/ids.ts';
import type { Quarter } from '../../../shared/domain/proof.ts';
import { rank, type Question } from '../../../shared/scoring/choose.ts';
import { scoreMatrix } from '../../../shared/scoring/typed-path.ts';
import { learnTeam } from '../../../shared/tags/learn-team.ts';
import { proofOfDeal } from '../../../shared/tags/proof-of.ts';
import { rebuildTally } from '../../../shared/tags/proof-tally.ts';
import { aBoard, tid, TODAY } from '../../support/board-builder.ts';

/** What gives the outcome away. Planted under every name it might come by. */
const LEAK = {
  close_value: 5000,
  closeValue: 5000,
  close_date: '2026-12-31',
  closeDate: '2026-12-31',
  closedOn: '2026-12-31',
  cycle: 3,
  cycleDays: 3,
  stage: 'won',
  won: true,
};

const board = aBoard({
  reps: {
    a: { tier: 'senior', tags: { industry: ['IVD'] } },
    b: { tier: 'growing', tags: { rhythm: ['快刀型'] } },
    c: { tier: 'newcomer' },
  },
  tasks: { t0: { owner: 'a', value: 'high', difficulty: 'hard' } },
});
const question: Question = { id: tid('t1'), cell: 'high/easy', industry: 'IVD' };

test('a task that carries its outcome is scored like one that does not, on both paths', () => {
  const leaking = { ...question, ...LEAK };
  expect(rank(board.team, leaking, TODAY)).toEqual(rank(board.team, question, TODAY));
  expect(scoreMatrix(board.team, [leaking]).scores).toEqual(scoreMatrix(board.team, [question]).scores);
});

test('what a closed deal brought in, and every other trace of its money, teaches nothing', () => {
  const deals = Array.from({ length: 40 }, (_, at) => ({
    rep: repId(at % 2 === 0 ? 'a' : 'b'),
    industry: 'IVD',
    won: at % 3 !== 0,
    closedOn: '2026-10-10' as Day,
    startedOn: '2026-09-01' as Day,
  }));
  const learn = (rows: typeof deals) =>
    JSON.stringify([
      ...learnTeam(rebuildTally(rows.map(proofOfDeal)), '2026Q4' as Quarter, DEFAULT_POLICY.tags),
    ]);
  const leaking = deals.map((deal) => ({
    ...deal,
    amount: deal.won ? 9999 : 0,
    close_value: deal.won ? 1 : 0,
  }));
  expect(learn(leaking)).toBe(learn(deals));
});

test('the month of the close, which gives outcomes away in the sample data, moves no rate within a quarter', () => {
  const on = (month: string) =>
    learnTeam(
      rebuildTally([
        proofOfDeal({ rep: repId('a'), industry: 'IVD', won: true, closedOn: `2026-${month}-15` as Day }),
      ]),
      '2026Q4' as Quarter,
      DEFAULT_POLICY.tags,
    );
  const rates = (month: string) =>
    [...on(month)].map(([rep, { tags, ...rest }]) => [
      rep,
      rest,
      tags.map(({ last: _shownOnly, ...tag }) => tag),
    ]);
  expect(rates('10')).toEqual(rates('12'));
  expect(on('10').get('a')?.tags[0]?.last).toBe('2026-10');
});
