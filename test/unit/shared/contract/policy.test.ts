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

describe('days of the week', () => {
  test.each([
    ['1 2 3 4 5', [1, 2, 3, 4, 5]],
    ['1-5', [1, 2, 3, 4, 5]],
    ['周一至周五', [1, 2, 3, 4, 5]],
    ['周一到五', [1, 2, 3, 4, 5]],
    ['星期一、星期三', [1, 3]],
    ['Mon–Fri', [1, 2, 3, 4, 5]],
    ['Sunday to Thursday', [1, 2, 3, 4, 7]],
    ['thurs, sat and Tuesday', [2, 4, 6]],
    ['周六日', [6, 7]],
    ['１，２；７', [1, 2, 7]],
    [7, [7]],
    ['5 5 5', [5]],
    ['', [1, 2, 3, 4, 5]],
  ])('%j are %j', (raw, expected) => {
    expect(policyOf(row('workingDays', raw)).week.workingDays).toEqual(expected);
  });

  // 46027 and 46127 are what a sheet makes of a typed 1-5: the second has digits that could be weekdays.
  test.each([' , ', '0', '8', '1-', '1-5-7', 'Mo day', 46027, 46127, '2026-01-05', 'none', true])(
    '%j is refused with what would be accepted',
    (raw) => {
      expect(problemsOf(row('workingDays', raw))).toMatchObject([
        { code: 'NOT_ACCEPTED', setting: 'workingDays', accepts: { kind: 'weekdays' } },
      ]);
    },
  );

  test('the report has one day', () => {
    expect(policyOf(row('reportWeekday', '周五')).reports.weekday).toBe(5);
    expect(policyOf(row('reportWeekday', 3)).reports.weekday).toBe(3);
    expect(problemsOf(row('reportWeekday', 'Mon-Fri'))).toMatchObject([{ accepts: { kind: 'weekday' } }]);
  });
});

describe('times of day', () => {
  test.each([
    ['8:30', '08:30'],
    ['08：30', '08:30'],
    ['08:30:00', '08:30'],
    ['8.30', '08:30'],
    ['8h', '08:00'],
    ['8点半', '08:30'],
    ['8点5分', '08:05'],
    ['20时', '20:00'],
    ['下午3点', '15:00'],
    ['晚上8:30', '20:30'],
    ['晚上12点', '00:00'],
    ['上午 9:15', '09:15'],
    ['中午12点', '12:00'],
    ['中午1点', '13:00'],
    ['8:30 pm', '20:30'],
    ['8 P.M.', '20:00'],
    ['12am', '00:00'],
    ['12:05 pm', '12:05'],
    [0, '00:00'],
    [0.8333333333333334, '20:00'],
    [8.5 / 24, '08:30'],
    ['', '08:30'],
  ])('%j is %j', (raw, expected) => {
    expect(policyOf(row('reportTime', raw)).reports.time).toBe(expected);
  });

  test.each([
    '24:00',
    '8:60',
    '8:3',
    '8',
    8,
    1,
    -0.1,
    0.9999,
    '8:',
    '25点',
    '13 am',
    '上午8点70',
    'morning',
    true,
  ])('%j is refused with what would be accepted', (raw) => {
    expect(problemsOf(row('quietFrom', raw))).toMatchObject([
      { code: 'NOT_ACCEPTED', setting: 'quietFrom', accepts: { kind: 'time' } },
    ]);
  });
});

test.each([
  ['企业微信', 'wecom'],
  ['钉钉', 'dingtalk'],
  ['Lark', 'feishu'],
  ['SLACK', 'slack'],
  ['无', 'none'],
])('the chat channel %j is %j', (raw, expected) => {
  expect(policyOf(row('channel', raw)).channel).toBe(expected);
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
