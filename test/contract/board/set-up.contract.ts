import { describe, expect, it } from 'vitest';
import { columnLetter } from '../../../functions/adapters/sheets-looks.ts';
import { DEFAULT_POLICY, parsePolicy } from '../../../shared/contract/policy.ts';
import { SETTINGS } from '../../../shared/contract/settings.ts';
import { FIRST_DATA_ROW, TABS, TAB_KEYS, columnIndex, type TabKey } from '../../../shared/sheet/layout.ts';
import { header, headersOf, tabTitle } from '../../../shared/text/board-words.ts';
import type { BoardUnderTest } from './board-under-test.ts';

const VALUE = columnIndex('tasks', 'value');

/** Setting up, repairing and changing language, as people see it. */
export const setUpContract = (at: BoardUnderTest): void => {
  const titles = (): readonly string[] =>
    (at.service.getSpreadsheet(at.team).sheets ?? []).map((sheet) => sheet.properties?.title ?? '');
  const row = (tab: TabKey, index: number): readonly string[] =>
    (at.sheet(tab).data?.[0]?.rowData?.[index]?.values ?? []).map((cell) => cell.formattedValue ?? '');

  describe('setting up a new spreadsheet', () => {
    it('makes every tab, found by its own sheet id, and leaves the sheet that was there', async () => {
      const { created } = await at.board.setUp(at.team, 'zh-CN');
      expect(created).toEqual(TAB_KEYS);
      expect(titles()).toEqual([...TAB_KEYS.map((tab) => tabTitle(tab, 'zh-CN')), 'Sheet1']);
      expect(at.calls).toEqual(['GET ', 'POST :batchUpdate']);
      for (const tab of TAB_KEYS) {
        expect(row(tab, 0)).toEqual(TABS[tab].columns.map(({ key }) => key));
        expect(row(tab, 1)).toEqual(headersOf(tab, 'zh-CN'));
        expect(at.sheet(tab).properties?.gridProperties).toMatchObject({
          frozenRowCount: 2,
          frozenColumnCount: TABS[tab].frozenColumns,
        });
      }
    });

    it('hides keys and ids, and gives columns width, format and dropdown', async () => {
      await at.setUp('en');
      const [grid] = at.sheet('tasks').data!;
      expect(grid!.rowMetadata!.slice(0, 2)).toEqual([
        expect.objectContaining({ hiddenByUser: true }),
        expect.not.objectContaining({ hiddenByUser: true }),
      ]);
      expect(grid!.columnMetadata![0]).toMatchObject({ hiddenByUser: true, pixelSize: 90 });
      expect(at.cell('tasks', 1, 'value')).toMatchObject({
        userEnteredFormat: { textFormat: { bold: true } },
      });
      expect(at.cell('tasks', 999, 'lastProgress')).toMatchObject({
        userEnteredFormat: { numberFormat: { pattern: 'yyyy-mm-dd' } },
      });
      expect(at.cell('tasks', 999, 'points')).toMatchObject({
        userEnteredFormat: { numberFormat: { pattern: '0.0' } },
      });
      expect(at.cell('tasks', 2, 'value').dataValidation).toMatchObject({
        condition: {
          type: 'ONE_OF_LIST',
          values: ['High', 'Medium', 'Low'].map((userEnteredValue) => ({ userEnteredValue })),
        },
        showCustomUi: true,
      });
      expect(at.cell('tasks', 999, 'owner').dataValidation!.condition).toEqual({
        type: 'ONE_OF_RANGE',
        values: [{ userEnteredValue: "='Team'!$B$3:$B" }],
      });
      expect(at.cell('tasks', 2, 'customer').dataValidation).toBeUndefined();
    });

    it('lets both spellings and unknown owners in, warns about our columns, and refuses neither', async () => {
      await at.setUp('zh-CN');
      await at.types('tasks', 2, { value: 'High', owner: '不认识的人', stage: 'Won' });
      expect(at.cell('tasks', 2, 'value').formattedValue).toBe('High');
      const guards = at.sheet('tasks').protectedRanges ?? [];
      expect(guards.every(({ warningOnly }) => warningOnly)).toBe(true);
      const columns = guards.flatMap(({ range }) =>
        range?.startColumnIndex === undefined && range?.endColumnIndex === undefined
          ? []
          : TABS.tasks.columns
              .slice(range.startColumnIndex ?? 0, range.endColumnIndex ?? 0)
              .map(({ key }) => key),
      );
      expect(columns).toEqual(
        TABS.tasks.columns.filter(({ owner }) => owner === 'peineng').map(({ key }) => key),
      );
    });

    it('colours rows by rule alone, keyed on the light, with dark text on light ground', async () => {
      await at.setUp();
      for (const tab of ['tasks', 'team'] as const) {
        const rules = at.sheet(tab).conditionalFormats ?? [];
        const light = `$${columnLetter(columnIndex(tab, 'light'))}${FIRST_DATA_ROW + 1}`;
        expect(
          rules.map((rule) => rule.booleanRule?.condition?.values?.[0]?.userEnteredValue).sort(),
        ).toEqual([`=${light}="🔴"`, `=${light}="🟡"`].sort());
        for (const { booleanRule, ranges } of rules) {
          expect(ranges).toEqual([{ sheetId: TABS[tab].sheetId, startRowIndex: 2 }]);
          expect(booleanRule?.format?.textFormat?.foregroundColor?.red).toBeLessThan(0.3);
          expect(booleanRule?.format?.backgroundColor?.red).toBeGreaterThan(0.9);
        }
      }
    });

    it('writes a Rules tab that reads back as the documented defaults, values kept as people type them', async () => {
      await at.setUp('zh-CN');
      const { rows } = await at.read('rules');
      expect(rows.rules).toHaveLength(Object.keys(SETTINGS).length);
      const policy = parsePolicy(
        rows.rules!.map(({ cells }) => ({ key: String(cells['id']), raw: cells['value'] })),
      );
      expect(policy).toEqual({ ok: true, value: DEFAULT_POLICY });
      const holidays = rows.rules!.find(({ cells }) => cells['id'] === 'stale.holidays')!.row;
      await at.types('rules', holidays, { value: '2026-10-01' });
      const again = await at.read('rules');
      expect(again.rows.rules!.find(({ row: place }) => place === holidays)?.cells['value']).toBe(
        '2026-10-01',
      );
      const language = rows.rules!.find(({ cells }) => cells['id'] === 'board.language')!.row;
      expect(at.cell('rules', language, 'value').dataValidation?.condition?.type).toBe('ONE_OF_LIST');
    });

    it('takes another title where people already use ours', async () => {
      await at.does({ kind: 'addSheet', title: 'tasks' });
      await at.board.setUp(at.team, 'en');
      expect(titles()).toContain('Tasks 2');
      expect(titles()).toContain('tasks');
    });
  });

  describe('setting up again', () => {
    it('changes nothing on a board that is whole', async () => {
      await at.setUp();
      const before = at.service.revision(at.team);
      const again = await at.board.setUp(at.team, 'zh-CN');
      expect(again.created).toEqual([]);
      expect(at.calls).toEqual(['GET ', 'GET ']);
      expect(at.service.revision(at.team)).toBe(before);
    });

    it('restores a deleted tab and leaves rows, titles, widths and sheets of people alone', async () => {
      await at.setUp();
      await at.types('tasks', 2, { customer: '远航', title: '采购' });
      await at.does({ kind: 'renameSheet', sheetId: TABS.tasks.sheetId, title: '我的任务' });
      await at.does({ kind: 'addSheet', title: '草稿' });
      await at.does({ kind: 'deleteSheet', sheetId: TABS.team.sheetId });
      const { created } = await at.board.setUp(at.team, 'zh-CN');
      expect(created).toEqual(['team']);
      expect(row('team', 1)).toEqual(headersOf('team', 'zh-CN'));
      expect(at.cell('tasks', 2, 'customer').formattedValue).toBe('远航');
      expect(titles()).toEqual(expect.arrayContaining(['我的任务', '草稿', '团队']));
    });

    it('puts back a deleted column in its place, empty, with its dropdown, and the others keep theirs', async () => {
      await at.setUp();
      await at.rows('tasks', [{ id: 't1', customer: '远航', title: '采购', value: '高', stage: '跟进' }]);
      await at.does({ kind: 'deleteColumns', sheetId: TABS.tasks.sheetId, start: VALUE, count: 1 });
      await expect(at.read('tasks')).rejects.toMatchObject({
        failure: { code: 'TAB_MISSING', tab: 'tasks' },
      });
      await at.board.setUp(at.team, 'zh-CN');
      const { rows, columns } = await at.read('tasks');
      expect(columns.tasks!['value']).toBe(VALUE);
      expect(rows.tasks![0]!.cells).toMatchObject({ id: 't1', customer: '远航', value: null, stage: '跟进' });
      expect(at.cell('tasks', 1, 'value').formattedValue).toBe('客户价值');
      expect(at.cell('tasks', 2, 'value').dataValidation?.condition?.values?.[0]?.userEnteredValue).toBe(
        '高',
      );
      expect(at.cell('tasks', 2, 'stage').dataValidation?.condition?.values?.[0]?.userEnteredValue).toBe(
        '线索',
      );
      expect(at.cell('tasks', 2, 'industry').dataValidation).toBeUndefined();
      await expectWhole(at);
    });

    it.each([
      ['the key row', 0],
      ['the header row', 1],
    ])('puts back %s when somebody deleted it', async (_, deleted) => {
      await at.setUp();
      await at.rows('tasks', [{ id: 't1', customer: '远航', title: '采购', stage: '跟进' }]);
      await at.does({ kind: 'deleteRows', sheetId: TABS.tasks.sheetId, start: deleted, count: 1 });
      await at.board.setUp(at.team, 'zh-CN');
      expect(row('tasks', 0)).toEqual(TABS.tasks.columns.map(({ key }) => key));
      expect(row('tasks', 1)).toEqual(headersOf('tasks', 'zh-CN'));
      const { rows } = await at.read('tasks');
      expect(rows.tasks).toHaveLength(1);
      expect(rows.tasks![0]).toMatchObject({ row: 2, cells: { id: 't1', customer: '远航' } });
      expect(at.sheet('tasks').data?.[0]?.rowMetadata?.[0]?.hiddenByUser).toBe(true);
      await expectWhole(at);
    });

    it('puts back an emptied header and an emptied key, but not a header that people chose', async () => {
      await at.setUp();
      await at.google.spreadsheets.values.batchUpdate({
        spreadsheetId: at.team,
        requestBody: {
          valueInputOption: 'RAW',
          data: [
            { range: '任务!C1', values: [['']] },
            { range: '任务!D2', values: [['']] },
            { range: '任务!E2', values: [['细分行业']] },
          ],
        },
      });
      await at.board.setUp(at.team, 'zh-CN');
      expect(row('tasks', 0)[2]).toBe('customer');
      expect(row('tasks', 1).slice(2, 5)).toEqual(['客户', '商机', '细分行业']);
      await expectWhole(at);
    });

    it('changes titles, headers and choices to another language, but none that people chose', async () => {
      await at.setUp('zh-CN');
      await at.does({ kind: 'renameSheet', sheetId: TABS.audit.sheetId, title: '谁干的' });
      await at.board.setUp(at.team, 'en');
      expect(titles()).toEqual(expect.arrayContaining(['Tasks', 'Team', 'Rules', '谁干的']));
      expect(row('tasks', 1)).toEqual(headersOf('tasks', 'en'));
      expect(at.cell('tasks', 2, 'value').dataValidation?.condition?.values?.[0]?.userEnteredValue).toBe(
        'High',
      );
      expect(at.cell('tasks', 2, 'owner').dataValidation?.condition?.values?.[0]?.userEnteredValue).toBe(
        "='Team'!$B$3:$B",
      );
      expect(at.cell('rules', 2, 'name').formattedValue).toBe('Board language');
      expect(at.cell('rules', 2, 'value').formattedValue).toBe('zh-CN');
      expect(row('rules', 1)[1]).toBe(header('rules', 'name', 'en'));
      await at.board.setUp(at.team, 'zh-CN');
      expect(titles()).toEqual(expect.arrayContaining(['任务', '团队', '规则', '谁干的']));
      await expectWhole(at);
    });

    it('adds a rule that is missing and corrects our words in the others', async () => {
      await at.setUp();
      await at.types('rules', 5, { value: 2.5, name: '乱写' });
      await at.does({ kind: 'deleteRows', sheetId: TABS.rules.sheetId, start: 10, count: 1 });
      await at.board.setUp(at.team, 'zh-CN');
      const { rows } = await at.read('rules');
      expect(rows.rules).toHaveLength(Object.keys(SETTINGS).length);
      const touched = rows.rules!.find(({ row: place }) => place === 5)!;
      expect(touched.cells['name']).not.toBe('乱写');
      expect(String(touched.cells['value'])).toBe('2.5');
      await expectWhole(at);
    });

    it('keeps dropdowns and checkboxes of rows that we fill in where people add rows too', async () => {
      await at.setUp();
      await at.rows('team', [{ id: 'r1', name: '老王', role: '销售', tier: '资深' }]);
      const rule = (row: number, column: string) =>
        at.cell('team', row, column).dataValidation?.condition?.type;
      for (const row of [FIRST_DATA_ROW, FIRST_DATA_ROW + 1]) {
        expect([rule(row, 'role'), rule(row, 'tier'), rule(row, 'contest')]).toEqual([
          'ONE_OF_LIST',
          'ONE_OF_LIST',
          'BOOLEAN',
        ]);
      }
    });

    it('gives dropdowns to rows that were added below the last one', async () => {
      await at.setUp();
      const many = Array.from({ length: 1_100 }, (_, n) => ({
        id: `t${n}`,
        customer: `客户 ${n}`,
        title: '采购',
      }));
      await at.rows('tasks', many);
      expect(at.cell('tasks', FIRST_DATA_ROW + 1_099, 'value').dataValidation).toBeUndefined();
      await at.board.setUp(at.team, 'zh-CN');
      expect(at.cell('tasks', FIRST_DATA_ROW + 1_099, 'value').dataValidation).toBeDefined();
      await expectWhole(at);
    });

    it('does not create anything twice when the answer to the first attempt was lost', async () => {
      await at.setUp();
      await at.does({ kind: 'deleteSheet', sheetId: TABS.rules.sheetId });
      // Two reads, then the write whose answer is lost.
      const lost = { status: 503, after: true } as const;
      at.network.failWrite(lost);
      await at.board.setUp(at.team, 'zh-CN');
      expect(at.calls.filter((call) => call.startsWith('POST'))).toEqual(['POST :batchUpdate']);
      expect((await at.read('rules')).rows.rules).toHaveLength(Object.keys(SETTINGS).length);
      await expectWhole(at);
    });
  });
};

/** A board that needs nothing: setting up writes nothing. */
const expectWhole = async (at: BoardUnderTest): Promise<void> => {
  const before = at.service.revision(at.team);
  await at.board.setUp(at.team, 'zh-CN');
  expect(at.service.revision(at.team)).toBe(before);
};
