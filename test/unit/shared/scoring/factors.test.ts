import { describe, expect, test } from 'vitest';
import type { Rep, Tally, Tier } from '../../../../shared/domain/rep.ts';
import type { TaskType } from '../../../../shared/domain/task.ts';
import type { FactorRule, FitTask } from '../../../../shared/scoring/fit-question.ts';
import { continuity } from '../../../../shared/scoring/factors/continuity.ts';
import { headroom } from '../../../../shared/scoring/factors/headroom.ts';
import { industry } from '../../../../shared/scoring/factors/industry.ts';
import { rhythm } from '../../../../shared/scoring/factors/rhythm.ts';
import { seat } from '../../../../shared/scoring/factors/seat.ts';
import { style } from '../../../../shared/scoring/factors/style.ts';
import { tagMatch } from '../../../../shared/scoring/factors/tag-match.ts';
import { tier } from '../../../../shared/scoring/factors/tier.ts';
import { tools } from '../../../../shared/scoring/factors/tools.ts';
import { aBoard, aPolicy, rid, type RepSpec } from '../../../support/board-builder.ts';

const policy = aPolicy();
const rep = (spec: RepSpec = {}): Rep => aBoard({ reps: { lisa: spec } }).team.reps[rid('lisa')]!;
const strategic: FitTask = { cell: 'high/hard', type: 'strategic' };
const growth: FitTask = { cell: 'high/easy', type: 'growth' };
const volume: FitTask = { cell: 'medium/easy', type: 'volume' };
const ask = (rule: FactorRule, task: FitTask, spec: RepSpec = {}, held: Tally = {}) =>
  rule(task, { rep: rep(spec), held }, policy);

describe('tier: the article’s recommendation', () => {
  test.each<[TaskType, Tier, number]>([
    ['strategic', 'senior', 1],
    ['strategic', 'growing', 0.5],
    ['strategic', 'newcomer', 0.1],
    ['growth', 'growing', 1],
    ['growth', 'senior', 0.6],
    ['growth', 'newcomer', 0.4],
    ['volume', 'newcomer', 1],
    ['volume', 'growing', 0.6],
    ['volume', 'senior', 0.3],
    ['selective', 'senior', 0.5],
    ['selective', 'newcomer', 0.5],
  ])('a %s task for a %s rep is worth %d', (type, level, value) => {
    expect(ask(tier, { ...volume, type }, { tier: level }).value).toBe(value);
  });
});

describe('tags', () => {
  test.each<[string | undefined, readonly string[], number, string]>([
    ['IVD', ['IVD', '骨科'], 1, 'HAS_TAG'],
    ['ivd', [' IVD '], 1, 'HAS_TAG'],
    ['IVD', ['骨科'], 0.2, 'OTHER_TAGS'],
    ['IVD', [], 0.5, 'NO_TAGS'],
    ['', ['IVD'], 0.5, 'NOTHING_ASKED'],
    [undefined, [], 0.5, 'NOTHING_ASKED'],
    ['Fast-closer', ['快刀型'], 1, 'HAS_TAG'],
  ])('asked for %j, %j is worth %d', (asked, tags, value, code) => {
    expect(tagMatch('tools', asked, rep({ tags: { tools: tags } }))).toMatchObject({
      value,
      reason: { code },
    });
  });

  test.each<[string, FactorRule, FitTask, RepSpec]>([
    ['industry', industry, { ...volume, industry: 'IVD' }, { tags: { industry: ['IVD'] } }],
    ['style', style, strategic, { tags: { style: ['Executive dialogue'] } }],
    ['rhythm', rhythm, strategic, { tags: { rhythm: ['长线型'] } }],
    ['tools', tools, volume, { tags: { tools: ['CRM'] } }],
  ])('%s looks at its own family of tags alone', (family, rule, task, spec) => {
    expect(ask(rule, task, spec).value).toBe(1);
    const others = { industry: ['x'], style: ['x'], rhythm: ['x'], tools: ['x'], [family]: [] };
    expect(ask(rule, task, { tags: others }).value).toBe(0.5);
  });
});

describe('headroom', () => {
  test('at 4 points, taking 2 more of a limit of 10 leaves 0.4', () => {
    expect(ask(headroom, growth, {}, { 'high/easy': 2 })).toEqual({
      value: 0.4,
      reason: { code: 'LOAD', before: 4, after: 6, limit: 10 },
    });
  });

  test.each([
    ['an empty desk', {}, 0.7],
    ['a desk at the limit', { 'high/easy': 5 }, 0],
    ['a desk far above it', { 'high/hard': 9 }, 0],
  ])('%s with a strategic task more', (_name, held: Tally, value) => {
    expect(ask(headroom, strategic, {}, held).value).toBeCloseTo(value, 9);
  });

  test('the present owner has the task already: their load is the same before and after', () => {
    const answer = ask(headroom, { ...growth, owner: rid('lisa') }, {}, { 'high/easy': 2 });
    expect(answer.reason).toMatchObject({ before: 6, after: 6 });
  });
});

test('continuity is 1 for the present owner and 0 for everybody else', () => {
  expect(ask(continuity, { ...growth, owner: rid('lisa') }).value).toBe(1);
  expect(ask(continuity, { ...growth, owner: rid('wang') }).value).toBe(0);
  expect(ask(continuity, growth).value).toBe(0);
});

describe('development seat', () => {
  test.each<[string, FitTask, Tier, Tally, number, string]>([
    ['a growing rep with a seat free', growth, 'growing', { 'high/easy': 2 }, 1, 'SEAT_FREE'],
    [
      'a growing rep whose seats are taken',
      growth,
      'growing',
      { 'high/easy': 2, 'high/medium': 1 },
      0,
      'NO_SEAT',
    ],
    ['strategic tasks take no seat', growth, 'growing', { 'high/hard': 3 }, 1, 'SEAT_FREE'],
    ['a senior needs none', growth, 'senior', {}, 0.5, 'NO_SEAT_NEEDED'],
    ['a volume task needs none', volume, 'growing', {}, 0.5, 'NO_SEAT_NEEDED'],
  ])('%s', (_name, task, level, held, value, code) => {
    expect(ask(seat, task, { tier: level }, held)).toEqual({ value, reason: { code } });
  });
});
