import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCrmFolder } from '../../../local/import/read-crm-folder.ts';
import type { Imported } from '../../../local/import/imported.ts';
import type { ImportProgress } from '../../../local/import/import-progress.ts';
import { parseDay } from '../../../shared/domain/day.ts';
import { dayOfSerial, serialOfDay } from '../../../shared/sheet/cell-value.ts';
import { TABS } from '../../../shared/sheet/layout.ts';
import { crmFolder, pipeline } from '../../support/import-folder.ts';

const SMALL = fileURLToPath(new URL('../../fixtures/crm-small', import.meta.url));
const day = (text: string) => parseDay(text)!;

const imported = async (...args: Parameters<typeof readCrmFolder>): Promise<Imported> => {
  const read = await readCrmFolder(...args);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

const taskOf = ({ seed }: Imported, id: string) =>
  seed.tasks.find(({ cells }) => String(cells['title']).endsWith(id))!;
const historyOf = ({ seed }: Imported, id: string) =>
  seed.history.find(({ cells }) => String(cells['title']).endsWith(id))!;

describe('a CRM export with every quirk', () => {
  it('accounts for every row of the pipeline: on a tab, or left out and listed', async () => {
    const { summary } = await imported(SMALL);
    const rows = summary.files.find(({ file }) => file === 'sales_pipeline.csv')!.rows;
    expect(summary.tasks + summary.history + summary.dealsLeftOut).toBe(rows);
    expect(
      summary.rowProblems.filter(
        ({ file, outcome }) => file === 'sales_pipeline.csv' && outcome === 'rowLeftOut',
      ),
    ).toHaveLength(summary.dealsLeftOut);
    expect([summary.tasks, summary.history, summary.dealsLeftOut]).toEqual([9, 10, 5]);
  });

  it('counts what it repaired and what is worth knowing', async () => {
    const { summary } = await imported(SMALL);
    expect(summary.quirks).toEqual(
      expect.arrayContaining([
        { code: 'SPELLING', field: 'product', from: 'LampPro', to: 'Lamp Pro', count: 2 },
        { code: 'SPELLING', field: 'sector', from: 'technolgy', to: 'technology', count: 1 },
        { code: 'SPELLING', field: 'country', from: 'Philipines', to: 'Philippines', count: 1 },
        { code: 'SPELLING', field: 'agent', from: 'ada  quill', to: 'Ada Quill', count: 1 },
        { code: 'NO_ACCOUNT', count: 2 },
        { code: 'PROSPECTING_WITHOUT_DATE', count: 1 },
        { code: 'ENGAGING_WITHOUT_DATE', count: 1 },
        { code: 'LOST_WITH_ZERO', count: 2 },
        { code: 'EMPTY_ROW', count: 1 },
        { code: 'MADE_UP_ADDRESS', count: 2 },
        { code: 'AGENTS_WITHOUT_DEALS', count: 1, names: ['Eva Reed'] },
        { code: 'AGENTS_WITHOUT_OPEN_DEALS', count: 2, names: ['Cy Dune', 'Dee Fox'] },
      ]),
    );
  });

  it('names file, line and column of every wrong cell, also after quoted line breaks', async () => {
    const { summary } = await imported(SMALL);
    const told = summary.rowProblems.map(
      ({ file, line, column, problem, outcome }) =>
        `${file}:${line} ${column ?? '-'} ${problem.code} ${outcome}`,
    );
    expect(told.toSorted()).toEqual([
      'accounts.csv:5 account NAME_TAKEN rowLeftOut',
      'accounts.csv:6 employees NOT_A_NUMBER cellLeftEmpty',
      'sales_pipeline.csv:10 sales_agent UNKNOWN_AGENT cellLeftEmpty',
      'sales_pipeline.csv:11 sales_agent UNKNOWN_AGENT kept',
      'sales_pipeline.csv:12 product UNKNOWN_PRODUCT kept',
      'sales_pipeline.csv:13 account UNKNOWN_ACCOUNT kept',
      'sales_pipeline.csv:14 deal_stage NOT_A_STAGE rowLeftOut',
      'sales_pipeline.csv:15 engage_date NOT_A_DATE cellLeftEmpty',
      'sales_pipeline.csv:16 close_value NEGATIVE cellLeftEmpty',
      'sales_pipeline.csv:17 engage_date NOT_A_DATE cellLeftEmpty',
      'sales_pipeline.csv:18 - ROW_LENGTH rowLeftOut',
      'sales_pipeline.csv:19 close_date CLOSED_BEFORE_ENGAGED kept',
      'sales_pipeline.csv:20 close_date OUTCOME_ON_OPEN_DEAL cellLeftEmpty',
      'sales_pipeline.csv:20 close_value OUTCOME_ON_OPEN_DEAL cellLeftEmpty',
      'sales_pipeline.csv:21 opportunity_id NAME_TAKEN rowLeftOut',
      'sales_pipeline.csv:23 - NO_NAME rowLeftOut',
      'sales_pipeline.csv:25 account UNKNOWN_ACCOUNT kept',
      'sales_pipeline.csv:27 close_date DATE_MISSING kept',
      'sales_pipeline.csv:9 opportunity_id SAME_ROW rowLeftOut',
    ]);
  });

  it('leaves value and difficulty to the rules and gives them only what was known before the outcome', async () => {
    const read = await imported(SMALL);
    for (const { cells, signals = {} } of read.seed.tasks) {
      expect(cells).not.toHaveProperty('value');
      expect(cells).not.toHaveProperty('difficulty');
      expect(['listPrice', 'customerEmployees', 'customerRevenue', 'engagedOn']).toEqual(
        expect.arrayContaining(Object.keys(signals)),
      );
    }
    expect(taskOf(read, 'A0000003')).toEqual({
      cells: {
        customer: 'Brook & Sons, Ltd',
        title: 'Lamp Pro · A0000003',
        industry: 'medical',
        owner: 'Ada Quill',
        stage: 'Engaging',
        amount: 4200,
        lastProgress: serialOfDay(day('2017-02-10')),
      },
      signals: {
        listPrice: 4200,
        customerEmployees: 1500,
        customerRevenue: 88.1,
        engagedOn: '2017-02-10',
      },
      createdOn: '2017-02-10',
    });
  });

  it('does not let an outcome on an open deal reach the board', async () => {
    const task = taskOf(await imported(SMALL), 'A0000018');
    expect(JSON.stringify(task)).not.toContain('900');
    expect(task.cells['amount']).toBe(1200);
  });

  it('shows a deal without an account under its number, in the language of the board', async () => {
    expect(taskOf(await imported(SMALL), 'A0000004').cells['customer']).toBe('(no account) A0000004');
    const zh = taskOf(await imported(SMALL, { language: 'zh-CN' }), 'A0000004').cells;
    expect(zh).toMatchObject({ customer: '（无客户）A0000004', stage: '线索' });
  });

  it('gives an open deal of somebody unknown no owner, and keeps the name in history', async () => {
    const read = await imported(SMALL);
    expect(taskOf(read, 'A0000008').cells).not.toHaveProperty('owner');
    expect(historyOf(read, 'A0000009').cells['owner']).toBe('Gil Moss');
  });

  it('puts closed deals into history with revenue and days', async () => {
    expect(historyOf(await imported(SMALL), 'A0000001').cells).toEqual({
      customer: 'Northlight Labs',
      title: 'Lamp One · A0000001',
      industry: 'technology',
      product: 'Lamp One',
      owner: 'Ada Quill',
      stage: 'Won',
      amount: 510,
      startedOn: serialOfDay(day('2017-01-02')),
      closedOn: serialOfDay(day('2017-01-20')),
    });
  });

  it('makes managers supervisors with addresses that reach nobody, and leaves reps without one', async () => {
    const { seed } = await imported(SMALL);
    expect(seed.team.map(({ cells }) => [cells['name'], cells['role'], cells['email'] ?? null])).toEqual([
      ['Mo Tern', 'Supervisor', 'mo.tern@example.com'],
      ['Zoë Ray', 'Supervisor', 'zoe.ray@example.com'],
      ['Ada Quill', 'Rep', null],
      ['Ben Ash', 'Rep', null],
      ['Cy Dune', 'Rep', null],
      ['Dee Fox', 'Rep', null],
      ['Eva Reed', 'Rep', null],
    ]);
    expect(seed.team.at(-1)!.cells).toMatchObject({ supervisor: 'Zoë Ray', tier: 'Newcomer' });
  });

  it('writes only columns that people own', async () => {
    const { seed } = await imported(SMALL);
    for (const tab of ['team', 'tasks', 'history'] as const) {
      const own = TABS[tab].columns.filter((column) => column.owner === 'people').map(({ key }) => key);
      for (const { cells } of seed[tab]) expect(own).toEqual(expect.arrayContaining(Object.keys(cells)));
    }
  });

  it('moves all days by the same number when asked to, so that the newest is the given day', async () => {
    const [plain, moved] = [await imported(SMALL), await imported(SMALL, { asOf: day('2026-11-23') })];
    expect(plain.summary.days).toEqual({ first: '2017-01-02', last: '2017-03-02', shiftedBy: 0 });
    const by = moved.summary.days!.shiftedBy;
    expect(dayOfSerial(serialOfDay(day('2017-03-02')) + by)).toBe('2026-11-23');
    const progress = (read: Imported) => Number(taskOf(read, 'A0000003').cells['lastProgress']);
    expect(progress(moved) - progress(plain)).toBe(by);
    const task = taskOf(moved, 'A0000003');
    expect([task.createdOn, task.signals?.engagedOn]).toEqual(
      Array(2).fill(dayOfSerial(Number(task.cells['lastProgress']))),
    );
    expect(
      moved.seed.history
        .map(({ cells }) => Number(cells['closedOn'] ?? 0))
        .toSorted()
        .at(-1),
    ).toBe(serialOfDay(day('2026-11-23')));
  });

  it('tells how far it is, up to the last byte', async () => {
    const seen: ImportProgress[] = [];
    await imported(SMALL, { onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)!.doneBytes).toBe(seen.at(-1)!.totalBytes);
    expect(seen.map(({ doneBytes }) => doneBytes)).toEqual(
      seen.map(({ doneBytes }) => doneBytes).toSorted((a, b) => a - b),
    );
    expect(new Set(seen.map(({ file }) => file)).size).toBe(4);
  });

  it('finds files and columns in any case and order, and names columns it does not know', async () => {
    const folder = crmFolder({
      'products.csv': 'Sales_Price;extra,PRODUCT,SALES_PRICE\nx,Lamp,7\n',
    });
    const { seed, summary } = await imported(folder);
    expect(seed.tasks[0]!.signals?.listPrice).toBe(7);
    expect(summary.quirks).toContainEqual({
      code: 'UNKNOWN_COLUMN',
      count: 1,
      names: ['products.csv: sales_price;extra'],
    });
  });

  it('keeps formula-like text, very long text and quotes as they are', async () => {
    const long = 'x'.repeat(10_000);
    const folder = crmFolder({
      'sales_pipeline.csv': pipeline(
        'A1,Ada Quill,Lamp,"=HYPERLINK(""http://example.com"",""a"")",Engaging,2017-02-01,,',
        `A2,Ada Quill,Lamp,${long},Engaging,2017-02-01,,`,
        'A3,Ada Quill,Lamp,12" Racks,Engaging,2017-02-01,,',
      ),
    });
    const { seed, summary } = await imported(folder);
    expect(seed.tasks.map(({ cells }) => cells['customer'])).toEqual([
      '=HYPERLINK("http://example.com","a")',
      long,
      '12" Racks',
    ]);
    expect(summary.rowProblems.every(({ given }) => given.length <= 60)).toBe(true);
  });
});
