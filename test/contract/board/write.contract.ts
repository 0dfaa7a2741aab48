import { describe, expect, it } from 'vitest';
import { EMPTY_PLAN, type BoardRead } from '../../../shared/ports/board.ts';
import { TABS } from '../../../shared/sheet/layout.ts';
import type { BoardUnderTest } from './board-under-test.ts';
import { NOTHING_WANTED, THREE, cell, plan } from './sample-plans.ts';

const TASKS = TABS.tasks.sheetId;

/** Writing, as the pipeline does after every commit. */
export const writeContract = (at: BoardUnderTest): void => {
  const shown = (row: number, column: string) => at.cell('tasks', row, column);

  describe('writing', () => {
    const before = async (): Promise<BoardRead> => {
      await at.setUp();
      await at.rows('tasks', THREE);
      const read = await at.board.read(at.team, { ...NOTHING_WANTED, ids: ['tasks', 'audit'] });
      at.calls.length = 0;
      return read;
    };

    it('writes cells in one call of values, typed as they are, and null clears', async () => {
      const read = await before();
      const cells = [
        cell('t1', 'light', '🔴'),
        cell('t1', 'points', 1.5),
        cell('t2', 'amount', null),
        cell('t3', 'suggestedOwner', 'Lisa'),
        cell('t3', 'why', '更合适'),
      ];
      await at.board.write(at.team, plan({ cells }), read);
      expect(at.calls).toEqual(['POST /values:batchUpdateByDataFilter']);
      expect(shown(2, 'light').userEnteredValue).toEqual({ stringValue: '🔴' });
      expect(shown(2, 'points')).toMatchObject({
        userEnteredValue: { numberValue: 1.5 },
        formattedValue: '1.5',
      });
      expect(shown(3, 'amount').userEnteredValue).toBeUndefined();
      expect(shown(4, 'suggestedOwner').formattedValue).toBe('Lisa');
      expect(shown(4, 'why').formattedValue).toBe('更合适');
      expect(shown(2, 'customer').formattedValue).toBe('客户 1');
    });

    it.each([
      '=HYPERLINK("http://x","y")',
      '+1+1',
      '-5',
      '@SUM(A1)',
      '0123',
      '2026-11-23',
      'TRUE',
      "'quoted",
    ])('writes the text %s as the text it is, alone, beside a note and in a new row', async (text) => {
      const read = await before();
      await at.board.write(at.team, plan({ cells: [cell('t1', 'why', text)] }), read);
      const notes = [{ tab: 'tasks', at: { id: 't2' }, column: 'why', text: '注意' }] as const;
      await at.board.write(at.team, plan({ cells: [cell('t2', 'why', text)], notes }), read);
      await at.board.write(
        at.team,
        plan({ appends: [{ tab: 'tasks', values: { id: 't4', why: text } }] }),
        read,
      );
      for (const row of [2, 3, 5])
        expect(shown(row, 'why')).toMatchObject({
          userEnteredValue: { stringValue: text },
          formattedValue: text,
        });
    });

    it('carries 10,000 characters, and cuts what Google would refuse instead of losing the whole call', async () => {
      const read = await before();
      await at.board.write(
        at.team,
        plan({ cells: [cell('t1', 'why', '长'.repeat(10_000)), cell('t2', 'why', '超'.repeat(60_000))] }),
        read,
      );
      expect(shown(2, 'why').userEnteredValue?.stringValue).toHaveLength(10_000);
      expect(shown(3, 'why').userEnteredValue?.stringValue).toHaveLength(50_000);
      expect(shown(3, 'why').userEnteredValue?.stringValue?.endsWith('…')).toBe(true);
    });

    it('puts cells, notes and new rows into one call, and null takes a note away', async () => {
      const read = await before();
      const note = (id: string, text: string | null) =>
        ({ tab: 'tasks', at: { id }, column: 'value', text }) as const;
      await at.board.write(at.team, plan({ notes: [note('t1', '旧'), note('t2', '请填 高/中/低')] }), read);
      at.calls.length = 0;
      await at.board.write(
        at.team,
        plan({
          cells: [cell('t1', 'light', '🟢')],
          notes: [note('t1', null)],
          appends: [
            { tab: 'audit', values: { id: 'a1', number: 1, at: 46349.5, what: '新增', undo: false } },
            { tab: 'audit', values: { id: 'a2', number: 2, at: 46349.75, what: '=转交', undo: null } },
          ],
        }),
        read,
      );
      expect(at.calls).toEqual(['POST :batchUpdate']);
      expect(shown(2, 'value').note).toBeUndefined();
      expect(shown(3, 'value').note).toBe('请填 高/中/低');
      expect(shown(2, 'light').formattedValue).toBe('🟢');
      expect(at.cell('audit', 2, 'at').formattedValue).toBe('2026-11-23 12:00');
      expect(at.cell('audit', 3, 'what').userEnteredValue).toEqual({ stringValue: '=转交' });
      expect(at.cell('audit', 2, 'undo')).toMatchObject({
        userEnteredValue: { boolValue: false },
        dataValidation: { condition: { type: 'BOOLEAN' } },
      });
      expect(at.cell('audit', 3, 'undo').dataValidation).toBeUndefined();
    });

    it('keeps the dropdowns of the rows it fills', async () => {
      await before();
      expect(shown(2, 'stage').dataValidation?.condition?.type).toBe('ONE_OF_LIST');
    });

    it('writes nothing for an empty plan or when no row is there any more', async () => {
      const read = await before();
      await at.board.write(at.team, EMPTY_PLAN, read);
      await at.board.write(at.team, plan({ cells: [cell('gone', 'light', '🟢')] }), read);
      expect(at.calls).toEqual([]);
    });

    it('goes by the id when rows were inserted and moved since, given a new look at the ids', async () => {
      await before();
      await at.does({ kind: 'insertRows', sheetId: TASKS, start: 2, count: 3 });
      await at.does({ kind: 'moveRows', sheetId: TASKS, start: 7, count: 1, before: 2 });
      const read = await at.board.read(at.team, { ...NOTHING_WANTED, ids: ['tasks'] });
      const cells = ['t1', 't2', 't3'].map((id) => cell(id, 'why', `因为 ${id}`));
      await at.board.write(at.team, plan({ cells }), read);
      const { rows } = await at.read('tasks');
      expect(rows.tasks?.map(({ cells: found }) => found['why'])).toEqual(['因为 t3', '因为 t1', '因为 t2']);
    });

    it('goes by place only where no other id stands', async () => {
      const read = await before();
      const give = (row: number, id: string) =>
        ({ tab: 'tasks', at: { row }, column: 'id', value: id }) as const;
      const light = (row: number) => ({ tab: 'tasks', at: { row }, column: 'light', value: '🟢' }) as const;
      await at.board.write(
        at.team,
        plan({ cells: [give(5, 't9'), light(5), give(3, 't8'), light(3), give(4, 't3'), light(4)] }),
        read,
      );
      const { rows } = await at.read('tasks');
      expect(rows.tasks?.map(({ row, cells }) => [row, cells['id'], cells['light']])).toEqual([
        [2, 't1', null],
        [3, 't2', null],
        [4, 't3', '🟢'],
        [5, 't9', '🟢'],
      ]);
    });

    it('writes a copied id into the first of the two rows', async () => {
      await at.setUp();
      await at.rows('tasks', [
        ...THREE,
        { id: 't1', customer: '副本', title: '采购', stage: '跟进', amount: 5 },
      ]);
      const read = await at.board.read(at.team, { ...NOTHING_WANTED, ids: ['tasks'] });
      expect(read.ids.tasks?.filter(({ id }) => id === 't1').map(({ row }) => row)).toEqual([2, 5]);
      await at.board.write(at.team, plan({ cells: [cell('t1', 'light', '🟡')] }), read);
      expect([shown(2, 'light').formattedValue, shown(5, 'light').formattedValue]).toEqual(['🟡', undefined]);
    });

    it('leaves out new rows that are already there when told that it may have been before', async () => {
      const read = await before();
      const appends = ['a1', 'a2'].map((id) => ({ tab: 'audit', values: { id, what: id } }) as const);
      await at.board.write(at.team, plan({ appends: appends.slice(0, 1) }), read);
      at.calls.length = 0;
      await at.board.write(at.team, plan({ appends }), read, true);
      expect(at.calls).toEqual(['POST /values:batchGetByDataFilter', 'POST :batchUpdate']);
      expect((await at.read('audit')).ids.audit?.map(({ id }) => id)).toEqual(['a1', 'a2']);
    });

    it('sends what is more than 2 MB in several calls, and all of it arrives once', async () => {
      const read = await before();
      const appends = Array.from({ length: 60 }, (_, n) => ({
        tab: 'suggestions' as const,
        values: { id: `s${n}`, receipt: '据'.repeat(20_000) },
      }));
      await at.board.write(at.team, plan({ appends }), read);
      expect(at.calls).toEqual(['POST :batchUpdate', 'POST :batchUpdate', 'POST :batchUpdate']);
      expect((await at.read('suggestions')).ids.suggestions?.map(({ id }) => id)).toEqual(
        appends.map(({ values }) => values.id),
      );
    });

    it('says which tab is gone when it is deleted between reading and writing', async () => {
      const read = await before();
      await at.does({ kind: 'deleteSheet', sheetId: TASKS });
      const notes = [{ tab: 'tasks', at: { id: 't1' }, column: 'why', text: 'x' }] as const;
      for (const late of [plan({ cells: [cell('t1', 'light', '🟢')] }), plan({ notes })])
        await expect(at.board.write(at.team, late, read)).rejects.toMatchObject({
          failure: { code: 'TAB_MISSING', tab: 'tasks' },
        });
    });

    it('refuses a number no cell can hold and a column the board does not have', async () => {
      const read = await before();
      await expect(
        at.board.write(at.team, plan({ cells: [cell('t1', 'points', Number.NaN)] }), read),
      ).rejects.toThrow('NaN');
      await expect(at.board.write(at.team, plan({ cells: [cell('t1', 'colour', 1)] }), read)).rejects.toThrow(
        'tasks.colour',
      );
    });
  });
};
