import { describe, expect, test } from 'vitest';
import { DEFAULT_POLICY, parsePolicy, type RuleRow } from '../../../../shared/contract/policy.ts';
import { SETTINGS, type SettingName } from '../../../../shared/contract/settings.ts';

const row = (name: SettingName, raw: unknown): RuleRow => ({ key: SETTINGS[name].key, raw });
const policyOf = (...rows: readonly RuleRow[]) => {
  const parsed = parsePolicy(rows);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};
const problemsOf = (...rows: readonly RuleRow[]) => {
  const parsed = parsePolicy(rows);
  return parsed.ok ? [] : parsed.error;
};

test('an empty Rules tab means the documented defaults', () => {
  expect(policyOf()).toEqual(DEFAULT_POLICY);
  expect(DEFAULT_POLICY).toMatchObject({
    language: 'zh-CN',
    timeZone: 'Asia/Shanghai',
    points: { strategic: 3, growth: 2, medium: 1.5, low: 0.5 },
    load: { limit: 10, keyLimit: 8, resumeAt: 9 },
    stale: { yellowDays: 5, redDays: 7, repeatDays: 7, count: 'calendar' },
    suggest: { margin: 0.1, newTasks: 'suggest', onDowngrade: false },
  });
});

test('what a setting shows in its cell is read back as the same value', () => {
  const rows = (Object.keys(SETTINGS) as SettingName[]).map((name) => {
    const setting = SETTINGS[name] as { fallback: unknown; show: (value: unknown) => unknown };
    return row(name, setting.show(setting.fallback));
  });
  expect(policyOf(...rows)).toEqual(DEFAULT_POLICY);
});

describe('numbers', () => {
  test.each([
    [12, 12],
    ['12', 12],
    [' 12.5 ', 12.5],
    ['12,5', 12.5],
    ['１２', 12],
    ['10,000', 10_000],
    ['', 10],
    [null, 10],
  ])('a load limit of %j is %d', (raw, expected) => {
    expect(policyOf(row('loadLimit', raw)).load.limit).toBe(expected);
  });

  test('a thousands separator is never taken for a decimal comma', () => {
    expect(policyOf(row('highFrom', '4,000')).propose.highFrom).toBe(4000);
    expect(policyOf(row('highFrom', '1,250,000')).propose.highFrom).toBe(1_250_000);
  });

  test.each(['ten', '1.2.3', '0x10', '1e3', '-1', '10001', true, '#REF!', Number.NaN])(
    'a load limit of %j is refused with what would be accepted',
    (raw) => {
      expect(problemsOf(row('loadLimit', raw))).toEqual([
        {
          code: 'NOT_ACCEPTED',
          setting: 'loadLimit',
          given: String(raw),
          accepts: { kind: 'number', min: 0.5, max: 10_000, whole: false },
        },
      ]);
    },
  );

  test('days are whole', () => {
    expect(problemsOf(row('redDays', 7.5))).toMatchObject([{ code: 'NOT_ACCEPTED', setting: 'redDays' }]);
  });

  test('a limit per type of task applies to that type alone, and an empty one to none', () => {
    expect(policyOf(row('redStrategic', '14'), row('redVolume', '')).stale.redDaysByType).toEqual({
      strategic: 14,
    });
  });
});

describe('choices in both spellings', () => {
  test.each<[SettingName, unknown, string | boolean]>([
    ['language', 'English', 'en'],
    ['language', '简体中文', 'zh-CN'],
    ['staleCount', '工作日', 'working'],
    ['staleCount', ' WORKING ', 'working'],
    ['newTasks', '直接分配', 'assign'],
    ['newTasks', 'Assign', 'assign'],
    ['onDowngrade', true, true],
    ['onDowngrade', '是', true],
    ['onDowngrade', 'No', false],
  ])('%s %j is %j', (name, raw, expected) => {
    const { language, stale, suggest } = policyOf(row(name, raw));
    const read = {
      language,
      staleCount: stale.count,
      newTasks: suggest.newTasks,
      onDowngrade: suggest.onDowngrade,
    };
    expect(read[name as keyof typeof read]).toBe(expected);
  });

  test('anything else is refused with the choices', () => {
    expect(problemsOf(row('newTasks', 'maybe'))).toEqual([
      {
        code: 'NOT_ACCEPTED',
        setting: 'newTasks',
        given: 'maybe',
        accepts: { kind: 'choice', choices: ['suggest', 'assign'] },
      },
    ]);
  });
});

describe('holidays', () => {
  test.each([
    ['2026-10-01 2026-10-02', ['2026-10-01', '2026-10-02']],
    ['2026-10-01,2026-10-02', ['2026-10-01', '2026-10-02']],
    [
      '2026-10-01，2026-10-02、2026-10-03；2026-10-04',
      ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'],
    ],
    ['2026-10-01\n2026-10-02', ['2026-10-01', '2026-10-02']],
    ['2026/10/1', ['2026-10-01']],
    // A single day typed into a cell becomes a date cell, which is read as a number.
    [46296, ['2026-10-01']],
    ['', []],
  ])('%j are %j', (raw, expected) => {
    expect(policyOf(row('holidays', raw)).stale.holidays).toEqual(expected);
  });

  test.each(['2026-02-30', 'Christmas', '2026-10-01 tomorrow'])('%j is refused', (raw) => {
    expect(problemsOf(row('holidays', raw))).toMatchObject([
      { code: 'NOT_ACCEPTED', accepts: { kind: 'days' } },
    ]);
  });
});

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['Beijing', false],
  [8, false],
])('the time zone %j is accepted: %j', (raw, good) => {
  expect(problemsOf(row('timeZone', raw))).toHaveLength(good ? 0 : 1);
});

test('an emptied text means that nothing is asked, a missing row means the default', () => {
  expect(policyOf(row('styleStrategic', '')).asks.strategic.style).toBe('');
  expect(policyOf().asks.strategic.style).toBe('擅长高层对话');
});

test('all problems of the tab are named together', () => {
  const problems = problemsOf(
    row('loadLimit', 'ten'),
    row('newTasks', 'maybe'),
    row('resumeAt', 11),
    row('margin', 0.1),
    row('margin', 0.2),
    { key: 'load.limits', raw: 3 },
    row('yellowDays', 9),
  );
  expect(problems.map((problem) => problem.code)).toEqual([
    'NOT_ACCEPTED',
    'NOT_ACCEPTED',
    'TWICE',
    'UNKNOWN_RULE',
    'MUST_NOT_EXCEED',
    'MUST_NOT_EXCEED',
  ]);
});

test.each<[SettingName, unknown, SettingName]>([
  ['resumeAt', 10.5, 'loadLimit'],
  ['yellowDays', 8, 'redDays'],
  ['mediumFrom', 5000, 'highFrom'],
  ['mediumSizeFrom', 6000, 'hardFrom'],
])('%s %d must not exceed its partner', (setting, raw, other) => {
  expect(problemsOf(row(setting, raw))).toEqual([{ code: 'MUST_NOT_EXCEED', setting, other }]);
});

test('weights that are all zero decide nothing and are refused', () => {
  const weights = (Object.keys(SETTINGS) as SettingName[]).filter((name) => name.startsWith('weight'));
  expect(problemsOf(...weights.map((name) => row(name, 0)))).toEqual([
    { code: 'ALL_WEIGHTS_ZERO', setting: 'weightTier' },
  ]);
});

test('settings have keys of their own', () => {
  const keys = Object.values(SETTINGS).map((setting) => setting.key);
  expect(new Set(keys).size).toBe(keys.length);
});
