import { describe, expect, it } from 'vitest';
import { createSheetsBoard } from '../../../functions/adapters/sheets-board.ts';
import { EMPTY_PLAN, type BoardRead, type WritePlan } from '../../../shared/ports/board.ts';
import type { BoardUnderTest } from './board-under-test.ts';

const READ = 'POST /values:batchGetByDataFilter';
const WRITE = 'POST :batchUpdate';
const NO_ROWS: BoardRead = { rows: {}, ids: {}, columns: {} };

/** Networks and quotas as they are. */
export const troubleContract = (at: BoardUnderTest): void => {
  const appendOne: WritePlan = {
    ...EMPTY_PLAN,
    appends: [{ tab: 'audit', values: { id: 'a1', what: '新增' } }],
  };
  const auditIds = async (): Promise<readonly string[]> =>
    (await at.read('audit')).ids.audit?.map(({ id }) => id) ?? [];

  describe('when Google is busy or broken', () => {
    it('waits longer each time after 429, as long as the answer asks at least, and then succeeds', async () => {
      await at.setUp();
      at.faults.push({ status: 429 }, { status: 429, headers: { 'Retry-After': '7' } }, { status: 429 });
      await at.read('tasks');
      expect(at.calls).toEqual([READ, READ, READ, READ]);
      expect(at.waits).toEqual([375, 7_000, 1_500]);
    });

    it.each([[500], [502], [503], [504], ['hang up']] as const)(
      'tries a read again after %s',
      async (status) => {
        await at.setUp();
        at.faults.push({ status });
        expect((await at.read('tasks')).rows.tasks).toEqual([]);
        expect(at.calls).toEqual([READ, READ]);
      },
    );

    it.each([[503], ['hang up']] as const)(
      'appends once when the first attempt was carried out but its answer was %s',
      async (status) => {
        await at.setUp();
        at.faults.push({ status, after: true });
        await at.board.write(at.team, appendOne, NO_ROWS);
        expect(at.calls).toEqual([WRITE, READ]);
        expect(await auditIds()).toEqual(['a1']);
      },
    );

    it('appends when the first attempt was not carried out, also when the look in between fails', async () => {
      await at.setUp();
      at.faults.push({ status: 503 }, { status: 503 });
      await at.board.write(at.team, appendOne, NO_ROWS);
      expect(at.calls).toEqual([WRITE, READ, READ, WRITE]);
      expect(await auditIds()).toEqual(['a1']);
    });

    it('appends without a further look after 429, which promises that nothing was done', async () => {
      await at.setUp();
      at.faults.push({ status: 429 });
      await at.board.write(at.team, appendOne, NO_ROWS);
      expect(at.calls).toEqual([WRITE, WRITE]);
      expect(await auditIds()).toEqual(['a1']);
    });

    it('puts cells where their row is by the time of the second attempt', async () => {
      await at.setUp();
      await at.rows('tasks', [{ id: 't1', customer: '远航', title: '采购' }]);
      const read = await at.read('tasks');
      at.faults.push({ status: 503 });
      await at.does({ kind: 'insertRows', sheetId: 710001, start: 2, count: 2 });
      const cells = [{ tab: 'tasks', at: { id: 't1' }, column: 'light', value: '🔴' }] as const;
      await at.board.write(at.team, { ...EMPTY_PLAN, cells }, read);
      expect(at.cell('tasks', 4, 'light').formattedValue).toBe('🔴');
      expect(at.cell('tasks', 2, 'light').formattedValue).toBeUndefined();
    });

    it('gives up at the deadline and says that trying later can help', async () => {
      await at.setUp();
      at.board = createSheetsBoard({ rootUrl: at.network.rootUrl, pacing: at.pacing(5_000) });
      at.faults.push(...Array.from({ length: 20 }, () => ({ status: 503 })));
      await expect(at.read('tasks')).rejects.toMatchObject({
        failure: { code: 'UNAVAILABLE' },
        retryable: true,
      });
      expect(at.waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(5_000);
      expect(at.calls.length).toBeGreaterThan(3);
    });

    it('does not begin to wait for longer than there is time', async () => {
      await at.setUp();
      at.faults.push({ status: 429, headers: { 'Retry-After': '3600' } });
      await expect(at.read('tasks')).rejects.toMatchObject({ failure: { code: 'UNAVAILABLE' } });
      expect(at.waits).toEqual([]);
    });

    it.each([401, 403])('says at once that there is no access after %i', async (status) => {
      await at.setUp();
      at.faults.push({ status });
      await expect(at.read('tasks')).rejects.toMatchObject({
        failure: { code: 'NO_ACCESS' },
        retryable: false,
      });
      expect(at.calls).toHaveLength(1);
    });

    it('hands on what is a mistake of ours as it is, without trying again', async () => {
      await at.setUp();
      at.faults.push({
        status: 400,
        body: { error: { code: 400, message: 'Invalid requests[0]: nonsense' } },
      });
      await expect(at.board.write(at.team, appendOne, NO_ROWS)).rejects.toThrow(
        'Invalid requests[0]: nonsense',
      );
      expect(at.calls).toEqual([WRITE]);
    });
  });
};
