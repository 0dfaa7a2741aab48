import { describe, expect, test } from 'vitest';
import type { TaskFields, TaskSignals } from '../../../../shared/domain/task.ts';
import { rate } from '../../../../shared/scoring/propose.ts';
import { aPolicy } from '../../../support/board-builder.ts';

const fields: TaskFields = { customer: 'Acme', title: 'Deal', stage: 'engaging' };
const rated = (typed: Partial<TaskFields>, signals: TaskSignals = {}) =>
  rate({ ...fields, ...typed }, signals, aPolicy());

describe('value, where nobody typed one', () => {
  test.each<[Partial<TaskFields>, TaskSignals, string]>([
    [{ amount: 4000 }, {}, 'high'],
    [{ amount: 3999.99 }, {}, 'medium'],
    [{ amount: 1000 }, {}, 'medium'],
    [{ amount: 999 }, {}, 'low'],
    [{ amount: 0 }, {}, 'low'],
    [{}, {}, 'medium'],
    [{ amount: 1 }, { listPrice: 5000 }, 'high'],
  ])('%j with %j is %s', (typed, signals, value) => {
    expect(rated(typed, signals)).toMatchObject({ value, proposed: ['value', 'difficulty'] });
  });
});

describe('difficulty, where nobody typed one', () => {
  test.each<[TaskSignals, string]>([
    [{ customerEmployees: 5000 }, 'hard'],
    [{ customerEmployees: 4999 }, 'medium'],
    [{ customerEmployees: 1000 }, 'medium'],
    [{ customerEmployees: 999 }, 'easy'],
    [{ decisionMakers: 4 }, 'hard'],
    [{ decisionMakers: 4, customerEmployees: 10 }, 'hard'],
    [{ decisionMakers: 3, customerEmployees: 10 }, 'easy'],
    [{ decisionMakers: 3 }, 'medium'],
    [{}, 'medium'],
  ])('%j is %s', (signals, difficulty) => {
    expect(rated({}, signals).difficulty).toBe(difficulty);
  });
});

test('what a person typed always wins, and is no longer proposed', () => {
  const rating = rated({ amount: 9999, value: 'low', difficulty: 'easy' }, { decisionMakers: 9 });
  expect(rating).toEqual({ value: 'low', difficulty: 'easy', proposed: [] });
  expect(rated({ value: 'low' }).proposed).toEqual(['difficulty']);
});
