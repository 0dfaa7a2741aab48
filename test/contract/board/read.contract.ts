import { describe, expect, it } from 'vitest';
import { TABS, columnIndex } from '../../../shared/sheet/layout.ts';
import type { BoardUnderTest } from './board-under-test.ts';
import { NOTHING_WANTED, THREE, cell, plan } from './sample-plans.ts';

const TASKS = TABS.tasks.sheetId;

/** Reading, as the pipeline does on every edit. */
export const readContract = (at: BoardUnderTest): void => {
  describe('reading', () => {
    it('answers with rows, ids and columns of several tabs in one call', async () => {
      await at.setUp();
      await at.rows('tasks', THREE);
      await at.rows('team', [{ id: 'r1', name: '老王', role: '销售' }]);
      const read = await at.board.read(at.team, {
        rows: [{ tab: 'tasks', startRow: 3, endRow: 4 }],
        whole: ['team'],
        ids: ['tasks', 'audit'],
      });
      expect(at.calls).toEqual(['POST /values:batchGetByDataFilter']);
      expect(read.rows.tasks).toEqual([
        {
          row: 3,
          cells: expect.objectContaining({
            id: 't2',
            customer: '客户 2',
            amount: 1000,
            value: null,
          }) as never,
        },
      ]);
      expect(read.rows.team?.map(({ cells }) => cells['name'])).toEqual(['老王']);
      expect(read.ids.tasks).toEqual(['t1', 't2', 't3'].map((id, n) => ({ id, row: n + 2 })));
      expect(read.ids.audit).toEqual([]);
      expect(read.columns.tasks).toMatchObject({ id: 0, customer: 2 });
      expect(read.columns.rules).toBeUndefined();
    });

    it('reads several row ranges of a tab, each row once, in the order of the sheet', async () => {
      await at.setUp();
      await at.rows('tasks', THREE);
      const range = (startRow: number, endRow: number) => ({ tab: 'tasks', startRow, endRow }) as const;
      const read = await at.board.read(at.team, {
        ...NOTHING_WANTED,
        rows: [range(4, 5), range(2, 4), range(3, 4)],
      });
      expect(read.rows.tasks?.map(({ row, cells }) => [row, cells['id']])).toEqual([
        [2, 't1'],
        [3, 't2'],
        [4, 't3'],
      ]);
    });

    it('gives empty rows for places where nothing stands, below the grid too', async () => {
      await at.setUp();
      await at.rows('tasks', THREE);
      const read = await at.board.read(at.team, {
        rows: [
          { tab: 'tasks', startRow: 4, endRow: 6 },
          { tab: 'tasks', startRow: 5_000, endRow: 5_001 },
        ],
        whole: [],
        ids: ['tasks'],
      });
      expect(read.rows.tasks?.map(({ row, cells }) => [row, cells['id'], cells['customer']])).toEqual([
        [4, 't3', '客户 3'],
        [5, null, null],
        [5_000, null, null],
      ]);
      expect(read.ids.tasks).toHaveLength(3);
    });

    it('asks nobody when nothing is wanted, and for the columns alone when the range is empty', async () => {
      await at.setUp();
      expect(await at.board.read(at.team, NOTHING_WANTED)).toEqual({ rows: {}, ids: {}, columns: {} });
      expect(at.calls).toEqual([]);
      const read = await at.board.read(at.team, {
        ...NOTHING_WANTED,
        rows: [{ tab: 'audit', startRow: 2, endRow: 2 }],
      });
      expect(read.columns.audit).toMatchObject({ id: 0, undo: columnIndex('audit', 'undo') });
      expect(read.rows.audit).toEqual([]);
    });

    it('finds columns that people moved, their ids too, and passes over columns of their own', async () => {
      await at.setUp();
      await at.rows('tasks', THREE);
      await at.google.spreadsheets.batchUpdate({
        spreadsheetId: at.team,
        requestBody: {
          requests: [
            {
              moveDimension: {
                source: { sheetId: TASKS, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 },
                destinationIndex: 9,
              },
            },
            {
              moveDimension: {
                source: { sheetId: TASKS, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
                destinationIndex: 5,
              },
            },
            {
              insertDimension: {
                range: { sheetId: TASKS, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
                inheritFromBefore: false,
              },
            },
          ],
        },
      });
      const { rows } = await at.read('tasks');
      expect(rows.tasks?.[1]?.cells).toMatchObject({ id: 't2', customer: '客户 2', title: '采购' });
      const ids = await at.board.read(at.team, { ...NOTHING_WANTED, ids: ['tasks'] });
      expect(ids.ids.tasks?.map(({ id, row }) => [id, row])).toEqual([
        ['t1', 2],
        ['t2', 3],
        ['t3', 4],
      ]);
      await at.board.write(at.team, plan({ cells: [cell('t2', 'customer', '新客户')] }), ids);
      const after = await at.read('tasks');
      expect(after.rows.tasks?.map(({ cells }) => cells['customer'])).toEqual(['客户 1', '新客户', '客户 3']);
    });

    it('finds a renamed tab, and says which tab is gone', async () => {
      await at.setUp();
      await at.rows('tasks', THREE);
      await at.does({ kind: 'renameSheet', sheetId: TASKS, title: '它叫什么都行' });
      expect((await at.read('tasks')).rows.tasks).toHaveLength(3);
      await at.does({ kind: 'deleteSheet', sheetId: TASKS });
      await expect(at.read('team', 'tasks')).rejects.toMatchObject({
        failure: { code: 'TAB_MISSING', tab: 'tasks' },
        retryable: false,
      });
    });

    it('does not take a board for empty whose people’s columns or ids are gone', async () => {
      await at.setUp();
      await at.does({
        kind: 'deleteColumns',
        sheetId: TASKS,
        start: columnIndex('tasks', 'owner'),
        count: 1,
      });
      await expect(at.read('tasks')).rejects.toThrow(/owner/);
      const ours = columnIndex('team', 'load');
      await at.does({ kind: 'deleteColumns', sheetId: TABS.team.sheetId, start: ours, count: 1 });
      expect((await at.read('team')).columns.team).not.toHaveProperty('load');
    });

    it('knows no spreadsheet that is not there', async () => {
      const gone = at.board.read('no-such-spreadsheet' as typeof at.team, {
        ...NOTHING_WANTED,
        whole: ['tasks'],
      });
      await expect(gone).rejects.toMatchObject({ failure: { code: 'TAB_MISSING', tab: null } });
    });
  });
};
