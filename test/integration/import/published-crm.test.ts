import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { boardFromSeed } from '../../support/board-from-seed.ts';
import { readImportFolder } from '../../../local/import/read-import-folder.ts';
import { serialOfDay } from '../../../shared/sheet/cell-value.ts';
import { parseDay } from '../../../shared/domain/day.ts';

const PLACE = '../shared/data/crm-sales-opportunities';
const FOLDER = fileURLToPath(new URL(`../../../${PLACE}`, import.meta.url));
const there = existsSync(FOLDER);

describe.skipIf(!there)(
  there
    ? 'the published CRM set'
    : `the published CRM set (left out: there is no ${PLACE} beside the checkout)`,
  () => {
    it('is imported whole, with every quirk of its description counted', async () => {
      const read = await readImportFolder(FOLDER);
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      const { seed, summary } = read.value;
      expect(summary).toMatchObject({
        source: 'crm',
        reps: 35,
        supervisors: 6,
        tasks: 2_089,
        history: 6_711,
        dealsLeftOut: 0,
        rowProblems: [],
        days: { first: '2016-10-20', last: '2017-12-31', shiftedBy: 0 },
      });
      expect(summary.files.map(({ rows }) => rows)).toEqual([85, 7, 35, 8_800]);
      expect(summary.quirks).toEqual(
        expect.arrayContaining([
          { code: 'SPELLING', field: 'product', from: 'GTXPro', to: 'GTX Pro', count: 1_480 },
          { code: 'SPELLING', field: 'sector', from: 'technolgy', to: 'technology', count: 12 },
          { code: 'SPELLING', field: 'country', from: 'Philipines', to: 'Philippines', count: 1 },
          { code: 'NO_ACCOUNT', count: 1_425 },
          { code: 'PROSPECTING_WITHOUT_DATE', count: 500 },
          { code: 'LOST_WITH_ZERO', count: 2_473 },
          { code: 'LIST_PRICE_AS_AMOUNT', count: 2_089 },
          {
            code: 'AGENTS_WITHOUT_OPEN_DEALS',
            count: 3,
            names: ['Garret Kinder', 'Donn Cantrell', 'Reed Clapper'],
          },
        ]),
      );
      expect(summary.quirks.find(({ code }) => code === 'AGENTS_WITHOUT_DEALS')?.count).toBe(5);
      expect(seed.tasks.filter(({ cells }) => cells['stage'] === 'Engaging')).toHaveLength(1_589);
      expect(seed.tasks.every(({ cells }) => cells['customer'] !== '' && cells['amount'] !== undefined)).toBe(
        true,
      );
      expect(seed.history.filter(({ cells }) => cells['stage'] === 'Won')).toHaveLength(4_238);
    });

    it('is taken in by the board without a single note, and almost everybody is over the limit', async () => {
      const read = await readImportFolder(FOLDER);
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      const { state, effects } = boardFromSeed(read.value.seed, parseDay('2026-11-23')!);
      expect(effects.filter(({ type }) => type === 'rowRefused')).toEqual([]);
      expect(Object.values(state.tasks)).toHaveLength(2_089);
      expect(Object.values(state.tasks).every(({ rating }) => rating.proposed.length === 2)).toBe(true);
      expect(Object.values(state.team.reps).filter(({ paused }) => paused)).toHaveLength(27);
    });

    it('lies in the present when moved there', async () => {
      const read = await readImportFolder(FOLDER, { asOf: parseDay('2026-11-23')! });
      if (!read.ok) throw new Error(JSON.stringify(read.error));
      const closed = read.value.seed.history.map(({ cells }) => Number(cells['closedOn']));
      expect(Math.max(...closed)).toBe(serialOfDay(parseDay('2026-11-23')!));
    });
  },
);
