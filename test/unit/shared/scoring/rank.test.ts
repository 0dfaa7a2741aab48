import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pending } from '../../../../shared/domain/suggestion.ts';
import { FACTORS } from '../../../../shared/domain/suggestion.ts';
import { eventId, receiptId } from '../../../../shared/domain/ids.ts';
import { rank, type Question } from '../../../../shared/scoring/choose.ts';
import { shares } from '../../../../shared/scoring/score.ts';
import {
  aBoard,
  aPolicy,
  NOW,
  rid,
  tasksLike,
  tid,
  TODAY,
  type BoardSpec,
} from '../../../support/board-builder.ts';
import { boards, policies, SEEDED } from '../../../support/arbitraries.ts';

const question: Question = { id: tid('new'), cell: 'high/hard', industry: 'IVD' };
const rankIn = (spec: BoardSpec, asked: Question = question) => rank(aBoard(spec).team, asked, TODAY);
const namesOf = (spec: BoardSpec, asked?: Question) => rankIn(spec, asked).ranked.map((one) => one.name);

describe('the score', () => {
  test('a worked example: a senior who knows the industry, with an empty desk', () => {
    const { ranked } = rankIn({ reps: { lisa: { tier: 'senior', tags: { industry: ['IVD'] } } } });
    // 0.30·1 + 0.15·1 + (0.05+0.05+0.05)·0.5 + 0.25·0.7 + 0.10·0 + 0.05·0.5
    expect(ranked[0]?.score).toBe(0.725);
    expect(ranked[0]?.parts.map((part) => [part.factor, part.points])).toEqual([
      ['tier', 0.3],
      ['industry', 0.15],
      ['style', 0.025],
      ['rhythm', 0.025],
      ['tools', 0.025],
      ['headroom', 0.175],
      ['continuity', 0],
      ['seat', 0.025],
    ]);
  });

  test('weights are relative: their shares add up to one', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        const sum = FACTORS.reduce((total, factor) => total + shares(policy)[factor], 0);
        expect(sum).toBeCloseTo(1, 9);
      }),
      SEEDED,
    );
    const doubled = aPolicy();
    const weights = Object.fromEntries(FACTORS.map((factor) => [factor, doubled.weights[factor] * 2]));
    expect(shares(aPolicy({ weights }))).toEqual(shares(doubled));
  });

  test('parts are between nothing and their weight, and add up to the score', () => {
    fc.assert(
      fc.property(boards, (board) => {
        for (const scored of rank(board.team, question, TODAY).ranked) {
          for (const part of scored.parts) {
            expect(part.value).toBeGreaterThanOrEqual(0);
            expect(part.value).toBeLessThanOrEqual(1);
            expect(part.points).toBeCloseTo(part.weight * part.value, 6);
          }
          const sum = scored.parts.reduce((total, part) => total + part.points, 0);
          expect(scored.score).toBeCloseTo(sum, 6);
        }
      }),
      SEEDED,
    );
  });
});

describe('ranking', () => {
  test('the better fit goes first', () => {
    const reps = {
      newcomer: { tier: 'newcomer' },
      expert: { tier: 'senior', tags: { industry: ['IVD'] } },
      senior: { tier: 'senior' },
    } as const;
    expect(namesOf({ reps })).toEqual(['expert', 'senior', 'newcomer']);
  });

  test('of equals, who was given something longest ago goes first, then the lower id', () => {
    const reps = {
      c: { lastAssignedAt: NOW - 10 },
      b: { lastAssignedAt: NOW - 20 },
      a: { lastAssignedAt: NOW - 10 },
      d: {},
    };
    expect(namesOf({ reps })).toEqual(['d', 'b', 'a', 'c']);
  });

  test('the present owner stands apart, scored with the task they have', () => {
    const board = aBoard({
      reps: { wang: { tier: 'senior' }, lisa: { tier: 'senior' } },
      tasks: { t1: { owner: 'wang', value: 'high', difficulty: 'hard' } },
    });
    const asked = { id: tid('t1'), cell: 'high/hard', owner: rid('wang') } as const;
    const { ranked, incumbent } = rank(board.team, asked, TODAY);
    expect(ranked.map((one) => one.name)).toEqual(['lisa']);
    expect(incumbent?.name).toBe('wang');
    // Equal in all but continuity: both would stand at 3 points.
    expect(incumbent!.score - ranked[0]!.score).toBeCloseTo(0.1, 6);
  });

  test('an unanswered suggestion counts like work on the desk of whom it names', () => {
    const pending: Pending = {
      taskId: tid('other'),
      to: rid('a'),
      cause: 'NEW_TASK',
      at: NOW,
      receipt: receiptId(eventId('e'), 1),
      score: 0.5,
      cell: 'high/hard',
    };
    const team = { pending: { [pending.taskId]: pending } };
    expect(namesOf({ reps: { a: {}, b: {} } })).toEqual(['a', 'b']);
    expect(namesOf({ reps: { a: {}, b: {} }, team })).toEqual(['b', 'a']);
    // … but not for the task it is about.
    expect(namesOf({ reps: { a: {}, b: {} }, team }, { ...question, id: tid('other') })).toEqual(['a', 'b']);
  });
});

describe('who is left out, and by which rule', () => {
  const full = tasksLike(4, { owner: 'full', value: 'high', difficulty: 'hard' });
  test('every rule by name, in the order of ids', () => {
    const { ranked, excluded } = rankIn({
      reps: {
        boss: { role: 'supervisor' },
        full: {},
        gone: { availability: 'left' },
        ok: {},
        paused: { paused: true },
        trip: { availability: 'leave' },
      },
      tasks: full,
    });
    expect(ranked.map((one) => one.name)).toEqual(['ok']);
    expect(excluded.map(({ name, rule }) => [name, rule])).toEqual([
      ['boss', 'SUPERVISOR'],
      ['full', 'FULL_WITH_PENDING'],
      ['gone', 'LEFT'],
      ['paused', 'PAUSED'],
      ['trip', 'ON_LEAVE'],
    ]);
  });

  test.each([
    ['2026-11-24', []],
    ['2026-11-23', ['lisa']],
    ['2026-11-01', ['lisa']],
  ])('on leave until %s, today being the 23rd', (backOn, expected) => {
    const reps = { lisa: { availability: 'leave', backOn } } as unknown as NonNullable<BoardSpec['reps']>;
    expect(namesOf({ reps })).toEqual(expected);
  });

  test('leave leaves no echo: the first day back the score is what it was before', () => {
    const away = { availability: 'leave', backOn: TODAY } as const;
    const before = rankIn({ reps: { lisa: {}, wang: {} } }).ranked;
    expect(rankIn({ reps: { lisa: away, wang: {} } }).ranked).toEqual(before);
  });
});
