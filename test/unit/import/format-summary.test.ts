import { describe, expect, it } from 'vitest';
import { formatProblems, formatSummary } from '../../../local/import/format-summary.ts';
import type { ImportSummary } from '../../../local/import/import-summary.ts';
import type { RowProblem } from '../../../local/import/import-problem.ts';
import type { Day } from '../../../shared/domain/day.ts';

const wrongDate = (line: number): RowProblem => ({
  file: 'sales_pipeline.csv',
  line,
  column: 'engage_date',
  given: '15/02/2017',
  problem: { code: 'NOT_A_DATE' },
  outcome: 'cellLeftEmpty',
});

const summary: ImportSummary = {
  source: 'crm',
  folder: 'crm',
  files: [{ file: 'sales_pipeline.csv', rows: 8_800 }],
  reps: 35,
  supervisors: 6,
  tasks: 2_089,
  history: 6_711,
  dealsLeftOut: 0,
  proposedTiers: { newcomer: 5, growing: 20, senior: 10 },
  days: { first: '2016-10-20' as Day, last: '2017-12-31' as Day, shiftedBy: 12 },
  quirks: [{ code: 'SPELLING', field: 'product', from: 'GTXPro', to: 'GTX Pro', count: 1_480 }],
  rowProblems: [...Array(12).keys()].map((index) => wrongDate(index + 2)),
};

describe('the import summary as text', () => {
  it('tells in English what was read, repaired and wrong, and how many more there are', () => {
    expect(formatSummary(summary, 'en', 2).split('\n')).toEqual([
      'Import of the CRM export in crm',
      '  sales_pipeline.csv: 8,800 rows',
      '  On the board: 2,089 open deals in Tasks, 6,711 closed deals in History, 35 reps and 6 supervisors in Team',
      '  Rows of deals left out: 0',
      '  Days from 2016-10-20 to 2017-12-31, all moved by 12 days',
      '  Tiers proposed from the number of closed deals, whatever their outcome: newcomer 5, growing 20, senior 10; change them in the Team tab',
      '  Customer value and difficulty are left empty and proposed by rule (settings propose.highFrom, propose.hardFrom …) until somebody types them',
      'Worth knowing',
      '  - Product "GTXPro" read as "GTX Pro": 1,480 rows',
      'Rows with something wrong: 12',
      '  - sales_pipeline.csv line 2, engage_date: "15/02/2017" not a date; accepted: 2017-12-31, year first (cell left empty)',
      '  - sales_pipeline.csv line 3, engage_date: "15/02/2017" not a date; accepted: 2017-12-31, year first (cell left empty)',
      '    … and 10 more of the same kind',
    ]);
  });

  it('tells the same in Chinese', () => {
    const text = formatSummary(summary, 'zh-CN', 1);
    expect(text).toContain('产品“GTXPro”读作“GTX Pro”：1,480 行');
    expect(text).toContain('sales_pipeline.csv 第 2 行，engage_date："15/02/2017" 不是日期');
    expect(text).toContain('……同类还有 11 处');
    expect(text).not.toMatch(/\b(the|row|rows|deals)\b/);
  });

  it('lists every wrong row when asked for all', () => {
    expect(formatSummary(summary, 'en', Infinity).match(/not a date/g)).toHaveLength(12);
  });

  it('does not let the content of a file steer the terminal', () => {
    const given = 'a\u001b[31mred\nnext';
    const text = formatSummary({ ...summary, rowProblems: [{ ...wrongDate(2), given }] }, 'en');
    expect(text).toContain('"a [31mred next"');
    const problem = formatProblems(
      [{ code: 'WRONG_HEADER', file: 'a.csv', missing: ['x'], found: ['\u001b]0;t\u0007'] }],
      'en',
    );
    expect(problem).not.toMatch(/[\u001b\u0007]/);
    expect(problem.split('\n')).toHaveLength(2);
  });
});
