import { describe, expect, it } from 'vitest';
import { readImportFolder } from '../../../local/import/read-import-folder.ts';
import { parseDay } from '../../../shared/domain/day.ts';
import { serialOfDay } from '../../../shared/sheet/cell-value.ts';
import { TABS } from '../../../shared/sheet/layout.ts';
import { headersOf } from '../../../shared/text/board-words.ts';
import { folderOf } from '../../support/import-folder.ts';

const imported = async (
  files: Record<string, string>,
  options: Parameters<typeof readImportFolder>[1] = {},
) => {
  const read = await readImportFolder(folderOf(files), options);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

const TEAM = 'Name,Role,Tier\nAda,Rep,Senior\nMo,Supervisor,\n';

describe('tabs of a board as CSV', () => {
  it('are read whatever the order of columns and the language of words', async () => {
    const { seed, summary } = await imported({
      'Team.csv': TEAM,
      'Tasks.csv':
        '\ufeffLast progress,Owner,Customer,Opportunity,Value,Difficulty,Amount,Next step\r\n2026-11-20,Ada,Acme,"Big, one",高,Hard,"¥12,000",=1+1\r\n',
      'History.csv': 'Customer,Owner,Stage,Closed\nAcme,Gone,Won,2026/1/5\n',
    });
    expect(seed.language).toBe('en');
    expect(seed.tasks).toEqual([
      {
        cells: {
          lastProgress: serialOfDay(parseDay('2026-11-20')!),
          owner: 'Ada',
          customer: 'Acme',
          title: 'Big, one',
          value: 'High',
          difficulty: 'Hard',
          amount: 12_000,
          nextStep: '=1+1',
        },
      },
    ]);
    expect(seed.history[0]!.cells).toEqual({
      customer: 'Acme',
      owner: 'Gone',
      stage: 'Won',
      closedOn: serialOfDay(parseDay('2026-01-05')!),
    });
    expect(summary).toMatchObject({ reps: 1, supervisors: 1, tasks: 1, history: 1, rowProblems: [] });
  });

  it('make a Chinese board when the headers are Chinese, and words are spelt its way', async () => {
    const { seed } = await imported({
      '任务.csv': '客户,客户价值,阶段\n甲医院,High,跟进\n',
      '团队.csv': '名称,层级\n老王,senior\n',
    });
    expect(seed.language).toBe('zh-CN');
    expect(seed.tasks[0]!.cells).toEqual({ customer: '甲医院', value: '高', stage: '跟进' });
    expect(seed.team[0]!.cells).toEqual({ name: '老王', tier: '资深' });
  });

  it('come back as they were exported: key row, header row, Peineng’s columns left aside', async () => {
    const keys = TABS.tasks.columns.map(({ key }) => key);
    const row = keys.map((key) => ({ id: 'abc', light: '🔴', customer: 'Acme', points: '3' })[key] ?? '');
    const { seed, summary } = await imported({
      'Board - Tasks.csv': [keys, headersOf('tasks', 'zh-CN'), row]
        .map((cells) => cells.join(','))
        .join('\n'),
    });
    expect(seed.tasks).toEqual([{ cells: { customer: 'Acme' } }]);
    expect(seed.language).toBe('zh-CN');
    expect(summary.files).toEqual([{ file: 'Board - Tasks.csv', rows: 1 }]);
    const own = summary.quirks.find(({ code }) => code === 'OWN_COLUMN');
    expect(own?.count).toBe(TABS.tasks.columns.filter(({ owner }) => owner === 'peineng').length);
  });

  it('keep what cannot be read as it stands and list it with its place', async () => {
    const { seed, summary } = await imported({
      'Team.csv': 'Name,Email,Tier\nAda,nobody,Guru\nADA,,\n',
      'Tasks.csv': `Customer,Value,Amount,Last progress,Owner,Next step\nAcme,Huge,-5,tomorrow,Bob,${'x'.repeat(2_001)}\n`,
    });
    expect(seed.tasks[0]!.cells).toMatchObject({
      value: 'Huge',
      amount: -5,
      lastProgress: 'tomorrow',
      owner: 'Bob',
    });
    expect(seed.tasks[0]!.cells['nextStep']).toHaveLength(2_001);
    const told = summary.rowProblems.map(({ file, line, column, problem }) =>
      [file, line, column, problem.code === 'CELL' ? problem.cell.code : problem.code].join(' '),
    );
    expect(told.toSorted()).toEqual([
      'Tasks.csv 2 amount NEGATIVE',
      'Tasks.csv 2 lastProgress NOT_A_DATE',
      'Tasks.csv 2 nextStep TOO_LONG',
      'Tasks.csv 2 owner UNKNOWN_REP',
      'Tasks.csv 2 value NOT_A_CHOICE',
      'Team.csv 2 email NOT_AN_EMAIL',
      'Team.csv 2 tier NOT_A_CHOICE',
      'Team.csv 3 name NAME_TAKEN',
    ]);
    expect(summary.rowProblems.every(({ outcome }) => outcome === 'kept')).toBe(true);
  });

  it('count rows that are left out, empty ones and columns nobody knows', async () => {
    const { summary } = await imported({ 'Tasks.csv': 'Customer,Colour\nA,red\n,\nB,blue,left over\nC\n' });
    expect(summary).toMatchObject({ tasks: 2, dealsLeftOut: 1, files: [{ file: 'Tasks.csv', rows: 3 }] });
    expect(summary.rowProblems).toMatchObject([
      { line: 4, problem: { code: 'ROW_LENGTH', expected: 2, found: 3 } },
    ]);
    expect(summary.quirks).toEqual([
      { code: 'EMPTY_ROW', count: 1 },
      { code: 'UNKNOWN_COLUMN', count: 1, names: ['Tasks.csv: Colour'] },
      { code: 'TAB_NOT_GIVEN', count: 2, names: ['Team.csv', 'History.csv'] },
    ]);
  });

  it('say which column a file cannot do without', async () => {
    const read = await readImportFolder(folderOf({ 'Team.csv': 'Email\na@example.com\n' }));
    expect(read).toEqual({
      ok: false,
      error: [{ code: 'WRONG_HEADER', file: 'Team.csv', missing: ['Name / 名称'], found: ['Email'] }],
    });
  });

  it('are moved to a day as a CRM export is', async () => {
    const { seed, summary } = await imported(
      { 'Tasks.csv': 'Customer,Last progress\nA,2020-01-01\nB,2020-01-11\n' },
      { asOf: parseDay('2026-11-23')! },
    );
    expect(seed.tasks.map(({ cells }) => cells['lastProgress'])).toEqual(
      ['2026-11-13', '2026-11-23'].map((day) => serialOfDay(parseDay(day)!)),
    );
    expect(summary.days).toMatchObject({ first: '2020-01-01', last: '2020-01-11' });
  });
});
